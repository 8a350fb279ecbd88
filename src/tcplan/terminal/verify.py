"""What a document says that the files do not, on a screen."""

from tcplan.terminal.page import QUIET, STRONG, Page
from tcplan.terminal.screen import Screen
from tcplan.views.verify import DifferenceRow, Verdict, VerifyPage

_VERDICTS = {
    Verdict.SAME: "is what the files hold",
    Verdict.OTHER_LAYOUT: "says what the files hold, in another layout",
    Verdict.DIFFERENT: "is not what the files hold",
}


def verify_text(page: VerifyPage, screen: Screen) -> str:
    """The page as text."""
    out = Page(screen)
    fit = screen.fit
    out.paragraph(fit(f"{page.name} {_VERDICTS[page.verdict]}"), style=STRONG)
    out.paragraph(fit(f"{page.document} of {page.file}, as of {page.as_of}"), style=QUIET)
    if page.edited:
        same_words = page.verdict is Verdict.DIFFERENT and not page.differences
        more = ": its words are the same, but not its links, its pictures or how it looks" if same_words else ""
        out.paragraph(f"The document was changed after it was made{more}.")
        if page.verdict is Verdict.DIFFERENT:
            out.paragraph("`tcplan render` makes one that says what the files hold.")
    if page.verdict is Verdict.DIFFERENT and not page.edited:
        out.paragraph("The files have changed since it was made: render it again.")
    for one in page.first:
        out.blank()
        _add_difference(out, one)
    if page.differences > len(page.first):
        out.blank()
        out.paragraph(f"and {page.differences - len(page.first)} more differences", style=QUIET)
    return out.text()


def _add_difference(out: Page, one: DifferenceRow) -> None:
    for label, lines in (("document", one.document), ("files", one.files)):
        for line in lines[:3]:
            out.paragraph(out.screen.fit(line), indent=12, first=((f"  {label:8}  ", QUIET),))
        if len(lines) > 3:  # noqa: PLR2004 (the same three)
            out.line("            ", (f"and {len(lines) - 3} more lines", QUIET))
