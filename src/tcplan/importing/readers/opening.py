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
    if path.suffix == ".txt":
        from tcplan.importing.readers.text import read_text_document

        return read_text_document(path)
    if path.suffix in (".html", ".htm"):
        from tcplan.importing.readers.html.reader import read_html

        return read_html(path)
    from tcplan.importing.readers.delimited import read_delimited

    return read_delimited(path)
