"""More layouts: what people do with tables that nobody would plan."""

from dataclasses import replace

from importing.making.blocks import bullets, cell, document, heading, para, row, table
from importing.making.contents import TrueAction
from importing.making.layouts import (
    INTRO,
    Made,
    by_objective,
    by_pillar,
    earlier_actions,
    earlier_table,
    layout,
    own_actions,
    owners,
    success,
)

from tcplan.importing.document import Block, SourceCell, SourceRow


@layout("pillar", "objective", "number", "owners", "due", "success")
def a_table_for_each_objective() -> Made:
    """The objective and its rationale are rows above the header."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks.append(heading(pillar, 2))
        for first, several in by_objective(actions):
            rows: list[SourceRow | tuple[str, ...]] = [
                row(cell(f"Objective {first.objective_number}: {first.objective}", columns=5, bold=True)),
                row(cell(f"Rationale: {first.rationale}", columns=5)),
                ("Ref", "Action", "Owner", "Timescale", "Success measure"),
            ]
            rows += [row(a.number, a.title, owners(a), a.due, success(a)) for a in several]
            blocks += [table(*rows), para("")]
    return document(INTRO, blocks)


@layout("number", "owners", "due", "rag")
def two_rag_columns_by_date() -> Made:
    """The states of two reviews, each in its column."""
    actions = tuple(replace(a, rag=f"{a.rag} {a.rag}") for a in own_actions())
    rows = [row(a.number, a.title, owners(a), a.due, a.rag, a.rag) for a in own_actions()]
    return document(INTRO, table(("Ref", "Action", "Owner", "Due", "RAG December 2025", "RAG June 2026"), *rows)), (
        actions,
    )


@layout("number", "themes", "owners", "due")
def ticks_below_the_letters_of_themes() -> Made:
    """Themes as four narrow columns with ticks."""
    names = ("Visibility", "Recognition", "Career Development", "Sustainability")
    first = row(
        cell("Ref", rows=2),
        cell("Action", rows=2),
        cell("TC themes", columns=4),
        cell("Owner", rows=2),
        cell("Deadline", rows=2),
    )
    second = row(*names)
    rows = [
        row(a.number, a.title, *("✓" if name in a.themes else "" for name in names), owners(a), a.due)
        for a in own_actions()
    ]
    actions = tuple(replace(a, themes=" ".join(name for name in names if name in a.themes)) for a in own_actions())
    return document(INTRO, table(first, second, *rows)), (actions,)


@layout("number", "lead", "owners", "due")
def three_columns_of_people() -> Made:
    """The lead and two columns of others."""
    header = ("No.", "Action", "Lead", "Supported by", "Other staff involved", "By when")
    rows = [
        row(a.number, a.title, a.lead, a.owners[0], a.owners[1] if len(a.owners) > 1 else "", a.due)
        for a in own_actions()
    ]
    return document(INTRO, table(header, *rows))


@layout("number", "owners", "due", "success")
def row_cut_by_a_page() -> Made:
    """The words of a row go on in the first row of the table on the next page."""
    rows = [row(a.number, a.title, owners(a), a.due, success(a)) for a in own_actions()]
    cut = own_actions()[4]
    words = cut.title.split(" ")
    rows[4] = row(cut.number, " ".join(words[:3]), owners(cut), cut.due, success(cut))
    rest = row("", " ".join(words[3:]), "", "", "")
    header = ("Ref", "Action", "Owner", "Timescale", "Success measure")
    return document(INTRO, table(header, *rows[:5]), table(rest, *rows[5:]))


@layout("owners", "due", "success")
def headers_with_explanations() -> Made:
    """The header says at length what belongs into each column."""
    header = (
        "What (specific action to be taken)",
        "Who (name of the person or team)",
        "When (month and year)",
        "How will we know that we have succeeded?",
    )
    return document(INTRO, table(header, *(row(a.title, owners(a), a.due, success(a)) for a in own_actions())))


@layout("number", "owners", "due", "rag")
def blank_headers_for_ids_and_colours() -> Made:
    """The columns of ids and of colours have no header."""
    rows = [row(a.number, a.title, owners(a), a.due, cell(fill=a.fill)) for a in own_actions()]
    return document(INTRO, table(("", "Action", "Owner", "Due date", ""), *rows))


@layout("lead", "due", "success")
def a_heading_for_each_action() -> Made:
    """The title of each action is a heading, and its fields are labelled lines below."""
    blocks: list[Block] = []
    for a in own_actions():
        blocks += [
            heading(a.title, 3),
            para(f"Lead: {a.lead}"),
            para(f"Deadline: {a.due}"),
            para("Success measures:"),
            *bullets(a.success),
        ]
    return document(INTRO, heading("Our actions", 2), blocks)


@layout("owners", "due", "success")
def a_small_table_below_the_title_of_each_action() -> Made:
    """The title of each action is a heading, and its fields are a form below."""
    blocks: list[Block] = []
    for a in own_actions():
        blocks += [
            heading(a.title, 3),
            table(("Owner", owners(a)), ("Timescale", a.due), row("Success measures", success(a))),
        ]
    return document(INTRO, heading("Our actions", 2), blocks)


@layout("objective", "owners", "due")
def labelled_lines_within_cells() -> Made:
    """A cell holds an action with its owner and date, line by line."""
    rows = []
    for first, several in by_objective():
        for place, a in enumerate(several):
            content = cell(a.title, f"Owner: {owners(a)}", f"By: {a.due}")
            rows.append(row(cell(first.objective, rows=len(several)), content) if place == 0 else row(content))
    return document(INTRO, table(("Objective", "Action"), *rows))


@layout("number", "owners", "due", "rag")
def state_with_a_comment() -> Made:
    """The column of states has a colour and a sentence."""
    actions = tuple(replace(a, rag=f"{a.rag} – {a.progress}") for a in own_actions())
    return document(
        INTRO,
        table(
            ("Ref", "Action", "Who", "When", "RAG status"),
            *(row(a.number, a.title, owners(a), a.due, a.rag) for a in actions),
        ),
    ), (actions,)


@layout("number", "owners", "due", "report")
def status_in_sentences() -> Made:
    """A column called status holds sentences."""
    return document(
        INTRO,
        table(
            ("Ref", "Action", "Who", "When", "Status"),
            *(row(a.number, a.title, owners(a), a.due, f"{a.progress} We go on with it.") for a in own_actions()),
        ),
    ), (tuple(replace(a, progress=f"{a.progress} We go on with it.") for a in own_actions()),)


@layout("number", "owners", "due", "success", "priority")
def a_plan_without_a_header() -> Made:
    """No header at all: the cells say what they are."""
    rows = [row(a.number, a.title, owners(a), a.due, a.priority) for a in own_actions()]
    return document(INTRO, table(*rows)), (tuple(replace(a, success=()) for a in own_actions()),)


@layout("pillar", "number", "owners", "due")
def a_sheet_with_several_blocks() -> Made:
    """A spreadsheet with a block for each pillar: title, header, rows, blank row."""
    rows: list[SourceRow | tuple[str, ...]] = [("Wider plan of the technicians", "", "", ""), ("", "", "", "")]
    for pillar, actions in by_pillar():
        rows += [(pillar, "", "", ""), ("Ref", "Action", "Owner", "Due date")]
        rows += [row(a.number, a.title, owners(a), a.due) for a in actions]
        rows.append(("", "", "", ""))
    return document(table(*rows, name="Sheet1", is_sheet=True))


@layout("objective", "number", "owners", "due")
def objectives_in_a_cell_of_their_own_row() -> Made:
    """The objective stands alone in the first column, its actions in the rows below it."""
    rows = []
    for first, several in by_objective():
        rows.append(row(first.objective, "", "", "", ""))
        rows += [row("", a.number, a.title, owners(a), a.due) for a in several]
    return document(INTRO, table(("Objective", "Ref", "Action", "Owner", "Due"), *rows))


@layout("pillar", "number", "owners", "due")
def pillars_with_labels_in_merged_cells() -> Made:
    """The pillar is turned on its side in a merged first column without a header."""
    rows = []
    for pillar, actions in by_pillar():
        for place, a in enumerate(actions):
            own: list[str | SourceCell] = [a.number, a.title, owners(a), a.due]
            rows.append(row(cell(pillar, rows=len(actions)), *own) if place == 0 else row(*own))
    return document(INTRO, table(("", "No", "Actions", "Responsible team", "Target date"), *rows))


@layout("number", "start", "due", "lead")
def dates_from_and_to() -> Made:
    """Start and end under one header, the lead under another with nothing else."""
    first = row(cell("Ref", rows=2), cell("Activity", rows=2), cell("Who", rows=1), cell("Dates", columns=2))
    second = row("Lead", "From", "To")
    return document(
        INTRO, table(first, second, *(row(a.number, a.title, a.lead, a.start, a.due) for a in own_actions()))
    )


@layout("number", "owners", "due")
def a_numbered_list_without_headings() -> Made:
    """A list, numbered by the program, with owner and date after dashes."""
    actions = tuple(replace(a, number=str(place)) for place, a in enumerate(own_actions(), 1))
    items = [para(f"{a.title} – {owners(a)} – {a.due}", depth=1, number=f"{a.number}.") for a in actions]
    return document(heading("Technician Commitment action plan 2025-27"), items), (actions,)


@layout("number", "pillar", "owners", "due")
def bold_lines_for_pillars() -> Made:
    """Bold lines above tables, and real headings elsewhere."""
    blocks: list[Block] = [heading("Introduction", 1), para("Text about the university."), heading("The plan", 1)]
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks += [
            para(f"Priority area {number}: {pillar}", bold=True),
            table(("Ref", "Action", "Owner", "Due"), *(row(a.number, a.title, owners(a), a.due) for a in actions)),
        ]
    return document(blocks)


@layout("number", "owners", "due", "priority")
def priority_in_numbers() -> Made:
    """Priorities are numbers with a header, beside a column of running numbers."""
    numbers = {"High": "1", "Medium": "2", "Low": "3", "H": "1", "M": "2", "L": "3"}
    actions = tuple(replace(a, priority=numbers[a.priority]) for a in own_actions())
    return document(
        INTRO,
        table(
            ("Ref", "Action", "Owner", "Due", "Priority (1-3)"),
            *(row(a.number, a.title, owners(a), a.due, a.priority) for a in actions),
        ),
    ), (actions,)


@layout("number", "rag", "report")
def a_review_with_next_steps() -> Made:
    """Only a review of a plan: what was done, the colour, and what comes next is no other action."""
    rows = [row(a.number, a.title, a.rag, a.progress) for a in own_actions()]
    return document(
        heading("Progress against our action plan 2022-2024"), table(("Ref", "Action", "RAG", "Progress made"), *rows)
    )


@layout("pillar", "due")
def several_horizons_in_columns() -> Made:
    """A column for each horizon, a row for each pillar, and the actions as lists in the cells."""
    rows = []
    actions: list[TrueAction] = []
    for pillar, several in by_pillar():
        rows.append(
            row(pillar, cell(*bullets(a.title for a in several[:2])), cell(*bullets(a.title for a in several[2:])))
        )
        actions += [replace(a, due="Year 1") for a in several[:2]] + [replace(a, due="Year 2") for a in several[2:]]
    return document(INTRO, table(("Theme", "Year 1", "Year 2"), *rows)), (tuple(actions),)


@layout("objective", "owners", "due")
def lists_beside_an_objective() -> Made:
    """Objective, a bulleted list of actions, and as many lines of owners and dates."""
    rows = []
    for first, several in by_objective():
        rows.append(
            row(
                first.objective,
                cell(*bullets(a.title for a in several)),
                cell(*(owners(a) for a in several)),
                cell(*(a.due for a in several)),
            )
        )
    return document(INTRO, table(("Objective", "Key actions", "Owner", "Timeline"), *rows))


@layout("number", "owners", "rag")
def earlier_and_new_plan_told_by_title_rows() -> Made:
    """Two tables without headings; the title row of each says which plan it is."""
    earlier = earlier_actions()
    before = table(
        row(cell("Phase 1 action plan (2021-2023): RAG review", columns=4)),
        ("Ref", "Action", "Owner", "RAG"),
        *(row(a.number, a.title, owners(a), a.rag) for a in earlier),
    )
    now = table(
        row(cell("Phase 2 action plan (2024-2027)", columns=3)),
        ("Ref", "Action", "Owner"),
        *(row(a.number, a.title, owners(a)) for a in own_actions()),
    )
    return document(INTRO, before, para(""), now), (earlier, tuple(replace(a, rag="") for a in own_actions()))


@layout("objective", "number", "owners", "due")
def ids_of_objectives_in_their_own_column() -> Made:
    """Two columns of ids, one for objectives and one for actions."""
    rows = []
    for first, several in by_objective():
        for place, a in enumerate(several):
            upper: list[str | SourceCell] = [
                cell(first.objective_number, rows=len(several)),
                cell(first.objective, rows=len(several)),
            ]
            rows.append(row(*(upper if place == 0 else []), a.number, a.title, owners(a), a.due))
    return document(INTRO, table(("No.", "Objective", "Ref", "Action", "Owner", "Timescale"), *rows))


@layout("number", "owners", "due", "success")
def success_of_an_objective_merged_over_its_actions() -> Made:
    """Each objective is a title row; the success measures right of its actions are merged."""
    rows = []
    actions: list[TrueAction] = []
    for _, several in by_objective():
        for place, a in enumerate(several):
            last = [cell(*several[0].success, rows=len(several))] if place == 0 else []
            rows.append(row(a.number, a.title, owners(a), a.due, *last))
            actions.append(replace(a, success=several[0].success))
    return document(INTRO, table(("Ref", "Action", "Owner", "Due", "Outcome"), *rows)), (tuple(actions),)


@layout("objective", "steps", "owners", "due")
def objective_heading_then_bold_labels() -> Made:
    """Headings of objectives, below each a bold word "Actions" with a list, whose steps are nested."""
    blocks: list[Block] = []
    actions: list[TrueAction] = []
    for number, (first, several) in enumerate(by_objective(), 1):
        blocks += [
            heading(f"Objective {number}: {first.objective}", 2),
            para(first.rationale),
            para("Actions", bold=True),
        ]
        for a in several:
            blocks += [para(f"{a.title} [{owners(a)}; {a.due}]", depth=1, number="•"), *bullets(a.steps, 2)]
            actions.append(a)
    return document(INTRO, blocks), (tuple(actions),)


@layout("number", "owners", "due", "rag", "report")
def earlier_table_alone() -> Made:
    """A review with progress and colours."""
    actions = tuple(replace(a, due="") for a in own_actions())
    return document(heading("Action plan"), earlier_table(actions)), (actions,)
