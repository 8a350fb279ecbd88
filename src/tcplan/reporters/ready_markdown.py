"""The checklist of a submission as Markdown, for the papers of a meeting."""

from collections.abc import Iterator, Sequence

from tcplan.values.plain_text import clean, file_name, markdown_inline, markdown_text
from tcplan.views.ready.rows import GapRow, ReadyPage
from tcplan.views.ready.words import commands, due_words, gap_counts, number_of, state_words


def ready_markdown(page: ReadyPage) -> str:
    """The page as Markdown."""
    return "\n\n".join("\n".join(part) for part in _parts(page)) + "\n"


def _parts(page: ReadyPage) -> Iterator[list[str]]:
    yield [f"# {markdown_text(page.title)}: {state_words(page).lower()}"]
    yield [f"__{markdown_text(page.institution)}__, {markdown_text(file_name(page.file))}, as of {page.as_of}."]
    yield [f"{_prose(due_words(page))}."]
    if page.page_limits and not page.sent:
        yield [markdown_text(" ".join(page.page_limits))]
    yield [f"{_sentence(gap_counts(page))}."]
    if page.questions and not page.sent:
        yield ["## Answers"]
        yield list(_question_lines(page))
    if page.reviews and not page.sent:
        yield ["## Reviews"]
        yield list(_review_lines(page))
    yield from _gap_parts("Blockers", page.blockers)
    yield from _gap_parts("Warnings", page.warnings)
    if page.accepted:
        yield ["## Accepted"]
        yield [
            f"- {_place(row.file, row.line)}: {markdown_text(row.message)}. {markdown_text(row.why)}"
            for row in page.accepted
        ]
    if page.done:
        yield ["## Done"]
        yield [f"- __{row.what}:__ {markdown_text(row.words)}" for row in page.done]
    yield from ([f"{words}: {_code(command)}"] for words, command in commands(page))


def _question_lines(page: ReadyPage) -> Iterator[str]:
    yield "| Question | Words | At most | Evidence |"
    yield "| --- | ---: | ---: | ---: |"
    for one in page.questions:
        most = "–" if one.most_words is None else one.most_words
        yield f"| {markdown_text(f'{one.id} {one.title}')} | {one.words} | {most} | {one.evidence} |"


def _review_lines(page: ReadyPage) -> Iterator[str]:
    yield "| Plan | Reviewed | Actions | With a colour | With a sentence | With evidence |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for one in page.reviews:
        counts = f"{one.actions} | {one.coloured} | {one.with_note} | {one.with_evidence}"
        yield f"| {markdown_text(one.plan)} | {one.date or '–'} | {counts} |"


def _gap_parts(heading: str, rows: Sequence[GapRow]) -> Iterator[list[str]]:
    if not rows:
        return
    yield [f"## {heading} ({number_of(tuple(rows))})"]
    for kind in dict.fromkeys(row.kind for row in rows):
        found = [row for row in rows if row.kind == kind]
        yield [f"### {markdown_text(kind)} ({number_of(tuple(found))})"]
        yield [line for row in found for line in _gap_lines(row)]


def _gap_lines(row: GapRow) -> Iterator[str]:
    yield f"- {_place(row.file, row.line)}: {_prose(row.message)}."
    yield f"  Next: {_prose(row.next)}" + (f": {_code(row.command)}" if row.command else "")


def _prose(text: str) -> str:
    """A sentence of a rule, in which keys and values are between backquotes."""
    parts = " ".join(clean(text).split()).split("`")
    if len(parts) % 2 == 0:
        return markdown_text(text)
    return "".join(f"`{part}`" if index % 2 else markdown_inline(part) for index, part in enumerate(parts))


def _code(command: str) -> str:
    return f"`{file_name(command)}`" if "`" not in command else markdown_text(command)


def _place(file: str, line: int) -> str:
    return markdown_text(f"{file_name(file)}:{line}")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
