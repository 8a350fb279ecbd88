"""The types of single values.

Every value arrives as text, so that `id: 1.10` stays `1.10`; these types turn it into what the field
needs or say what it should be. Each carries a validator, a JSON Schema and a `Leaf`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any, Final

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from tcplan.values import dates, rag
from tcplan.values.dates import DateError, Day, Due, Duration
from tcplan.values.quantity import Quantity, parse_quantity

FAULT: Final = "tcplan"
"""The pydantic error type of everything that these validators refuse."""

WRONG_TYPE, MALFORMED, UNKNOWN_WORD, NOT_A_DATE, EMPTY = (
    "wrong-type",
    "malformed",
    "unknown-word",
    "not-a-date",
    "empty",
)
"""What may be wrong with a value; `shape` turns each into a code of its own."""

EDITOR_TEXT: Final = ["string", "number", "boolean"]
"""What an editor's YAML makes of our text: `1.10` is a number to it, `true` a boolean."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What `shape` needs to know of a type: a harmless stand-in value, and whether it holds prose."""

    placeholder: str
    prose: bool = False
    words: tuple[str, ...] = ()


def described(description: str, **more: Any) -> Any:
    """A required field with the description that schemas and editors show."""
    return Field(description=description, **more)


def optional(description: str, **more: Any) -> Any:
    """A field that may be left out."""
    return Field(default=None, description=description, **more)


def many(description: str, **more: Any) -> Any:
    """A list field that may be left out."""
    return Field(default=(), description=description, **more)


def fault(what: str, message: str, help_text: str, **more: Any) -> PydanticCustomError:
    """The refusal of a value, in the words that the user will read."""
    return PydanticCustomError(FAULT, "{message}", {"what": what, "message": message, "help": help_text, **more})


def need_text(value: object, expected: str) -> str:
    """The value if it is text; raises the refusal that says what stands there instead."""
    if isinstance(value, str):
        return value
    if value is None:
        raise fault(EMPTY, f"nothing stands here; {expected} is expected", f"write {expected}, or delete the entry")
    found = "a list" if isinstance(value, list) else "a mapping (key: value)"
    raise fault(WRONG_TYPE, f"{found} stands here; {expected} is expected", f"write {expected}")


def _text_type(pattern: str, expected: str, help_text: str) -> Callable[[object], str]:
    compiled = re.compile(pattern, re.DOTALL)

    def check(value: object) -> str:
        text = need_text(value, expected)
        if compiled.fullmatch(text):
            return text
        if not text.strip():
            raise fault(EMPTY, f"this is empty; {expected} is expected", help_text)
        raise fault(MALFORMED, f"`{text}` is not {expected}", help_text)

    return check


def _name(value: object) -> str:
    """A name is compared with other names, so a no-break space in it is a space."""
    return _NAME(value).replace("\u00a0", " ")


def _reference(value: object) -> str:
    """`N/A` would be the entry A of a plan N."""
    text = _REFERENCE_TEXT(value)
    if text.lower() == "n/a":
        raise fault(MALFORMED, f"`{text}` is not a reference", "leave the key out where there is none")
    return text


def as_slug(text: str) -> str:
    """The name in lower case that some words come to."""
    return re.sub("[^a-z0-9.]+", "-", re.sub("['\u2019]", "", text.lower())).strip("-.")


def _slug(value: object) -> str:
    try:
        return _SLUG_TEXT(value)
    except PydanticCustomError:
        meant = as_slug(value) if isinstance(value, str) else ""
        if not re.fullmatch(_SLUG, meant) or "," in str(value):
            raise
        raise fault(
            MALFORMED, f"`{value}` is not a name in lower case", f"did you mean `{meant}`?", words=[meant]
        ) from None


def _whole(value: object) -> int:
    text = need_text(value, "a whole number")
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    raise fault(MALFORMED, f"`{text}` is not a whole number", "write digits only, such as 212")


def _quantity(value: object) -> Quantity:
    text = need_text(value, "a number or a percentage")
    quantity = parse_quantity(text)
    if quantity is None:
        raise fault(
            MALFORMED, f"`{text}` is not a number or a percentage", "write 212, 0.5 or 30%; units go into the title"
        )
    return quantity


def _share(value: object) -> Fraction:
    text = need_text(value, "a share")
    match = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", text)
    if match and 0 < int(match[1]) <= int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    raise fault(MALFORMED, f"`{text}` is not a share", "write a fraction such as 1/4")


def _yes_no(value: object) -> bool:
    text = need_text(value, "yes or no").lower()
    if text in ("yes", "true"):
        return True
    if text in ("no", "false"):
        return False
    raise fault(UNKNOWN_WORD, f"`{text}` is not yes or no", "write yes or no", words=["yes", "no"])


