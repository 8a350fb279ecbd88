"""One form for letters with accents: a Mac stores the name of a file in another one than keyboards type.

Ids, references and names of files are kept composed, so that they are compared as they look.
"""

import unicodedata


def composed(text: str) -> str:
    """The text with each accent and its letter as one character, where there is one (Unicode's form NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
