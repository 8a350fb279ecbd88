"""The measures of a status page: last reading, target, and what is behind schedule or missed."""

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, Page
from tcplan.terminal.screen import pad
from tcplan.values.rag import Colour
from tcplan.views.status.rows import MeasureRow, PlanPage, ReadingRow

SHORT_LIST = 6
"""How many measures without a reading are listed; if there are more, only their ids are."""


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
    room = width - 2 - 2 - len(last[0]) - 2 - len(target[0])
    title = min(room, max(cell_len(fit(row.title)) for row in rows))
    out.line(pad("", title + 4), (f"{last[0]}  {target[0]}", QUIET))
    for row, reading, aim in zip(rows, last[1:], target[1:], strict=True):
        out.line("  ", pad(out.screen.cut(fit(row.title), title), title), "  ", reading, "  ", aim)
        for sentence, colour in ((row.missed, Colour.RED), (row.behind, Colour.AMBER)):
            if sentence:
                words = fit(sentence.removeprefix(f"{row.title}: "))
                out.paragraph(words, indent=4, style=INK[colour], first=(("  ! ", INK[colour]),))


def _column(head: str, readings: list[ReadingRow | None]) -> list[str]:
    """The heading and the readings, the values flush right before their dates."""
    value = max((len(one.value) for one in readings if one), default=0)
    cells = [f"{one.value:>{value}}  {one.written}" if one else f"{'-':>{value}}" for one in readings]
    width = max(len(head), *map(len, cells))
    return [pad(cell, width) for cell in (head, *cells)]
