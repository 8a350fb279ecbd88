"""E-mail addresses and telephone numbers in published texts (TC801, TC802)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import EMAIL_IN_TEXT, PHONE_IN_TEXT
from tcplan.findings.finding import Problem
from tcplan.model.institution import Contact
from tcplan.rules.support.context import Context
from tcplan.rules.support.prose import holder_of
from tcplan.workspace import File

ELSEWHERE: Final = "remove it, or move it to an `internal` note; put the one to publish under `contact`"


@cache
def _email_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w@.])(?!git@)[A-Za-z0-9][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}\b")


_ABROAD: Final = r"(?<![\w+])(?:\+|00 ?(?=44))[1-9](?:[ ()./\u00a0-]{0,2}\d){8,14}(?!\d)"

_AT_HOME: Final = r"(?<![\w./+=£$€#-])\(?0[1-35789]\d{1,3}\)?(?:[ \u00a0-]?\d{2,4}){2,3}(?!/\d\d)(?![\w%]|[.,:-]\d)"


@cache
def _phone_pattern() -> re.Pattern[str]:
    return re.compile(f"{_ABROAD}|{_AT_HOME}")


@cache
def _many_digits_pattern() -> re.Pattern[str]:
    """Digits as every telephone number has them; soon found, and rare."""
    return re.compile(r"[0-9](?:[ ()./\u00a0-]{0,2}\d){8}")


_LENGTHS: Final = range(10, 16)
"""How many digits a telephone number may have."""


@cache
def _other_number_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:isbn|issn|doi|orcid|grant|award|project|account|order|asset|code|company|charity|ref|reference|vacancy"
        r"|invoice|barcode|tickets?|meeting id)\W+(?:\w+\W+)?$"
        r"|\b(?:staff|student|job|bid|case|contract|serial) (?:id|no|number)\W+$",
        re.IGNORECASE,
    )


_BEFORE: Final = 30
"""The number of characters before a number that may say what it is."""


def email_in_text(file: File, context: Context) -> Iterator[Problem]:
    """A text that is published contains an e-mail address.

    The address of the institution's `contact` is meant to be published, and may be repeated anywhere. Notes under
    `internal` are never published.

    Why: Reports and submissions go on public pages, where addresses are collected for spam. Most addresses belong to
    one person, who has not been asked, and who will move on one day.

    Fix: Write the role or the team instead of the address. Put the address to publish in one place only, under
    `contact` in `institution.yaml`. What only colleagues need can go into an `internal` note.
    """
    contact = _contact(context)
    known = contact.email.casefold() if contact and contact.email else ""
    for passage in context.published(file).holding("@"):
        if passage.path == ("contact", "email"):
            continue
        for address in dict.fromkeys(_email_pattern().findall(passage.text)):
            if address.casefold() != known:
                message = f"{holder_of(passage.path, file)} publishes the e-mail address {address}"
                yield Problem(EMAIL_IN_TEXT, passage.path, message, ELSEWHERE, words=address)


def phone_in_text(file: File, context: Context) -> Iterator[Problem]:
    """A text that is published contains a telephone number.

    This rule finds numbers with a country code, and numbers as they are written in the United Kingdom. The number of
    the institution's `contact` is meant to be published, and may be repeated anywhere. Notes under `internal` are never
    published.

    Why: Reports and submissions go on public pages. A direct line belongs to one person, who has not been asked, and it
    changes more often than the plan.

    Fix: Write the role or the team instead of the number. Put the number to publish in one place only, under `contact`
    in `institution.yaml`. What only colleagues need can go into an `internal` note.
    """
    contact = _contact(context)
    known = _digits(contact.phone) if contact and contact.phone else ""
    for passage in context.published(file).matching(_many_digits_pattern()):
        if passage.path == ("contact", "phone"):
            continue
        for number in dict.fromkeys(_numbers(passage.text)):
            if _digits(number) != known:
                message = f"{holder_of(passage.path, file)} publishes the telephone number {number}"
                yield Problem(PHONE_IN_TEXT, passage.path, message, ELSEWHERE, words=number)


def _numbers(text: str) -> Iterator[str]:
    for found in _phone_pattern().finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if sum(char.isdigit() for char in found[0]) in _LENGTHS and not _other_number_pattern().search(before):
            yield found[0]


def _digits(number: str) -> str:
    """The digits as they are dialled in the country: `+44 (0)1632 960123` is 01632960123."""
    digits = re.sub(r"\D", "", number)
    digits = digits.removeprefix("00") if digits.startswith("0044") else digits
    return f"0{digits.removeprefix('44').removeprefix('0')}" if digits.startswith("44") else digits


def _contact(context: Context) -> Contact | None:
    return context.folder.institution.contact if context.folder.institution else None
