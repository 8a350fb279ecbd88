"""The text of an e-mail that a file of questions is sent with: what is asked for, and how it is answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import fill
from typing import Final

from tcplan.values.plain_text import one_line
from tcplan.views.documents.days import long_day
from tcplan.views.report import DueReportRow

_WIDTH: Final = 76
"""Mail programs wrap what is longer."""

EMAIL_ENDING: Final = "-email.txt"
"""What the name of a text for an e-mail ends in, beside the file of questions that it is for."""

_MOST_NAMES: Final = 6
"""How many others are named who are asked about the same action."""


@dataclass(frozen=True)
class CoveringLetter:
    """Who is asked by whom: the plan with its institution, the day, the name of the file that goes with it."""

    who: str
    title: str
    institution: str
    day: date
    file: str
    reply_by: str = ""
    sender: str = ""


def covering_text(letter: CoveringLetter, rows: Sequence[DueReportRow], others: Sequence[Sequence[str]]) -> str:
    """The text to paste; `others` are those who are asked about each of the actions, too."""
    return "\n".join(_lines(letter, rows, others)) + "\n"


def _lines(letter: CoveringLetter, rows: Sequence[DueReportRow], others: Sequence[Sequence[str]]) -> Iterator[str]:
    title, institution, one = one_line(letter.title), one_line(letter.institution), len(rows) == 1
    yield f"Subject: {title}: {'1 report' if one else f'{len(rows)} reports'} by {one_line(letter.who)}"
    yield ""
    yield f"Dear {one_line(letter.who)},"
    yield ""
    asked = "this action" if one else f"these {len(rows)} actions"
    yield _paragraph(
        f"We are collecting the reports on our action plan ({title}, {institution}) as of {letter.day}. "
        f"Could you tell us how {asked} {'is' if one else 'are'} going?"
    )
    yield ""
    for row, also in zip(rows, others, strict=True):
        yield _paragraph(_about(row, also), first="- ", rest="  ")
    yield ""
    yield _paragraph(
        f"Please open the attached file {letter.file} in Notepad or any other text editor, not in Word, write your "
        "answers after the colons, save it and send it back. The top of the file says how. Leave empty what you "
        "cannot answer. If nothing has happened, that is a report too."
    )
    if letter.reply_by:
        yield ""
        yield f"Please send it back by {letter.reply_by}."
    yield ""
    yield _paragraph("If somebody else should report on one of them, please tell us who." if not one else _FORWARD)
    yield ""
    yield "Thank you."
    if letter.sender:
        yield ""
        yield one_line(letter.sender)


def with_weekday(day: date) -> str:
    """A day as a letter names it: `Friday 12 June 2026`, in English wherever the program runs."""
    return f"{_WEEKDAYS[day.weekday()]} {long_day(day)}"


_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FORWARD: Final = "If somebody else should report on it, please tell us who."


def _about(row: DueReportRow, also: Sequence[str]) -> str:
    """An action, when it is due, when it was last reported, and who else is asked."""
    last = f"last report {row.last.date}" if row.last else "no report yet"
    more = [f"{len(also) - _MOST_NAMES} more"] if len(also) > _MOST_NAMES else []
    asked = f"; also asked: {', '.join([*map(one_line, also[:_MOST_NAMES]), *more])}" if also else ""
    return f"{one_line(row.id)} {one_line(row.title)} (due: {one_line(row.timing)}; {last}{asked})"


def _paragraph(text: str, first: str = "", rest: str = "") -> str:
    return fill(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
