"""Keys and values with characters that nobody sees: read as they look, and one finding for each.

In prose such characters may belong to the words, and stay. Everywhere else they come with copying from a document or a
chat, and what is meant is what can be seen.
"""

from collections.abc import Iterator
from typing import Any, Final

from pydantic_core import PydanticCustomError

from tcplan.findings.change import Rename, Set
from tcplan.findings.codes import INVISIBLE_CHARACTER
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.leaf import Leaf
from tcplan.shape.fields import value_field_at
from tcplan.shape.short_forms import PathMap
from tcplan.values.invisible import (
    has_invisible,
    has_override,
    invisible_pattern,
    name_characters,
    plain,
    show,
    without_unseen,
)
from tcplan.values.text_length import shortened
from tcplan.yaml_reader.reader import Document

_HEADER: Final = ("kind", "format")

_IN_WORDS: Final = ("source", "sources", "evidence")
"""Keys of texts that are as free as prose; the others of one line are names, which are compared."""


def may_have_invisible(document: Document) -> bool:
    """Whether a file is worth looking at: it has such a character, or an escape that may be one."""
    text = document.text
    return "\\" in text or (not text.isascii() and invisible_pattern().search(text) is not None)


def with_plain_keys(data: dict[str, Any], path_map: PathMap, problems: list[Problem]) -> dict[str, Any]:
    """The data with keys, and the kind and format of the file, as they look."""
    found: list[Problem] = []
    plain_data: dict[str, Any] = _with_plain_keys(data, (), path_map, found)
    for key in _HEADER:
        value = plain_data.get(key)
        if isinstance(value, str) and has_invisible(value):
            plain_data[key] = plain(value)
            found.append(_of_value((key,), value, plain_data[key]))
    problems += map(path_map.at_origin, found)
    return plain_data if found else data


def with_plain_values(data: dict[str, Any], shape: type[Shape], path_map: PathMap, problems: list[Problem]) -> Any:
    """The data with the values that are no prose as they look; those that their keys take as they are stay."""
    found = {path: (text, meant) for path, text in _texts(data, ()) if (meant := _meant(path, text, shape)) != text}
    problems += (path_map.at_origin(_of_value(path, *of_path)) for path, of_path in found.items())
    return _with_values(data, (), {path: meant for path, (_, meant) in found.items()}) if found else data


def _with_plain_keys(data: Any, path: Path, path_map: PathMap, problems: list[Problem]) -> Any:
    if isinstance(data, list):
        return [_with_plain_keys(one, (*path, index), path_map, problems) for index, one in enumerate(data)]
    if not isinstance(data, dict):
        return data
    copy: dict[str, Any] = {}
    for key, value in data.items():
        meant = plain(key) if has_invisible(key) else key
        if meant != key and meant and meant not in data and meant not in copy:
            path_map.note((*path, meant), (*path, key))
            problems.append(_of_key((*path, key), key, meant))
        else:
            meant = key
        copy[meant] = _with_plain_keys(value, (*path, meant), path_map, problems)
    return copy


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text with such a character."""
    if isinstance(data, str):
        if has_invisible(data):
            yield path, data
    elif isinstance(data, dict | list):
        for step, one in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(one, (*path, step))


def _meant(path: Path, text: str, shape: type[Shape]) -> str:
    """What a value is without such characters; the value itself where they may stay."""
    field = value_field_at(shape, path, text)
    if field is None or field.leaf is None or field.leaf.prose or field.name in _IN_WORDS:
        return text
    if field.takes_any_words:
        # A no-break space is a space in any name. Where directions are overridden, outputs show how.
        return text if has_override(text) else without_unseen(text) or text
    meant = plain(text)
    is_fine = without_unseen(text) == text and _takes(field.leaf, text)
    return text if is_fine or not meant else meant


def _takes(leaf: Leaf, text: str) -> bool:
    try:
        leaf.read(text)
    except PydanticCustomError:
        return False
    return True


def _with_values(data: Any, path: Path, meant: dict[Path, str]) -> Any:
    """A copy of the data with other values at some paths."""
    if isinstance(data, dict):
        return {key: _with_values(one, (*path, key), meant) for key, one in data.items()}
    if isinstance(data, list):
        return [_with_values(one, (*path, index), meant) for index, one in enumerate(data)]
    return meant.get(path, data)


def _of_key(path: Path, key: str, meant: str) -> Problem:
    message = f"the key `{shortened(show(key))}` has {_characters(key, meant)} in it"
    help_text = f"write `{shortened(meant)}`"
    return Problem(INVISIBLE_CHARACTER, path, message, help_text, on_key=True, fix=Rename(path, meant))


def _of_value(path: Path, text: str, meant: str) -> Problem:
    message = f"`{shortened(show(text))}` has {_characters(text, meant)} in it"
    return Problem(INVISIBLE_CHARACTER, path, message, f"write `{shortened(meant)}`", fix=Set(path, meant))


def _characters(text: str, meant: str) -> str:
    named = name_characters(text, meant)
    return f"invisible characters ({named})" if " and " in named else f"an invisible character ({named})"
