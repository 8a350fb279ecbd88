"""E-mail and web addresses as people paste them, and what to write for them."""

import re
from functools import cache
from typing import Final, NamedTuple

EMAIL: Final = r"[^@\s<>,;:()\[\]]+@[^@\s<>.,;:()\[\]]+(?:\.[^@\s<>.,;:()\[\]]+)+"
"""An e-mail address, as the JSON Schema has it."""

_NONE: Final = ("tbc", "tbd", "n/a", "na", "none", "-", "unknown", "?", "to be confirmed", "not yet available")
_NO_ADDRESS: Final = "leave the key out until there is an address"


class MeantAddress(NamedTuple):
    """What to say of a text that is not an address, and the address that it certainly is."""

    help: str
    certain: str = ""


@cache
def _email_pattern() -> re.Pattern[str]:
    return re.compile(EMAIL)


@cache
def _web_pattern() -> re.Pattern[str]:
    return re.compile(r"(?i)https?://[^\s<>\"()\[\]]+[^\s<>\"()\[\].,;]")


@cache
def _host_pattern() -> re.Pattern[str]:
    """An address without `https://`, or with a slip in it."""
    host = r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}"
    return re.compile(rf"(?i)(?P<scheme>(?:[a-z]{{3,6}}:?/{{0,3}}|//))??(?P<rest>{host}(?:[/?#]\S*)?)")


def read_email(text: str) -> MeantAddress:
    """What to write for a text in the place of an e-mail address."""
    words = text.strip()
    if words.lower() in _NONE:
        return MeantAddress(_NO_ADDRESS)
    at = re.sub(r"\s*[(\[{]\s*at\s*[)\]}]\s*", "@", words, flags=re.IGNORECASE)
    dotted = re.sub(r"\s*[(\[{]\s*dot\s*[)\]}]\s*", ".", at, flags=re.IGNORECASE)
    found = list(dict.fromkeys(_email_pattern().findall(re.sub(r"(?i)mailto:", " ", dotted))))
    if len(found) > 1:
        return MeantAddress(f"write one address, such as {found[0]}")
    if found and not re.fullmatch(r"[^<(\[:;,]*\w [\w.+-]+@\S+", words):
        is_bare = re.fullmatch(r"(?i)(?:mailto:)?<?" + re.escape(found[0]) + r">?[.,;]?", words)
        return MeantAddress(f"write {found[0]}", found[0] if is_bare else "")
    near = re.sub(r"\s+", "", re.sub(r"@+", "@", words).replace(",", ".").replace("..", ".")).rstrip(".")
    is_near = words.count("@") and near != words and _email_pattern().fullmatch(near)
    return MeantAddress(f"did you mean {near}?" if is_near else "write name@example.ac.uk")


def read_web_address(text: str) -> MeantAddress:
    """What to write for a text in the place of a web address."""
    words = text.strip()
    if words.lower() in _NONE:
        return MeantAddress(_NO_ADDRESS)
    found = list(dict.fromkeys(_web_pattern().findall(words)))
    if len(found) > 1:
        return MeantAddress(f"write one address, such as {found[0]}")
    if found and re.fullmatch(r"[<\[(]*" + re.escape(found[0]) + r"[>\])]*[.,;]*", words):
        scheme, _, rest = found[0].partition(":")
        written = f"{scheme.lower()}:{rest}"
        return MeantAddress(f"write {written}", written)
    if found and re.search(r"[<(\[]", words):
        return MeantAddress(f"write {found[0]}")
    bare = _host_pattern().fullmatch(words)
    if bare and re.fullmatch(r"(?i)(?:ht+ps?|htps?|https?|http?s|)[:;]?/{0,3}", bare["scheme"] or ""):
        return MeantAddress(f"begin with https://, and write https://{bare['rest']}")
    return MeantAddress("begin with https://, and write %20 for a space")
