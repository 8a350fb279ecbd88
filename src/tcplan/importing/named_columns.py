"""Whether the columns that a person names with `--map` are in the documents."""

from collections.abc import Iterator, Sequence

from tcplan.errors import UsageError
from tcplan.importing.document import Block, SourceTable
from tcplan.importing.finding.header_texts import plain_header
from tcplan.importing.import_plans import ImportedDocument
from tcplan.values.near_words import did_you_mean

_MOST_NAMED = 12


def check_named_columns(headers: Sequence[str], documents: Sequence[ImportedDocument]) -> None:
    """Refuse a name that no column of any document has: what was meant would not be done, and nobody would notice.

    Raises: UsageError, which says which columns there are.
    """
    if not headers:
        return
    columns = list(dict.fromkeys(one for document in documents for one in document.headers.values()))
    known = {plain_header(one) for one in columns}
    known |= {plain_header(text) for one in documents for text in _cell_texts(one.document.blocks)}
    for header in headers:
        if plain_header(header) not in known:
            said = ", ".join(f"`{one}`" for one in columns[:_MOST_NAMED])
            others = f"the columns are: {said}" if columns else "no table in it has a header that was recognised"
            raise UsageError(f"--map: no column is called `{header}`", did_you_mean(header, columns, others))


def _cell_texts(blocks: Sequence[Block]) -> Iterator[str]:
    """What the cells of all tables say."""
    for block in blocks:
        if isinstance(block, SourceTable):
            for row in block.rows:
                for cell in row.cells:
                    yield cell.text
                    yield from _cell_texts(cell.blocks)