def _dated(parse: Callable[[str], object], expected: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        try:
            return parse(need_text(value, expected))
        except DateError as error:
            raise fault(NOT_A_DATE, error.message, error.help) from None

    return check


def _word(*words: str) -> Any:
    def check(value: object) -> str:
        text = need_text(value, f"one of {', '.join(words)}")
        if text in words:
            return text
        listed = ", ".join(words)
        raise fault(UNKNOWN_WORD, f"`{text}` is not one of {listed}", f"write one of: {listed}", words=list(words))

    return (PlainValidator(check), WithJsonSchema({"enum": list(words)}), Leaf(words[0], words=words))


def _schema(pattern: str | None = None) -> WithJsonSchema:
    schema: dict[str, Any] = {"type": list(EDITOR_TEXT)}
    if pattern:
        schema["pattern"] = f"^(?:{pattern})$"
    return WithJsonSchema(schema)


_YES_NO = tuple(spelling for word in ("yes", "no", "true", "false") for spelling in (word, word.title(), word.upper()))
_ID = r"[A-Za-z0-9](?:[\w.()&+-]*[\w)])?"
_REF = r"[A-Za-z0-9][\w.()&+-]*(?:/[\w.()&+-]+){0,3}"
_SLUG = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
SLUG_PATTERN = f"^(?:{_SLUG})$"
"""How the JSON Schema says that a text is a name in lower case."""

_URL = r'https?://[^\s<>"]+'
_EMAIL = r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+"
_DAY_PATTERN = r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|[Qq][1-4])|/\d{2}(?:\d{2})?)?"
_DURATION_PATTERN = r"\d{1,4} ?(?:day|week|month|year)s?"

_REFERENCE_TEXT = _text_type(_REF, "a reference", "write an id such as 2.3.1, phase-1/3.4 or n8/3")
_NAME = _text_type(r".*\S.*", "a name", "write the name")
_SLUG_TEXT = _text_type(
    _SLUG, "a name in lower case", "use lower-case letters, digits and hyphens, such as career-development"
)

Text = Annotated[str, PlainValidator(_text_type(r".*", "text", "write the words")), _schema(), Leaf("?")]
Name = Annotated[str, PlainValidator(_name), _schema(), Leaf("?")]
Title = Annotated[
    str, PlainValidator(_text_type(r".*\S.*", "a title", "write the title")), _schema(), Leaf("?", prose=True)
]
Prose = Annotated[str, PlainValidator(_text_type(r".*", "text", "write the words")), _schema(), Leaf("?", prose=True)]
Id = Annotated[
    str,
    PlainValidator(_text_type(_ID, "an id", "use letters, digits, dots and hyphens, such as 2.3.1")),
    _schema(_ID),
    Leaf("unknown"),
]
Ref = Annotated[
    str,
    PlainValidator(_reference),
    _schema(_REF),
    Leaf("unknown"),
]
Slug = Annotated[
    str,
    PlainValidator(_slug),
    _schema(_SLUG),
    Leaf("unknown"),
]
Url = Annotated[
    str,
    PlainValidator(_text_type(_URL, "a web address", "begin with https://, and write %20 for a space")),
    WithJsonSchema({"type": "string", "pattern": f"^{_URL}$"}),
    Leaf("https://unknown.invalid"),
]
Email = Annotated[
    str,
    PlainValidator(_text_type(_EMAIL, "an e-mail address", "write name@example.ac.uk")),
    WithJsonSchema({"type": "string", "pattern": f"^{_EMAIL}$"}),
    Leaf("unknown@unknown.invalid"),
]
Whole = Annotated[
    int, PlainValidator(_whole), WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d{1,9}$"}), Leaf("1")
]
Amount = Annotated[
    Quantity,
    PlainValidator(_quantity),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?\d+(?:\.\d+)?(?: ?%)?$"}),
    Leaf("0"),
]
Share = Annotated[
    Fraction, PlainValidator(_share), WithJsonSchema({"type": "string", "pattern": r"^\d{1,3}/\d{1,3}$"}), Leaf("1/2")
]
YesNo = Annotated[
    bool,
    PlainValidator(_yes_no),
    WithJsonSchema({"enum": [*_YES_NO, True, False]}),
    Leaf("no"),
]
OnDay = Annotated[Day, PlainValidator(_dated(dates.parse_day, "a date")), _schema(_DAY_PATTERN), Leaf("2200")]
DueOn = Annotated[
    Due,
    PlainValidator(_dated(dates.parse_due, "a due date")),
    _schema(f"{_DAY_PATTERN}|{_DURATION_PATTERN}|[Yy]ear \\d{{1,2}}|[Oo]ngoing|[Tt][Bb][Cc]|[Ee]nd"),
    Leaf("tbc"),
]
Length = Annotated[
    Duration,
    PlainValidator(_dated(dates.parse_duration, "a length of time")),
    _schema(_DURATION_PATTERN),
    Leaf("6 months"),
]

KindWord = Annotated[str, *_word("plan", "institution", "submission", "case-study", "framework", "answers")]
Priority = Annotated[str, *_word("high", "medium", "low")]
Colour = Annotated[str, *_word(*rag.COLOURS)]
Meaning = Annotated[str, *_word(*rag.MEANINGS)]
How = Annotated[str, *_word("identical", "extended", "narrowed", "related")]
ClosedAs = Annotated[str, *_word("withdrawn", "merged", "superseded")]
IdsWord = Annotated[str, *_word("assigned")]
InstitutionType = Annotated[str, *_word("university", "institute", "organisation")]
Role = Annotated[str, *_word("signatory", "supporter")]
FrameworkType = Annotated[str, *_word("form", "cohorts", "list")]
HeaderWord = Annotated[str, *_word("organisation", "contact", "email", "phone", "webpage")]
