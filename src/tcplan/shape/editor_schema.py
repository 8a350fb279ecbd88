"""The JSON Schema of a single value as editors need it: in our own words, and completing nothing that is not wanted.

yaml-language-server, which Visual Studio Code and others ask, shows `errorMessage` and `patternErrorMessage` instead of
sentences about types and regular expressions. It offers every word of an `enum` and, for types, `true`, `false` and
`null`; it does not look into `if`, `then` and `not`. Other readers of JSON Schema ignore the messages.
"""

from typing import Any, Final, NamedTuple

from pydantic_core import PydanticCustomError

from tcplan.model.leaf import EDITOR_TEXT, Leaf

_NOTHING_LIKE_IT: Final = "\u00a7"
"""A text that is no id, no date, no number and no word of a list."""


def accepted_silently(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, of which an editor offers nothing."""
    return {"not": {"not": schema}}


EMPTY: Final = {"title": "empty", **accepted_silently({"type": "null"})}
"""A key without a value. An editor's YAML cannot tell it from `null`, which tcplan refuses, so it is not offered."""


def value_schema(leaf: Leaf) -> dict[str, Any]:
    """The schema of a value of this type."""
    schema = dict(leaf.schema)
    types = schema.pop("type", None)
    refusal = _refusal(leaf, _NOTHING_LIKE_IT)
    if "enum" in schema:
        return _words(schema["enum"], refusal)
    if "pattern" in schema:
        schema["patternErrorMessage"] = refusal.sentence
    if types == list(EDITOR_TEXT):
        return {**_text(_refusal(leaf, []).sentence), **schema}
    return {"type": types, "errorMessage": refusal.sentence, **schema}


def key_schema(leaf: Leaf) -> dict[str, Any]:
    """The schema of a key of this type; `2027` is a number in an editor's YAML."""
    schema = value_schema(leaf)
    if "pattern" not in schema:
        return schema
    shown = {name: schema[name] for name in ("pattern", "patternErrorMessage")}
    return {"type": ["string", "integer"], "errorMessage": shown["patternErrorMessage"], **shown}


class _EditorMessage(NamedTuple):
    """What tcplan says about a value that a type refuses, without the value, and the words that it may be."""

    sentence: str = ""
    words: tuple[str, ...] = ()


def _words(accepted: list[Any], refusal: _EditorMessage) -> dict[str, Any]:
    """One of some words; other spellings of them are not offered."""
    offered = {"enum": list(refusal.words), "errorMessage": refusal.sentence}
    return offered if offered["enum"] == accepted else {"anyOf": [offered, accepted_silently({"enum": accepted})]}


def _text(refusal: str) -> dict[str, Any]:
    """Text, a number or a boolean: whatever is neither empty nor a list nor a mapping."""
    return {"if": {"type": ["array", "object", "null"]}, "then": {"type": "string", "errorMessage": refusal}}


def _refusal(leaf: Leaf, value: object) -> _EditorMessage:
    try:
        leaf.read(value)
    except PydanticCustomError as error:
        context = error.context or {}
        message = str(context["message"]).replace(f"`{_NOTHING_LIKE_IT}`", "this").replace("this is a list; ", "")
        words = tuple(context.get("words", ()))
        return _EditorMessage(context["help"] if words else f"{message}; {context['help']}", words)
    return _EditorMessage()


TEXT: Final = _text("text is expected; write text")
"""Plain text in the place of a mapping."""
