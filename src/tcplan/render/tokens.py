"""Prose as Markdown tokens that are safe to print in either format: no HTML, no images, headings below their place."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tcplan.markdown.parser import Token, parse
from tcplan.values.plain_text import clean

LOWEST_HEADING: Final = 6
LINE_END: Final = "\n"


@cache
def _schemes_pattern() -> re.Pattern[str]:
    return re.compile(r"(https?://|mailto:)", re.IGNORECASE)


@cache
def _fence_word_pattern() -> re.Pattern[str]:
    return re.compile(r"[\w+#.-]+")


EMPHASIS: Final = frozenset({"em_open", "em_close", "strong_open", "strong_close"})


def prose_tokens(text: str, below: int) -> list[Token]:
    """The tokens of a prose text with all its headings below the level `below`."""
    tokens = parse(clean(text))
    for token in tokens:
        token.content = clean(token.content)
        token.meta = {}
        if token.type in ("fence", "code_block"):
            word = _fence_word_pattern().fullmatch(token.info.strip())
            token.info = word[0] if word else ""
            token.content = token.content and f"{token.content.removesuffix(LINE_END)}{LINE_END}"
        if token.children is not None:
            token.children = list(_safe_inline(token.children))
    return list(_lower_headings(tokens, below))


def _lower_headings(tokens: Sequence[Token], below: int) -> Iterator[Token]:
    """Renumber headings by rank, so that no level is left out; below the last level they become bold paragraphs."""
    ranks: list[int] = []
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            rank = int(token.tag[1:])
            while ranks and ranks[-1] >= rank:
                ranks.pop()
            ranks.append(rank)
        if token.type in ("heading_open", "heading_close"):
            _set_level(token, below + len(ranks))
        elif (
            token.type == "inline"
            and index
            and tokens[index - 1].type == "paragraph_open"
            and tokens[index - 1].meta.get("bold")
        ):
            token.children = [
                Token("strong_open", "strong", 1, markup="**"),
                *_without_emphasis(token.children),
                Token("strong_close", "strong", -1, markup="**"),
            ]
        yield token


def _set_level(token: Token, level: int) -> None:
    if level <= LOWEST_HEADING:
        token.tag, token.markup = f"h{level}", "#" * level
        return
    token.type, token.tag, token.markup = token.type.replace("heading", "paragraph"), "p", ""
    token.meta = {"bold": True}


def _without_emphasis(children: list[Token] | None) -> list[Token]:
    return [child for child in children or [] if child.type not in EMPHASIS]


def _safe_inline(children: Sequence[Token]) -> Iterator[Token]:
    """Keep only links to web and e-mail addresses; an image becomes a link to it."""
    open_links: list[bool] = []
    for child in children:
        child.content = clean(child.content).replace("\n", " ")
        child.meta = {}
        if child.type == "link_open":
            open_links.append(_leads_out(child.attrs.get("href")))
            child.attrs = {"href": child.attrs.get("href", "")}
        if child.type == "image":
            yield from _image(child, inside=any(open_links))
        elif child.type not in ("link_open", "link_close") or open_links[-1]:
            yield child
        if child.type == "link_close":
            open_links.pop()


def _image(image: Token, *, inside: bool) -> Iterator[Token]:
    text = Token("text", "", 0, content=f"Image: {clean(_plain_text(image.children)) or 'without a description'}")
    source = image.attrs.get("src")
    if inside or not _leads_out(source):
        yield text
        return
    yield Token("link_open", "a", 1, attrs={"href": source or ""})
    yield text
    yield Token("link_close", "a", -1)


def _plain_text(children: Sequence[Token] | None) -> str:
    return "".join(
        " " if child.type.endswith("break") else child.content or _plain_text(child.children)
        for child in children or []
    )


def _leads_out(href: object) -> bool:
    return isinstance(href, str) and _schemes_pattern().match(href) is not None
