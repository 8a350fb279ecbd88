"""Names of owners that the form of a document cut in two, ran together, or wrote by pointing to another row."""

from dataclasses import replace

import pytest
from importing.making.found_plans import action, kinds_of, plan, read, read_entry, values_of, words

from tcplan.importing.document import SourcePlace
from tcplan.importing.draft import DraftPlan
from tcplan.importing.found import Words


def _owners(draft: DraftPlan, index: int = -1) -> object:
    return values_of(draft.entries[index]).get("owners")


def _read(written: str, *alone: str) -> DraftPlan:
    """What is read from the owners of one action beside others, where each name of some stands alone."""
    others = [action(f"{index}", owners=name) for index, name in enumerate(alone, 1)]
    return read(plan(*others, action("9", owners=words(*written.split("\n")))))


BROKEN = [
    ("after “of”", "Head of\nTechnical Services", ["Head of Technical Services"]),
    ("before “of”", "Pro-Vice-Chancellor\nof Research", ["Pro-Vice-Chancellor of Research"]),
    ("after “and”", "Marketing and\nCommunications", ["Marketing and Communications"]),
    ("after an ampersand", "Research &\nInnovation Office", ["Research & Innovation Office"]),
    ("after “for”", "Centre for\nTechnical Skills", ["Centre for Technical Skills"]),
    ("in brackets", "Technical Manager (Faculty\nof Science)", ["Technical Manager (Faculty of Science)"]),
    ("before brackets", "Technical Manager\n(Physics)", ["Technical Manager (Physics)"]),
    ("before the last word", "HR Business\nPartner", ["HR Business Partner"]),
    ("before the word of a body", "Learning Technologies\nUnit", ["Learning Technologies Unit"]),
    ("after a word that begins names", "Deputy\nRegistrar", ["Deputy Registrar"]),
    ("in the name of a person", "Helen\nOkafor", ["Helen Okafor"]),
    ("between two owners with “and”", "HR\nand Estates", ["HR", "Estates"]),
    ("between two owners with “with”", "HR\nwith Estates", ["HR", "Estates"]),
]


