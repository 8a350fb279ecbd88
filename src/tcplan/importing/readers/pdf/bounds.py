"""How much a PDF file may hold: generous for a plan, and so small that reading ends in seconds."""

from typing import Final

from tcplan.importing.document import UnreadableError

MAX_FILE: Final = 50_000_000
"""The number of bytes of the file: a plan with many photographs has some twenty million."""

MAX_PAGES: Final = 200
"""The number of pages: the longest plan that is known has about sixty."""

MAX_UNPACKED: Final = 40_000_000
"""The number of bytes of all packed parts that are read; pictures are not."""

MAX_DRAWN: Final = 4_000_000
"""The number of bytes of what draws the pages: a page of a table takes some twenty thousand."""

MAX_LETTERS: Final = 300_000
"""The number of letters on all pages: a plan of sixty actions has some fifty thousand."""

MAX_SHAPES: Final = 60_000
"""The number of lines and areas on all pages: a table of sixty rows has some thousand."""

MAX_CODES: Final = 200_000
"""The number of letters that the tables of a font describe: a font of Chinese has some thirty thousand."""

MAX_GRID: Final = 40_000
"""The number of squares into which the lines on one page cut it."""

MAX_GRIDS: Final = 300
"""The number of tables on one page."""

MAX_OBJECTS: Final = 200_000
"""The number of objects of a file: a plan has some hundreds."""

MAX_LINES: Final = 2_000_000
"""The number of line ends in a file; in pictures they come about by chance."""

MAX_SIDE: Final = 15_000
"""The longest side of a page in points: some five metres, as the format says."""


def too_much(what: str) -> UnreadableError:
    """Why a file beyond a limit is not read; `what` is more than a plan can have."""
    return UnreadableError(
        f"this PDF file is not read: {what}",
        "save the pages with the plan as a PDF file of their own, or ask for the Word file",
    )


def damaged_pdf() -> UnreadableError:
    """Why a file that is cut off or broken cannot be read."""
    return UnreadableError(
        "this PDF file is damaged: it was cut off, or changed on its way",
        "ask for another copy, or for the Word file that it was made from",
    )
