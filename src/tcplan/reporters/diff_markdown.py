"""The differences of two states of plan files as Markdown, for the papers of a meeting or a merge request."""

from collections.abc import Iterator

from tcplan.values.plain_text import file_name, markdown_text
from tcplan.views.diff.lines import EntryLine, count_words, file_words, heading_of, left_words, lines_of, nothing_words
from tcplan.views.diff.rows import DiffPage, EntryDiffRow, FileDiffRow
from tcplan.views.diff.word_changes import ChangedWords


def diff_markdown(page: DiffPage) -> str:
    """The page as Markdown; removed words are struck through, and new ones bold."""
    if not page.files:
        return f"{markdown_text(nothing_words(page))}\n"
    parts = [f"## {markdown_text(f'Changes from {page.before} to {page.after}')}"]
    for file in page.files:
        parts += _file_parts(file)
    return "\n\n".join(parts) + "\n"


def _file_parts(file: FileDiffRow) -> Iterator[str]:
    yield f"### {markdown_text(file.title or file_name(file_words(file)))}"
    if file.before is None or file.after is None or file.likely:
        yield markdown_text(f"{file_name(file_words(file))}")
    if file.entries:
        left = left_words(file.entries)
        yield f"{count_words(file.entries)}{f'; {left}' if left else ''}."
    yield from map(_entry_part, file.entries)


def _entry_part(entry: EntryDiffRow) -> str:
    words, title = heading_of(entry)
    heading = f"**{markdown_text(words)}**" + (f": {markdown_text(title)}" if title else "")
    lines = [f"- {_line(one)}" for one in lines_of(entry)]
    return "\n".join([heading, "", *lines]).rstrip()


def _line(line: EntryLine) -> str:
    if not line.words:
        return markdown_text(line.sentence)
    return f"{markdown_text(line.lead_in)} {' '.join(_words(one) for one in line.words)}"


def _words(row: ChangedWords) -> str:
    text = markdown_text(row.text)
    return f"~~{text}~~" if row.kind == "removed" else f"**{text}**" if row.kind == "added" else text
