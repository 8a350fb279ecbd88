"""The types of single values.

Every value arrives as text, so that `id: 1.10` stays `1.10`; these types turn it into what the field
needs or say what it should be. Each carries one `Leaf`.
"""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from tcplan.model.leaf import EDITOR_TEXT, FaultKind, Leaf, fault
from tcplan.model.numbers import check_quantity, check_share, check_whole, check_yes_no
from tcplan.model.texts import (
    FINGERPRINT,
    ID,
    REF,
    SLUG,
    URL,
    check_email,
    check_name,
    check_reference,
    check_slug,
    check_web_address,
    need_text,
    text_type,
)
from tcplan.values import dates
from tcplan.values.addresses import EMAIL
from tcplan.values.dates import DateError, Day, Due, Duration
from tcplan.values.dates.each_year import YearDay, parse_year_day
from tcplan.values.languages import TAG_SCHEMA, is_language_tag, read_language
from tcplan.values.limits import MAX_ADDRESS, MAX_ID, MAX_TEXT, MAX_TITLE
from tcplan.values.quantity import Quantity
from tcplan.values.rag import Colour, Meaning
from tcplan.values.words import (
    Continuation,
    Ending,
    FeedbackType,
    FileKind,
    FrameworkType,
    InstitutionType,
    Numbering,
    Priority,
    Role,
)


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

_DAY_PATTERN = r"\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|[Qq][1-4])|/\d{2}(?:\d{2})?)?"

_DURATION_PATTERN = r"\d{1,4} ?(?:day|week|month|year)s?"

Text = Annotated[str, Leaf(text_type(r".*", "text", "write the words", MAX_TEXT), _schema(most=MAX_TEXT), "?")]

Name = Annotated[str, Leaf(check_name, _schema(most=MAX_TITLE), "?")]

Title = Annotated[
    str,
    Leaf(text_type(r".*\S.*", "a title", "write the title", MAX_TITLE), _schema(most=MAX_TITLE), "?", prose=True),
]

Prose = Annotated[
    str, Leaf(text_type(r".*", "text", "write the words", MAX_TEXT), _schema(most=MAX_TEXT), "?", prose=True)
]

Id = Annotated[
    str,
    Leaf(
        text_type(ID, "an id", "use letters, digits, dots and hyphens, such as 2.3.1", is_compared=True),
        _schema(ID),
        "unknown",
    ),
]

Ref = Annotated[
    str,
    Leaf(check_reference, _schema(REF, MAX_TITLE), "unknown"),
]

Slug = Annotated[
    str,
    Leaf(check_slug, _schema(SLUG), "unknown"),
]

Fingerprint = Annotated[
    str,
    Leaf(
        text_type(FINGERPRINT, "a fingerprint", "have `tcplan sign` write it, or leave it out"),
        _schema(FINGERPRINT),
        "0" * 12,
    ),
]

Url = Annotated[
    str,
    Leaf(
        check_web_address,
        {"type": "string", "pattern": f"^{URL}$", "maxLength": MAX_ADDRESS},
        "https://unknown.invalid",
    ),
]

Email = Annotated[
    str,
    Leaf(
        check_email,
        {"type": "string", "pattern": f"^{EMAIL}$", "maxLength": MAX_ID},
        "unknown@unknown.invalid",
    ),
]

Language = Annotated[str, Leaf(_language, _schema(TAG_SCHEMA), "en-GB")]

Whole = Annotated[int, Leaf(check_whole, {"type": ["integer", "string"], "pattern": r"^\d{1,9}$"}, "1")]

Amount = Annotated[
    Quantity,
    Leaf(check_quantity, {"type": ["number", "string"], "pattern": r"^-?\d+(?:\.\d+)?(?: ?%)?$"}, "0"),
]

Share = Annotated[Fraction, Leaf(check_share, {"type": "string", "pattern": r"^\d{1,3}/\d{1,3}$"}, "1/2")]

YesNo = Annotated[
    bool,
    Leaf(check_yes_no, {"enum": [*_YES_NO, True, False]}, "no"),
]

OnDay = Annotated[Day, Leaf(_dated(dates.parse_day, "a date"), _schema(_DAY_PATTERN), "2200")]

_DUE_SCHEMA = _schema(f"{_DAY_PATTERN}|{_DURATION_PATTERN}|[Yy]ear \\d{{1,2}}|[Oo]ngoing|[Tt][Bb][Cc]|[Ee]nd")

DueOn = Annotated[Due, Leaf(_dated(dates.parse_due, "a due date"), _DUE_SCHEMA, "tbc")]

StartOn = Annotated[Due, Leaf(_dated(dates.parse_start, "a start date"), _DUE_SCHEMA, "tbc")]

EachYear = Annotated[
    YearDay,
    Leaf(_dated(parse_year_day, "a day of every year"), _schema(), "1 January"),
]

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

FeedbackTypeWord = Annotated[FeedbackType, _word(FeedbackType)]

FrameworkTypeWord = Annotated[FrameworkType, _word(FrameworkType)]
