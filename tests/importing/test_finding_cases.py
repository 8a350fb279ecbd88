"""Single things that documents do, each shown by a small document."""

from importing.making.blocks import bullets, cell, document, heading, para, row, table
from importing.making.layouts import INTRO
from importing.making.scoring import actions_of

from tcplan.importing.document import SourceDocument
from tcplan.importing.finding import find_plans
from tcplan.importing.found import Field, FoundEntry, FoundLevel, FoundPlan
from tcplan.importing.ledger import Ledger

HEADER = ("Ref", "Action", "Owner", "Due")
FIRST = ("1.1", "Publish a directory", "HROD", "2025")
SECOND = ("1.2", "Hold an open day", "Estates", "2026")
THIRD = ("2.1", "Fund registration", "Finance", "2026")
FOURTH = ("2.2", "Start awards", "Library", "May 2027")


def find(made: SourceDocument) -> FoundPlan:
    """The only plan of a document."""
    (plan,) = find_plans(made, Ledger(made), {})
    return plan


def titles(plan: FoundPlan) -> list[str]:
    """The titles of its actions."""
    return [one.entry.title.text for one in actions_of(plan.entries)]


def said(entry: FoundEntry, found: Field) -> list[str]:
    """What an entry says in a field."""
    return [words.text for words in entry.fields.get(found, [])]


def test_a_key_beside_the_plan_is_no_part_of_its_rows() -> None:
    """In a spreadsheet, what stands right of an empty column without headers of a plan is read for itself."""
    sheet = table(
        (*HEADER, "RAG", "", "Key", ""),
        (*FIRST, "Green", "", "Red", "Not begun"),
        (*SECOND, "Red", "", "Green", "On time"),
        name="Plan",
        is_sheet=True,
    )
    plan = find(document(sheet))
    assert [said(one.entry, Field.RAG) for one in actions_of(plan.entries)] == [["Green"], ["Red"]]
    assert "Not begun" in [words.text for words in plan.key]


def test_tables_of_risks_and_meetings_are_left_alone() -> None:
    """Where a header says which table holds the actions, another that only sounds like it is no plan."""
    risks = table(
        ("Risk", "Likelihood", "Impact", "Mitigation", "Owner"),
        ("Staff leave", "High", "High", "Train deputies for all roles", "HROD"),
        ("Budgets fall", "Low", "High", "Agree funds early with Finance", "Finance"),
    )
    meetings = table(
        ("Date", "Meeting", "Purpose"),
        ("May 2025", "Steering group", "Review progress"),
        ("June 2025", "Council", "Approve the plan"),
    )
    plan = find(document(INTRO, table(HEADER, FIRST, SECOND), heading("Risks", 2), risks, meetings))
    assert titles(plan) == [FIRST[1], SECOND[1]]
    assert "Train deputies for all roles" in [words.text for words in plan.left]


def test_headings_of_priorities_are_the_priority_of_their_actions() -> None:
    """`High priority actions` is no pillar."""
    made = document(
        INTRO,
        heading("High priority actions", 2),
        table(HEADER, FIRST),
        heading("Medium priority", 2),
        table(HEADER, THIRD),
    )
    plan = find(made)
    assert [said(one, Field.PRIORITY) for one in plan.entries] == [["High"], ["Medium"]]


def test_a_label_in_one_cell_and_the_title_in_the_next() -> None:
    """`Objective 1` and its words are in two cells of a row."""
    made = document(
        INTRO,
        table(
            HEADER,
            row("Objective 1", cell("Make technicians visible", columns=3)),
            FIRST,
            row("Objective 2", cell("Recognition", columns=3)),
            THIRD,
        ),
    )
    plan = find(made)
    assert [(one.level, one.number, one.title.text) for one in plan.entries] == [
        (FoundLevel.OBJECTIVE, "1", "Make technicians visible"),
        (FoundLevel.OBJECTIVE, "2", "Recognition"),
    ]


