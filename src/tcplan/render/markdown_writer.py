"""Writes tokens as Markdown: mdformat's writer, with tables and with more escaping."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from mdformat.renderer import DEFAULT_RENDERERS, MDRenderer, RenderContext, RenderTreeNode

from tcplan.markdown.parser import Token, parser
from tcplan.render.escape import markdown_target
from tcplan.render.tokens import EMPHASIS
from tcplan.values.plain_text import log_lines, markdown_inline


@cache
def _delimiter_pattern() -> re.Pattern[str]:
    return re.compile(r"^([:|])(?=[-:| ]*$)", re.MULTILINE)


@cache
def _command_pattern() -> re.Pattern[str]:
    """What GitHub takes for a command if the document is printed into a log."""
    return re.compile(r"^(\s*):(?=:)", re.MULTILINE)


@cache
def _spaces_pattern() -> re.Pattern[str]:
    return re.compile(r"[ \t]+")


def _text(node: RenderTreeNode, context: RenderContext) -> str:
    del context
    text = markdown_inline(_spaces_pattern().sub(" ", node.content))
    following = node.next_sibling
    return f"{text[:-1]}\\!" if text.endswith("!") and following and following.type == "link" else text


def _paragraph(node: RenderTreeNode, context: RenderContext) -> str:
    written = _delimiter_pattern().sub(r"\\\1", DEFAULT_RENDERERS["paragraph"](node, context))
    return _command_pattern().sub(r"\1\\:", written)


def _hardbreak(node: RenderTreeNode, context: RenderContext) -> str:
    del context
    above = node.parent.parent if node.parent else None
    return "\\\n" if above and above.type == "paragraph" else " "


def _strong(node: RenderTreeNode, context: RenderContext) -> str:
    """Two asterisks, because two underscores mark the words of the document itself."""
    return f"**{''.join(child.render(context) for child in node.children)}**"


def _heading(node: RenderTreeNode, context: RenderContext) -> str:
    inside = "".join(child.render(context) for child in node.children)
    return f"{node.markup} {' '.join(inside.split())}".rstrip()


def _link(node: RenderTreeNode, context: RenderContext) -> str:
    inside = "".join(child.render(context) for child in node.children)
    return f"[{inside}]({markdown_target(str(node.attrs['href']))})"


def _code(node: RenderTreeNode, context: RenderContext) -> str:
    code = DEFAULT_RENDERERS["code_inline"](node, context)
    return code.replace("|", "\\|") if _in_cell(node) else code


def _in_cell(node: RenderTreeNode) -> bool:
    above = node.parent
    while above is not None:
        if above.type in ("th", "td"):
            return True
        above = above.parent
    return False


def _table(node: RenderTreeNode, context: RenderContext) -> str:
    rows = [row for part in node.children for row in part.children]
    lines = [_row([_cell(cell, context) for cell in row.children]) for row in rows]
    marks = [_alignment(str(cell.attrs.get("style", ""))) for cell in rows[0].children]
    return "\n".join([lines[0], _row(marks), *lines[1:]])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(node: RenderTreeNode, context: RenderContext) -> str:
    return " ".join("".join(child.render(context) for child in node.children).split())


def _alignment(style: str) -> str:
    return {"right": "---:", "center": ":---:", "left": ":---"}.get(style.rpartition(":")[2], "---")


class _Renderers:
    """What mdformat calls a parser extension: the writers that differ from its own."""

    RENDERERS: ClassVar[Mapping[str, Any]] = MappingProxyType(
        {
            "text": _text,
            "paragraph": _paragraph,
            "hardbreak": _hardbreak,
            "heading": _heading,
            "strong": _strong,
            "link": _link,
            "code_inline": _code,
            "table": _table,
        }
    )


def write_markdown(tokens: Sequence[Token], typed: str) -> str:
    """Tokens as Markdown that reads as they do, without a newline at the end; `typed` is what they were read from.

    If the marks of emphasis are so close to others that they would not be read as emphasis, all emphasis is left out.
    """
    written = _write(tokens)
    if written == typed.strip() or _visible_content(parser().parse(written)) == _visible_content(tokens):
        return written  # what is written as it was typed need not be read again
    for token in tokens:
        token.children = [child for child in token.children or [] if child.type not in EMPHASIS]
    return _write(tokens)


def write_cell(tokens: Sequence[Token]) -> str:
    """Tokens on one line, for a cell of a table: what is in a list, a quotation or a table follows as words."""
    pieces: list[str] = []
    for token in tokens:
        if token.type == "list_item_open":
            pieces.append(f"{token.info}." if token.info else "•")
        children = _on_one_line(token)
        if children:
            inline = Token("inline", "", 0, children=children)
            paragraph = [Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]
            pieces += write_markdown(paragraph, "").split()
    return " ".join(pieces)


def _on_one_line(token: Token) -> list[Token]:
    """What is inside a block, without line breaks; a bar in code is escaped as a table wants it."""
    children = token.children or []
    if token.type in ("fence", "code_block"):
        children = [Token("code_inline", "code", 0, content=token.content, markup="`")]
    for child in children:
        if child.type == "hardbreak":
            child.type = "softbreak"
        if child.type == "code_inline":
            child.content = log_lines(" ".join(child.content.split())).replace("|", "\\|")
    return [child for child in children if child.type != "code_inline" or child.content]


def _write(tokens: Sequence[Token]) -> str:
    options = {"parser_extension": [_Renderers], "mdformat": {"wrap": "keep", "number": True}}
    tree = RenderTreeNode(tokens)
    text = MDRenderer().render_tree(tree, options, {}, finalize=False)
    for node in list(tree.walk()):
        node.children = []  # nodes refer to their parents, and Python's collector of such circles is off
    return text


def _visible_content(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """What a reader sees: the blocks, the marks and the words in their order."""
    seen: list[tuple[str, str]] = []
    for token in tokens:
        if token.type != "inline":
            seen.append((token.tag, token.content))
            continue
        words = ""
        for child in token.children or []:
            if child.type in ("text", "softbreak", "hardbreak"):
                words += child.content or " "
            else:
                seen += [("", " ".join(words.split())), (child.type, child.content)]
                words = ""
        seen.append(("", " ".join(words.split())))
    return seen