@pytest.mark.parametrize(("written", "owners"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_name_that_is_broken_over_two_lines_is_one(written: str, owners: list[str]) -> None:
    """Its pieces would be nobody."""
    assert _owners(_read(written)) == owners


@pytest.mark.parametrize(
    ("written", "owners"),
    [
        ("HR\nEstates", ["HR", "Estates"]),
        ("HR\nRegistrar", ["HR", "Registrar"]),
        ("Technical Managers\nStaff", ["Technical Managers", "Staff"]),
        ("Sarah\nJames", ["Sarah", "James"]),
        ("Steering Group\nUnions", ["Steering Group", "Unions"]),
        ("Dean of Science\nProvost", ["Dean of Science", "Provost"]),
    ],
)
def test_lines_that_are_names_stay_apart(written: str, owners: list[str]) -> None:
    """Nothing says that they are one."""
    assert _owners(_read(written)) == owners


def test_a_name_that_stands_elsewhere_joins_its_pieces_and_a_guess_is_told() -> None:
    """What the document has whole is no guess."""
    assert _owners(_read("Equality\nLibrary Forum", "Equality Library Forum")) == ["Equality Library Forum"]
    assert "owner" in kinds_of(_read("HR Business\nPartner"))
    assert "owner" not in kinds_of(_read("Head of\nEstates"))


def _row(number: int, text: str) -> Words:
    """A cell with owners in a row of its own."""
    return replace(words(text, column="Owner"), place=SourcePlace("table 1", number, 3))


@pytest.mark.parametrize(
    ("first", "second", "owners"),
    [
        ("Chief Operating", "Officer", ["Chief Operating Officer"]),
        ("Head of", "Estates", ["Head of Estates"]),
        ("HR, Marketing and", "Communications", ["HR", "Marketing and Communications"]),
        ("Technical Resources", "Manager", ["Technical Resources Manager"]),
        ("Deputy", "Registrar", ["Deputy Registrar"]),
        ("HR", "Estates", ["HR", "Estates"]),
    ],
)
def test_a_name_that_is_broken_over_two_rows_is_one(first: str, second: str, owners: list[str]) -> None:
    """Where the rows are of one action."""
    assert _owners(read(plan(action("1", owners=[_row(2, first), _row(3, second)])))) == owners


@pytest.mark.parametrize(
    ("written", "lists", "owners"),
    [
        ("Dean of Science, Marketing and Communications", ["Dean of Science, Registrar", "Estates, Dean of Science"],
         ["Dean of Science", "Marketing and Communications"]),
        ("Dean of Arts, Humanities and Law", [], ["Dean of Arts, Humanities and Law"]),
        ("Steering Group & Learning and Teaching", ["Steering Group & Registrar", "Estates & Steering Group"],
         ["Steering Group", "Learning and Teaching"]),
        ("HR/OD", ["HR/Estates", "Library/HR", "OD"], ["HR", "OD"]),
        ("Pro-Vice-Chancellor Research & Dean of Science", [], ["Pro-Vice-Chancellor Research", "Dean of Science"]),
    ],
)  # fmt: skip
def test_a_name_in_lists_with_different_others_is_known(written: str, lists: list[str], owners: list[str]) -> None:
    """It is no part of the name beside it."""
    assert _owners(_read(written, *lists)) == owners


AND = [
    ("a comma beside such a name", "Dean of Science, Marketing and Communications", ["Marketing and Communications"],
     ["Dean of Science", "Marketing and Communications"]),
    ("an ampersand after it", "Marketing and Communications & Estates", ["Marketing and Communications", "Estates"],
     ["Marketing and Communications", "Estates"]),
    ("an “and” after it", "Health and Safety Office and Estates", ["Health and Safety Office", "Estates"],
     ["Health and Safety Office", "Estates"]),
    ("a slash before it", "Estates / Health and Safety Office", ["Health and Safety Office"],
     ["Estates", "Health and Safety Office"]),
    ("a comma before it", "Estates, Health and Safety Office", ["Health and Safety Office", "Estates"],
     ["Estates", "Health and Safety Office"]),
    ("run together", "Dean of Science Equality Unit Health and Safety Office",
     ["Dean of Science", "Equality Unit", "Health and Safety Office"],
     ["Dean of Science", "Equality Unit", "Health and Safety Office"]),
    ("posts with an ampersand", "Pro-Vice-Chancellor Research & Dean of Science",
     ["Pro-Vice-Chancellor Research", "Dean of Science"], ["Pro-Vice-Chancellor Research", "Dean of Science"]),
    ("three of them", "Learning and Teaching, Health and Safety Office and Estates",
     ["Learning and Teaching", "Health and Safety Office"],
     ["Learning and Teaching", "Health and Safety Office", "Estates"]),
    ("a slash between two", "HR/OD", ["HR", "OD"], ["HR", "OD"]),
    ("an ampersand between two", "HR & OD", ["OD", "HR"], ["HR", "OD"]),
    ("one directorate", "HR/OD", ["HR"], ["HR/OD"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "alone", "owners"), [row[1:] for row in AND], ids=[row[0] for row in AND])
def test_a_name_with_and_is_one_where_it_stands_alone_elsewhere(
    written: str, alone: list[str], owners: list[str]
) -> None:
    """What is beside it is another owner."""
    assert _owners(_read(written, *alone)) == owners


@pytest.mark.parametrize(
    ("written", "alone", "owners"),
    [
        ("HRDTM", ["HR", "DTM"], ["HR", "DTM"]),
        ("Technical ManagersHR-OD", ["Technical Managers", "HR-OD"], ["Technical Managers", "HR-OD"]),
        ("EstatesLibraryHR", ["Estates", "Library", "HR"], ["Estates", "Library", "HR"]),
        ("Dean (Arts)HR", ["Dean (Arts)", "HR"], ["Dean (Arts)", "HR"]),
        ("Steering GroupRegistrar", ["Steering Group", "Registrar"], ["Steering Group", "Registrar"]),
        ("HRDTM", ["HR"], ["HRDTM"]),
        ("McDonald", ["Mc"], ["McDonald"]),
        ("HROD", ["HR", "OD", "HROD"], ["HROD"]),
    ],
)
def test_names_without_a_space_between_them_are_parted_where_both_stand_alone(
    written: str, alone: list[str], owners: list[str]
) -> None:
    """One that stands alone itself is a name."""
    assert _owners(_read(written, *alone)) == owners


@pytest.mark.parametrize(
    ("written", "owners"),
    [
        ("KM, with SP", ["KM", "SP"]),
        ("KM supported by SP", ["KM", "SP"]),
        ("HR, in consultation with UCU", ["HR", "UCU"]),
        ("HR in partnership with Estates", ["HR", "Estates"]),
        ("1) HR\n2) DTM", ["HR", "DTM"]),
        ("1. HR\n2. DTM", ["HR", "DTM"]),
        ("(a) HR\n(b) DTM", ["HR", "DTM"]),
        ("HR/tbc", ["HR", "tbc"]),
        ("Director, HR", ["Director, HR"]),
        ("Head of HR and Head of Technical Services", ["Head of HR", "Head of Technical Services"]),
        ("Deputy Head of IT and Digital Services", ["Deputy Head of IT and Digital Services"]),
    ],
)
def test_what_is_beside_a_name_is_not_in_it(written: str, owners: list[str]) -> None:
    """Neither a number of a list nor words that lead to the next one."""
    assert _owners(_read(written)) == owners


@pytest.mark.parametrize(
    ("written", "owners", "kept"),
    [
        ("HR?", ["HR"], "HR?"),
        ("Dean of Science (?)", ["Dean of Science"], "(?)"),
        ("DTM (until Dec 2025), then HR", ["DTM", "HR"], "until Dec 2025"),
        ("DTM (from January 2026)", ["DTM"], "from January 2026"),
        ("HR (to 2026); Estates (from 2026)", ["HR", "Estates"], "from 2026"),
    ],
)
def test_what_is_uncertain_or_holds_for_a_time_is_kept_and_told(written: str, owners: list[str], kept: str) -> None:
    """The name is the owner; the words are in `about`."""
    draft = _read(written)
    assert _owners(draft) == owners
    assert kept in str(values_of(draft.entries[-1])["about"])
    assert "owner" in kinds_of(draft)


@pytest.mark.parametrize("written", ["Vacant", "Vacant post", "vacancy", "Unassigned", "[vacant]"])
def test_nobody_is_told(written: str) -> None:
    """A vacant post is no name, and somebody should look."""
    draft = _read(written)
    assert _owners(draft) == ["tbc"]
    assert "owner" in kinds_of(draft)


@pytest.mark.parametrize(
    "sign", ["as above", "As above.", "ditto", "″", '"', "〃", "Same as above", "(as above)", "as 1"]
)
def test_words_that_point_to_the_row_above_say_what_it_does(sign: str) -> None:
    """For people and dates, and each is told."""
    first = action("1", owners=words("HR", column="Owner"), due=words("June 2026", column="By"))
    second = action("2", owners=words(sign, column="Owner"), due=words(sign, column="By"))
    draft = read(plan(first, second))
    assert (_owners(draft), values_of(draft.entries[-1])["due"]) == (["HR"], "2026-06")
    assert kinds_of(draft).count("above") == 2


def test_words_that_point_to_nothing_are_kept_and_told() -> None:
    """No owner is guessed."""
    draft = read(plan(action("1"), action("2", owners=words("ditto", column="Owner"))))
    assert _owners(draft) is None
    assert values_of(draft.entries[-1])["about"] == "Owner: ditto"
    assert "above" in kinds_of(draft)


def test_a_sponsor_beside_an_owner_does_not_lead() -> None:
    """Who it is goes into `about`."""
    draft = read(plan(action("1", lead=words("PVC", column="Sponsor"), owners=words("HR", column="Action owner"))))
    assert {key: values_of(draft.entries[-1]).get(key) for key in ("lead", "owners", "about")} == {
        "lead": None, "owners": ["HR"], "about": "Sponsor: PVC",
    }  # fmt: skip


def test_a_sponsor_alone_or_beside_helpers_leads() -> None:
    """Nobody else is named for it."""
    draft = read(plan(action("1", lead=words("PVC", column="Sponsor"), owners=words("HR", column="Supported by"))))
    assert (values_of(draft.entries[-1])["lead"], _owners(draft)) == ("PVC", ["HR"])


def test_beside_who_is_accountable_those_responsible_are_owners() -> None:
    """As the letters of RACI mean it."""
    people = [words("PVC", column="Accountable"), words("HR", column="Responsible")]
    draft = read(plan(action("1", lead=people[::-1])))
    assert (values_of(draft.entries[-1])["lead"], _owners(draft)) == ("PVC", ["HR"])


def test_a_name_that_may_have_been_cut_in_two_is_told_by_name() -> None:
    """So that somebody can put it together."""
    draft = _read("Technical Managers and Outreach")
    messages = [one.message for one in draft.doubts if one.kind == "owner"]
    assert messages == [
        "`Technical Managers and Outreach` may be one name; it is read as two owners: `Technical Managers; Outreach`"
    ]
    assert "owner" not in kinds_of(_read("Head of Estates and Head of Library"))


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("1. HR 2. Library", ["HR", "Library"]),
        ("1) HR, 2) Library, 3) Marketing", ["HR", "Library", "Marketing"]),
        ("(1) HR (2) Head of Estates", ["HR", "Head of Estates"]),
        ("a) HR b) Library", ["HR", "Library"]),
        ("(a) HR; (b) Library", ["HR", "Library"]),
        ("2. HR 4. Library", ["HR 4. Library"]),
    ],
)
def test_owners_that_are_counted_on_one_line_are_several(line: str, owners: list[str]) -> None:
    """Where the numbers count from the first on."""
    assert read_entry(action("1", owners=line)).keys["owners"].value == owners


FREE = [
    (
        "People and Culture, Estates",
        ["Estates, Dean of Science", "HR, Estates, PVC"],
        ["People and Culture", "Estates"],
    ),
    (
        "Registrar, Marketing",
        ["HR, Registrar, Web Team", "Registrar, HR", "HR, Marketing", "Marketing, Web Team"],
        ["Registrar", "Marketing"],
    ),
    ("Library, Registrar", ["HR, Library", "Library, PVC"], ["Library", "Registrar"]),
    (
        "Equality, Diversity and Inclusion Committee",
        ["HR, Equality, Diversity and Inclusion Committee", "Equality, Diversity and Inclusion Committee, PVC"],
        ["Equality, Diversity and Inclusion Committee"],
    ),
    ("Dean, Faculty of Science", ["Dean, Faculty of Arts", "HR, Dean, Faculty of Law"], ["Dean, Faculty of Science"]),
]


@pytest.mark.parametrize(("line", "others", "owners"), FREE)
def test_a_word_with_different_others_on_both_sides_is_an_owner(
    line: str, others: list[str], owners: list[str]
) -> None:
    """One that always has the same after it is the beginning of that."""
    entries = [action(str(at), owners=other) for at, other in enumerate((*others, line), 1)]
    assert read_entry(*entries).keys["owners"].value == owners


@pytest.mark.parametrize(
    ("post", "other"),
    [
        ("Deputy Vice-Chancellor", "Careers Service"),
        ("Pro-Vice-Chancellor", "Library"),
        ("Provost", "Web Team"),
        ("Director of Estates", "Facilities"),
        ("Vice-Principal", "Marketing"),
    ],
)
def test_a_post_that_stands_alone_does_not_go_on_after_and(post: str, other: str) -> None:
    """`Deputy Head of IT and Digital Services` does; what is parted is told."""
    alone, both = action("1", owners=post), action("2", owners=f"{post} and {other}")
    draft = read(plan(alone, both, title="P"))
    is_of = " of " in post
    assert draft.entries[-1].keys["owners"].value == ([f"{post} and {other}"] if is_of else [post, other])


@pytest.mark.parametrize(
    ("line", "part", "inside"),
    [
        ("PVCR Exec Deans DEDS-R Sci, SSH", "PVCR Exec Deans DEDS-R Sci", "Exec Deans"),
        ("RIS - Research Operations and Development Exec Deans", "", "Exec Deans"),
        ("Outreach and Widening Steering Group Planning", "", "Steering Group"),
        ("Marketing Dean of Science Web Pages", "", "Dean of Science"),
        (
            "Planning People Communications Technical Managers, HR",
            "Planning People Communications Technical Managers",
            "Technical Managers",
        ),
    ],
)
def test_a_name_that_holds_one_that_stands_alone_is_told(line: str, part: str, inside: str) -> None:
    """Where it could not be parted: it is most likely two."""
    draft = _read(line, "Exec Deans", "Steering Group", "Dean of Science", "Technical Managers")
    said = [one.message for one in draft.doubts if one.kind == "owner" and inside in one.message]
    assert said
    assert all(f"`{part or line}`" in one for one in said)


@pytest.mark.parametrize(
    "line",
    [
        "Chair of Steering Group",
        "TC Steering Group",
        "Deputy Exec Deans",
        "Head of Estates",
        "Dean of Science and Technology",
    ],
)
def test_a_name_that_only_goes_on_is_not_told(line: str) -> None:
    """A word before it, or a connector, makes one name of it."""
    draft = _read(line, "Exec Deans", "Steering Group", "Dean of Science")
    assert not any("is an owner elsewhere" in one.message for one in draft.doubts)


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Associate Dean Research Learning & Development", ["Associate Dean Research", "Learning & Development"]),
        ("Learning & Development External Relations", ["Learning & Development", "External Relations"]),
        ("External Relations Learning & Development", ["External Relations", "Learning & Development"]),
        ("Associate Dean Research People and Culture", ["Associate Dean Research", "People and Culture"]),
        ("People and Culture Learning & Development", ["People and Culture", "Learning & Development"]),
    ],
)
def test_names_with_a_sign_in_them_are_parted_from_those_beside_them(line: str, owners: list[str]) -> None:
    """A line that is a name and another one in a row is no name."""
    draft = _read(line, "Learning & Development", "Associate Dean Research", "External Relations", "People and Culture")
    assert _owners(draft) == owners
