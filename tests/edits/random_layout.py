"""Plan data written as people write them: any style that YAML allows, with random comments and blank lines."""

import random
import textwrap
from collections.abc import Iterator
from itertools import count
from typing import Any

from tcplan.yaml_reader.quoting import as_scalar, quoted

COMMENT = "# remark"


def with_random_layout(data: dict[str, Any], rng: random.Random) -> str:
    """The text of a file that holds the data, in a style of its own; comments are numbered in order."""
    lines = list(_mapping(data, 0, rng))
    text = "".join(f"{line}\n" for line in _with_comments(lines, rng))
    if rng.random() < 0.25:
        text = text.removesuffix("\n")
    if rng.random() < 0.25:
        text = text.replace("\n", "\r\n")
    return text if rng.random() < 0.8 else "\ufeff" + text


def _mapping(data: dict[str, Any], column: int, rng: random.Random) -> Iterator[str]:
    """The lines of a block mapping; those that no comment may come before begin with a NUL."""
    for key, value in data.items():
        name = f'"{key}"' if rng.random() < 0.1 else as_scalar(key)
        head, body = _value(value, column, rng)
        yield f"{' ' * column}{name}:{head and ' ' * rng.choice((1, 1, 1, 2, 4))}{head}"
        yield from body


def _value(value: Any, column: int, rng: random.Random) -> tuple[str, list[str]]:
    if isinstance(value, str):
        return _text(value, column, rng)
    if not value:
        return {type(None): "", list: "[]", dict: "{}"}[type(value)], []
    if rng.random() < _flow_chance(value):
        return _flow(value), []
    if isinstance(value, dict):
        return "", list(_mapping(value, column + rng.choice((1, 2, 2, 2, 4)), rng))
    return "", list(_list(value, column + rng.choice((0, 2, 2, 2, 3)), rng))


def _flow_chance(value: Any) -> float:
    """Small things are written in brackets, tables never."""
    size = len(_flow(value))
    return 0.4 if size < 100 else 0.02 if size < 300 else 0


def _list(items: list[Any], column: int, rng: random.Random) -> Iterator[str]:
    for item in items:
        gap = rng.choice((1, 1, 1, 1, 3))
        dash = " " * column + "-" + " " * gap
        if isinstance(item, dict) and item and rng.random() > _flow_chance(item):
            first, *rest = _mapping(item, column + 1 + gap, rng)
            yield dash + first.lstrip(" ")
            yield from rest
        else:
            head, body = _value(item, column, rng) if isinstance(item, str | None) else (_flow(item), [])
            yield dash + head if head else dash.rstrip()
            yield from body


def _text(text: str, column: int, rng: random.Random) -> tuple[str, list[str]]:
    style = rng.random()
    if "\n" in text and text.strip() == text.strip("\n") and "\n\n\n" not in text and text.strip():
        chomping = "-" if not text.endswith("\n") else ""
        indent = " " * (column + rng.choice((1, 2, 2, 4)))
        if style < 0.9:
            return f"|{chomping}", [f"\0{indent}{line}" if line else "\0" for line in text.rstrip("\n").split("\n")]
    if style < 0.15:
        return quoted(text), []
    if style < 0.25 and "\n" not in text and "'" not in text:
        return f"'{text}'", []
    words = text.split(" ")
    if style < 0.4 and len(words) > 5 and all(words) and "\n" not in text and as_scalar(text) == text:
        wrapped = textwrap.wrap(text, 40, break_long_words=False, break_on_hyphens=False)
        indent = " " * (column + 2)
        if style < 0.33:
            return ">-", [f"\0{indent}{line}" for line in wrapped]
        if not any(line.startswith(("-", "#")) or line.endswith(":") for line in wrapped):
            return wrapped[0], [f"\0{indent}{line}" for line in wrapped[1:]]
    return as_scalar(text), []


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_scalar(key, in_brackets=True)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "" if value is None else as_scalar(value, in_brackets=True)


def _with_comments(lines: list[str], rng: random.Random) -> Iterator[str]:
    """The lines with numbered comments and blank lines between and after_it them, outside of block and folded text."""
    numbers = count(1)
    density = rng.choice((0.0, 0.05, 0.15))
    for index, line in enumerate(lines):
        if line.startswith("\0"):
            yield line[1:]
            continue
        if rng.random() < density:
            yield ""
        indent = len(line) - len(line.lstrip(" "))
        deeper = indent if index and lines[index - 1].startswith("\0") else indent + 2  # block text would go on
        while rng.random() < density:
            yield f"{' ' * rng.choice((indent, indent, deeper, 0))}{COMMENT} {next(numbers)}"
        goes_on = index + 1 < len(lines) and lines[index + 1].startswith("\0")
        is_plain_text_going_on = goes_on and not line.endswith(("|", "|-", ">-"))
        after_it = f"{' ' * rng.choice((1, 2, 8))}{COMMENT} {next(numbers)}" if rng.random() < density else ""
        yield line + ("" if is_plain_text_going_on else after_it)