def test_the_text_beside_the_title_of_a_pillar_is_about_it() -> None:
    """A title row may hold the pillar and a sentence."""
    text = "All technicians can be identified and their work is seen."
    made = document(INTRO, table(HEADER, row(cell("Theme 1: Visibility", columns=2), cell(text, columns=2)), FIRST))
    (pillar,) = find(made).entries
    assert (pillar.level, pillar.title.text, said(pillar, Field.ABOUT)) == (FoundLevel.PILLAR, "Visibility", [text])


def test_a_label_after_a_whole_list_is_about_the_objective() -> None:
    """`Lead: ...` below several items is not about the last of them alone."""
    made = document(
        heading("Action plan"),
        heading("Objective 1: Make technicians visible", 2),
        bullets(["Publish a directory", "Hold an open day"]),
        para("Lead: HROD"),
    )
    (objective,) = find(made).entries
    assert said(objective, Field.LEAD) == ["HROD"]
    assert [one.fields for one in objective.children] == [{}, {}]


def test_each_action_of_a_cell_has_its_own_year() -> None:
    """Lines of a cell that begin with a year are actions that are due in it."""
    cells = cell("2025: Launch an award", "2026: Extend the award to all sites")
    plan = find(
        document(INTRO, table(("Theme", "Actions"), ("Visibility", cells), ("Recognition", "2027: Review pay")))
    )
    found = [(one.entry.title.text, said(one.entry, Field.DUE)) for one in actions_of(plan.entries)]
    assert found[:2] == [("Launch an award", ["2025"]), ("Extend the award to all sites", ["2026"])]


def test_an_unknown_column_is_told_and_goes_into_about() -> None:
    """Its words are kept with the header as their label."""
    made = document(INTRO, table((*HEADER, "Zeppelin"), (*FIRST, "Blue ones"), (*SECOND, "Red ones")))
    plan = find(made)
    assert [one.kind for one in plan.doubts] == ["column"]
    (words,) = plan.entries[0].fields[Field.ABOUT]
    assert (words.text, words.column) == ("Blue ones", "Zeppelin")


def test_what_a_person_says_about_a_column_wins() -> None:
    """`--map Zeppelin=rag` is followed, whatever the cells hold."""
    made = document(INTRO, table((*HEADER, "Zeppelin"), (*FIRST, "Blue ones"), (*SECOND, "Red ones")))
    (plan,) = find_plans(made, Ledger(made), {"Zeppelin": Field.RAG})
    assert said(plan.entries[0], Field.RAG) == ["Blue ones"]
    assert plan.doubts == []


def test_an_action_goes_below_the_objective_that_its_id_extends() -> None:
    """Where a row stands in the wrong place, its id decides."""
    made = document(
        INTRO,
        table(
            ("Objective", "Action", "Owner"),
            ("1 Make technicians visible", "1.1 Publish a directory", "HROD"),
            ("2 Recognise technicians", "2.1 Fund registration", "Finance"),
            ("", "1.2 Hold an open day", "Estates"),
        ),
    )
    assert [[one.number for one in objective.children] for objective in find(made).entries] == [["1.1", "1.2"], ["2.1"]]


def test_a_struck_out_row_is_told() -> None:
    """It is left out, and a doubt says what it was."""
    gone = row(*(cell(para("", struck=(text,))) for text in ("1.3", "Build a foundry", "Estates", "2031")))
    plan = find(document(INTRO, table(HEADER, FIRST, gone, SECOND)))
    assert titles(plan) == [FIRST[1], SECOND[1]]
    assert [one.kind for one in plan.doubts] == ["struck"]
    assert "Build a foundry" in plan.doubts[0].message


