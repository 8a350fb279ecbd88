"""The differences of two states of plan files, on a terminal."""

from tcplan.terminal.page import STRONG, Page
from tcplan.terminal.screen import Screen
from tcplan.values.plain_text import file_name
from tcplan.views.diff.lines import EntryLine, count_words, file_words, heading_of, left_words, lines_of, nothing_words
from tcplan.views.diff.rows import DiffPage, EntryDiffRow, FileDiffRow


def diff_text(page: DiffPage, screen: Screen) -> str:
    """The page as text: for each file its entries in the order of the plan, and under each all that differs."""
    out = Page(screen)
    if not page.files:
        out.paragraph(screen.fit(nothing_words(page)))
        return out.text()
    out.paragraph(screen.fit(f"From {page.before} to {page.after}"), style=STRONG)
    for file in page.files:
        _add_file(out, file)
    return out.text()


def _add_file(out: Page, file: FileDiffRow) -> None:
    out.blank()
    out.paragraph(file_name(file_words(file)))
    if file.title:
        out.paragraph(out.screen.fit(file.title))
    if file.entries:
        out.paragraph(count_words(file.entries))
        if left := left_words(file.entries):
            out.paragraph(left)
    for entry in file.entries:
        _add_entry(out, entry)


def _add_entry(out: Page, entry: EntryDiffRow) -> None:
    words, title = heading_of(entry)
    out.blank()
    out.paragraph(out.screen.fit(f"{words}: {title}" if title else words), style=STRONG)
    for line in lines_of(entry):
        out.paragraph(_sentence(out.screen, line), indent=4, first=("  - ",))


def _sentence(screen: Screen, line: EntryLine) -> str:
    sentence = line.sentence
    if not screen.symbols:
        sentence = sentence.replace("→", "->").replace("…", "...")
    return screen.fit(sentence)
