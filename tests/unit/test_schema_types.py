"""The types of single values: what each accepts, what it refuses, and that our JSON Schema agrees."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tcplan.model import types
from tcplan.model.leaf import FAULT, Leaf


class Sample(NamedTuple):
    """Texts that a type accepts and texts that it refuses."""

    good: tuple[str, ...]
    bad: tuple[str, ...]


SAMPLES = {
    "Text": Sample(("", " ", "words", "two\nlines"), ()),
    "Name": Sample(("HROD", "tbc", "A & B\n"), ("", " ", "\n")),
    "Title": Sample(("Do it", "1", "é"), ("", " \n ")),
    "Prose": Sample(("", "a\n\nb"), ()),
    "Id": Sample(
        ("1", "1.10", "2.3.1", "A-3", "q4", "1(a)", "R&D", "3.1+2", "a_b"),
        ("", " ", ".1", "1.", "a b", "1/2", "-1", "1-"),
    ),
    "Ref": Sample(
        ("1.1", "phase-1/3.4", "other/phase-1/3.4", "n8/3", "a/b/c/d"), ("", "a b", "/1", "1/", "a/b/c/d/e", "a//b")
    ),
    "Slug": Sample(("stage-3", "career-development", "a.b", "1"), ("", "Stage-3", "a_b", "a b", "-a", "a-", "a--b")),
    "Url": Sample(
        ("https://a.org", "http://a.org/x?y=1#z"), ("", "www.a.org", "ftp://a.org", "https://a b", 'https://a"b')
    ),
    "Email": Sample(("a@b.org", "a.b+c@d.ac.uk"), ("", "a", "a@b", "a b@c.org", "<a@b.org>")),
    "Whole": Sample(("0", "212", "007"), ("", "-1", "1.5", "1,000", "1e3", "1234567890")),
    "Amount": Sample(
        ("0", "-1", "0.5", "30%", "30 %", "1000000"), ("", "%", ".5", "1,000", "about 3", "30 percent", "1e3")
    ),
    "Share": Sample(("1/4", "1/1", "99/100"), ("", "0/1", "3/2", "1/0", "25%", "0.25")),
    "YesNo": Sample(("yes", "no", "true", "false"), ("", "perhaps", "1", "0", "t")),
    "OnDay": Sample(
        ("2026-03-31", "2026-03", "2026-Q1", "2025/26", "2025/2026", "2026"),
        ("", "soon", "2026-02-30", "year 2", "tbc"),
    ),
    "DueOn": Sample(
        (
            "2026-03",
            "36 months",
            "1 year",
            "2weeks",
            "year 2",
            "Year 2",
            "ongoing",
            "Ongoing",
            "tbc",
            "TBC",
            "end",
            "End",
        ),
        ("", "soon", "0 months", "year 0", "2026-13"),
    ),
    "Length": Sample(("6 months", "1 year", "10 days"), ("", "termly", "0 weeks", "six months")),
    "PriorityWord": Sample(("high", "medium", "low"), ("", "High", "urgent")),
    "ColourWord": Sample(("grey", "red", "amber", "green", "blue"), ("", "gray", "yellow")),
}


def adapter(name: str) -> TypeAdapter[Any]:
    """What pydantic makes of a type."""
    return TypeAdapter(getattr(types, name))


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, sample in SAMPLES.items() for text in sample.good])
def test_what_a_type_accepts_its_schema_accepts(name: str, text: str) -> None:
    """An editor never marks as wrong what tcplan reads."""
    adapter(name).validate_python(text)
    jsonschema.validate(text, adapter(name).json_schema())


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, sample in SAMPLES.items() for text in sample.bad])
def test_what_a_type_refuses_it_explains(name: str, text: str) -> None:
    """The refusal has a message and a help of our own; pydantic's words are never shown."""
    with pytest.raises(ValidationError) as caught:
        adapter(name).validate_python(text)
    [error] = caught.value.errors()
    assert error["type"] == FAULT
    assert error["ctx"]["message"]
    assert error["ctx"]["help"]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("value", [None, ["x"], {"a": "b"}])
def test_every_type_refuses_what_is_not_text(name: str, value: object) -> None:
    """Nothing, a list and a mapping have messages of their own."""
    with pytest.raises(ValidationError) as caught:
        adapter(name).validate_python(value)
    [error] = caught.value.errors()
    said = {
        type(None): "this is empty",
        list: "this is a list",
        dict: "this is a mapping (key: value)",
    }
    assert error["ctx"]["message"].startswith(said[type(value)])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_stand_in_of_a_type_is_sound(name: str) -> None:
    """A faulty value is replaced by a harmless one, which the type must not refuse in turn."""
    [leaf] = [note for note in getattr(types, name).__metadata__ if isinstance(note, Leaf)]
    if name == "Id":
        return  # `shape` guesses an id instead
    adapter(name).validate_python(leaf.placeholder)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("Id", "1.10", "1.10"),
        ("Whole", "007", 7),
        ("Share", "2/8", Fraction(1, 4)),
        ("YesNo", "Yes", True),
        ("YesNo", "FALSE", False),
    ],
)
def test_a_value_is_what_was_meant(name: str, text: str, value: object) -> None:
    """Text stays text; numbers, shares and yes or no become what they say."""
    assert adapter(name).validate_python(text) == value


@pytest.mark.parametrize(
    ("text", "value", "percent"),
    [("30%", "30", True), ("30 %", "30", True), ("30", "30", False), ("-0.50", "-0.50", False)],
)
def test_a_quantity_is_a_number_or_a_percentage(text: str, value: str, percent: bool) -> None:  # noqa: FBT001
    """`30%` and `30` have the same value and are not the same; the text is kept as written."""
    quantity = adapter("Amount").validate_python(text)
    assert (quantity.text, quantity.value, quantity.percent) == (text, Decimal(value), percent)


def test_a_day_keeps_its_text() -> None:
    """What is printed is what was written."""
    day = adapter("OnDay").validate_python("2025/26")
    assert (day.text, day.last) == ("2025/26", date(2026, 7, 31))


@given(st.text(), st.sampled_from(sorted(SAMPLES)))
def test_any_text_is_accepted_or_explained(text: str, name: str) -> None:
    """No type raises anything but its own refusal, and the schema accepts whatever the type does."""
    try:
        adapter(name).validate_python(text)
    except ValidationError as error:
        assert [one["type"] for one in error.errors()] == [FAULT]  # noqa: PT017 (either is right)
    else:
        jsonschema.validate(text, adapter(name).json_schema())
