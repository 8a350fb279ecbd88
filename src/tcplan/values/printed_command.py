"""A command as it is printed for people to run: complete, and quoted so that a shell reads every word as it is."""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

from tcplan.values.plain_text import clean


def printed_command(verb: str, *places: str | Path, options: Iterable[str | Path] = ()) -> str:
    """`tcplan VERB` with its places and options, as it can be typed in the current folder.

    A path that begins with a hyphen has `./` before it, so that it is not read as an option. Other places that begin
    with one come last, after `--`.
    """
    words = [_word(place) for place in places]
    after = [_word(option) for option in options]
    if any(word.startswith("-") for word in words):
        return _quote(["tcplan", verb, *after, "--", *words])
    return _quote(["tcplan", verb, *words, *after])


def command_at(verb: str, path: Path, *options: str | Path) -> str:
    """`tcplan VERB` for a path, which is left out if it is the current folder."""
    return printed_command(verb, *([] if path == Path() else [path]), options=options)


def shell_word(word: str | Path) -> str:
    """One word as a shell reads it."""
    return _quote([str(word)])


def shell_join(*words: str | Path) -> str:
    """Words of a command as a shell reads them."""
    return _quote([str(word) for word in words])


def can_be_printed(words: Iterable[str]) -> bool:
    """Whether words can stand in a printed command: line breaks and control characters cannot be typed in one line."""
    return not any("\n" in word or "\t" in word or clean(word) != word for word in words)


def _word(word: str | Path) -> str:
    return f"./{word}" if isinstance(word, Path) and str(word).startswith("-") else str(word)


def _quote(words: list[str]) -> str:
    if os.name == "nt":
        import subprocess  # noqa: PLC0415 (it takes long to import, and is needed only here)

        return subprocess.list2cmdline(words)
    return shlex.join(words)
