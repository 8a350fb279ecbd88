"""The templates of documents, and what a workspace has in their place, on a screen."""

from collections.abc import Iterable

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen
from tcplan.views.templates import MistakeRow, TemplateRow, TemplatesPage

_INDENT = 2


def templates_text(page: TemplatesPage, screen: Screen) -> str:
    """The page as text."""
    out = Page(screen)
    out.paragraph("Templates of documents; a file of the same name in templates/ of your workspace is used instead.")
    for row in page.templates:
        _add_template(out, row)
    _add_rows(out, "Wrong", page.mistakes)
    _add_rows(out, "Not used", page.unused)
    return out.text()


def _add_template(out: Page, row: TemplateRow) -> None:
    out.blank()
    out.line((row.name, STRONG))
    out.paragraph(row.about, indent=_INDENT)
    if row.blocks:
        out.paragraph(f"blocks: {', '.join(one.name for one in row.blocks)}", indent=_INDENT, style=QUIET)
    if row.file:
        what = (
            "instead of all of it" if row.replaces == ("all",) else f"replaces {', '.join(row.replaces) or 'nothing'}"
        )
        out.paragraph(out.screen.fit(f"yours: {row.file}, {what}"), indent=_INDENT)
    if row.changed:
        words = f"since it was copied, tcplan has changed or dropped: {', '.join(row.changed)}"
        out.paragraph(out.screen.fit(words), indent=_INDENT)
    if row.lost:
        out.paragraph(f"it has no block for what others print: {', '.join(row.lost)}", indent=_INDENT)


def _add_rows(out: Page, heading: str, rows: Iterable[MistakeRow]) -> None:
    """Files with what is to be said of each."""
    for number, one in enumerate(rows):
        if number == 0:
            out.heading(heading)
        place = f"{one.file}, line {one.line}" if one.line else one.file
        out.paragraph(out.screen.fit(f"{place}: {one.message}"), indent=_INDENT)
