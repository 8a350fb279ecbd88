"""The command that is the next step for a gap, where one can be run as it is printed."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tcplan.check.gaps import Gap
from tcplan.findings import codes
from tcplan.findings.finding import Code
from tcplan.values.printed_command import command_at, printed_command


class GapPlace(NamedTuple):
    """A gap, the word for the form, and the files as seen from the current folder: of the submission and of the gap."""

    gap: Gap
    form: str
    submission: Path
    file: Path


def command_for(place: GapPlace) -> str | None:
    """What to run; None where a person has to write something first."""
    if place.gap.finding.fixable:
        return command_at("validate", place.file, "--fix")
    make = _COMMANDS.get(place.gap.finding.code)
    return make(place) if make else None


def _answer(place: GapPlace) -> str | None:
    """What the first of the questions asks, and the facts that an answer could cite."""
    names = [entry.partition(" ")[2] for entry in place.gap.entries]
    return printed_command("answer", place.form, names[0], place.submission) if names else None


def _close_review(place: GapPlace) -> str:
    """The questions for the colour of each action of the reviewed plan, and for a sentence."""
    plan = place.gap.entries[0].partition(" ")[2].rpartition("/")[0]
    return printed_command("close-review", place.form, place.submission, options=("--review", plan))


def _sign(place: GapPlace) -> str | None:
    """The record of an approval; a wrong one has to be corrected by hand."""
    if place.gap.finding.where != "form":
        return None
    return printed_command("sign", place.form, place.submission, options=("--role", "Vice-Chancellor"))


_COMMANDS: Final[Mapping[Code, Callable[[GapPlace], str | None]]] = {
    codes.UNANSWERED_QUESTION: _answer,
    codes.OVER_WORD_LIMIT: _answer,
    codes.FIGURE_WITHOUT_VALUE: _answer,
    codes.IMPACT_WITHOUT_EVIDENCE: _answer,
    codes.NO_CLOSING_RAG: _close_review,
    codes.NO_SIGN_OFF: _sign,
}
