"""How much a document may hold: generous for a plan, and so small that every reader ends in seconds."""

from typing import Final

MAX_DIRECTORY: Final = 2_000_000
"""The number of bytes of the list of contents of a zip file: some twenty thousand parts."""

MAX_PART: Final = 64_000_000
"""The number of bytes of one part of a zip file when it is unpacked: a plan of sixty actions has about one million."""

MAX_UNPACKED: Final = 128_000_000
"""The number of bytes of all parts that are read."""

MAX_TOKEN: Final = 2_000_000
"""The number of bytes of XML in which no element begins or ends: a tag with its attributes, or a text."""

MAX_COMMENTS: Final = 100
"""The number of comments in a part of XML."""

MAX_ELEMENTS: Final = 600_000
"""The number of elements of XML that are held at once: some ten thousand cells as Word writes them."""

MAX_STREAMED: Final = 2_000_000
"""The number of elements of XML of one part that are looked at one after another: some thousands of rows of a sheet."""

MAX_DEPTH: Final = 200
"""How deep elements of XML may stand in each other: a table in a table in a table takes some forty."""

MAX_WORDS: Final = 5_000_000
"""The number of characters of the text of a document: some ten thousand actions."""

MAX_FRAGMENTS: Final = 60_000
"""The number of paragraphs and cells of a document: some three thousand actions."""
