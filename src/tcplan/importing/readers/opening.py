from pathlib import Path
from tcplan.importing.document import Document


def open_document(path: Path) -> Document:
    if path.suffix == ".docx":
        from tcplan.importing.readers.archive import Archive
        from tcplan.importing.readers.word import read_word

        with Archive(path) as a:
            return read_word(a, path.name)
    if path.suffix == ".xlsx":
        from tcplan.importing.readers.excel.workbook import read_excel

        return read_excel(path)
    from tcplan.importing.readers.delimited import read_delimited

    return read_delimited(path)
