"""The ids of the rows of a table, and which of them are above others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tcplan.importing.document import paragraphs_in
from tcplan.importing.finding.grids import Slot
from tcplan.importing.finding.ids import automatic_id, id_parts, read_id, split_number

_SHARE = 0.4
_FEW = 0.03
_FEWEST_TEXTS = 5
_LONGEST_ID = 12


@dataclass(slots=True)
class NumberStyle:
    """Whether the words of a column begin with ids, where one alone could be chance.

    Attributes:
        has_possible: Whether so many words look like ids that they are, such as "24 Months" and "G9 posts".
        has_certain: Whether words that are ids elsewhere are ids here; one "2.5 FTE posts" among many titles is none.
        numbers: The ids.
    """

    has_possible: bool = False
    has_certain: bool = True
    numbers: set[str] = field(default_factory=set)


def learn_style(texts: Sequence[str]) -> NumberStyle:
    """Look at all cells of a column, or all items of a list."""
    found = [split_number(text) for text in texts if text]
    numbers = [one.number for one in found if one and one.number]
    possible = [one.number for one in found if one and not one.is_certain]
    is_many = len(possible) >= max(2, _SHARE * len(texts)) and len(set(possible)) >= 0.8 * len(possible)
    certain = [one.number if one and one.is_certain and not one.label else "" for one in found]
    return NumberStyle(is_many, are_numbered(certain), set(numbers))


def are_numbered(numbers: Sequence[str]) -> bool:
    """Whether numbers in front of some texts are ids; empty for a text that has none.

    `2.5 FTE trainee posts created` among thirty titles without an id begins with a number of people. Titles between
    many steps have their ids all the same.
    """
    return len(numbers) < _FEWEST_TEXTS or sum(map(bool, numbers)) > 1 + _FEW * len(numbers)


def numbered_words(text: str, style: NumberStyle) -> tuple[str, str, str]:
    """The label, the id and the words of a text."""
    found = split_number(text)
    is_id = found is not None and ((found.is_certain and (style.has_certain or found.label)) or style.has_possible)
    if found is None or not is_id or not found.rest:
        return "", "", text.strip()
    return found.label, found.number, found.rest


def id_of_slot(slot: Slot | None) -> str:
    """The id that a cell of a column of ids holds."""
    if slot is None:
        return ""
    if found := read_id(slot.text):
        return found
    numbers = [automatic_id(one.number) for one in paragraphs_in(slot.cell.blocks) if one.number]
    return next((one for one in numbers if one), "") or (
        slot.text if len(slot.text) <= _LONGEST_ID and " " not in slot.text else ""
    )


def automatic_number(slot: Slot) -> str:
    """The automatic number of the first paragraph of a cell, if it is the only one that is numbered."""
    paragraphs = list(paragraphs_in(slot.cell.blocks))
    numbered = [one for one in paragraphs if automatic_id(one.number)]
    if len(numbered) == 1 and paragraphs and paragraphs[0] is numbered[0]:
        return automatic_id(numbered[0].number)
    return ""


def heights(numbers: Iterable[str]) -> dict[tuple[str, ...], int]:
    """How many levels of ids are below each id: 0 for one that no other extends."""
    given = {id_parts(number) for number in numbers if number}
    found = dict.fromkeys(given, 0)
    for parts in sorted(given, key=len, reverse=True):
        above = next((parts[:length] for length in range(len(parts) - 1, 0, -1) if parts[:length] in given), None)
        if above is not None:
            found[above] = max(found[above], found[parts] + 1)
    return found
