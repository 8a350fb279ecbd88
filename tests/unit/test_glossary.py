"""The glossary of owners: which spellings are one name, how it is printed, and what is a placeholder."""

import unicodedata

import pytest

from tcplan.model.institution import Owner
from tcplan.workspace.glossary import Glossary, fold_name, is_placeholder

OWNERS = (
    Owner(name="HROD", long="Human Resources and Organisational Development", also=("HR", "People Équipe")),
    Owner(name="Estates", also=("Facilities", "HR")),
)
GLOSSARY = Glossary(OWNERS)


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("HROD", id="as it is printed"),
        pytest.param("hrod", id="capitals"),
        pytest.param(" HROD ", id="spaces around"),
        pytest.param("Human Resources and Organisational Development", id="long name"),
        pytest.param("human  resources and\norganisational development", id="long name with other spaces and capitals"),
        pytest.param("People Équipe", id="other spelling"),
        pytest.param("people\N{NO-BREAK SPACE}équipe", id="no-break space"),
        pytest.param(unicodedata.normalize("NFD", "People Équipe"), id="letters apart from their accents"),
        pytest.param("\N{FULLWIDTH LATIN CAPITAL LETTER H}ROD", id="wide letters"),
        pytest.param("HR", id="of two owners the first"),
        pytest.param("Human Resources and Organisational Development (HROD)", id="in full, as it is printed"),
        pytest.param("HROD (human resources and organisational development)", id="the other way round"),
    ],
)
def test_spellings_of_an_owner_are_one_name(spelling: str) -> None:
    """It is printed as the glossary has it, in full with the short name after it."""
    assert GLOSSARY.canonical(spelling) == "HROD"
    assert GLOSSARY.named(spelling) == "HROD"
    assert GLOSSARY.long_name(spelling) == "Human Resources and Organisational Development (HROD)"


@pytest.mark.parametrize("name", ["Estates (HROD)", "Facilities (Kitchens)", "New (HROD)", "HROD ()"])
def test_a_name_with_another_in_brackets_is_not_taken_for_an_owner(name: str) -> None:
    """Only where both are names of the same one."""
    assert GLOSSARY.listed(name) == []


def test_an_owner_without_a_long_name_is_printed_by_the_short_one() -> None:
    """And a name that the glossary does not list as it is written, on one line."""
    assert GLOSSARY.long_name("facilities") == "Estates"
    assert GLOSSARY.long_name("New\n  Team") == GLOSSARY.canonical("New Team") == "New Team"


@pytest.mark.parametrize(
    ("one", "other"),
    [("New  Team", "new team"), ("Straße", "STRASSE"), ("Caf\u00e9", "Cafe\u0301"), ("a\N{NO-BREAK SPACE}b", "A B")],
)
def test_names_that_are_not_listed_are_compared_likewise(one: str, other: str) -> None:
    """The first that is written is printed."""
    assert fold_name(one) == fold_name(other)
    assert list(Glossary().named_in([one, other, None, "tbc"]).values()) == [Glossary().canonical(one)]


@pytest.mark.parametrize(
    "word",
    [
        *("\u2018tbc\u2019", "\u201cTBC\u201d", "'tbc'", "t.b.c.", "T.B.A.", "TBC?", "TBC!", "tbc - see HR"),
        *("tbc", "TBC", "tbd", "tba", "TBC (2026)", "[TBC]", "tbc."),
        *("to be confirmed", "To be  agreed", "to be decided", "to be named", "to be appointed", "to be announced"),
        *("to be determined", "to be identified", "to\N{NO-BREAK SPACE}be confirmed"),
        *("vacant", "Vacant", "unassigned", "none", "n/a", "N/A", "na", "?", "-", "…"),
    ],
)
def test_a_placeholder_is_nobody(word: str) -> None:
    """Whatever it is, outputs have one word for it."""
    assert is_placeholder(word)
    assert GLOSSARY.named(word) is None
    assert GLOSSARY.canonical(word) == GLOSSARY.long_name(word) == "tbc"


@pytest.mark.parametrize("name", ["Vacancies team", "Nobel Group", "Toby", "TBCs Office", "Natural Sciences", "HR?"])
def test_a_name_that_begins_like_a_placeholder_is_a_name(name: str) -> None:
    """So is one with a question mark after it."""
    assert not is_placeholder(name)
