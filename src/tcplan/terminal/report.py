"""What `tcplan report` prints: an action with what is known about it, the new report, and the end."""

from collections.abc import Sequence
from typing import Final

from tcplan.edits.reporting import NewReport
from tcplan.terminal.page import INK, QUIET, STRONG, Page, Part
from tcplan.terminal.screen import Screen, pad
from tcplan.values.rag import Colour, KeyEntry
from tcplan.views.report import DueReportRow, LastReport
from tcplan.views.status.rows import HeadlineRow

LABEL: Final = 15
"""The columns before what is known about an action: two of margin, and a label."""

MOST_CRITERIA: Final = 4


def action_text(row: DueReportRow, number: str, screen: Screen) -> str:
    """An action that somebody reports on, with what is known about it; `number` is its place, such as `1 of 3`."""
    out, fit = Page(screen), screen.fit
    out.blank()
    rule = ("─" if screen.symbols else "-") * (screen.width - len(number) - 1)
    out.line((number, STRONG), " ", (rule, QUIET))
    out.blank()
    head = f"{screen.id(row.id)}  "
    out.paragraph(fit(row.title), indent=len(head), style=STRONG, first=((head, STRONG),))
    out.blank()
    out.paragraph(row.timing, indent=LABEL, first=_label("due"), style=INK[Colour.RED] if row.is_overdue else "")
    out.paragraph(fit(row.lead), indent=LABEL, first=_label("lead"))
    _add_sentences(out, "success", [fit(one) for one in row.success])
    _add_last_report(out, row.last)
    _add_sentences(out, "also", [fit(one) for one in row.signals])
    return out.text()


def report_text(row: DueReportRow, report: NewReport, screen: Screen) -> str:
    """A report as it will be written into the plan, in plain words."""
    out, fit = Page(screen), screen.fit
    by = f", by {fit(report.by)}" if report.by else ""
    words = _split_words(f"on {report.date}{by}")
    out.flow([((screen.id(row.id), STRONG),), *words], indent=2, gap=" ")
    out.line("    ", colour_part(_key(row, report), screen))
    for line in (report.note or "").strip().splitlines():
        out.paragraph(fit(line), indent=4)
    if report.due:
        was = f" (was {row.due})" if row.due else ""
        out.line(f"    new due date {fit(report.due)}{was}")
    titles = {measure.id: measure.title for measure in row.measures}
    for link in report.evidence:
        out.paragraph(fit(link), indent=4)
    for reading in report.readings:
        id_, _, value = reading.partition("=")
        out.paragraph(f"{fit(titles.get(id_, id_))}: {value}", indent=4)
    return out.text()


def saved_text(row: DueReportRow, report: NewReport, screen: Screen, *, dry_run: bool) -> str:
    """That a report is saved, on one line."""
    out = Page(screen)
    out.blank()
    part = colour_part(_key(row, report), screen)
    out.line("would be saved: " if dry_run else "saved: ", f"{screen.id(row.id)} ", part)
    return out.text()


def headline_text(was: HeadlineRow, now: HeadlineRow, screen: Screen) -> str:
    """What the headline of the plan was and is."""
    out = Page(screen)
    first, then = (f"{screen.mark(one.colour)} {one.words}" for one in (was, now))
    before: tuple[Part, ...] = (", as before",) if first == then else (", was ", (first, INK[was.colour]))
    out.line("The whole plan: ", (then, INK[now.colour]), *before)
    out.paragraph(now.reason, indent=2)
    return out.text()


def colour_part(key: KeyEntry, screen: Screen) -> Part:
    """A colour in the plan's own words: `▲ At risk`, or `A At risk` where symbols cannot be written."""
    return f"{key.symbol if screen.symbols else key.letter} {screen.fit(key.label)}", INK[key.colour]


def _key(row: DueReportRow, report: NewReport) -> KeyEntry:
    return next(one for one in row.key if one.colour == report.rag)


def _label(words: str) -> tuple[Part, ...]:
    return ("  ", (pad(words, LABEL - 2), QUIET))


def _add_sentences(out: Page, label: str, sentences: Sequence[str]) -> None:
    shown = list(sentences[:MOST_CRITERIA])
    if len(sentences) > len(shown):
        shown[-1:] = [f"and {len(sentences) - len(shown) + 1} more"]
    for number, sentence in enumerate(shown):
        out.paragraph(sentence, indent=LABEL, first=_label("" if number else label))


def _add_last_report(out: Page, last: LastReport | None) -> None:
    screen = out.screen
    if last is None:
        out.line(*_label("last report"), "none yet")
        return
    stated = [(colour_part(last.key, screen),)] if last.key else []
    by = f" by {screen.fit(last.by)}" if last.by else ""
    out.flow([*stated, *_split_words(f"on {last.date}{by}")], indent=LABEL, gap=" ", first=_label("last report"))
    if last.note:
        out.paragraph(screen.fit(last.note), indent=LABEL)


def _split_words(sentence: str) -> list[tuple[Part, ...]]:
    """A sentence as pieces between which a line may end."""
    return [(word,) for word in sentence.split()]
