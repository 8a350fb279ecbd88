"""Evidence of a report: what was typed as a report holds it, or what is wrong with it."""

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from tcplan.errors import UsageError
from tcplan.findings.codes import MALFORMED_VALUE, UNKNOWN_CASE_STUDY
from tcplan.findings.finding import Code
from tcplan.findings.span import Value
from tcplan.model.base import looks_like_reference
from tcplan.values.near_words import did_you_mean


@cache
def _link_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<title>.*\S)\s+)?(?P<url>https?://\S+)", re.DOTALL)


@cache
def _like_a_link_pattern() -> re.Pattern[str]:
    return re.compile(r"\bwww\.|://")


@cache
def _web_address_pattern() -> re.Pattern[str]:
    """What is meant as a link, whatever comes before it; `https://` may be put before its group."""
    return re.compile(r"(?:\w+:/+)?((?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?=/))[^\s<>\"]+)", re.IGNORECASE)


class ValueFault(NamedTuple):
    """What is wrong with a value, and what to do."""

    code: Code
    message: str
    help: str


def evidence_value(words: str) -> Value:
    """Evidence as a report holds it: a link with or without a title before it, else a case study or plain words.

    Raises UsageError for what looks like a link and is not one.
    """
    found = _link_pattern().fullmatch(words.strip())
    if found is None and _like_a_link_pattern().search(words):
        raise UsageError(f"evidence: `{words}` is not a link", "write https:// and the address, without spaces")
    if found is None:
        return words.strip()
    return {key: value for key, value in found.groupdict().items() if value}


def link_fault(words: str, case_studies: Collection[str]) -> ValueFault | None:
    """What is wrong with a piece of evidence: it is a link, a case study that is there, or plain words."""
    try:
        value = evidence_value(words)
    except UsageError:
        value = None
    if isinstance(value, dict) and not re.search(r"[<>\"]", str(value["url"])):
        return None
    if isinstance(value, str) and (value in case_studies or not looks_like_reference(value)):
        return None
    address = _web_address_pattern().search(words)
    if isinstance(value, str) and not address:
        help_text = did_you_mean(value, case_studies, "a link begins with https://")
        return ValueFault(UNKNOWN_CASE_STUDY, f"there is no case study `{value}`", help_text)
    meant = "https:// and the address, without spaces"
    if address:
        title = words[: address.start()].rstrip(' <"')
        meant = f"{title} https://{address[1]}".lstrip()
    return ValueFault(MALFORMED_VALUE, f"`{words}` is not a link", f"write {meant}")
