"""Parts of a card: steps, reports, moves of the due date, measures and quotes."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.paragraphs import add_prose
from tcplan.values.rag import Colour
from tcplan.views.card.rows import CardPage, CardReportRow, CardStepRow, DueMoveRow, MeasureCardRow
from tcplan.views.status.rows import ReadingRow

_DAY: Final = len("2026-06-30")


def add_steps(out: Page, heading: str, rows: Sequence[CardStepRow]) -> None:
    """Add steps or criteria, each with its days; what is done has a mark."""
    if not rows:
        return
    done = sum(one.done is not None for one in rows)
    out.heading(heading, f"{done} of {len(rows)} done" if done else "")
    for one in rows:
        when = f"done {one.done}" if one.done else f"due {one.due}" if one.due else ""
        words = f"{out.screen.fit(one.title)}{f' ({when})' if when else ''}"
        out.paragraph(words, indent=6, first=("  [x] " if one.done else "  [ ] ",))


def add_reports(out: Page, page: CardPage) -> None:
    """Add the reports, oldest first, each with its note and evidence."""
    if not page.reports:
        return
    out.heading("Reports", "oldest first")
    marks = {key.colour: out.screen.key_mark(key) for key in page.key}
    for one in page.reports:
        by: Part = (f"  by {out.screen.fit(one.by)}" if one.by else "", QUIET)
        colour: Part = ""
        if one.rag:
            colour = (f"{marks[one.rag]} {out.screen.fit(one.label or '')}", INK[one.rag])
        out.line("  ", (str(one.date), STRONG), "  ", colour, by)
        _add_report_body(out, one)


def _add_report_body(out: Page, row: CardReportRow) -> None:
    add_prose(out, row.note, indent=_DAY + 4)
    if row.due:
        out.paragraph(f"due date given: {row.due}", indent=_DAY + 4, style=QUIET)
    for one in row.evidence:
        where = one.url or one.case_study or ""
        more = f": {where}" if where and where != one.title else ""
        out.paragraph(out.screen.fit(f"evidence: {one.title}{more}"), indent=_DAY + 4, style=QUIET)


def add_due_moves(out: Page, rows: Sequence[DueMoveRow]) -> None:
    """Add how the due date moved: from, to, and the reason."""
    if not rows:
        return
    slips = sum(one.slip for one in rows)
    out.heading("Due date moved", f"{slips} {'slip' if slips == 1 else 'slips'}")
    arrow = "→" if out.screen.symbols else "->"
    for one in rows:
        before, after = str(one.from_due or one.from_text), str(one.to_due or one.to_text)
        kind = "slipped" if one.slip else "brought forward"
        out.line("  ", (str(one.reported_on), STRONG), f"  {kind}: {out.screen.fit(f'{before} {arrow} {after}')}")
        add_prose(out, one.reason or "no reason is given", indent=_DAY + 4, style="" if one.reason else QUIET)


def add_measures(out: Page, rows: Sequence[MeasureCardRow], *, titled: bool) -> None:
    """Add measures with their readings, their targets, and where their line is."""
    if rows:
        out.heading("Measures" if titled else "Readings and targets")
    for row in rows:
        if titled:
            id_ = out.screen.id(row.measure.id)
            out.paragraph(
                out.screen.fit(row.measure.title), indent=cell_len(id_) + 4, first=("  ", (id_, STRONG), "  ")
            )
        for label, words in _measure_lines(row):
            out.paragraph(out.screen.fit(words), indent=15, first=("    ", (f"{label:<11}", QUIET)))
        for sentence, colour in ((row.measure.missed, Colour.RED), (row.measure.behind, Colour.AMBER)):
            if sentence:
                words = sentence.removeprefix(f"{row.measure.title}: ")
                out.paragraph(out.screen.fit(words), indent=4, style=INK[colour], first=(("  ! ", INK[colour]),))


def _measure_lines(row: MeasureCardRow) -> Iterator[tuple[str, str]]:
    yield "readings", ", ".join(map(_dated, row.readings)) or "none"
    targets = [*map(_dated, row.targets), *row.undated_targets]
    yield "targets", ", ".join(targets) or "none"
    if row.expected and row.readings:
        last = row.readings[-1]
        yield "line", f"about {row.expected} expected by {last.written}; the reading is {last.value}"
    if row.source:
        yield "source", row.source


def _dated(one: ReadingRow) -> str:
    return f"{one.value} ({one.written})"


def add_quotes(out: Page, page: CardPage) -> None:
    """Add what technicians said, and the case studies that are evidence."""
    if page.quotes:
        out.heading("Quotes")
    for one in page.quotes:
        add_prose(out, one.text, indent=2)
        if one.source:
            out.paragraph(out.screen.fit(one.source), indent=4, style=QUIET)
    if page.case_studies:
        out.heading("Case studies")
    for study in page.case_studies:
        out.paragraph(out.screen.fit(f"{study.title} ({study.name})"), indent=4, first=("  ",))
