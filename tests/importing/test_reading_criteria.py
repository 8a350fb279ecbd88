"""Success criteria and steps of a document: one by one, with their dates, and the numbers that could be followed."""

import pytest
from importing.making.found_plans import action, plan, read, read_entry, step, values_of, words

from tcplan.findings.span import Value
from tcplan.importing.document import Paragraph, SourcePlace

LISTS = [
    ("one", "Terms of reference agreed", ["Terms of reference agreed"]),
    ("lines", "Report sent\nGroup formed", ["Report sent", "Group formed"]),
    ("bullets", "• Report sent\n• Group formed", ["Report sent", "Group formed"]),
    ("bullets in a line", "• Report sent • Group formed", ["Report sent", "Group formed"]),
    ("semicolons", "Report sent; group formed; minutes online", ["Report sent", "group formed", "minutes online"]),
    ("numbers in a line", "1) Report sent 2) Group formed", ["Report sent", "Group formed"]),
    ("letters in a line", "(a) Report sent (b) Group formed", ["Report sent", "Group formed"]),
    ("numbers on lines", "1. Report sent\n2. Group formed", ["Report sent", "Group formed"]),
    ("a line that goes on", "Report sent and\nread by all", ["Report sent and read by all"]),
    ("one word after a colon", "Evidence: minutes; lists; pages", ["Evidence: minutes; lists; pages"]),
    ("a series of numbers", "2025: 10%; 2026: 15%", ["2025: 10%; 2026: 15%"]),
    ("a semicolon in brackets", "Report sent (Council; Senate)", ["Report sent (Council; Senate)"]),
    ("words between semicolons", "Pay; grading; titles", ["Pay; grading; titles"]),
    ("a full stop", "Report sent. It is read by all.", ["Report sent. It is read by all."]),
]


@pytest.mark.parametrize(("written", "criteria"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_criteria_are_parted_where_the_document_parts_them(written: str, criteria: list[str]) -> None:
    """At lines, bullets, numbers, and semicolons between whole phrases."""
    assert values_of(read_entry(action("1", success=words(*written.split("\n")))))["success"] == criteria


def test_a_line_that_leads_to_a_list_is_no_criterion() -> None:
    """It goes into `about`."""
    lead = Paragraph("We will see:", SourcePlace())
    items = [Paragraph(text, SourcePlace(), depth=1) for text in ("Report sent", "Group formed")]
    values = values_of(read_entry(action("1", success=words(lead, *items, column="Success measures"))))
    assert values == {"success": ["Report sent", "Group formed"], "about": "Success measures: We will see:"}


DATED: list[tuple[str, Value]] = [
    ("CEDARS results 23/25; April 2023", {"title": "CEDARS results 23/25", "due": "2023-04"}),
    ("Report sent (July 2026)", {"title": "Report sent", "due": "2026-07"}),
    ("Report sent – by end of July 2026", {"title": "Report sent", "due": "2026-07"}),
    ("Report sent by March 2026", {"title": "Report sent by March 2026", "due": "2026-03"}),
    ("By March 2026 all staff are listed", {"title": "By March 2026 all staff are listed", "due": "2026-03"}),
    ("Report completed by March 2026", {"title": "Report completed by March 2026", "due": "2026-03"}),
    ("Report sent\nDue: March 2026", {"title": "Report sent", "due": "2026-03"}),
    ("March 2026: report sent", {"title": "report sent", "due": "2026-03"}),
    ("Report sent (completed May 2024)", {"title": "Report sent", "done": "2024-05"}),
    ("Report sent - done 31/05/2024", {"title": "Report sent", "done": "2024-05-31"}),
    ("More staff than in 2023", "More staff than in 2023"),
    ("3 by Aug 2022, 6 by Aug 2023", "3 by Aug 2022, 6 by Aug 2023"),
    ("Survey of 2024 repeated", "Survey of 2024 repeated"),
]


@pytest.mark.parametrize(("written", "criterion"), DATED, ids=[row[0] for row in DATED])
def test_a_criterion_has_the_date_that_its_words_name(written: str, criterion: Value) -> None:
    """A date that is apart from them is taken out of them; one within them stays there too."""
    said = words(*written.split("\n"))
    assert values_of(read_entry(action("1", success=said)))["success"] == [criterion]


@pytest.mark.parametrize(
    ("written", "targets"),
    [
        ("60 staff present", "{36 months: 60}"),
        ("30 % of staff registered", "{36 months: 30%}"),
        ("40 per cent registered by December 2025", "{2025-12: 40%}"),
        ("3 by Aug 2022, 6 by Aug 2023", "{2022-08: 3, 2023-08: 6}"),
        ("1,200 readers", "{36 months: 1200}"),
        ("By July 2025: 10 staff. By July 2026: 20 staff.", "{2025-07: 10, 2026-07: 20}"),
        ("Grow from 12 to 20 by 2026", "{2026: 20}"),
    ],
)
def test_a_number_is_offered_as_a_measure(written: str, targets: str) -> None:
    """The doubt says what its targets would be; nothing is followed unasked."""
    draft = read(plan(action("1", success=written, due="36 months"), title="Plan"))
    assert [offer.targets for offer in draft.offers] == [targets]
    assert not any("measured_by" in one.keys for one in draft.entries)


@pytest.mark.parametrize(
    "written",
    ["Phase 2 begun", "N8 Commitment 3 met", "Survey of 2024 repeated", "Reported in Q3 2026", "Level 6 offered"],
)
def test_a_number_that_is_a_name_is_not_offered(written: str) -> None:
    """It counts nothing."""
    assert read(plan(action("1", success=written), title="Plan")).offers == []


def test_steps_have_their_dates_and_all_else_is_said_of_them_in_about() -> None:
    """A step has a title, and when it is due and done."""
    found = action(
        "1", "Publish it",
        step("Draft it", due="March 2026"),
        step("Ask staff (completed May 2025)"),
        step("Print it", owners=words("HR", column="Owner"), due="soon"),
    )  # fmt: skip
    values = values_of(read_entry(found))
    assert values["steps"] == [
        {"title": "Draft it", "due": "2026-03"}, {"title": "Ask staff", "done": "2025-05"}, "Print it",
    ]  # fmt: skip
    assert values["about"] == "Owner of the step “Print it”: HR\n\nDue of the step “Print it”: soon"


def test_a_column_of_steps_has_one_in_each_line() -> None:
    """Beside the action."""
    assert values_of(read_entry(action("1", step=words("Draft it", "Print it"))))["steps"] == ["Draft it", "Print it"]
