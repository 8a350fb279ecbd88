"""How long a text is: words as the forms count them."""

import re
from functools import cache


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"\S*\w\S*")


def count_words(text: str) -> int:
    """How many words a text has: what stands between spaces and holds a letter or digit."""
    return len(_word_pattern().findall(text))
