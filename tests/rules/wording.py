"""What no text for users may contain: the words of programmers."""

import re

PYTHON_WORDS = re.compile(
    r"\b(str|int|float|dict|tuple|NoneType|None|True|False|bool|Enum|regex|boolean|string|null)\b"
)
REGEX = re.compile(r"\\[dwsbA-Z]|\[\^|\[a-z|\(\?[:P=!]|\.\*|\)\+|\]\+")


def odd_words(text: str) -> list[str]:
    """The words of a text that only a programmer understands; text between backquotes is the user's own."""
    own = re.sub(r"`[^`]*`", "", text)
    return [match[0] for pattern in (PYTHON_WORDS, REGEX) for match in pattern.finditer(own)]
