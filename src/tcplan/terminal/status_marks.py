"""The marks of a status page: symbols and letters of colours and missing reports, in bars, numbers and the legend."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from math import ceil

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, Page, Part
from tcplan.terminal.screen import Screen
from tcplan.values.rag import Meaning
from tcplan.views.status.rows import KeyRow, PlanPage, StatedRow, TallyRow

LONGEST_LABEL = 48
"""The words of a key are cut to this many columns, so that at least one fits on a line of the legend."""

UNREPORTED, NOT_BEGUN, CLOSED = "unreported", "not_begun", "closed"


@dataclass(frozen=True, slots=True)
class CountMark:
    """How a number is marked: symbol, letter, colour and the words of the legend."""

    symbol: str
    letter: str
    style: str
    words: str


def legend(out: Page, plan: PlanPage, *, longest: int = LONGEST_LABEL, counted: bool = False) -> None:
    """Add what the marks mean: the plan's own key, and the states without a report; or only what is `counted`."""
    if not counted:
        out.blank()
    marks, always = marks_by_name(plan, out.screen), () if counted else (*(key.colour for key in plan.key), UNREPORTED)
    pieces: list[tuple[Part, ...]] = []
    for name, mark in marks.items():
        if name in always or getattr(plan.rag, name):
            sign = mark.letter if mark.symbol == mark.letter else f"{mark.symbol} {mark.letter}"
            pieces.append(((sign, mark.style), f" {out.screen.cut(mark.words, longest)}"))
    out.flow(pieces, indent=7, gap="   ", first=(("  key  ", QUIET),))


def stated_parts(stated: StatedRow, plan: PlanPage, screen: Screen, room: int) -> tuple[Part, ...]:
    """What somebody stated, in the plan's own key, with the day and the name; only the mark is coloured."""
    key = next(entry for entry in plan.key if entry.colour == stated.colour)
    mark = screen.key_mark(key)
    by = f" by {screen.fit(stated.by)}" if stated.by else ""
    words = screen.cut(f" {screen.fit(stated.label)} on {stated.date}{by}", room - cell_len(mark))
    return (mark, INK[stated.colour]), words


def marks_by_name(plan: PlanPage, screen: Screen) -> dict[str, CountMark]:
    """The mark of everything that is counted, in the order of `counted_names`."""

    def of(key: KeyRow) -> CountMark:
        symbol = key.symbol if screen.symbols else key.letter
        return CountMark(symbol, key.letter, INK[key.colour], screen.cut(screen.fit(key.label), LONGEST_LABEL))

    marks = {
        **{key.colour: of(key) for key in plan.key},
        UNREPORTED: CountMark(screen.no_report, "-", QUIET, "not reported"),
        NOT_BEGUN: CountMark("+", "+", QUIET, "starts later"),
        CLOSED: CountMark("x", "x", QUIET, "closed"),
    }
    return {name: marks[name] for name in counted_names(plan)}


def counted_names(plan: PlanPage) -> tuple[str, ...]:
    """What is counted, best first, then what is not reported: the same in bars, numbers and legend."""
    meanings = list(Meaning)
    colours = sorted(plan.key, key=lambda key: meanings.index(Meaning(key.means)), reverse=True)
    return (*(key.colour for key in colours), UNREPORTED, NOT_BEGUN, CLOSED)


def bar_parts(tally: TallyRow, width: int, scale: int, marks: dict[str, CountMark]) -> Iterator[Part]:
    """A symbol for each action or, if there are too many, for each `scale` of them; no kind is left out."""
    lengths = {name: ceil(count / scale) for name in marks if (count := getattr(tally, name))}
    for name, length in lengths.items():
        yield marks[name].symbol * length, marks[name].style
    yield " " * (width - sum(lengths.values()))


def bar_scale(tallies: Sequence[TallyRow], width: int) -> int:
    """How many actions a symbol stands for, at most: the same in all bars, so that they can be compared.

    A bar needs a symbol for each kind; `least_bar` is the width from which there is a scale.
    """
    counts = [[count for count in _counts(tally) if count] for tally in tallies]

    def fits(scale: int) -> bool:
        return all(sum(ceil(count / scale) for count in one) <= width for one in counts)

    largest = max((count for one in counts for count in one), default=1)
    return range(1, largest + 1)[bisect_left(range(1, largest), 1, key=fits)]


def least_bar(tallies: Iterable[TallyRow]) -> int:
    """The columns of the shortest bar that has a symbol for each kind."""
    return max(sum(1 for count in _counts(tally) if count) for tally in tallies)


def _counts(tally: TallyRow) -> list[int]:
    return [getattr(tally, field.name) for field in fields(tally)]
