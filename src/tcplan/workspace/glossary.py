"""Names of owners: which spellings mean the same one, how it is printed, and which words are placeholders.

Whatever compares or prints a lead, an owner or a reporter asks here, so that no two outputs disagree.
Names that are only similar are two names here; the rules ask about them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from tcplan.findings.span import Path
from tcplan.model.institution import Contact, Owner
from tcplan.values.invisible import without_unseen
from tcplan.workspace.tree import Node

TO_BE_CONFIRMED: Final = "tbc"
"""The word that outputs print for every placeholder."""


@cache
def _placeholder_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\W*|(?:tb[cda]|t\.b\.[cda])\b.*"
        r"|to be (?:confirmed|decided|named|appointed|announced|agreed|advised|determined|identified)\b.*"
        r"|(?:currently )?vacan(?:t|cy)(?: (?:post|role|position))?|(?:post|role|position) vacant|unassigned|unfilled"
        r"|not yet (?:assigned|appointed|known|agreed|named|confirmed|in post)|none|n/?a",
        re.DOTALL,
    )


_AROUND: Final = "[](). \"'\u201c\u201d\u201e\u2018\u2019\u201a"
"""Brackets and quotes around a placeholder, the curly ones of word processors among them."""


@cache
def _long_and_short_pattern() -> re.Pattern[str]:
    return re.compile(r"(.+?) ?\(([^()]+)\)")


_NAMES_KEPT: Final = 4096
"""So many names are folded once: every rule asks for them, and hundreds of plans name the same offices."""


@lru_cache(_NAMES_KEPT)
def fold_name(name: str) -> str:
    """The form in which names are compared: without differences of spaces, capitals or Unicode form.

    NFKC also makes ordinary spaces and letters of those that come with copying from a document: no-break spaces,
    ligatures. Characters that nobody sees make no difference either. It is applied twice, since folding the capitals
    may leave letters apart from their accents.
    """
    return fold_text(name)


def fold_text(text: str) -> str:
    """The same form of a text in which names are looked for; it is not kept, since it may be long."""
    if text.isascii():
        return " ".join(text.casefold().split())
    composed = unicodedata.normalize("NFKC", without_unseen(text)).casefold()
    return " ".join(unicodedata.normalize("NFKC", composed).split())


@lru_cache(_NAMES_KEPT)
def is_placeholder(name: str) -> bool:
    """Whether this is written in place of a name until there is one: `tbc`, `to be agreed`, `vacant`."""
    return _placeholder_pattern().fullmatch(fold_name(name).strip(_AROUND)) is not None


def spellings_of(owner: Owner) -> Iterator[tuple[Path, str]]:
    """The spellings that an entry of the glossary lists, each with its place in the entry; the one to print first."""
    yield ("name",), owner.name
    if owner.long:
        yield ("long",), owner.long
    yield from ((("also", index), spelling) for index, spelling in enumerate(owner.also))


class Glossary:
    """An institution's list of owners, and its contact. Where it is empty, names are printed as they are written."""

    def __init__(self, owners: tuple[Owner, ...] = (), contact: Contact | None = None) -> None:
        self.owners = owners
        self.contact = contact
        self._listed: dict[str, list[Owner]] = {}
        for owner in self.owners:
            for _, spelling in spellings_of(owner):
                of_spelling = self._listed.setdefault(fold_name(spelling), [])
                if owner not in of_spelling:
                    of_spelling.append(owner)

    @property
    def names(self) -> Mapping[str, str]:
        """The name to print by every spelling that is listed, as `fold_name` makes it."""
        return {spelling: owners[0].name for spelling, owners in self._listed.items()}

    def listed(self, name: str) -> list[Owner]:
        """The owners that a spelling is listed for: one, none, or by mistake several, of whom the first counts."""
        found = self._listed.get(folded := fold_name(name), [])
        return found or self._listed_with_short(folded)

    def _listed_with_short(self, folded: str) -> list[Owner]:
        """The owners of a name with another of theirs in brackets after it, as `long_name` prints it."""
        both = _long_and_short_pattern().fullmatch(folded)
        if both is None:
            return []
        short = self._listed.get(both[2], [])
        return [owner for owner in self._listed.get(both[1].strip(), []) if owner in short]

    def canonical(self, name: str) -> str:
        """The name as it is printed: from the glossary, `tbc` for a placeholder, else as it is written, on one line."""
        if is_placeholder(name):
            return TO_BE_CONFIRMED
        owners = self.listed(name)
        return owners[0].name if owners else " ".join(unicodedata.normalize("NFC", name).split())

    def long_name(self, name: str) -> str:
        """The name in full with the short one after it: `Human Resources (HR)`; `canonical` where none is listed."""
        owners = [] if is_placeholder(name) else self.listed(name)
        return f"{owners[0].long} ({owners[0].name})" if owners and owners[0].long else self.canonical(name)

    def named(self, name: str | None) -> str | None:
        """Who is named, as it is printed; None where nothing is written, or a placeholder."""
        return None if name is None or is_placeholder(name) else self.canonical(name)

    def named_in(self, names: Iterable[str | None]) -> dict[str, str]:
        """All who are named, each once: as they are printed, by the form in which names are compared.

        A name that is not listed is printed as it is written first.
        """
        found: dict[str, str] = {}
        for name in filter(None, map(self.named, names)):
            found.setdefault(fold_name(name), name)
        return found

    def leads_and_owners(self, nodes: Iterable[Node]) -> dict[str, str]:
        """All leads and owners of some entries, as `named_in` returns them."""
        return self.named_in(name for node in nodes for name in (node.entry.lead, *node.entry.owners))
