"""What a type of single values carries for pydantic, `shape` and editors, and how a field of it is declared."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import Field
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_plain_validator_function

FAULT: Final = "tcplan"
"""The pydantic error type of everything that these validators refuse."""


class FaultKind(StrEnum):
    """What can be wrong with a value; `shape` gives each its own code."""

    WRONG_TYPE = "wrong-type"
    MALFORMED = "malformed"
    UNKNOWN_WORD = "unknown-word"
    NOT_A_DATE = "not-a-date"
    EMPTY = "empty"
    TOO_LONG = "too-long"


EDITOR_TEXT: Final = ["string", "number", "boolean"]
"""What an editor's YAML makes of our text: `1.10` is a number to it, `true` a boolean."""


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A type of single values: how a value is read, and what `shape` and editors need to know of it.

    `read` returns the value or raises a `fault`; `schema` is the JSON Schema; `placeholder` a harmless stand-in;
    `prose` says that it holds Markdown or a title, `words` which words it may be, where it is one of several.

    It is a note of pydantic's in the place of `PlainValidator` and `WithJsonSchema`: those look at the Python type
    too, of which nothing is needed here, and building the models took three times as long with them.
    """

    read: Callable[[object], Any]
    schema: dict[str, Any]
    placeholder: str
    prose: bool = False
    words: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        return no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        return self.schema.copy()


def required(description: str, **more: Any) -> Any:
    """A required field with the description that schemas and editors show."""
    return Field(description=description, **more)


def optional(description: str, **more: Any) -> Any:
    """A field that may be left out."""
    return Field(default=None, description=description, **more)


def many(description: str, **more: Any) -> Any:
    """A list field that may be left out."""
    return Field(default=(), description=description, **more)


class TooManyFaultsError(Exception):
    """Data have more faulty values than were allowed: to go on would take hundreds of bytes for each of them."""


_FAULTS_LEFT: Final[ContextVar[Iterator[int]]] = ContextVar("faults left")


@contextmanager
def at_most_faults(most: int) -> Iterator[None]:
    """While data are validated, raise TooManyFaultsError once more than so many values were refused."""
    token = _FAULTS_LEFT.set(iter(range(most)))
    try:
        yield
    finally:
        _FAULTS_LEFT.reset(token)


def fault(what: FaultKind, message: str, help_text: str, **more: Any) -> PydanticCustomError:
    """The refusal of a value, in the words that the user will read; raises TooManyFaultsError."""
    left = _FAULTS_LEFT.get(None)
    if left is not None and next(left, None) is None:
        raise TooManyFaultsError
    return PydanticCustomError(FAULT, "{message}", {"what": what, "message": message, "help": help_text, **more})
