"""Which names seem to be several owners: where one is known, or a sign is between names."""

from pathlib import Path

import pytest
from support import tcplan, write

from tcplan.values.joined_names import joined_parts

KNOWN = ("HR", "Estates")

JOINED = [
    "HR / Library",
    "HR/Library",
    "Library/HR",
    "HR // Library",
    "HR \\ Library",
    "HR & Library",
    "HR&Library",
    "HR, Library",
    "HR,Library",
    "HR and Library",
    "HR or Library",
    "HR and/or Library",
    "HR with Library",
    "HR + Library",
    "HR; Library",
    "HR | Library",
    "HR\nLibrary",
    "HR – Library",
    "HR — Library",
    "HR - Estates",
    "Library, HR",
    "HR • Library",
    "HR (with Library)",
    "HR supported by Library",
    "HR in partnership with Library",
    "HR alongside Library",
]


@pytest.mark.parametrize("name", JOINED)
def test_one_known_owner_is_enough(name: str) -> None:
    """Beside any sign or word that stands between owners; a hyphen may be before a part of the owner."""
    assert len(joined_parts(name, KNOWN.__contains__)) == 2


@pytest.mark.parametrize("name", [one for one in JOINED if "–" not in one and "—" not in one and " - " not in one])
def test_an_abbreviation_or_a_sign_between_names_is_enough(name: str) -> None:
    """Nobody needs to be known."""
    assert len(joined_parts(name, lambda _: False)) == 2


@pytest.mark.parametrize(
    "name",
    [
        "Comms / Careers",
        "Comms/Careers",
        "Library; Careers",
        "Human Resources, Careers",
        "Technical Managers Forum / Research Office",
        "Jane Smith and John Doe",
    ],
)
def test_a_sign_between_names_with_capitals_is_enough(name: str) -> None:
    """And "and" between two people."""
    assert len(joined_parts(name, lambda _: False)) == 2


@pytest.mark.parametrize(
    "name",
    [
        "Marketing and Communications",
        "Arts & Humanities",
        "Faculty of Arts, Humanities and Law",
        "Equality, Diversity and Inclusion Unit",
        "Dean, Faculty of Science",
        "Manager, Chemistry",
        "Chief Operating Officer, Estates",
        "EDI and Culture Team",
        "RIS - Systems",
        "A/V Team",
        "24/7 Security",
        "LGBT+ Network",
        "R & D",
        "R&D",
        "Teaching/Research Fellows",
        "Smith, Jane",
        "Jane Smith, Head of Workshops",
        "Jane Smith (HR)",
        "x" * 301 + " / HR",
        "/",
        "",
    ],
)
def test_one_name_may_have_a_sign_in_it(name: str) -> None:
    """A post, a faculty, a team or a person."""
    assert len(joined_parts(name, lambda _: False)) == 1


def test_a_person_with_the_last_name_first_is_one_name_even_if_the_first_name_is_an_owner() -> None:
    """`Jane` alone may own another action."""
    assert joined_parts("Smith, Jane", ("Jane",).__contains__) == ["Smith, Jane"]


PLAN = """\
kind: plan
format: 1
title: Plan
period: {start: 2025, end: 2027}
actions:
  - {id: 1, title: Write it, lead: HR / Library, due: 2026}
  - {id: 2, title: Send it, lead: HR / Library, due: 2026}
  - {id: 3, title: Print it, lead: Estates, due: 2026}
"""


@pytest.mark.parametrize("glossary", ["", "owners: [HR, Library]"])
def test_whoever_asks_for_a_joined_owner_is_told_where_the_name_is(tmp_path: Path, glossary: str) -> None:
    """`report --lead Library` names what has to be separated, whether the glossary knows the owner or not."""
    institution = f"kind: institution\nformat: 1\nname: University\n{glossary}\n"
    folder = write(tmp_path, plan=PLAN, institution=institution)
    result = tcplan("report", folder, "--lead", "library", "--questions", folder / "june.yaml")
    assert "is joined with others in `HR / Library` (2 actions); write each name separately" in (
        result.stdout + result.stderr
    )
