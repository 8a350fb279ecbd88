"""What must not be published: collected from the files of a workspace, with the runs of words that give it away."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from tcplan.check.leaks.people import addresses_without_consent, names_without_consent, without_title
from tcplan.check.leaks.plain import Words, addresses_in, is_address, prose_lines, surely_addresses_in, words_of
from tcplan.check.leaks.walk import WrittenText, written_texts
from tcplan.frameworks import shipped_source
from tcplan.model.base import looks_like_reference
from tcplan.progress.history import is_in_plan
from tcplan.values.rag import Colour, Meaning, plain_words
from tcplan.values.words import Ending, FileKind, Priority, Role
from tcplan.workspace import File, PlanFile, Workspace, is_placeholder, load

RUN: Final = 6
"""So many words in a row are not the same by chance: a part of a note that long gives it away."""

FEWEST: Final = 4
"""A text of fewer words, such as "see the minutes", gives nothing away inside a longer text: see `Secret`."""

_SHORTEST: Final = 4
"""Letters of a text that is looked for as a whole; "Yes" and "HR" say nothing."""


class SecretKind(StrEnum):
    """Why something must not be published."""

    INTERNAL = "an internal note"
    COMMENT = "a comment in a text"
    ADDRESS = "an internal link"
    PERSON = "a person who has not agreed to be named"
    LATER = "a text dated after the day"
    DRAFT = "a text of a file that is not published"

    @property
    def is_strict(self) -> bool:
        """Whether it must not be there even where a published text has the same words."""
        return self in (SecretKind.INTERNAL, SecretKind.ADDRESS, SecretKind.PERSON)

    @property
    def is_ours(self) -> bool:
        """Whether it is only there by a mistake of tcplan: whoever keeps the files cannot change it."""
        return self in (SecretKind.LATER, SecretKind.DRAFT)


@dataclass(frozen=True, slots=True)
class Secret:
    """Something that must not be published.

    `runs` are rows of words that must be nowhere, `wholes` short ones that must not be a whole text, such as a cell or
    a paragraph; `addresses` are those that must be nowhere.
    """

    kind: SecretKind
    written: WrittenText
    runs: tuple[Words, ...] = ()
    wholes: tuple[Words, ...] = ()
    addresses: tuple[str, ...] = ()


def collect_secrets(workspace: Workspace, public: Collection[str], day: date) -> Iterator[Secret]:
    """All secrets of a workspace on a day, of which only some files, and those of institutions, are public."""
    for written in names_without_consent(workspace, day):
        yield _person(written)
    for written in addresses_without_consent(workspace, day):
        yield Secret(SecretKind.PERSON, written, addresses=tuple(addresses_in(written.text)))
    for file in workspace.files:
        is_draft = file.name not in public and not _is_always_public(file)
        for written in _texts_of(workspace, file, day):
            kind = _kind(written, is_draft=is_draft)
            if kind:
                yield _secret(kind, written)
            if written.is_prose and written.is_printed:
                comments = _comment_pattern().findall(written.text)
                yield from (_secret(SecretKind.COMMENT, written._replace(text=one)) for one in comments)


def published_texts(workspace: Workspace, public: Collection[str], day: date) -> Iterator[WrittenText]:
    """What the files say that may be published, and what the forms and lists of tcplan say."""
    shipped = shipped_source()
    ours = [load(shipped, name) for name in shipped.names()]
    for file in (*workspace.files, *ours):
        if file.name in public or _is_always_public(file):
            for one in _texts_of(workspace, file, day):
                if one.is_printed and not one.later:
                    yield one._replace(text=_comment_pattern().sub(" ", one.text)) if one.is_prose else one


def runs_of(words: Words) -> Iterator[Words]:
    """The rows of words that give a text away: all of `RUN` words, or a shorter text as it is."""
    if len(words) <= RUN:
        yield words
        return
    yield from (words[start : start + RUN] for start in range(len(words) - RUN + 1))


def _texts_of(workspace: Workspace, file: File, day: date) -> Iterator[WrittenText]:
    """The texts of a file; what is part of an entry that joins the plan after the day comes after it too."""
    member = workspace.members_by_file.get(file.name)
    nodes = member.tree.nodes if isinstance(member, PlanFile) else ()
    absent = {node.path for node in nodes if not is_in_plan(node, day)}
    for written in written_texts(file, day):
        yield written._replace(later=True) if written.path[:2] in absent else written


def _kind(written: WrittenText, *, is_draft: bool) -> SecretKind | None:
    if written.is_internal:
        return SecretKind.ADDRESS if is_address(written.text) else SecretKind.INTERNAL
    # What a reference names may be public by itself: a case study that a later report cites.
    if not written.is_printed or looks_like_reference(written.text):
        return None
    if is_draft:
        return SecretKind.DRAFT
    return SecretKind.LATER if written.later and not _is_always_public(written.file) else None


def _is_always_public(file: File) -> bool:
    """Whether a file is an institution, whose pages these are, or a list that plans refer to."""
    return getattr(file.shaped.model, "kind", "") in (FileKind.INSTITUTION, FileKind.FRAMEWORK)


def _secret(kind: SecretKind, written: WrittenText) -> Secret:
    """A text as it is looked for. What is public of a draft, such as the address of a page, is no secret."""
    if kind is SecretKind.ADDRESS:
        return Secret(kind, written, addresses=tuple(addresses_in(written.text)))
    addresses = tuple(surely_addresses_in(written.text)) if kind.is_strict else ()
    lines = [words_of(line) for line in prose_lines(written.text)]
    whole = tuple(word for line in lines for word in line)
    runs = [run for one in (whole, *lines) if len(one) >= FEWEST for run in runs_of(one)]
    code = [(word,) for word in whole if kind.is_strict and _is_code(word)]
    wholes = [whole] if kind.is_strict and len(whole) < FEWEST and _is_telling(whole, written.text) else []
    return Secret(kind, written, tuple(dict.fromkeys((*runs, *code))), tuple(wholes), addresses)


def _person(written: WrittenText) -> Secret:
    """A name in both orders, and without its title."""
    bare = without_title(written.text)
    names = [words_of(one) for one in (written.text, bare)]
    surname, comma, given = bare.partition(",")
    names.append(words_of(f"{given} {surname}") if comma else words_of(bare)[-1:] + words_of(bare)[:-1])
    full = dict.fromkeys(one for one in names if len(one) > 1)
    single = [one for one in names if len(one) == 1 and len(one[0]) >= _SHORTEST]
    return Secret(SecretKind.PERSON, written, tuple(full), tuple(dict.fromkeys(single)))


def _is_code(word: str) -> bool:
    """Whether a word is none of a language: a number of a file or an account."""
    return len(word) > RUN and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def _is_telling(words: Words, text: str) -> bool:
    """Whether a few words say something, and are none that every page has."""
    together = " ".join(words)
    return len(together) >= _SHORTEST and together not in _usual_words() and not is_placeholder(text)


@cache
def _comment_pattern() -> re.Pattern[str]:
    """A comment of HTML, which is for those who write the text; one that nothing ends goes on to the end."""
    return re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)


def _usual_words() -> Iterable[str]:
    lists = (Colour, Meaning, Priority, Role, Ending)
    return {plain_words(word) for one in lists for word in one} | {"none", "done", "true", "false", "not reported"}
