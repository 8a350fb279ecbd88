"""The layout of a YAML file: order of keys, indentation and blank lines, with comments next to what they describe.

A document is parsed to a tree of lines, written from it, and verified: unless only its layout changes it is refused.
"""

from dataclasses import dataclass

from tcplan.yaml_editor.layout.parse import parse_layout
from tcplan.yaml_editor.layout.tree import LayoutError, Style
from tcplan.yaml_editor.layout.verify import REPORT_FAULT, verify
from tcplan.yaml_editor.layout.write import write_layout
from tcplan.yaml_reader.lines import line_break_pattern
from tcplan.yaml_reader.reader import Document, read_text

__all__ = ["Refusal", "Style", "lay_out"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document is left as it is: the line, counted from 1, what is in the way there, and what to do."""

    line: int
    says: str
    help: str


def lay_out(document: Document, style: Style, *, is_used: bool = True) -> str | Refusal:
    """The text of a sound document (a mapping with keys, no problems) in the house style, or why it is left as it is.

    A last line without a line break is taken as if it had one. A text that is not used, since it is only asked whether
    it differs, is not verified, which takes longer than all else.
    """
    found = line_break_pattern().search(document.text)
    end = found[0] if found else "\n"
    if not document.text.endswith(("\n", "\r")):
        document = read_text(document.text + end, document.name)
    try:
        text = write_layout(parse_layout(document, style, end), end)
        if is_used and text != document.text:
            after = read_text(text, document.name)
            verify(document, after)
            _check_settled(after, style, end)
    except LayoutError as error:
        line = sum(1 for _ in line_break_pattern().finditer(document.text, 0, error.offset)) + 1
        return Refusal(line, error.message, error.help)
    return text


def _check_settled(document: Document, style: Style, end: str) -> None:
    """Lay out once more what has been laid out; raises LayoutError where that changes it."""
    if write_layout(parse_layout(document, style, end), end) != document.text:
        raise LayoutError("formatting the file again would change it again", 0, REPORT_FAULT)