def test_a_row_whose_titles_begin_in_the_middle_goes_on_with_the_row_above() -> None:
    """Objective, action, owner and date are cut in two by the end of a page."""
    made = document(
        heading("Action plan"),
        table(
            ("Objective", "Action", "Owner", "Timescale"),
            ("1. Make technicians visible", "1.1 Publish a directory of", "HROD and", "By June"),
            ("across the university", "all technical staff", "Estates", "2025"),
            ("", "1.2 Hold an open day", "Estates", "2026"),
        ),
    )
    (objective,) = find(made).entries
    first, second = objective.children
    assert objective.title.text == "Make technicians visible across the university"
    assert first.title.text == "Publish a directory of all technical staff"
    assert (said(first, Field.OWNERS), said(first, Field.DUE)) == (["HROD and Estates"], ["By June 2025"])
    assert second.number == "1.2"


def test_a_form_says_the_id_of_its_action_in_the_label() -> None:
    """`Action 1.1 | Publish a directory`, with the other labels below."""
    made = document(
        heading("Action plan"),
        [
            table((f"Action {number}", title), ("Lead", owner), ("Deadline", due))
            for number, title, owner, due in (FIRST, THIRD)
        ],
    )
    assert [(one.number, one.title.text, said(one, Field.LEAD)) for one in find(made).entries] == [
        ("1.1", FIRST[1], ["HROD"]),
        ("2.1", THIRD[1], ["Finance"]),
    ]


def test_a_form_of_an_objective_stands_above_the_table_of_its_actions() -> None:
    """Objective, rationale and lead in a form; then the actions, without a column of objectives."""
    forms = [
        table(("Objective", title), ("Rationale", "It is fair"), ("Lead", lead))
        for title, lead in (("Make technicians visible", "Dean"), ("Recognise technicians", "Provost"))
    ]
    made = document(heading("Action plan"), forms[0], table(HEADER, FIRST, SECOND), forms[1], table(HEADER, THIRD))
    plan = find(made)
    assert [(one.level, said(one, Field.LEAD)) for one in plan.entries] == [
        (FoundLevel.OBJECTIVE, ["Dean"]),
        (FoundLevel.OBJECTIVE, ["Provost"]),
    ]
    assert [len(one.children) for one in plan.entries] == [2, 1]


def test_labels_and_words_in_rows_above_the_header() -> None:
    """`Objective 1 | ...` and `Lead | ...` are the first rows of the table of its actions."""
    tables = [
        table(
            row(f"Objective {number}", cell(title, columns=3)),
            row("Lead", cell(lead, columns=3)),
            HEADER,
            action,
        )
        for number, title, lead, action in ((1, "Visible work", "Dean", FIRST), (2, "Fair work", "Provost", THIRD))
    ]
    plan = find(document(heading("Action plan"), tables))
    assert [(one.level, one.number, one.title.text, said(one, Field.LEAD)) for one in plan.entries] == [
        (FoundLevel.OBJECTIVE, "1", "Visible work", ["Dean"]),
        (FoundLevel.OBJECTIVE, "2", "Fair work", ["Provost"]),
    ]


def test_a_table_of_names_beside_lists_is_a_plan_of_pillars() -> None:
    """Two columns without a header: the pillar, and its actions as a list."""
    made = document(
        heading("Action plan"),
        table(
            row(cell("Visibility", bold=True), cell(*bullets(["Publish a directory", "Hold an open day"]))),
            row(cell("Recognition", bold=True), cell(*bullets(["Fund registration", "Start awards"]))),
        ),
    )
    plan = find(made)
    assert [(one.level, one.title.text, len(one.children)) for one in plan.entries] == [
        (FoundLevel.PILLAR, "Visibility", 2),
        (FoundLevel.PILLAR, "Recognition", 2),
    ]


def test_of_two_columns_of_aims_the_first_makes_pillars() -> None:
    """`Goal | Objective | Action` has three levels."""
    made = document(
        heading("Action plan"),
        table(
            ("Goal", "Objective", "Action", "Lead"),
            row(cell("A. Be visible", rows=2), cell("A1 Publish facts", rows=2), "A1.1 Publish a directory", "HROD"),
            row("A1.2 Print a map", "Estates"),
            ("B. Be recognised", "B1 Register", "B1.1 Fund registration", "Finance"),
        ),
    )
    first, second = find(made).entries
    assert (first.level, first.title.text, second.number) == (FoundLevel.PILLAR, "Be visible", "B")
    (objective,) = first.children
    assert (objective.level, objective.number) == (FoundLevel.OBJECTIVE, "A1")
    assert [one.number for one in objective.children] == ["A1.1", "A1.2"]


