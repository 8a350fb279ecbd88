"""A key to the colours of a plan: a small table or some lines that say what each colour means."""

import re
from functools import cache

from tcplan.importing.document import SourceTable
from tcplan.importing.finding.grids import cell_words, filled, make_grid
from tcplan.importing.found import Words

_MOST_ROWS = 14
_MOST_BESIDE = 3
"""How many cells say what one colour means: its name, its meaning, and what is to be done."""

_COLOURS = frozenset(
    {
        "red",
        "amber",
        "green",
        "blue",
        "grey",
        "gray",
        "yellow",
        "orange",
        "black",
        "white",
        "purple",
        "r",
        "a",
        "g",
        "b",
    }
)


@cache
def _line_pattern() -> re.Pattern[str]:
    names = "red|amber|green|blue|gr[ea]y|yellow|orange|black"
    return re.compile(
        rf"(?:(?:rag |colour )?key\s*:?\s*)?(?:{names})\b(?:\s*\([A-Z]\))?\s*(?:[:=–-]|means|is)", re.IGNORECASE
    )


def is_key_line(text: str) -> bool:
    """Whether a line says what a colour means."""
    return len(text) < 300 and bool(_line_pattern().match(text.strip()))  # noqa: PLR2004 -- a sentence or two


@cache
def _typed_sign_pattern() -> re.Pattern[str]:
    """A colour that is the first half of a word: `Red-amber-green dashboard`, `Green-space audit`."""
    return re.compile(r"[A-Za-z]+-\w")


def colour_of_line(text: str) -> str:
    """The colour that a line of running text speaks of, in lower case; empty where it is no line of a key."""
    words = text.strip()
    found = None if _typed_sign_pattern().match(words) else _line_pattern().match(words)
    return (
        next((one.casefold() for one in re.findall(r"[A-Za-z]+", found[0]) if one.casefold() in _COLOURS), "")
        if found
        else ""
    )


def key_parts(text: str) -> list[str]:
    """What a line of running text says of each colour; empty where it is no key."""
    return legend_parts(text) or ([text.strip()] if is_key_line(text) and colour_of_line(text) else [])


_LONGEST_MEANING = 120


@cache
def _part_pattern() -> re.Pattern[str]:
    """Where the next colour of a legend begins: `G = complete`, `Amber (A): under way`."""
    return re.compile(
        r"(?<![\w/-])(?P<name>(?i:red|amber|green|blue|gr[ea]y|yellow|orange|black|white|purple)|[RAGBY])"
        r"(?i:\s(?:text|shading|rating|status))?\s*(?:\([A-Z]\)\s*)?(?:[:=\u2013\u2014-]|\b(?:means|is|indicates)\b)\s*(?=\S)"
    )


@cache
def _legend_title_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:(?:rag|colour|status|progress)\s+)*(?:key|legend|ratings?|codes?)\b[^:=]{0,30}[:\u2013-]?\s*",
        re.IGNORECASE,
    )


def legend_parts(text: str) -> list[str]:
    """The parts of a line that says what several colours mean: `Key: G = complete, A = under way`; empty for others.

    Letters alone may also count the items of a list, so that one of them has to be an R or a G.
    """
    words = text.strip()
    found = list(_part_pattern().finditer(words))
    if len(found) < 2:  # noqa: PLR2004 -- several colours
        return []
    before = words[: found[0].start()]
    is_titled = bool(before) and _legend_title_pattern().fullmatch(before) is not None
    names = {one["name"] for one in found}
    if (before and not is_titled) or not (is_titled or names & {"R", "G"} or any(len(one) > 1 for one in names)):
        return []
    ends = [*(one.start() for one in found[1:]), len(words)]
    parts = [words[one.start() : end].strip(" ,;|/\n\t.") for one, end in zip(found, ends, strict=True)]
    return parts if all(len(one) <= _LONGEST_MEANING for one in parts) else []


_MOST_CELLS = 3


def key_words(table: SourceTable) -> list[Words]:
    """The lines of a key; empty if a table is none."""
    if len(table.rows) > _MOST_ROWS:
        return []
    grid = make_grid(table)
    found: list[Words] = []
    lines = 0
    for index, row in enumerate(grid.rows):
        cells = filled(row, index)
        colours = [
            slot for _, slot in cells if slot.text.casefold().strip(" :=-") in _COLOURS or is_key_line(slot.text)
        ]
        if len(cells) > _MOST_CELLS and 2 * len(colours) < len(cells):
            colours = []  # a list of choices for several columns
        blank = [slot for slot in row if slot and not slot.text and slot.cell.fill]
        coloured = [slot for _, slot in cells if slot.cell.fill]
        if len(colours) == 1 and not coloured and len(cells) > _MOST_BESIDE:
            continue  # a row of choices for several columns
        lines += max(len(colours), len(blank), len(coloured) if len(cells) <= 6 else 0)  # noqa: PLR2004 -- one line of colours
        found.extend(
            cell_words(slot.cell)
            for slot in dict.fromkeys(slot for slot in row if slot and slot.row == index)
            if slot.text or slot.cell.fill
        )
    return found if lines >= max(2, len(grid.rows) - 2) else []
