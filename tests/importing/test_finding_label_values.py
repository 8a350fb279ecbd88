"""What stands below a label that has its value: another value of its kind, or the words of the action."""

import pytest
from importing.making.blocks import bullets, document, heading, para

from tcplan.importing.document import Block
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry
from tcplan.importing.ledger import Ledger


def actions_of(*below: Block) -> list[FoundEntry]:
    """Three cards, each with the same lines below its title."""
    titles = ["Write a blog each month", "Launch a directory of skills", "Introduce an award"]
    cards = [block for title in titles for block in (heading(title, 3), *below)]
    source = document(heading("Action plan"), heading("Visibility", 2), *cards)
    (plan,) = find_plans(source, Ledger(source), {})
    return plan.entries[0].children


def texts(entry: FoundEntry, field: Field) -> list[str]:
    """What an action says in one field."""
    return [words.text for words in entry.fields.get(field, [])]


VALUES = [
    ("Deadline: December 2026", Field.DUE, "December 2026"),
    ("Start date: May 2026", Field.START, "May 2026"),
    ("RAG: Amber", Field.RAG, "Amber"),
    ("Priority: High", Field.PRIORITY, "High"),
    ("Owner: Library", Field.OWNERS, "Library"),
]


@pytest.mark.parametrize(("line", "field", "value"), VALUES)
@pytest.mark.parametrize("text", ["Forty profiles published", "We will have reached every one of the workshops."])
def test_a_sentence_below_a_value_is_about_the_action(line: str, field: Field, value: str, text: str) -> None:
    """And not a part of the date, the colour or the name, where nobody would look for it."""
    first = para("Lead: HR; by June 2027") if field is not Field.DUE else para("Lead: HR")
    for action in actions_of(first, para(line), para(text)):
        assert texts(action, field)[-1] == value
        assert texts(action, Field.ABOUT) == [text]


@pytest.mark.parametrize(
    "more", ["Pilot: May 2027", "Roll-out (June 2028)", "Full use: Spring 2028", "Sites: Ongoing (Year 3)"]
)
def test_a_further_date_below_a_date_is_another_date(more: str) -> None:
    """Also one beside what is due by then."""
    for action in actions_of(para("Lead: HR"), para("Deadline: December 2026"), para(more)):
        assert " ".join(texts(action, Field.DUE)).split("\n") == [f"December 2026 {more}"]
        assert not texts(action, Field.ABOUT)


@pytest.mark.parametrize("more", ["Library", "Technical Services", "Director of Estates", "Jane Okafor", "HR, OD"])
def test_a_further_name_below_an_owner_is_another_owner(more: str) -> None:
    """A name looks like one."""
    for action in actions_of(para("Due: May 2027"), para("Owner: Finance"), para(more)):
        assert " ".join(texts(action, Field.OWNERS)).split() == f"Finance {more}".split()


def test_items_below_an_owner_are_owners_whatever_they_look_like() -> None:
    """A list below a label belongs to it."""
    for action in actions_of(para("Due: May 2027"), para("Owners:"), *bullets(["line managers", "heads of school"])):
        assert " ".join(texts(action, Field.OWNERS)).split() == ["line", "managers", "heads", "of", "school"]


UNKNOWN = ["Date for delivery", "Delivered by date", "To be finished", "Finish line", "Planned completion window"]


@pytest.mark.parametrize("label", UNKNOWN)
@pytest.mark.parametrize("owner", ["Owner: Library", "Lead: Dean of Science"])
def test_words_before_a_colon_are_a_label_and_never_an_owner(label: str, owner: str) -> None:
    """A label that nobody knows says with its value what it is."""
    for action in actions_of(para(owner), para(f"{label}: March 2026"), para("Priority: High")):
        field = Field.LEAD if owner.startswith("Lead") else Field.OWNERS
        assert texts(action, field) == [owner.partition(": ")[2]]
        assert texts(action, Field.DUE) == ["March 2026"]


@pytest.mark.parametrize("line", ["Cost Centre: Estates", "Proof: Forty Profiles", "Room: B12", "Union View: Yes"])
def test_a_label_of_another_kind_keeps_its_words_with_the_action(line: str) -> None:
    """Nothing is lost, and nobody gets a task for it."""
    for action in actions_of(para("Due: May 2027"), para("Owner: Library"), para(line)):
        said = [words.text for words in action.fields.get(Field.OWNERS, [])]
        assert said == ["Library"]
        assert any(line.partition(": ")[2] in text for one in action.fields for text in texts(action, one))