def test_lines_that_explain_colours_are_the_key() -> None:
    """`Red: not started` is no text about the plan."""
    made = document(
        heading("Action plan"), para("Red: not started"), para("Green = complete"), table(HEADER, FIRST, SECOND)
    )
    assert [words.text for words in find(made).key] == ["Red: not started", "Green = complete"]


def test_labels_in_the_paragraph_below_a_bold_title() -> None:
    """The title of an action in bold, then a sentence about it with lead and deadline."""
    made = document(
        heading("Action plan"),
        heading("Visibility", 2),
        para("Publish a directory", bold=True),
        para("It lists all technicians. Lead: HROD. Deadline: June 2025."),
        para("Hold an open day", bold=True),
        para("The halls are open. Lead: Estates. Deadline: May 2026."),
    )
    (pillar,) = find(made).entries
    assert [(one.title.text, said(one, Field.LEAD), said(one, Field.DUE)) for one in pillar.children] == [
        ("Publish a directory", ["HROD"], ["June 2025"]),
        ("Hold an open day", ["Estates"], ["May 2026"]),
    ]


def test_sentences_of_promises_are_actions_where_there_is_nothing_else() -> None:
    """A plan in prose, a sentence for each action."""
    made = document(
        heading("Technician Commitment action plan"),
        heading("Visibility", 2),
        para("We will publish a directory of all technicians by June 2025."),
        para("We will hold an open day each year."),
        heading("Recognition", 2),
        para("We will fund registration."),
    )
    plan = find(made)
    assert [len(pillar.children) for pillar in plan.entries] == [2, 1]
    assert said(plan.entries[0].children[0], Field.DUE) == ["by June 2025"]


def test_a_chart_of_quarters_says_when() -> None:
    """The first quarter that is ticked is the start, and the last the end, though most of the headers are quarters."""
    quarters = ("Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025")
    made = document(
        heading("Action plan"),
        table(("Action", "Owner", *quarters), (*FIRST[1:3], "x", "x", "", ""), (*SECOND[1:3], "", "x", "x", "")),
    )
    assert [said(one, Field.START) for one in find(made).entries] == [["Q1 2025"], ["Q2 2025"]]
    assert [said(one, Field.DUE) for one in find(made).entries] == [["Q2 2025"], ["Q3 2025"]]


def test_a_line_for_signatures_below_the_rows_is_no_action() -> None:
    """Its cells are wider than those of the table."""
    signed = row(cell("Signed: Vice-Chancellor", columns=2), cell("Date: 12 May 2025", columns=2))
    plan = find(document(INTRO, table(HEADER, FIRST, SECOND, signed)))
    assert titles(plan) == [FIRST[1], SECOND[1]]


def test_success_measures_for_a_group_hold_for_each_action_of_a_cell() -> None:
    """Two lists of the same length by chance are not parted line by line, where other rows have other lengths."""
    measures = (("Online", "Used"), ("Printed",))
    lists = (("Publish a directory", "Hold an open day"), ("Print a map", "Open the halls", "Film the work"))
    rows = [
        row(due, cell(*bullets(several)), cell(*bullets(told)))
        for due, several, told in zip(("6-12 months", "1 to 2 years"), lists, measures, strict=True)
    ]
    plan = find(document(heading("Action plan"), table(("Timescale", "Actions", "Success measures"), *rows)))
    assert [said(one.entry, Field.SUCCESS) for one in actions_of(plan.entries)][:2] == [["Online\nUsed"]] * 2
    assert [said(one.entry, Field.DUE) for one in actions_of(plan.entries)][-1] == ["1 to 2 years"]
