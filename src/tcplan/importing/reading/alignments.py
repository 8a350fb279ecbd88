"""What an entry is aligned to: items of the frameworks that tcplan knows, where their numbers are certain."""

import re
from functools import cache

from tcplan.importing.found import Field
from tcplan.importing.reading.context import EntryContext, label_of

_MOST_N8 = 10
"""The N8's commitments are numbered 1 to 10."""


@cache
def _n8_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\bN8\b[^()0-9;\n]{0,60}\(?\s*commitments?\s*(?:no\.?|numbers?)?\s*"
        r"(?P<numbers>[0-9]{1,2}(?:\s*(?:,|&|and|/)\s*[0-9]{1,2})*)(?![0-9.])",
        re.IGNORECASE,
    )


def read_alignments(entry: EntryContext) -> None:
    """Read the items that an entry is aligned to; the words stay in `about`, as few frameworks have a list."""
    for words in entry.words(Field.ALIGNS):
        found = [
            f"n8/{int(number)}"
            for one in _n8_pattern().finditer(words.text)
            for number in re.findall("[0-9]+", one["numbers"])
            if 1 <= int(number) <= _MOST_N8
        ]
        known = entry.draft.keys.get("aligns")
        every = [*(known.value if known and isinstance(known.value, list) else []), *found]
        if every:
            entry.set("aligns", list(dict.fromkeys(map(str, every))), words)
        entry.add_about(words, label_of(words, "Strategic alignment"))
