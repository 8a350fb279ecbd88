"""The two YAML parsers as one function: libyaml's for speed, ruamel's own where that refuses or is missing."""

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

Events = Iterator[Any]


@cache
def _no_character_pattern() -> re.Pattern[str]:
    return re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")


PURE_VARIABLE = "TCPLAN_PURE_YAML"
"""Environment variable that leaves the C library out; CI runs the suite that way."""


class YamlSyntaxError(Exception):
    """The text is not YAML: the parser's message and its offset.

    `context` is the offset of what the parser was inside of, such as the start of a list. Where that is never
    closed it is the offset too, since the end of the file explains nothing.
    """

    def __init__(self, message: str, offset: int, context: int | None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.context = context


def pure_events(text: str) -> Events:
    """The parser events of ruamel.yaml's own parser; raises `YamlSyntaxError`."""
    from ruamel.yaml import YAML  # noqa: PLC0415 (slow to import, and not every command reads)

    return _guard(YAML(typ="safe", pure=True).parse(text), text)


def fast_events(text: str) -> Events:
    """The parser events of libyaml where it is installed, else those of `pure_events`."""
    parser = _c_parser()
    return pure_events(text) if parser is None else _guard(iter(parser(_Pieces(text)).get_event, None), text)


class _Pieces:
    """A text as a file that is read piece by piece: libyaml would keep all the bytes of a text until its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = 0

    def read(self, size: int) -> str:
        """The next characters; nothing at the end."""
        start = self._start
        self._start += size
        return self._text[start : self._start]


@cache
def has_c_parser() -> bool:
    """Whether libyaml is there and wanted."""
    return _c_parser() is not None


@cache
def _c_parser() -> Callable[[object], Any] | None:
    if os.environ.get(PURE_VARIABLE):
        return None
    try:
        from _ruamel_yaml import CParser  # noqa: PLC0415 (optional on platforms without a wheel)
    except ImportError:
        return None
    return cast("Callable[[object], Any]", CParser)


def _guard(events: Events, text: str) -> Events:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 (as above)

    try:
        yield from events
    except MarkedYAMLError as error:
        words = " ".join(part for part in (error.context, error.problem) if part)
        offset, context = _offset(error.problem_mark), _offset(error.context_mark)
        if offset is None or (context is not None and offset >= len(text.rstrip())):
            offset = context
        raise YamlSyntaxError(words, min(offset or 0, len(text)), context) from None
    except (YAMLError, ValueError, OverflowError) as error:
        found = _no_character_pattern().search(text)  # the one refusal without a place: chr() of such a number
        raise YamlSyntaxError(f"escape sequence: {error}", found.start() if found else 0, None) from None


def _offset(mark: Any) -> int | None:
    return None if mark is None else int(mark.index)
