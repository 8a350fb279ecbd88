"""The types of single values.

Every value arrives as text, so that `id: 1.10` stays `1.10`; these types turn it into what the field
needs or say what it should be. Each carries one `Leaf`.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from tcplan.model.leaf import EDITOR_TEXT, FaultKind, Leaf, fault
from tcplan.values import dates
from tcplan.values.addresses import EMAIL, read_email, read_web_address
from tcplan.values.dates import DateError, Day, Due, Duration
from tcplan.values.invisible import with_ordinary_spaces
from tcplan.values.languages import TAG_SCHEMA, is_language_tag, read_language
from tcplan.values.limits import MAX_ADDRESS, MAX_ID, MAX_TEXT, MAX_TITLE
from tcplan.values.quantity import Quantity, parse_quantity
from tcplan.values.rag import Colour, Meaning
from tcplan.values.unicode_form import composed
from tcplan.values.words import (
    Continuation,
    Ending,
    FileKind,
    FrameworkType,
    HeaderField,
    InstitutionType,
    Numbering,
    Priority,
    Role,
)


def need_text(value: object, expected: str, most: int = MAX_ID) -> str:
    """The value if it is text of no more than `most` characters; raises the refusal that says what is there instead."""
    if isinstance(value, str):
        if len(value) > most:
            message = f"this has {len(value):,} characters; {expected} may have {most:,}"
            raise fault(FaultKind.TOO_LONG, message, "shorten it, or split it")
        return value
    if value is None:
        raise fault(FaultKind.EMPTY, f"this is empty; {expected} is expected", f"write {expected}, or delete the entry")
    found = "a list" if isinstance(value, list) else "a mapping (key: value)"
    raise fault(FaultKind.WRONG_TYPE, f"this is {found}; {expected} is expected", f"write {expected}")


def _text_type(
    pattern: str, expected: str, help_text: str, most: int = MAX_ID, *, is_compared: bool = False
) -> Callable[[object], str]:
    """The reading of a text with a pattern; what `is_compared`, an id or a reference, in one Unicode form."""

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(pattern, re.DOTALL)

    def check(value: object) -> str:
        text = need_text(value, expected, most)
        if is_compared:
            text = composed(text)
        if compiled().fullmatch(text):
            return text
        if not text.strip():
            raise fault(FaultKind.EMPTY, f"this is empty; {expected} is expected", help_text)
        raise fault(FaultKind.MALFORMED, f"`{text}` is not {expected}", help_text)

    return check


_CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a"
"""The quotes of word processors, which are letters like any other to YAML."""


def _name(value: object) -> str:
    """A name is compared with other names, so any space in it is an ordinary one, and quotes around it are refused."""
    text = with_ordinary_spaces(_NAME(value))
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _CURLY and bare[-1] in _CURLY:  # noqa: PLR2004 (more than the quotes)
        raise fault(FaultKind.MALFORMED, f"the name `{text}` is in curly quotes", "delete the quotes around it")
    return text


def _reference(value: object) -> str:
    """`N/A` would be the entry A of a plan N, and `action 1.2` has a word too many."""
    try:
        text = _REFERENCE_TEXT(value)
    except PydanticCustomError:
        meant = _named_pattern().fullmatch(value.strip()) if isinstance(value, str) else None
        if meant is None:
            raise
        message = f"`{value}` is not a reference"
        raise fault(FaultKind.MALFORMED, message, f"write {meant[1]}", meant=meant[1]) from None
    if text.lower() == "n/a":
        raise fault(FaultKind.MALFORMED, f"`{text}` is not a reference", "leave the key out if there is none")
    return text


@cache
def _named_pattern() -> re.Pattern[str]:
    """An id with what it is the id of before it, or a mark around it: `Action 1.2`, `see 1.2`, `#1.2`."""
    return re.compile(
        rf"(?i:see |cf\.? |part of )?(?i:action|objective|pillar|measure|no\.?|#)? ?({_REF}?[\w)])[.,;:]?"
    )


def as_slug(text: str) -> str:
    """The name in lower case that some words come to."""
    return re.sub("[^a-z0-9.]+", "-", re.sub("['\u2019]", "", text.lower())).strip("-.")


def _slug(value: object) -> str:
    try:
        return _SLUG_TEXT(value)
    except PydanticCustomError:
        meant = as_slug(value) if isinstance(value, str) and len(value) <= MAX_ID else ""
        if not re.fullmatch(_SLUG, meant) or "," in str(value):
            raise
        raise fault(
            FaultKind.MALFORMED, f"`{value}` is not a name in lower case", f"did you mean `{meant}`?", words=[meant]
        ) from None


def _email(value: object) -> str:
    """An address alone, without the `mailto:` of a link or the brackets of an e-mail program."""
    text = need_text(value, "an e-mail address")
    if re.fullmatch(EMAIL, text):
        return text
    raise _not_an_address(text, "an e-mail address", read_email(text))


def _web_address(value: object) -> str:
    text = need_text(value, "a web address", MAX_ADDRESS)
    if re.fullmatch(_URL, text):
        return text
    raise _not_an_address(text, "a web address", read_web_address(text))


def _not_an_address(text: str, expected: str, meant: tuple[str, str]) -> PydanticCustomError:
    help_text, certain = meant
    if not text.strip():
        return fault(FaultKind.EMPTY, f"this is empty; {expected} is expected", help_text)
    return fault(FaultKind.MALFORMED, f"`{text}` is not {expected}", help_text, meant=certain)


def _whole(value: object) -> int:
    text = need_text(value, "a whole number")
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    from tcplan.values.number_words import read_number  # noqa: PLC0415 (most files have no such text)

    found = read_number(text)
    is_whole = found is not None and re.fullmatch(r"[0-9]{1,9}", found.certain)
    help_text = found.help if found and is_whole else "write digits only, such as 212"
    meant = found.certain if found and is_whole else ""
    raise fault(FaultKind.MALFORMED, f"`{text}` is not a whole number", help_text, meant=meant)


def _quantity(value: object) -> Quantity:
    text = need_text(value, "a number or a percentage")
    quantity = parse_quantity(text)
    if quantity is None:
        from tcplan.values.number_words import read_number  # noqa: PLC0415 (most files have no such text)

        found = read_number(text)
        help_text = found.help if found else "write 212, 0.5 or 30%; units go into the title"
        message = f"`{text}` is not a number or a percentage"
        raise fault(FaultKind.MALFORMED, message, help_text, meant=found.certain if found else "")
    return quantity


def _share(value: object) -> Fraction:
    text = need_text(value, "a share")
    match = re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", text)
    if match and 0 < int(match[1]) <= int(match[2]):
        return Fraction(int(match[1]), int(match[2]))
    meant = _as_fraction(text)
    help_text = f"write {meant}" if meant else "write a fraction such as 1/4"
    raise fault(FaultKind.MALFORMED, f"`{text}` is not a share", help_text, meant=meant)


def _as_fraction(text: str) -> str:
    """A percentage or a decimal as a fraction: `25%` and `0.25` are 1/4."""
    quantity = parse_quantity(text)
    if quantity is None:
        return ""
    share = Fraction(quantity.value) / (100 if quantity.percent else 1)
    is_share = 0 < share <= 1 and share.denominator < 1000  # noqa: PLR2004 (three digits)
    return f"{share.numerator}/{share.denominator}" if is_share else ""


def _yes_no(value: object) -> bool:
    text = need_text(value, "yes or no")
    if text.lower() in ("yes", "true"):
        return True
    if text.lower() in ("no", "false"):
        return False
    raise fault(FaultKind.UNKNOWN_WORD, f"`{text}` is not yes or no", "write yes or no", words=["yes", "no"])


def _language(value: object) -> str:
    text = need_text(value, "a language tag")
    if is_language_tag(text):
        return text
    meant = read_language(text)
    raise fault(FaultKind.MALFORMED, f"`{text}` is not a language tag", meant.help, meant=meant.certain)


def _dated(parse: Callable[[str], object], expected: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        try:
            return parse(need_text(value, expected))
        except DateError as error:
            known = {"meant": error.meant, "keeps_words": error.keeps_words}
            raise fault(FaultKind.NOT_A_DATE, error.message, error.help, **known) from None

    return check


def _word(vocabulary: type[StrEnum]) -> Leaf:
    """The type of a value that is one word of a vocabulary; what is read is its member."""
    members = {member.value: member for member in vocabulary}
    known, listed = tuple(members), ", ".join(members)

    def check(value: object) -> StrEnum:
        text = need_text(value, f"one of {listed}")
        if text in members:
            return members[text]
        raise fault(
            FaultKind.UNKNOWN_WORD, f"`{text}` is not one of {listed}", f"write one of: {listed}", words=list(known)
        )

    return Leaf(check, {"enum": list(known)}, known[0], words=known)


def _schema(pattern: str | None = None, most: int = MAX_ID) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": list(EDITOR_TEXT), "maxLength": most}
    if pattern:
        schema["pattern"] = f"^(?:{pattern})$"
    return schema


_YES_NO = tuple(spelling for word in ("yes", "no", "true", "false") for spelling in (word, word.title(), word.upper()))
_ID = r"[A-Za-z0-9](?:[\w.()&+-]*[\w)])?"
_REF = r"[A-Za-z0-9][\w.()&+-]*(?:/[\w.()&+-]+){0,3}"
_SLUG = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
SLUG_PATTERN = f"^(?:{_SLUG})$"
"""How the JSON Schema says that a text is a name in lower case."""

_URL = r'https?://[^\s<>"]+'
_DAY_PATTERN = r"\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|[Qq][1-4])|/\d{2}(?:\d{2})?)?"
_DURATION_PATTERN = r"\d{1,4} ?(?:day|week|month|year)s?"

_REFERENCE_TEXT = _text_type(
    _REF, "a reference", "write an id such as 2.3.1, phase-1/3.4 or n8/3", MAX_TITLE, is_compared=True
)
_NAME = _text_type(r".*\S.*", "a name", "write the name", MAX_TITLE)
_SLUG_TEXT = _text_type(
    _SLUG, "a name in lower case", "use lower-case letters, digits and hyphens, such as career-development"
)

Text = Annotated[str, Leaf(_text_type(r".*", "text", "write the words", MAX_TEXT), _schema(most=MAX_TEXT), "?")]
Name = Annotated[str, Leaf(_name, _schema(most=MAX_TITLE), "?")]
Title = Annotated[
    str,
    Leaf(_text_type(r".*\S.*", "a title", "write the title", MAX_TITLE), _schema(most=MAX_TITLE), "?", prose=True),
]
Prose = Annotated[
    str, Leaf(_text_type(r".*", "text", "write the words", MAX_TEXT), _schema(most=MAX_TEXT), "?", prose=True)
]
Id = Annotated[
    str,
    Leaf(
        _text_type(_ID, "an id", "use letters, digits, dots and hyphens, such as 2.3.1", is_compared=True),
        _schema(_ID),
        "unknown",
    ),
]
Ref = Annotated[
    str,
    Leaf(_reference, _schema(_REF, MAX_TITLE), "unknown"),
]
Slug = Annotated[
    str,
    Leaf(_slug, _schema(_SLUG), "unknown"),
]
Url = Annotated[
    str,
    Leaf(
        _web_address,
        {"type": "string", "pattern": f"^{_URL}$", "maxLength": MAX_ADDRESS},
        "https://unknown.invalid",
    ),
]
Email = Annotated[
    str,
    Leaf(
        _email,
        {"type": "string", "pattern": f"^{EMAIL}$", "maxLength": MAX_ID},
        "unknown@unknown.invalid",
    ),
]
Language = Annotated[str, Leaf(_language, _schema(TAG_SCHEMA), "en-GB")]
Whole = Annotated[int, Leaf(_whole, {"type": ["integer", "string"], "pattern": r"^\d{1,9}$"}, "1")]
Amount = Annotated[
    Quantity,
    Leaf(_quantity, {"type": ["number", "string"], "pattern": r"^-?\d+(?:\.\d+)?(?: ?%)?$"}, "0"),
]
Share = Annotated[Fraction, Leaf(_share, {"type": "string", "pattern": r"^\d{1,3}/\d{1,3}$"}, "1/2")]
YesNo = Annotated[
    bool,
    Leaf(_yes_no, {"enum": [*_YES_NO, True, False]}, "no"),
]
OnDay = Annotated[Day, Leaf(_dated(dates.parse_day, "a date"), _schema(_DAY_PATTERN), "2200")]
_DUE_SCHEMA = _schema(f"{_DAY_PATTERN}|{_DURATION_PATTERN}|[Yy]ear \\d{{1,2}}|[Oo]ngoing|[Tt][Bb][Cc]|[Ee]nd")
DueOn = Annotated[Due, Leaf(_dated(dates.parse_due, "a due date"), _DUE_SCHEMA, "tbc")]
StartOn = Annotated[Due, Leaf(_dated(dates.parse_start, "a start date"), _DUE_SCHEMA, "tbc")]
Length = Annotated[
    Duration,
    Leaf(_dated(dates.parse_duration, "a length of time"), _schema(_DURATION_PATTERN), "6 months"),
]

KindWord = Annotated[FileKind, _word(FileKind)]
PriorityWord = Annotated[Priority, _word(Priority)]
ColourWord = Annotated[Colour, _word(Colour)]
MeaningWord = Annotated[Meaning, _word(Meaning)]
ContinuationWord = Annotated[Continuation, _word(Continuation)]
EndingWord = Annotated[Ending, _word(Ending)]
NumberingWord = Annotated[Numbering, _word(Numbering)]
InstitutionTypeWord = Annotated[InstitutionType, _word(InstitutionType)]
RoleWord = Annotated[Role, _word(Role)]
FrameworkTypeWord = Annotated[FrameworkType, _word(FrameworkType)]
HeaderFieldWord = Annotated[HeaderField, _word(HeaderField)]
