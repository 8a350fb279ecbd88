"""Leads and owners of a document, one name each."""

import pytest
from importing.making.found_plans import action, kinds_of, plan, read, read_entry, values_of, words

from tcplan.findings.span import Value
from tcplan.importing.draft import DraftPlan, OwnerSpelling

SEVERAL = [
    ("lines", "HR\nEstates", ["HR", "Estates"]),
    ("a slash", "HR/IT", ["HR", "IT"]),
    ("a slash with spaces", "Research Office / Library", ["Research Office", "Library"]),
    ("commas", "HR, Estates, Library", ["HR", "Estates", "Library"]),
    ("semicolons", "Research Office; Library", ["Research Office", "Library"]),
    ("a comma and “and”", "HR, IT and Library", ["HR", "IT", "Library"]),
    ("an ampersand", "HR & Estates", ["HR", "Estates"]),
    ("“and” between posts", "Head of HR and Director of Estates", ["Head of HR", "Director of Estates"]),
    ("“and” between groups", "Heads of School and HR Partners", ["Heads of School", "HR Partners"]),
    ("bullets in a line", "• HR • Estates", ["HR", "Estates"]),
    ("bullets on lines", "- HR\n- Estates", ["HR", "Estates"]),
    ("a post and an abbreviation", "Head of Technical Skills, HROD", ["Head of Technical Skills", "HROD"]),
    ("people", "Jane Smith and John Doe", ["Jane Smith", "John Doe"]),
    ("people with offices", "Jane Smith (HR) / John Doe (IT)", ["Jane Smith (HR)", "John Doe (IT)"]),
    ("an office and a person", "Communications, J. Okafor", ["Communications", "J. Okafor"]),
    ("an office and posts", "Library, Heads of School", ["Library", "Heads of School"]),
    ("bodies with a slash", "Communications team/Technical leads", ["Communications team", "Technical leads"]),
    ("a group and an office", "Technical Managers & Outreach", ["Technical Managers", "Outreach"]),
    ("an abbreviation and a group", "HR and Faculty Technical Managers", ["HR", "Faculty Technical Managers"]),
    ("offices and groups with commas", "Deans, Estates, IT", ["Deans", "Estates", "IT"]),
    ("a list that ends with “and”", "HR, IT and Technical Services", ["HR", "IT", "Technical Services"]),
    ("posts with “and”", "Head of HR, Head of IT and Deans", ["Head of HR", "Head of IT", "Deans"]),
    ("people in a list", "Jane Smith, John Doe and Ann Lee", ["Jane Smith", "John Doe", "Ann Lee"]),
    ("a person and an office", "Jane Smith & HR", ["Jane Smith", "HR"]),
    ("posts with brackets", "Lead (Physics) and Lead (Biology)", ["Lead (Physics)", "Lead (Biology)"]),
    ("work together", "HR working with unions", ["HR", "unions"]),
    ("help", "HR with support from Technical Managers", ["HR", "Technical Managers"]),
    ("a body with commas, and another", "Equality, Diversity and Inclusion Committee, HR",
     ["Equality, Diversity and Inclusion Committee", "HR"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "owners"), [row[1:] for row in SEVERAL], ids=[row[0] for row in SEVERAL])
def test_owners_are_parted(written: str, owners: list[str]) -> None:
    """At what is between them."""
    assert values_of(read_entry(action("1", owners=words(*written.split("\n")))))["owners"] == owners


@pytest.mark.parametrize(
    "name",
    [
        "Dean (Science)",
        "Deans (Science, Arts)",
        "Learning, Teaching and Quality Committee",
        "Head of Estates and Facilities",
        "Marketing and Communications",
        "Faculty of Arts, Humanities and Law",
        "Dean, Faculty of Science",
        "PVC Research & Innovation",
        "R&D",
        "HR & OD",
        "People and Organisational Development",
        "School/Faculty Technical Managers",
        "Jane Smith, Workshop Manager",
        "Chief Technician, Biosciences",
        "Smith, Jane",
        "Learning and Development Manager",
        "Technician Commitment Steering Group",
    ],
)
def test_the_name_of_one_owner_stays_whole(name: str) -> None:
    """Although there is a sign in it."""
    assert values_of(read_entry(action("1", owners=name)))["owners"] == [name]


def test_a_name_that_the_document_has_whole_in_a_list_stays_whole() -> None:
    """An ampersand is not between owners where the same is always written together."""
    found = plan(action("1", owners="IT & AV"), action("2", owners="IT & AV"), action("3", owners="IT & AV, HR"))
    assert [values_of(one)["owners"] for one in read(found).entries] == [["IT & AV"], ["IT & AV"], ["IT & AV", "HR"]]


def test_names_that_are_run_together_are_parted_by_those_that_stand_alone() -> None:
    """And that is told, since it is only likely."""
    found = plan(
        action("1", owners="Technical Professionals Committee"),
        action("2", owners="Head of Technical Skills Technical Professionals Committee HROD"),
        action("3", owners="Senior Technical Managers"),
        action("4", owners="HROD Senior Technical Managers Department Managers HoDs"),
        title="Plan",
    )
    draft = read(found)
    assert values_of(draft.entries[1])["owners"] == [
        "Head of Technical Skills", "Technical Professionals Committee", "HROD",
    ]  # fmt: skip
    assert values_of(draft.entries[3])["owners"] == ["HROD", "Senior Technical Managers", "Department Managers", "HoDs"]
    assert kinds_of(draft).count("owners-in-a-row") == 2


@pytest.mark.parametrize(
    ("alone", "name"),
    [
        ("HR", "HR Business Partner"),
        ("HR", "Director of HR"),
        ("Estates", "Associate Director Estates"),
        ("Technical Services", "Technical Services Manager"),
        ("Research Committee", "Research Committee Chair"),
        ("Dean of Science", "Associate Dean of Science"),
        ("Library", "Library Services Manager"),
        ("IT", "IT Services"),
        ("Technical Services", "Technical Services Managers"),
        ("Technical Skills", "Technical Skills Academy Manager"),
        ("Technical Managers", "Faculty Technical Managers"),
        ("Faculty", "Faculty Technical Manager"),
        ("Steering Group", "TC Steering Group"),
        ("Steering Group", "Chair of TC Steering Group"),
    ],
)
def test_a_name_within_another_does_not_part_it(alone: str, name: str) -> None:
    """What is left would be no name."""
    assert values_of(read_entry(action("1", owners=alone), action("2", owners=name)))["owners"] == [name]


LEADS: list[tuple[str, dict[str, str], Value, list[str] | None]] = [
    ("a column of leads", {"lead": "HR", "owners": "IT, Estates"}, "HR", ["IT", "Estates"]),
    ("a mark in brackets", {"owners": "HR (lead), IT"}, "HR", ["IT"]),
    ("a mark after a dash", {"owners": "HR - lead; IT"}, "HR", ["IT"]),
    ("a label", {"owners": "Lead: HR\nSupport: IT, Estates"}, "HR", ["IT", "Estates"]),
    ("labels in a line", {"owners": "Lead: HR; Support: IT"}, "HR", ["IT"]),
    ("words for it", {"owners": "Led by HR with IT"}, "HR", ["IT"]),
    ("the same in both", {"lead": "HR", "owners": "HR, IT"}, "HR", ["IT"]),
    ("nobody yet", {"lead": "TBC"}, "tbc", None),
    ("nobody yet, in words", {"lead": "To be confirmed", "owners": "HR"}, "tbc", ["HR"]),
    ("a first owner", {"owners": "HR, IT"}, None, ["HR", "IT"]),
    ("no owner", {"owners": "n/a"}, None, None),
    ("nobody yet, with a remark", {"owners": "TBC (new post)"}, None, ["tbc"]),
    ("a label with a dash", {"owners": "Lead – HR\nSupport – IT"}, "HR", ["IT"]),
    ("a dash", {"lead": "-", "owners": "–"}, None, None),
]


@pytest.mark.parametrize(("fields", "lead", "owners"), [row[1:] for row in LEADS], ids=[row[0] for row in LEADS])
def test_the_lead_is_who_the_document_says_it_is(
    fields: dict[str, str], lead: str | None, owners: list[str] | None
) -> None:
    """Whoever is named first is not the lead."""
    said = {name: words(*text.split("\n")) for name, text in fields.items()}
    values = values_of(read_entry(action("1", "Hold a workshop", **said)))
    assert (values.get("lead"), values.get("owners")) == (lead, owners)


def test_of_several_leads_the_first_is_the_lead_and_that_is_told() -> None:
    """A file has one."""
    draft = read(plan(action("1", lead="HR / IT"), title="Plan"))
    assert values_of(draft.entries[0]) == {"lead": "HR", "owners": ["IT"]}
    assert kinds_of(draft) == ["owner"]


@pytest.mark.parametrize(
    ("written", "owner", "due"),
    [
        ("CWGDecember 2023", "CWG", "2023-12"),
        ("HR Dec 2026", "HR", "2026-12"),
        ("Technical ManagersMay 2025", "Technical Managers", "2025-05"),
        ("Steering Group, July 2026", "Steering Group", "2026-07"),
        ("HR (by March 2027)", "HR", "2027-03"),
        ("Estates – 31/03/2026", "Estates", "2026-03-31"),
    ],
)
def test_a_date_that_is_run_together_with_an_owner_is_when_it_is_due(written: str, owner: str, due: str) -> None:
    """Both are read, and told."""
    draft = read(plan(action("1", owners=written), title="Plan"))
    assert values_of(draft.entries[0]) == {"due": due, "owners": [owner]}
    assert kinds_of(draft) == ["owner"]


def spellings(*owners: str) -> DraftPlan:
    """A plan with these owners, each of an action of its own."""
    return read(plan(*(action(str(index), owners=one) for index, one in enumerate(owners, 1)), title="Plan"))


@pytest.mark.parametrize(
    ("owners", "name", "also"),
    [
        (("HROD", "HROD", "HR-OD"), "HROD", ("HR-OD",)),
        (("Exec Deans", "Exec Deans", "Executive Deans"), "Exec Deans", ("Executive Deans",)),
        (("Line Manager", "Line Managers", "Line Managers"), "Line Managers", ("Line Manager",)),
        (("Steering Group", "Steering group", "Steering Group"), "Steering Group", ("Steering group",)),
        (("Library", "Libary", "Library"), "Library", ("Libary",)),
    ],
)  # fmt: skip
def test_spellings_of_one_owner_are_suggested_for_the_glossary(
    owners: tuple[str, ...], name: str, also: tuple[str, ...]
) -> None:
    """The one that is written most often is the name."""
    draft = spellings(*owners)
    assert draft.owners == [OwnerSpelling(name, also)]
    assert [values_of(one)["owners"] for one in draft.entries] == [[one] for one in owners]


def test_letters_and_their_words_are_one_owner() -> None:
    """The words are its long name."""
    draft = spellings("TPC", "TPC", "Technical Professionals Committee")
    assert draft.owners == [OwnerSpelling("TPC", (), "Technical Professionals Committee")]


def test_names_of_people_are_told_once() -> None:
    """They stay as they are written."""
    draft = spellings("Jane Smith", "John Doe")
    assert kinds_of(draft) == ["person"]


def test_whose_initials_an_owner_is_can_be_asked() -> None:
    """By default they stay."""
    draft = spellings("Jane Smith", "JS")
    assert [question.key for question in draft.questions] == ["initials JS"]
    assert "question" in kinds_of(draft)
    found = plan(action("1", owners="Jane Smith"), action("2", owners="JS"), title="Plan")
    answered = read(found, answers={"initials JS": "Jane Smith"})
    assert not answered.questions
    assert OwnerSpelling("Jane Smith", ("JS",)) in answered.owners
