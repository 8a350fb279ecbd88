"""Fields: an instruction, which is not text, and the result that Word has put in its place, which is."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element

from tcplan.importing.readers.word.controls import form_value

_MAX_OPEN: Final = 30
"""The number of fields that can be open; a file with more has fields that never end."""


@dataclass(slots=True)
class _OpenField:
    form: Element | None
    instruction: list[str] = field(default_factory=list)
    is_in_result: bool = False
    has_words: bool = False
    url: str = ""


class FieldStack:
    """The fields that are open at a place in the text. They can hold each other, and go on over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_OpenField] = []

    @property
    def is_in_instruction(self) -> bool:
        """Whether words here are part of an instruction."""
        return any(not one.is_in_result for one in self._open)

    @property
    def url(self) -> str:
        """Where words here lead; empty for nowhere."""
        return next((one.url for one in reversed(self._open) if one.url), "")

    def mark(self, character: Element) -> str:
        """Take note of a `w:fldChar`; the words that it stands for, at the end of a form field."""
        kind = character.get("w:fldCharType")
        if kind == "begin":
            self._open = [*self._open[-_MAX_OPEN:], _OpenField(character.find("w:ffData"))]
        elif kind == "separate" and self._open:
            self._open[-1].is_in_result = True
            self._open[-1].url = url_of_instruction("".join(self._open[-1].instruction))
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.has_words else form_value(ended.form)
        return ""

    def add_instruction(self, text: str) -> None:
        """Take note of a piece of an instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def note_words(self) -> None:
        """Words are shown as part of the results of all open fields."""
        for one in self._open:
            one.has_words = True

    def end_paragraph(self) -> None:
        """Forget fields that are broken: an instruction ends in the paragraph in which it begins."""
        self._open = [one for one in self._open if one.is_in_result]


@cache
def _hyperlink_pattern() -> re.Pattern[str]:
    return re.compile(r'\s*HYPERLINK\s+(?:\\[a-km-z]\s+)*(?:"([^"]*)"|([^\s\\"]+))', re.IGNORECASE)


def url_of_instruction(instruction: str) -> str:
    """The address in the instruction of a link; empty for other fields, and for places in the document itself."""
    match = _hyperlink_pattern().match(instruction)
    return (match[1] or match[2] or "").strip() if match else ""
