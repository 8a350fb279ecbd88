"""What to write instead of a text that is not a date, and whether that is certain."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tcplan.values.dates.reading import read_day
from tcplan.values.dates.values import MONTHS, DateError


class Suggestion(NamedTuple):
    """The help for a text; `written` is what to write, where it can only be one thing.

    `is_certain` says that nobody can have meant anything else, so that `--fix` may write it. `keeps_words` says that
    the text has words that are then no longer there, so that they stay beside it as a comment. `message` takes the
    place of "is not a date" after the text, where more is known. `is_end` says that the help names the end of a span,
    as a due date needs it.
    """

    help: str
    written: str = ""
    is_certain: bool = False
    keeps_words: bool = False
    message: str = ""
    is_end: bool = False


CHECKPOINTS: Final = "the last is the due date, the others are checkpoints"
LAST_MONTH: Final = "write the last month that you mean"
REST: Final = "and put the rest into `about`, or into a comment after ` # `"


def certainly(written: str, *, keeps_words: bool = False, is_end: bool = False) -> Suggestion:
    """The suggestion of what a text means beyond doubt."""
    return Suggestion(
        f"write {in_full(written)}", written, is_certain=True, keeps_words=keeps_words or is_end, is_end=is_end
    )


def with_remark(written: str) -> Suggestion:
    """The suggestion for a word that has more words after it, which stay as a comment."""
    return Suggestion(f"write {written}, {REST}", written, is_certain=True, keeps_words=True)


def probably(written: str, help_text: str = "") -> Suggestion:
    """The suggestion of what a text most likely means."""
    return Suggestion(help_text or f"write {in_full(written)}", written)


def one_of(*meanings: tuple[str, str], is_end: bool = False) -> Suggestion:
    """The suggestion for a text that may mean several things: each as it is written, and what it then means."""
    choices = ", or ".join(f"{written} for {meaning}" for written, meaning in meanings)
    return Suggestion(f"write {choices}", is_end=is_end)


def last_month_of(months: Sequence[str]) -> Suggestion:
    """The suggestion for a season or a term, which ends in one of these months."""
    return Suggestion(f"{LAST_MONTH}, such as {' or '.join(months)}", is_end=True)


def in_full(written: str) -> str:
    """A date as a help names it: that a month is the whole month."""
    is_month = len(written) == len("2026-12") and written[4] == "-" and written[5:].isdigit()
    return f"{written} for the whole month" if is_month else written


def month_in_words(year: int, month: int) -> str:
    """A month as a sentence names it."""
    return f"{MONTHS[month - 1]} {year}"


def day_in_words(written: str) -> str:
    """A day as a sentence names it."""
    year, month, number = (int(part) for part in written.split("-"))
    return f"{number} {month_in_words(year, month)}"


def is_day(text: str) -> bool:
    """Whether a text is a date as it is."""
    try:
        return read_day(text) is not None
    except DateError:
        return False
