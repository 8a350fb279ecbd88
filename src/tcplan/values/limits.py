"""How much of anything a file may hold: generous for a plan, and so small that every command ends in seconds.

What is more is one finding. The size of a file has its limit in `files/sources.py`.
"""

from typing import Final

MAX_ID: Final = 200
"""The number of characters of an id, a date, a number or another value that is not made of words."""

MAX_TITLE: Final = 1_000
"""The number of characters of a title, a name, a reference or a key."""

MAX_ADDRESS: Final = 2_000
"""The number of characters of a web address: browsers take no more everywhere."""

MAX_TEXT: Final = 100_000
"""The number of characters of a text: some fifteen thousand words, when a form allows a few hundred."""

MAX_ITEMS: Final = 50_000
"""The number of items of a list, or of keys of an entry: five times the actions of a very large plan."""

MAX_VALUES: Final = 2_000_000
"""The number of keys, values, and ends of lists and entries in a file; ten thousand actions have about a million."""

MAX_PROBLEMS: Final = 1_000
"""The number of findings of one kind that are made of one file while it is read; the others are counted."""

MAX_UNKNOWN_KEYS: Final = 20
"""The number of unknown keys of one entry that are looked at one by one; the others are counted."""

MAX_FAULTS: Final = 20_000
"""The number of values of a file that its shape, or one rule, may refuse; a file with more is no plan."""
