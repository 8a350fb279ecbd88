"""Texts, as the types of single values read them: names, ids, references and addresses."""

import re
from collections.abc import Callable
from functools import cache

from pydantic_core import PydanticCustomError

from tcplan.model.leaf import FaultKind, fault
from tcplan.values.addresses import EMAIL, read_email, read_web_address
from tcplan.values.invisible import with_ordinary_spaces
from tcplan.values.limits import MAX_ADDRESS, MAX_ID, MAX_TITLE
from tcplan.values.unicode_form import composed

ID = r"[A-Za-z0-9](?:[\w.()&+-]*[\w)])?"
REF = r"[A-Za-z0-9][\w.()&+-]*(?:/[\w.()&+-]+){0,3}"
SLUG = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
SLUG_PATTERN = f"^(?:{SLUG})$"
"""How the JSON Schema says that a text is a name in lower case."""

FINGERPRINT = r"[0-9a-f]{12}(?:-[0-9a-f]{12}){0,7}"

URL = r'https?://[^\s<>"]+'

_CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a"
"""The quotes of word processors, which are letters like any other to YAML."""


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


def text_type(
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


def check_name(value: object) -> str:
    """A name is compared with other names, so any space in it is an ordinary one, and quotes around it are refused."""
    text = with_ordinary_spaces(_NAME(value))
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _CURLY and bare[-1] in _CURLY:  # noqa: PLR2004 (more than the quotes)
        raise fault(FaultKind.MALFORMED, f"the name `{text}` is in curly quotes", "delete the quotes around it")
    return text


def check_reference(value: object) -> str:
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
    return re.compile(rf"(?i:see |cf\.? |part of )?(?i:action|objective|pillar|measure|no\.?|#)? ?({REF}?[\w)])[.,;:]?")


def as_slug(text: str) -> str:
    """The name in lower case that some words come to."""
    return re.sub("[^a-z0-9.]+", "-", re.sub("['\u2019]", "", text.lower())).strip("-.")


def check_slug(value: object) -> str:
    """A name in lower case; of other words, the one that they come to is proposed."""
    try:
        return _SLUG_TEXT(value)
    except PydanticCustomError:
        meant = as_slug(value) if isinstance(value, str) and len(value) <= MAX_ID else ""
        if not re.fullmatch(SLUG, meant) or "," in str(value):
            raise
        raise fault(
            FaultKind.MALFORMED, f"`{value}` is not a name in lower case", f"did you mean `{meant}`?", words=[meant]
        ) from None


def check_email(value: object) -> str:
    """An address alone, without the `mailto:` of a link or the brackets of an e-mail program."""
    text = need_text(value, "an e-mail address")
    if re.fullmatch(EMAIL, text):
        return text
    raise _not_an_address(text, "an e-mail address", read_email(text))


def check_web_address(value: object) -> str:
    """An address that a link can have."""
    text = need_text(value, "a web address", MAX_ADDRESS)
    if re.fullmatch(URL, text):
        return text
    raise _not_an_address(text, "a web address", read_web_address(text))


def _not_an_address(text: str, expected: str, meant: tuple[str, str]) -> PydanticCustomError:
    help_text, certain = meant
    if not text.strip():
        return fault(FaultKind.EMPTY, f"this is empty; {expected} is expected", help_text)
    return fault(FaultKind.MALFORMED, f"`{text}` is not {expected}", help_text, meant=certain)


_REFERENCE_TEXT = text_type(
    REF, "a reference", "write an id such as 2.3.1, phase-1/3.4 or n8/3", MAX_TITLE, is_compared=True
)

_NAME = text_type(r".*\S.*", "a name", "write the name", MAX_TITLE)

_SLUG_TEXT = text_type(
    SLUG, "a name in lower case", "use lower-case letters, digits and hyphens, such as career-development"
)
