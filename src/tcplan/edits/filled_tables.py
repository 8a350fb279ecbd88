"""Tables that somebody fills in with a spreadsheet and sends back: their rows, and the entries that these are about."""

import csv
from collections.abc import Collection, Iterator, Mapping
from io import StringIO
from typing import Final, NamedTuple

from tcplan.errors import UsageError
from tcplan.values.near_words import did_you_mean
from tcplan.values.plain_text import one_line
from tcplan.workspace import Level

_SEPARATORS: Final = (",", ";", "\t")


class FilledRow(NamedTuple):
    """A row by the names of its columns, in lower case; `place` is the file and line that errors name."""

    place: str
    cells: Mapping[str, str]

    def cell(self, column: str) -> str:
        """What is written in a column; nothing where the table does not have it."""
        return self.cells.get(column, "").strip()


class FilledTable(NamedTuple):
    """A table as it comes back: its text, how errors call its file, and how a table like it is printed."""

    text: str
    name: str
    printed_by: str

    def rows(self, needed: Collection[str]) -> Iterator[FilledRow]:
        """The rows with something in them; raises UsageError without the columns that are needed, or if it is no table.

        A spreadsheet may save it with commas, semicolons or tabs.
        """
        text = self.text.removeprefix("\ufeff")
        separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
        rows = csv.DictReader(StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            names = [folded(one) for one in rows.fieldnames or ()]
            if not set(needed) <= set(names):
                raise UsageError(
                    f"{self.name}:1: this is no table of decisions: it needs the columns {' and '.join(needed)}",
                    f"`{self.printed_by}` prints one to fill in",
                )
            rows.fieldnames = names
            for row in rows:
                cells = {key: value for key, value in row.items() if isinstance(value, str)}
                if any(one.strip() for one in cells.values()):
                    yield FilledRow(f"{self.name}:{rows.line_num}", cells)
        except csv.Error as error:
            message = f"{self.name}:{rows.line_num}: this line cannot be read as a table: {error}"
            raise UsageError(message, "check the quotation marks, or save the table as CSV again") from None


def id_in(cell: str, plan: str) -> str:
    """The id that a cell names, with its plan and level before it or without."""
    words = cell.strip().lstrip("'").removeprefix(f"{Level.ACTION} ").strip()
    return words.removeprefix(f"{plan}/")


def check_named(row: FilledRow, id_: str, known: Mapping[str, str], unknown: str, otherwise: tuple[str, str]) -> None:
    """Refuse a row with an id that is not one of the `known` titles, or with the title of another.

    `unknown` says what an id is not. `otherwise` are what to do about an id that is like no other, and what to add to
    the help for another title.
    """
    title = row.cell("title")
    if id_ not in known:
        hint = _ids_called(title, known) or did_you_mean(id_, known) or otherwise[0]
        raise UsageError(f"{row.place}: `{id_}` {unknown}", hint)
    if title and not _is_title(title, known[id_]):
        message = f"{row.place}: `{id_}` is called `{one_line(known[id_])}`, and this row is about `{one_line(title)}`"
        hint = _ids_called(title, known) or f"correct the id, or leave `{one_line(known[id_])}` in the column title"
        raise UsageError(message, f"{hint}{otherwise[1]}")


def folded(words: str) -> str:
    """Words in the form in which cells are compared."""
    return " ".join(words.split()).casefold()


def _ids_called(title: str, known: Mapping[str, str]) -> str:
    """What to do where other actions have the title: a spreadsheet may have changed the id."""
    ids = [f"`{id_}`" for id_, one in known.items() if title and _is_title(title, one)]
    return f"write {' or '.join(ids)} as the id: a spreadsheet makes 1.2 of 1.20, or a date" if ids else ""


def _is_title(cell: str, title: str) -> bool:
    """Whether a cell holds a title, as it comes back from a spreadsheet: characters that it cannot save become `?`."""
    return _as_saved(cell.lstrip("'")) == _as_saved(one_line(title).lstrip("'"))


def _as_saved(words: str) -> bytes:
    return folded(words).encode("cp1252", "replace")
