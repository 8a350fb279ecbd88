"""Lists of phrases, as the vocabularies have them: parted by semicolons, over several lines."""

from functools import lru_cache


@lru_cache(maxsize=64)
def phrases(text: str) -> frozenset[str]:
    """The phrases of a list; in a list without semicolons, its words."""
    parts = text.split(";") if ";" in text else text.split()
    return frozenset(found for part in parts if (found := " ".join(part.split())))
