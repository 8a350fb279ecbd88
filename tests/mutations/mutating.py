"""Random single mistakes in sound plan files, the same ones for the same seed.

Each kind of mistake is a small function of a file and a random source. It returns the broken text, the line of the
mistake and the text as it was meant; or None where it finds no place for the mistake.
"""

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from random import Random

from mutations.base_files import BaseFile, Mutation, base_files
from mutations.layout import bad_indent, duplicate_key, tab
from mutations.marks import comma_in_braces, missing_quote, stray_hash
from mutations.moved import moved_date
from mutations.words import broken_reference, duplicate_id, misspelt_key, wrong_word

__all__ = ["KINDS", "Mutation", "mutations"]

Kind = Callable[[BaseFile, Random], Mutation | None]

KINDS: tuple[Kind, ...] = (
    misspelt_key,
    wrong_word,
    broken_reference,
    moved_date,
    duplicate_id,
    duplicate_key,
    bad_indent,
    tab,
    missing_quote,
    comma_in_braces,
    stray_hash,
)


def mutations(count: int, seed: int = 2026) -> list[Mutation]:
    """So many mistakes, as many of each kind; of the files the longer ones come more often."""
    return list(islice(_mutations(Random(seed)), count))


def _mutations(random: Random) -> Iterator[Mutation]:
    files = base_files()
    weights = [len(file.text) ** 0.5 for file in files]
    for kind in cycle(KINDS):
        made = None
        while made is None or made.text == made.meant:
            made = kind(random.choices(files, weights)[0], random)
        yield made
