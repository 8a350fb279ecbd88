"""Prose of a document: references and quotations in it, signs that Markdown would read, and that nothing is lost."""

import random

import pytest
from importing.making.found_plans import (
    action,
    kinds_of,
    objective,
    pillar,
    plan,
    read,
    read_entry,
    step,
    values_of,
    words,
)

from tcplan.findings.span import Value
from tcplan.importing.document import (
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceLink,
    SourcePlace,
    SourceRow,
    SourceTable,
)
from tcplan.importing.found import FoundEntry, FoundLevel, Words
from tcplan.importing.ledger import Ledger
from tcplan.importing.reading import read_plan

REFERENCES: list[tuple[str, dict[str, Value]]] = [
    ("This links with action 6.2.3.", {"related": ["6.2.3"]}),
    ("See also 6.2.3 and 2.1.", {"related": ["6.2.3", "2.1"]}),
    ("Linked to actions 6.2.3, 2.1 and 3.", {"related": ["6.2.3", "2.1", "3"]}),
    ("It shares its survey with objective 2.1 (HR).", {"related": ["2.1"]}),
    ("It can begin following completion of action 2.1.", {"depends_on": ["2.1"]}),
    ("It is dependent on action 2.1.", {"depends_on": ["2.1"]}),
    ("Depends on 2.1", {"depends_on": ["2.1"]}),
    ("In phase 2 this links with action 2.1.", {"related": ["2.1"]}),
    ("This builds on action point 3.4 in our phase one action plan.", {"continues": ["phase-1/3.4"]}),
    ("Builds on 3.4 of phase one.", {"continues": ["phase-1/3.4"]}),
    ("This continues actions 3.4 and 4.1 of the previous plan.", {"continues": ["phase-1/3.4", "phase-1/4.1"]}),
    ("Carried forward from Phase 1 (action 2.3).", {"continues": ["phase-1/2.3"]}),
    ("The objective directly builds upon points 1.1, 4.4 & 4.5 in our first action plan.",
     {"continues": ["phase-1/1.1", "phase-1/4.4", "phase-1/4.5"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_references_in_prose_become_keys_and_stay_in_the_prose(text: str, keys: dict[str, Value]) -> None:
    """Those of this plan by its ids, those of the plan before it by its name."""
    others = [action("6.2.3"), action("2.1"), action("3")]
    found = plan(*others, action("1.1", about=text), title="Phase 2 action plan")
    assert values_of(read(found).entries[-1]) == {**keys, "about": text}


@pytest.mark.parametrize(
    "text",
    [
        "We saw 2.1 per cent more applications.",
        "Pay grew by 2.1% in 2024.",
        "Action 9.9 of the estates plan.",
        "The strategy has it under P.2.1.",
        "Version 2.1 of the form.",
        "It builds on phase 1.",
        "We ran 3 workshops.",
    ],
)
def test_other_numbers_are_no_references(text: str) -> None:
    """A number without a word for what it is, or one that the plan does not have."""
    found = plan(action("2.1"), action("3"), action("1.1", about=text), title="Phase 2 action plan")
    assert values_of(read(found).entries[-1]) == {"about": text}


def test_a_reference_to_an_action_whose_id_has_changed_leads_to_its_new_id() -> None:
    """Where the number of the document says only one."""
    found = pillar("1", "Be seen", action("A/1"), action("2", about="It links with action A/1, see action A-1."))
    assert values_of(read(plan(found)).entries[-1])["related"] == ["A-1"]


def test_plans_that_are_continued_come_before_this_one() -> None:
    """The file says which plan it follows."""
    draft = read(plan(action("1", about="Builds on 3.4 of phase one."), title="Phase 2 plan"))
    assert draft.keys["follows"].value == "phase-1"


QUOTED = "While there is a fund now, there is still no way up for us."
OTHER = "I would like to see time for projects of our own."


def test_quotations_of_technicians_become_quotes() -> None:
    """Those that are a paragraph of their own, or follow the words that introduce them."""
    about = words("Why.", f"Responses to the survey of technicians: “{QUOTED}”", f"“{OTHER}”")
    values = values_of(read_entry(objective("1", "Rise", about=about)))
    assert values["quotes"] == [{"text": QUOTED}, {"text": OTHER}]
    assert values["about"] == "Why.\n\nResponses to the survey of technicians:"


def test_straight_quotation_marks_are_quotation_marks() -> None:
    """As typed in a spreadsheet."""
    about = words(f'A selection of responses of technicians. "{QUOTED}" "{OTHER}"')
    assert values_of(read_entry(action("1", about=about)))["quotes"] == [{"text": QUOTED}, {"text": OTHER}]


@pytest.mark.parametrize(
    "text",
    [
        f"The strategy promises: “{QUOTED}”",
        f"The survey says “{QUOTED}” and more.",
        "Technicians call it “the gap”",
        f"“{QUOTED}”",
    ],
)
def test_other_quotations_stay_in_the_prose(text: str) -> None:
    """Of other documents, within a sentence, or of a few words."""
    assert "quotes" not in values_of(read_entry(action("1", about=text)))


SIGNS = [
    ("# of staff", r"\# of staff"),
    ("*important*", r"\*important\*"),
    ("snake_case and 2 * 3", "snake_case and 2 * 3"),
    ("<b>bold</b>", r"\<b\>bold\</b\>"),
    ("AT&amp;T", r"AT\&amp;T"),
    ("1. First", r"1\. First"),
    ("+ more", r"\+ more"),
    ("[x] done", "[x] done"),
    ("A|B", r"A\|B"),
    ("HR & IT", "HR & IT"),
]


@pytest.mark.parametrize(("text", "markdown"), SIGNS, ids=[row[0] for row in SIGNS])
def test_signs_are_escaped_where_markdown_would_read_them(text: str, markdown: str) -> None:
    """So that it shows what the document shows."""
    assert values_of(read_entry(action("1", about=text)))["about"] == markdown


def test_lists_and_links_stay_lists_and_links() -> None:
    """A link whose address is fit for one."""
    place = SourcePlace()
    items = [Paragraph("First", place, depth=1), Paragraph("Second, deeper", place, depth=2)]
    linked = Paragraph("See the intranet", place, links=(SourceLink("intranet", "https://example.ac.uk/x"),))
    about = values_of(read_entry(action("1", about=words(linked, *items))))["about"]
    assert about == "See the [intranet](https://example.ac.uk/x)\n\n- First\n  - Second, deeper"


def test_headings_of_the_introduction_stay_headings() -> None:
    """The plan's own text keeps its order."""
    about = words(Paragraph("Our aims", SourcePlace(), heading=2), "We want more.")
    assert read(plan(action("1"), title="Plan", about=about)).keys["about"].value == "## Our aims\n\nWe want more."


def test_several_columns_of_prose_keep_their_headers() -> None:
    """A sentence under "Comments" alone needs none; a few words, a risk or a rationale are nothing without theirs."""
    about = [words("Why.", column="Rationale"), words("Later.", column="Comments")]
    assert values_of(read_entry(action("1", about=about)))["about"] == "Rationale: Why.\n\nComments: Later."
    assert values_of(read_entry(action("1", about=about[0])))["about"] == "Rationale: Why."
    sentence = "It is why we want more of them."
    for header in ("Comments", "Notes and comments", "Further information"):
        said = words(sentence, column=header)
        assert values_of(read_entry(action("1", about=said)))["about"] == sentence
    for header in ("Rationale", "Risks", "Revised date", "% complete", "Who was consulted"):
        said = words(sentence, column=header)
        assert values_of(read_entry(action("1", about=said)))["about"] == f"{header}: {sentence}"


def test_notes_go_into_about_and_struck_words_are_told() -> None:
    """Footnotes and comments of the document."""
    title = Paragraph("Hold a workshop", SourcePlace(), notes=("Two a year.",), struck=("or a fair",))
    found = FoundEntry(FoundLevel.ACTION, "1", words(title), SourcePlace())
    draft = read(plan(found, title="Plan"))
    assert values_of(draft.entries[0]) == {"about": "Note: Two a year."}
    assert kinds_of(draft) == ["struck"]


HEADERS = [
    ("January 2025 - December 2027", {"start": "2025-01", "end": "2027-12"}),
    ("Action plan 2025-27", {"start": "2025", "end": "2027"}),
    ("Action Plan 2025 to 2027", {"start": "2025", "end": "2027"}),
    ("Action plan 2025–2028", {"start": "2025", "end": "2028"}),
    ("Phase 2 2022/23 to 2024/25", {"start": "2022/23", "end": "2024/25"}),
    ("Plan for 2025/26", {"start": "2025/26", "end": "2025/26"}),
    ("January to December 2026", {"start": "2026-01", "end": "2026-12"}),
    ("1 August 2023 to 31 July 2026", {"start": "2023-08-01", "end": "2026-07-31"}),
    ("Sept 2024 – Aug 2026", {"start": "2024-09", "end": "2026-08"}),
    ("Action plan 2025", None),
    ("Action plan", None),
    ("Updated March 2025", None),
]


@pytest.mark.parametrize(("title", "period"), HEADERS, ids=[row[0] for row in HEADERS])
def test_the_title_says_the_period(title: str, period: Value) -> None:
    """Where it names both ends."""
    keys = read(plan(action("1"), title=title)).keys
    assert keys["title"].value == title
    assert (keys["period"].value if "period" in keys else None) == period


@pytest.mark.parametrize(
    ("title", "name"),
    [("Phase 2 Action Plan", "phase-2"), ("Phase two plan", "phase-2"), ("Phase III", "phase-3"), ("Action Plan", "")],
)
def test_the_phase_of_a_plan_is_the_name_of_its_file(title: str, name: str) -> None:
    """Nothing is made up for others."""
    assert read(plan(action("1"), title=title)).name == name


def test_a_plan_without_a_title_is_told() -> None:
    """A file needs one."""
    draft = read(plan(action("1")))
    assert draft.keys["title"].value == "Technician Commitment action plan"
    assert kinds_of(draft) == ["title"]


def test_a_title_of_years_alone_gets_the_usual_words() -> None:
    """Many plans have their years on a line of their own."""
    keys = read(plan(action("1"), title="2025-27")).keys
    assert keys["title"].value == "Technician Commitment action plan 2025-27"
    assert keys["period"].value == {"start": "2025", "end": "2027"}


def test_a_long_title_goes_on_in_about() -> None:
    """At the end of a sentence."""
    entry = read_entry(action("1", "First part. " + "Word " * 250))
    assert len(entry.title) <= 1000
    assert entry.title + " " + str(values_of(entry)["about"]) == ("First part. " + "Word " * 250).strip()


def everything() -> list[Words]:
    """An example of each field, each of words that occur once."""
    return [words(f"words {index} of it") for index in range(16)]


def test_every_fragment_is_accounted_for() -> None:
    """Whatever field it was found for, read or not."""
    every = everything()
    names = "themes priority aligns about lead owners success start due rag report report_date evidence resources"
    names += " step nothing"
    fields = dict(zip(names.split(), every, strict=True))
    found = pillar(
        "1", "Be seen", objective("1.1", "Events", action("1.1.1", "Hold one", step("A step"), **fields), **fields)
    )
    every += [found.title, found.children[0].title, found.children[0].children[0].title]
    every += [found.children[0].children[0].children[0].title]
    introduction = words("An introduction")
    paragraphs = [paragraph for one in (*every, introduction) for paragraph in one.paragraphs]
    document = SourceDocument(
        "plan.docx", (SourceTable((SourceRow((SourceCell(tuple(paragraphs), SourcePlace()),)),), SourcePlace()),)
    )
    ledger = Ledger(document)
    draft = read_plan(plan(found, title="Plan", about=introduction), ledger)
    assert [one.text for one in ledger.unplaced()] == []
    written = str([[entry.title, values_of(entry)] for entry in draft.entries]) + str(draft.keys)
    assert [one.text for one in paragraphs if one.text not in written and one is not every[15].paragraphs[0]] == []


RICH = {
    "themes": "Visibility",
    "priority": "High",
    "lead": "HR",
    "owners": "IT, Estates",
    "start": "Sept 2025",
    "due": "End of July 2026",
    "success": "Report sent by March 2026",
    "rag": "Green",
    "report": "Two held.",
    "evidence": "Minutes",
    "resources": "Two days",
    "about": "This links with action 2.",
    "aligns": "N8 (commitment 3)",
}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_columns_changes_nothing(seed: int) -> None:
    """Only the paragraphs of `about` follow it."""
    names = list(RICH)
    random.Random(seed).shuffle(names)
    usual = values_of(read_entry(action("2"), action("1", "Hold one", **RICH), reviewed="2025-12"))
    shuffled = values_of(
        read_entry(action("2"), action("1", "Hold one", **{name: RICH[name] for name in names}), reviewed="2025-12")
    )
    abouts = [sorted(str(one.pop("about")).split("\n\n")) for one in (usual, shuffled)]
    assert abouts[0] == abouts[1]
    assert usual == shuffled
    assert len(usual) == 10
