"""Whether a document says what the files hold now, as a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import TypeAdapter

from tcplan import __version__
from tcplan.values.json_text import DIALECT, json_text

FORMAT: Final = 1
MOST_SHOWN: Final = 10
"""The number of differences that are shown."""

_MOST_COMPARED: Final = 20_000
"""The number of lines that are paired; in longer documents only what comes first is."""


class Verdict(StrEnum):
    """What comes of comparing a document with the files."""

    SAME = "same"
    OTHER_LAYOUT = "other-layout"
    DIFFERENT = "different"


@dataclass(frozen=True)
class DifferenceRow:
    """A place where the document says something else than the files: the lines of each."""

    document: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class VerifyPage:
    """The whole output. `edited` says that the document was changed after it was made.

    `document` is what it shows, as on the command line, `file` the plan file that it is about, and `as_of` its day.
    `differences` is the number of them, of which `first` has some.
    """

    format: Literal[1]
    tcplan: str
    name: str
    document: str
    file: str
    as_of: date
    verdict: Verdict
    edited: bool
    differences: int
    first: tuple[DifferenceRow, ...]


@dataclass(frozen=True)
class VerifiedDocument:
    """A document that was made before: its name, what its record says of it, and whether it was changed since."""

    name: str
    document: str
    file: str
    as_of: date
    edited: bool


def verify_page(made: VerifiedDocument, *, is_same: bool, then: Sequence[str], now: Sequence[str]) -> VerifyPage:
    """The page about a document; `then` are the lines that its reader sees, `now` those that the files give."""
    rows = () if is_same else tuple(_differences(then, now))
    # What was changed by hand is another document, also where its words are the same: a link or the style may not be.
    is_different = bool(rows) or made.edited
    verdict = Verdict.SAME if is_same else Verdict.DIFFERENT if is_different else Verdict.OTHER_LAYOUT
    return VerifyPage(
        FORMAT, __version__, **vars(made), verdict=verdict, differences=len(rows), first=rows[:MOST_SHOWN]
    )


def verify_json(page: VerifyPage) -> str:
    """The page for scripts; `verify_schema` describes it."""
    return json_text(TypeAdapter(VerifyPage).dump_python(page, mode="json"), ascii_only=True)


def verify_schema() -> dict[str, Any]:
    """The JSON Schema of `verify_json`."""
    schema = TypeAdapter(VerifyPage).json_schema(mode="serialization")
    return {"$schema": DIALECT, **schema, "title": "tcplan verify"}


def _differences(then: Sequence[str], now: Sequence[str]) -> Iterator[DifferenceRow]:
    """The lines that are only in one of them, those that stand in one place together."""
    if len(then) + len(now) > _MOST_COMPARED:
        then, now = _after_the_same(then, now)
    for kind, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield DifferenceRow(tuple(then[a:b]), tuple(now[c:d]))


def _after_the_same(then: Sequence[str], now: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """What comes after the lines that are the same at the beginning, and no more of it than can be paired in time."""
    begin = next((place for place, pair in enumerate(zip(then, now, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(then), len(now)) if begin is None else begin
    return then[start : start + 1000], now[start : start + 1000]
