"""Looks for secrets in files that are about to be published."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tcplan.check.leaks.output_text import OutputLine, OutputText, read_output
from tcplan.check.leaks.plain import Words, addresses_in, words_of
from tcplan.check.leaks.secrets import Secret, SecretKind, collect_secrets, published_texts
from tcplan.check.leaks.walk import WrittenText
from tcplan.workspace import Workspace


class Leak(NamedTuple):
    """Something that must not be published, and the line of a file that gives it away.

    `also` is a text that may be published and has the same words, if there is one: it is what has to be changed.
    """

    file: str
    line: int
    secret: Secret
    also: WrittenText | None = None


@dataclass
class _Index:
    """What to look for: rows of words by their length, whole texts, and addresses, each with its secret."""

    runs: dict[int, dict[Words, Secret]] = field(default_factory=lambda: defaultdict(dict))
    wholes: dict[Words, Secret] = field(default_factory=dict)
    addresses: dict[str, Secret] = field(default_factory=dict)
    also: dict[Words | str, WrittenText] = field(default_factory=dict)


def find_leaks(workspace: Workspace, public: Collection[str], day: date, files: Mapping[str, bytes]) -> list[Leak]:
    """Every secret that the files give away, at the first place of each file that does.

    `public` are the names of the plan files that the files were made of, as they are on the day.
    """
    index = _index(workspace, public, day)
    leaks: dict[tuple[str, int], Leak] = {}
    for path, content in files.items():
        named = OutputText([OutputLine(1, path)], [])
        for text in (named, *read_output(path, content)):
            for leak in _in_text(index, path, text):
                leaks.setdefault((path, id(leak.secret)), leak)
    return sorted(leaks.values(), key=lambda one: (one.file, one.line))


def _index(workspace: Workspace, public: Collection[str], day: date) -> _Index:
    """The secrets that are not also said in what may be published, but for the words of those that must be nowhere."""
    secrets = list(collect_secrets(workspace, public, day))
    runs = {run for one in secrets for run in (*one.runs, *one.wholes)}
    said = _said(published_texts(workspace, public, day), runs)
    index = _Index()
    for one in secrets:
        _add(index, one, said)
    return index


def _said(texts: Iterable[WrittenText], runs: Collection[Words]) -> dict[Words | str, WrittenText]:
    """Those of some rows of words that may be published, and all addresses, each with the first text that has it.

    Texts come before names, in whose place documents may print a role.
    """
    lengths = {len(run) for run in runs}
    found: dict[Words | str, WrittenText] = {}
    for text in sorted(texts, key=lambda one: one.is_name):
        words = words_of(text.text)
        for length in lengths:
            for run in _rows(words, length):
                if run in runs:
                    found.setdefault(run, text)
        for address in addresses_in(text.text):
            found.setdefault(address, text)
    return found


def _add(index: _Index, secret: Secret, said: Mapping[Words | str, WrittenText]) -> None:
    """Add a secret without what may be published of it; one that must be nowhere stays whole if all of it may.

    A name stays whole anyway: a plan has it as that of a lead, for whom documents print a role.
    """
    new = [run for run in secret.runs if run not in said]
    if secret.kind is SecretKind.PERSON or (secret.kind.is_strict and not new):
        new = [*secret.runs]
    for run in new:
        index.runs[len(run)].setdefault(run, secret)
    for whole in secret.wholes:
        if whole not in said:
            index.wholes.setdefault(whole, secret)
    for address in secret.addresses:
        index.addresses.setdefault(address, secret)
    keys: list[Words | str] = [*new, *secret.addresses]
    index.also.update((key, said[key]) for key in keys if key in said and not said[key].is_name)


def _in_text(index: _Index, path: str, text: OutputText) -> Iterator[Leak]:
    numbered = [(line.number, word) for line in text.lines for word in words_of(line.text)]
    words = tuple(word for _, word in numbered)
    for length, runs in index.runs.items():
        for place, row in enumerate(_rows(words, length)):
            if row in runs:
                yield Leak(path, numbered[place][0], runs[row], index.also.get(row))
    yield from _whole_texts(index, path, text.wholes)
    yield from _addresses(index, path, (*text.lines, *text.wholes))


def _whole_texts(index: _Index, path: str, texts: Iterable[OutputLine]) -> Iterator[Leak]:
    if index.wholes:
        for one in texts:
            found = index.wholes.get(words_of(one.text))
            if found:
                yield Leak(path, one.number, found)


def _addresses(index: _Index, path: str, lines: Iterable[OutputLine]) -> Iterator[Leak]:
    if index.addresses:
        for one in lines:
            for address in addresses_in(one.text) if "." in one.text or "@" in one.text else ():
                if address in index.addresses:
                    yield Leak(path, one.number, index.addresses[address], index.also.get(address))


def _rows(words: Words, length: int) -> Iterator[Words]:
    """All rows of so many words that follow each other."""
    return zip(*(words[start:] for start in range(length)), strict=False)
