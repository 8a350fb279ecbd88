"""E-mail and web addresses as people paste them: what to write, and what is certain."""

import re

import pytest

from tcplan.values.addresses import EMAIL, read_email, read_web_address

BEGIN = "begin with https://, and write %20 for a space"


@pytest.mark.parametrize(
    ("text", "help_text", "certain"),
    [
        ("mailto:a@example.ac.uk", "write a@example.ac.uk", "a@example.ac.uk"),
        ("<a@example.ac.uk>", "write a@example.ac.uk", "a@example.ac.uk"),
        ("a@example.ac.uk.", "write a@example.ac.uk", "a@example.ac.uk"),
        ("Team <a@example.ac.uk>", "write a@example.ac.uk", ""),
        ("a (at) example.ac.uk", "write a@example.ac.uk", ""),
        ("a[at]example[dot]ac[dot]uk", "write a@example.ac.uk", ""),
        ("a@example.ac.uk; b@example.ac.uk", "write one address, such as a@example.ac.uk", ""),
        ("a@@example.ac.uk", "did you mean a@example.ac.uk?", ""),
        ("a@example,ac.uk", "did you mean a@example.ac.uk?", ""),
        ("a@example..ac.uk", "did you mean a@example.ac.uk?", ""),
        ("a @example.ac.uk", "did you mean a@example.ac.uk?", ""),
        ("te am@example.ac.uk", "did you mean team@example.ac.uk?", ""),
        ("a@example", "write name@example.ac.uk", ""),
        ("tbc", "leave the key out until there is an address", ""),
    ],
)
def test_an_email_address_is_found_in_what_was_pasted(text: str, help_text: str, certain: str) -> None:
    """Nothing is certain that has other words beside it."""
    assert not re.fullmatch(EMAIL, text)
    assert read_email(text) == (help_text, certain)


@pytest.mark.parametrize(
    ("text", "help_text", "certain"),
    [
        ("<https://example.ac.uk/t>", "write https://example.ac.uk/t", "https://example.ac.uk/t"),
        ("HTTPS://example.ac.uk", "write https://example.ac.uk", "https://example.ac.uk"),
        ("[page](https://example.ac.uk)", "write https://example.ac.uk", ""),
        ("https://a.ac.uk, https://b.ac.uk", "write one address, such as https://a.ac.uk", ""),
        ("www.example.ac.uk/t", "begin with https://, and write https://www.example.ac.uk/t", ""),
        ("https:/example.ac.uk", "begin with https://, and write https://example.ac.uk", ""),
        ("htps://example.ac.uk", "begin with https://, and write https://example.ac.uk", ""),
        ("ftp://example.ac.uk", BEGIN, ""),
        ("javascript:alert(1)", BEGIN, ""),
        ("https://example.ac.uk/a b", BEGIN, ""),
        ("n/a", "leave the key out until there is an address", ""),
    ],
)
def test_a_web_address_is_found_in_what_was_pasted(text: str, help_text: str, certain: str) -> None:
    """An address of another kind is not turned into one of the web."""
    assert read_web_address(text) == (help_text, certain)
