"""The measures of a status page: last reading, target, and what is behind schedule or missed."""

from rich.cells import cell_len

from tcplan.progress.measures import Trend
from tcplan.terminal.page import INK, QUIET, Page, wrap_title
from tcplan.terminal.screen import Screen, pad
from tcplan.values.rag import Colour
from tcplan.views.status.rows import MeasureRow, PlanPage, ReadingRow

SHORT_LIST = 6
"""How many measures without a reading are listed; if there are more, only their ids are."""


MOVED, TITLE_LINES = "moved", 3

ARROWS = {Trend.UP: "↑", Trend.DOWN: "↓", Trend.SAME: "same"}
WAYS = {True: "towards", False: "away"}


def measures(out: Page, plan: PlanPage, *, everything: bool) -> None:
    """Add a line for each measure, with a sentence if something is wrong; long lists without readings are summed up."""
    if not plan.measures:
        return
    unread = [one for one in plan.measures if one.last is None]
    summed = unread if len(unread) > SHORT_LIST and not everything else []
    listed = [one for one in plan.measures if one.last is not None or not summed]
    out.heading("Measures")
    _add_measures(out, listed)
    if summed:
        out.paragraph(f"{len(summed)} measures without a reading:", indent=2)
        out.flow([(out.screen.id(one.id),) for one in summed], indent=4)
        out.line("    ", ("--all lists them with titles and targets", QUIET))


def _add_measures(out: Page, rows: list[MeasureRow]) -> None:
    if not rows:
        return
    fit, width = out.screen.fit, out.screen.width
    last, target = _column("last reading", [row.last for row in rows]), _column("target", [row.target for row in rows])
    moves = _moves(rows, out.screen)
    room = width - 2 - 2 - len(last[0]) - 2 - cell_len(moves[0]) - len(target[0])
    title = min(room, max(cell_len(fit(row.title)) for row in rows))
    out.line(pad("", title + 4), (f"{last[0]}  {moves[0]}{target[0]}", QUIET))
    for row, reading, move, aim in zip(rows, last[1:], moves[1:], target[1:], strict=True):
        first, *more = wrap_title(fit(row.title), title, out.screen, TITLE_LINES)
        out.line("  ", pad(first, title), "  ", reading, "  ", move, aim)
        for words in more:
            out.line("  ", words)
        for sentence, colour in ((row.missed, Colour.RED), (row.behind, Colour.AMBER)):
            if sentence:
                words = fit(sentence.removeprefix(f"{row.title}: "))
                out.paragraph(words, indent=4, first=("  ", ("!", INK[colour]), " "))


def _moves(rows: list[MeasureRow], screen: Screen) -> list[str]:
    """The heading and the column of how readings have moved, with the gap after it; empty if none can have."""
    if all(row.trend is None for row in rows):
        return [""] * (1 + len(rows))
    words = [MOVED, *(_trend_words(row, screen) for row in rows)]
    width = max(map(cell_len, words)) + 2
    return [pad(one, width) for one in words]


def _trend_words(row: MeasureRow, screen: Screen) -> str:
    """How the last reading differs from the one before, and whether that is the way to the target."""
    if row.trend is None:
        return "-"
    trend = Trend(row.trend)
    sign = ARROWS[trend] if screen.symbols else trend.value
    return sign if row.towards is None else f"{sign} {WAYS[row.towards]}"


def _column(head: str, readings: list[ReadingRow | None]) -> list[str]:
    """The heading and the readings, the values flush right before their dates."""
    value = max((len(one.value) for one in readings if one), default=0)
    cells = [f"{one.value:>{value}}  {one.written}" if one else f"{'-':>{value}}" for one in readings]
    width = max(len(head), *map(len, cells))
    return [pad(cell, width) for cell in (head, *cells)]
