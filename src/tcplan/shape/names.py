"""What the shapes are called in messages, and texts of the file in them."""

from typing import Final

from tcplan.model import Shape

MAX_SHOWN: Final = 60
MAX_MESSAGE: Final = 200
"""So many characters of a text, or of a message with one in it, are shown; the excerpt shows the rest."""

_NAMES: Final = {
    "Accepted": "acceptance",
    "Closed": "closure",
    "Continues": "continued entry",
    "Evidence": "piece of evidence",
    "KeyMeaning": "RAG key",
    "SignOff": "sign-off",
    "Step": "success criterion or step",
    "Voice": "voice entry",
}


def name_of(shape: type[Shape]) -> str:
    """What a mapping of this shape is called in a message."""
    return _NAMES.get(shape.__name__) or "".join(f" {c.lower()}" if c.isupper() else c for c in shape.__name__).strip()


def with_article(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def shortened(text: str, most: int = MAX_SHOWN) -> str:
    """The text on one line, and not longer than a message bears."""
    text = " ".join(text.splitlines())
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."
