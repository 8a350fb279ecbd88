"""The invented plan in many layouts, each with what it tells of every action.

A layout is a function that makes a neutral document; `@layout("owners", ...)` names the fields that the document
tells. What it does not name must stay empty in what is found.
"""

from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from itertools import groupby

from importing.making.blocks import bullets, cell, document, heading, para, row, table
from importing.making.contents import AMBER, BLUE, GREEN, RED, TARNHOLM, Contents, TrueAction

from tcplan.importing.document import Block, SourceCell, SourceDocument, SourceRow, SourceTable

FIELDS = (
    "number",
    "pillar",
    "objective",
    "lead",
    "owners",
    "start",
    "due",
    "priority",
    "themes",
    "success",
    "rag",
    "report",
    "steps",
)


@dataclass(frozen=True)
class Layout:
    """A document and the truth about it."""

    name: str
    document: SourceDocument
    plans: tuple[tuple[TrueAction, ...], ...]
    tells: frozenset[str]


Made = SourceDocument | tuple[SourceDocument, tuple[tuple[TrueAction, ...], ...]]
LAYOUTS: dict[str, tuple[Callable[[], Made], frozenset[str]]] = {}


def layout(*tells: str) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """Register a layout with the fields that it tells."""
    unknown = set(tells) - set(FIELDS)
    if unknown:
        raise ValueError(unknown)

    def register(make: Callable[[], Made]) -> Callable[[], Made]:
        LAYOUTS[make.__name__] = (make, frozenset(tells))
        return make

    return register


def make_layout(name: str, contents: Contents = TARNHOLM) -> Layout:
    """Make the document of a layout, with these contents."""
    make, tells = LAYOUTS[name]
    token = _contents.set(contents)
    try:
        made = make()
        if isinstance(made, SourceDocument):
            return Layout(name, made, (own_actions(),), tells)
        return Layout(name, made[0], made[1], tells)
    finally:
        _contents.reset(token)


_contents: ContextVar[Contents] = ContextVar("contents", default=TARNHOLM)


def own_actions() -> tuple[TrueAction, ...]:
    """The actions of the plan that is laid out."""
    return _contents.get().actions


def earlier_actions() -> tuple[TrueAction, ...]:
    """Some actions of the plan before it."""
    return _contents.get().earlier


INTRO = (
    heading("Tarnholm University: Technician Commitment action plan 2025 to 2027"),
    para("Tarnholm signed the Commitment when the new foundry opened. Technicians wrote the plan."),
)


def owners(action: TrueAction) -> str:
    """All owners in one cell."""
    return ", ".join(action.owners)


def success(action: TrueAction) -> SourceCell:
    """The success criteria, a paragraph each."""
    return cell(*action.success)


def by_pillar() -> list[tuple[str, list[TrueAction]]]:
    """The actions of each pillar."""
    return [(name, list(several)) for name, several in groupby(own_actions(), key=lambda one: one.pillar)]


def by_objective(actions: Sequence[TrueAction] | None = None) -> list[tuple[TrueAction, list[TrueAction]]]:
    """The actions of each objective, with the first of them."""
    groups = [list(several) for _, several in groupby(actions or own_actions(), key=lambda one: one.objective)]
    return [(several[0], several) for several in groups]


HEADER = ("Ref", "Action", "Owner", "Timescale", "Success measure", "Priority")


def plain_row(action: TrueAction) -> SourceRow:
    """A row below HEADER."""
    return row(action.number, action.title, owners(action), action.due, success(action), action.priority)


# Plain tables.


@layout("number", "owners", "due", "success", "priority")
def plain_table() -> Made:
    """Plain table."""
    return document(INTRO, table(HEADER, *map(plain_row, own_actions())))


@layout("number", "owners", "due", "success", "priority")
def title_row_above_the_header() -> Made:
    """Title row above the header."""
    title = row(cell("Technician Commitment action plan 2025-2027", columns=6, bold=True))
    return document(table(title, HEADER, *map(plain_row, own_actions())))


@layout("number", "lead", "owners", "start", "due", "rag")
def header_in_two_rows() -> Made:
    """Header in two rows."""
    first = row(
        cell("Ref", rows=2),
        cell("Action", rows=2),
        cell("Responsibility", columns=2),
        cell("Timescale", columns=2),
        cell("RAG", rows=2),
    )
    second = row("Lead", "Supported by", "Start", "End", before=0)
    body = [row(a.number, a.title, a.lead, owners(a), a.start, a.due, a.rag) for a in own_actions()]
    return document(INTRO, table(first, second, *body))


@layout("number", "owners", "due", "success", "priority")
def header_repeated_on_each_page() -> Made:
    """Header repeated on each page."""
    rows: list[SourceRow | tuple[str, ...]] = []
    for place, action in enumerate(own_actions()):
        if place % 4 == 0:
            rows.append(HEADER)
        rows.append(plain_row(action))
    return document(INTRO, table(*rows))


@layout("number", "owners", "due", "success", "priority")
def table_continued_without_a_header() -> Made:
    """Table continued without a header."""
    rows = list(map(plain_row, own_actions()))
    return document(
        INTRO, table(HEADER, *rows[:4]), para("Page 2"), table(*rows[4:8]), para("Page 3"), table(*rows[8:])
    )


@layout("owners", "due", "success")
def without_ids() -> Made:
    """Without ids."""
    return document(
        INTRO,
        table(
            ("What we will do", "By whom", "By when", "How will we know?"),
            *(row(a.title, owners(a), a.due, success(a)) for a in own_actions()),
        ),
    )


@layout("number", "lead", "owners", "due", "rag", "report")
def many_columns() -> Made:
    """Many columns."""
    header = (
        "No.",
        "Planned action",
        "Accountability",
        "Other contributors",
        "Completion date",
        "Status",
        "Progress to date",
    )
    return document(
        INTRO,
        table(header, *(row(a.number, a.title, a.lead, owners(a), a.due, a.rag, a.progress) for a in own_actions())),
    )


@layout("number", "owners", "due", "rag")
def rag_as_fills_only() -> Made:
    """Rag as fills only."""
    body = [row(a.number, a.title, owners(a), a.due, cell(fill=a.fill)) for a in own_actions()]
    return document(INTRO, table(("ID", "Action", "Owners", "Deadline", "RAG"), *body))


@layout("number", "themes", "owners", "due", "rag")
def letters_for_themes_and_states() -> Made:
    """Letters for themes and states."""
    letters = {"Visibility": "V", "Recognition": "R", "Career Development": "CD", "Sustainability": "S"}
    actions = tuple(
        replace(a, themes=", ".join(letters[one] for one in a.themes.split(", ")), rag=a.rag[0]) for a in own_actions()
    )
    body = [row(a.number, a.title, a.themes, owners(a), a.due, a.rag) for a in actions]
    return document(INTRO, table(("Ref", "Action", "Theme", "Who", "When", "RAG"), *body)), (actions,)


@layout("number", "owners", "due", "report")
def a_column_called_delivered() -> Made:
    """A column called delivered."""
    header = ("Ref", "Action", "Delivered by", "Delivered", "Target date")
    return document(
        INTRO, table(header, *(row(a.number, a.title, owners(a), a.progress, a.due) for a in own_actions()))
    )


@layout("number", "lead", "due", "success")
def impact_of_the_action() -> Made:
    """Impact of the action."""
    header = (
        "Impact of the action",
        "Person(s) responsible for the action",
        "Date for completion",
        "Ref.",
        "Specific actions / implementation",
    )
    body = [row(success(a), a.lead, a.due, a.number, a.title) for a in own_actions()]
    return document(INTRO, table(header, *body))


# Objectives.


def objective_rows(style: str) -> list[SourceRow]:
    """Rows with a column of objectives: merged, repeated, or only on the first row of each."""
    rows = []
    for first, several in by_objective():
        for place, a in enumerate(several):
            text = f"{first.objective_number} {first.objective}"
            cells: list[str | SourceCell]
            rest: list[str | SourceCell] = [f"{a.number} {a.title}", owners(a), a.due, success(a)]
            if style == "merged":
                cells = [cell(text, rows=len(several)), *rest] if place == 0 else rest
            elif style == "repeated":
                cells = [text, *rest]
            else:
                cells = [text if place == 0 else "", *rest]
            rows.append(row(*cells))
    return rows


OBJECTIVE_HEADER = (
    "Objective",
    "Specific actions",
    "Action owners",
    "Timeline for completion",
    "Success criteria / outcome",
)


@layout("number", "objective", "owners", "due", "success")
def objective_merged() -> Made:
    """Objective merged."""
    return document(INTRO, table(OBJECTIVE_HEADER, *objective_rows("merged")))


@layout("number", "objective", "owners", "due", "success")
def objective_repeated() -> Made:
    """Objective repeated."""
    return document(INTRO, table(OBJECTIVE_HEADER, *objective_rows("repeated")))


@layout("number", "objective", "owners", "due", "success")
def objective_on_the_first_row_only() -> Made:
    """Objective on the first row only."""
    return document(INTRO, table(OBJECTIVE_HEADER, *objective_rows("first")))


@layout("number", "objective", "priority", "themes", "owners", "due")
def two_priority_columns() -> Made:
    """Two priority columns."""
    header = (
        "Objectives",
        "Priority",
        "Rationale for objective",
        "Actions",
        "TC Pillars",
        "Priority",
        "Action owners",
        "Timeline",
    )
    rows = []
    for first, several in by_objective():
        for place, a in enumerate(several):
            upper = (
                [f"{first.objective_number} {first.objective}", first.objective_priority, first.rationale]
                if place == 0
                else ["", "", ""]
            )
            rows.append(row(*upper, f"{a.number} {a.title}", a.themes, a.priority, owners(a), a.due))
    return document(INTRO, table(header, *rows))


@layout("pillar", "number", "objective", "priority", "owners", "due")
def slid_rows() -> Made:
    """Below a heading for each pillar, some rows have lost the blank cells on their left, and some those between."""
    blocks: list[Block] = []
    header = ("Objectives", "Priority", "Rationale", "Actions", "Priority", "Owners", "Timeline")
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks.append(heading(f"{number}. {pillar}", 2))
        rows = []
        for first, several in by_objective(actions):
            for place, a in enumerate(several):
                own = [f"{a.number} {a.title}", a.priority, owners(a), a.due]
                if place == 0:
                    rows.append(
                        row(
                            f"{first.objective_number} {first.objective}",
                            first.objective_priority,
                            first.rationale,
                            *own,
                        )
                    )
                elif a.number in {"1.1.3", "2.1.2"}:
                    rows.append(row(own[0], own[1], own[2], "", "", "", own[3]))
                elif a.number == "2.2.2":
                    rows.append(row("", *own, "", ""))
                else:
                    rows.append(row("", "", "", *own))
        blocks.append(table(header, *rows))
    return document(INTRO, blocks)


@layout("pillar", "number", "owners", "due")
def rows_that_begin_late() -> Made:
    """Rows that begin late."""
    rows = []
    for _, several in by_pillar():
        for place, a in enumerate(several):
            own = [a.number, a.title, owners(a), a.due]
            rows.append(row(a.pillar, *own) if place == 0 else row(*own, before=1))
    return document(INTRO, table(("Theme", "Ref", "Action", "Owner", "Deadline"), *rows))


@layout("number", "objective", "owners", "due")
def objectives_and_actions_in_one_column() -> Made:
    """Objectives and actions in one column."""
    rows = []
    for first, several in by_objective():
        rows.append(row(first.objective_number, first.objective, "", ""))
        rows.extend(row(a.number, a.title, owners(a), a.due) for a in several)
    return document(INTRO, table(("Ref", "Objective / action", "Owner", "Due date"), *rows))


@layout("pillar", "objective", "number", "lead", "due")
def title_rows_for_pillars_and_objectives() -> Made:
    """Title rows for pillars and objectives."""
    rows = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        rows.append(row(cell(f"Theme {number}: {pillar}", columns=4, bold=True)))
        for first, several in by_objective(actions):
            rows.append(row(cell(f"Objective {first.objective_number}: {first.objective}", columns=4)))
            rows.extend(row(a.number, a.title, a.lead, a.due) for a in several)
    return document(INTRO, table(("No", "Action", "Lead(s)", "Timescale"), *rows))


@layout("objective", "owners", "due")
def one_action_to_an_objective_with_list() -> Made:
    """Several actions in one cell as a list, with one owner and date for all of them."""
    rows = []
    actions: list[TrueAction] = []
    for first, several in by_objective():
        same = [replace(a, owners=first.owners, due=first.due) for a in several]
        actions += same
        rows.append(row(first.objective, cell(*bullets(a.title for a in several)), owners(first), first.due))
    kept = tuple(a for _, several in by_objective(actions) if len(several) > 1 for a in several)
    rows = [one for one, (_, several) in zip(rows, by_objective(), strict=True) if len(several) > 1]
    return document(INTRO, table(("Objective", "Actions", "Responsible team", "When"), *rows)), (kept,)


@layout("objective", "number", "owners", "due")
def several_actions_in_a_cell_line_by_line() -> Made:
    """Several actions in a cell line by line."""
    rows = []
    for first, several in by_objective():
        rows.append(
            row(
                first.objective,
                cell(*(f"{a.number} {a.title}" for a in several)),
                cell(*(owners(a) for a in several)),
                cell(*(a.due for a in several)),
            )
        )
    return document(INTRO, table(("Objective", "Actions", "Owners", "Timescale"), *rows))


# Pillars.


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_headings() -> Made:
    """Pillars as headings."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [
            heading(pillar, 2),
            para(f"Our work for {pillar.lower()} goes on."),
            table(HEADER, *map(plain_row, actions)),
        ]
    return document(INTRO, blocks)


@layout("pillar", "objective", "number", "owners", "due", "success", "priority")
def pillars_and_objectives_as_headings() -> Made:
    """Pillars and objectives as headings."""
    blocks: list[Block] = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks.append(heading(f"Theme {number}: {pillar}", 2))
        for first, several in by_objective(actions):
            blocks += [
                heading(f"Objective {first.objective_number}: {first.objective}", 3),
                table(HEADER, *map(plain_row, several)),
            ]
    return document(INTRO, blocks)


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_plain_lines() -> Made:
    """Pillars as plain lines."""
    blocks: list[Block] = [
        para("Technician Commitment action plan 2025-27"),
        para("Contents"),
        *(para(f"{name}\t{n}") for n, name in enumerate((name for name, _ in by_pillar()), 3)),
    ]
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks += [para(f"{number}. {pillar}"), table(HEADER, *map(plain_row, actions))]
    return document(blocks)


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_title_rows() -> Made:
    """Pillars as title rows."""
    rows = []
    for pillar, actions in by_pillar():
        rows.append(row(cell(pillar, columns=6, fill="dddddd")))
        rows += map(plain_row, actions)
    return document(INTRO, table(HEADER, *rows))


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_title_rows_above_repeated_headers() -> Made:
    """Pillars as title rows above repeated headers."""
    rows: list[SourceRow | tuple[str, ...]] = []
    for pillar, actions in by_pillar():
        rows += [row(cell(pillar, columns=6)), HEADER, *map(plain_row, actions)]
    return document(INTRO, table(*rows))


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_text_boxes() -> Made:
    """Pillars as text boxes."""
    blocks: list[Block] = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks += [para(pillar, part=f"text box {number}"), table(HEADER, *map(plain_row, actions))]
    return document(INTRO, blocks)


@layout("pillar", "number", "owners", "due", "success", "priority")
def pillars_as_sheets() -> Made:
    """Pillars as sheets."""
    return document(
        [table(HEADER, *map(plain_row, actions), name=pillar, is_sheet=True) for pillar, actions in by_pillar()]
    )


@layout("pillar", "number", "owners", "due")
def pillars_as_a_column() -> Made:
    """Pillars as a column."""
    return document(
        INTRO,
        table(
            ("Commitment theme", "Ref", "Action", "Owner", "Due"),
            *(row(a.pillar, a.number, a.title, owners(a), a.due) for a in own_actions()),
        ),
    )


@layout("pillar", "objective", "number", "owners", "due")
def pillar_and_objective_merged() -> Made:
    """Pillar and objective merged."""
    rows = []
    for pillar, actions in by_pillar():
        for first, several in by_objective(actions):
            for place, a in enumerate(several):
                cells: list[str | SourceCell] = []
                if a is actions[0]:
                    cells.append(cell(pillar, rows=len(actions)))
                if place == 0:
                    cells.append(cell(first.objective, rows=len(several)))
                rows.append(row(*cells, a.number, a.title, owners(a), a.due))
    return document(INTRO, table(("Pillar", "Objective", "Ref", "Action", "Owner(s)", "Timeframe"), *rows))


# A spreadsheet.


@layout("pillar", "number", "owners", "due", "rag")
def spreadsheet_with_notes() -> Made:
    """Spreadsheet with notes."""

    def wide(*cells: str | SourceCell) -> SourceRow:
        return row(*cells, *[""] * (6 - len(cells)))

    rows: list[SourceRow] = [
        wide("Tarnholm University"),
        wide("Institution:", "Tarnholm"),
        wide("Last updated:", "3 March 2026"),
        wide(""),
        wide("Ref", "Theme", "Action", "Owner", "Due date", "RAG"),
    ]
    rows += [row(a.number, a.pillar, a.title, owners(a), a.due, cell(a.rag, fill=a.fill)) for a in own_actions()]
    rows += [
        wide(""),
        wide("Key"),
        wide(cell("Red", fill=RED), "Not begun"),
        wide(cell("Amber", fill=AMBER), "Late"),
        wide(cell("Green", fill=GREEN), "On time"),
        wide(cell("Blue", fill=BLUE), "Complete"),
    ]
    return document(table(*rows, name="Action plan", is_sheet=True))


@layout("pillar", "number", "owners", "due")
def spreadsheet_with_pillars_in_the_first_cell() -> Made:
    """Spreadsheet with pillars in the first cell."""
    rows = [row("Ref", "Action", "Owner", "Due date")]
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        rows.append(row(f"Pillar {number} - {pillar}", "", "", ""))
        rows += [row(a.number, a.title, owners(a), a.due) for a in actions]
        rows.append(row("", "", "", ""))
    return document(table(*rows, name="Sheet1", is_sheet=True))


# Rows that belong together.


@layout("number", "owners", "due")
def action_split_over_rows() -> Made:
    """Action split over rows."""
    rows = []
    for a in own_actions():
        words = a.title.split(" ")
        half = len(words) // 2
        rows += [row(a.number, " ".join(words[:half]), owners(a), a.due), row("", " ".join(words[half:]), "", "")]
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows))


@layout("number", "owners", "due")
def dates_and_owners_split_over_rows() -> Made:
    """Dates and owners split over rows."""
    rows = []
    actions = tuple(replace(a, due="June 2025" if " " not in a.due else a.due) for a in own_actions())
    for a in actions:
        first, _, last = a.due.partition(" ")
        rows.append(row(a.number, a.title, a.owners[0], first))
        if len(a.owners) > 1 or last:
            rows.append(row("", "", a.owners[1] if len(a.owners) > 1 else "", last))
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows)), (actions,)


@layout("number", "steps", "owners")
def a_row_for_each_step() -> Made:
    """A row for each step."""
    rows = []
    for a in own_actions():
        rows.append(row(cell(a.number, rows=2), cell(a.title, rows=2), a.steps[0], cell(owners(a), rows=2)))
        rows.append(row(a.steps[1]))
    return document(INTRO, table(("Ref", "Action", "Steps", "Owner"), *rows))


@layout("number", "steps", "owners")
def a_row_for_each_step_with_blanks() -> Made:
    """A row for each step with blanks."""
    rows = []
    for a in own_actions():
        rows += [row(a.number, a.title, a.steps[0], owners(a)), row("", "", a.steps[1], "")]
    return document(INTRO, table(("Ref", "Action", "Step", "Owner"), *rows))


@layout("number", "steps", "due")
def steps_as_a_list_in_the_cell() -> Made:
    """Steps as a list in the cell."""
    rows = [row(a.number, cell(a.title, *bullets(a.steps)), a.due) for a in own_actions()]
    return document(INTRO, table(("Ref", "Action", "Timescale"), *rows))


@layout("number", "steps", "due")
def steps_as_a_nested_table() -> Made:
    """Steps as a nested table."""
    rows = [row(a.number, cell(para(a.title), table(*((step,) for step in a.steps))), a.due) for a in own_actions()]
    return document(INTRO, table(("Ref", "Action", "Timescale"), *rows))


@layout("number", "steps", "owners", "due")
def steps_with_letters() -> Made:
    """Steps with letters."""
    rows = []
    for a in own_actions():
        rows.append(row(a.number, a.title, owners(a), a.due))
        rows += [row(f"({letter})", step, "", "") for letter, step in zip("ab", a.steps, strict=True)]
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows))


@layout("number", "owners", "due", "success")
def merged_owner_for_several_actions() -> Made:
    """Merged owner for several actions."""
    rows = []
    actions = []
    for first, several in by_objective():
        for place, a in enumerate(several):
            actions.append(replace(a, owners=first.owners, success=first.success))
            cells: list[str | SourceCell] = [a.number, a.title]
            if place == 0:
                cells.append(cell(owners(first), rows=len(several)))
            cells.append(a.due)
            if place == 0:
                cells.append(cell(*first.success, rows=len(several)))
            rows.append(row(*cells))
    return document(INTRO, table(("Ref", "Action", "Owner", "Due", "Success criteria"), *rows)), (tuple(actions),)


@layout("number", "owners", "due")
def struck_rows_are_left_out() -> Made:
    """Struck rows are left out."""
    rows = [row(a.number, a.title, owners(a), a.due) for a in own_actions()]
    gone = row(*(cell(para("", struck=(text,))) for text in ("9.9", "Build a second foundry", "Estates", "2031")))
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows[:3], gone, *rows[3:]))


# Turned over, forms, posters.


@layout("number", "owners", "due", "rag")
def one_action_a_column() -> Made:
    """One action a column."""
    part = own_actions()[:4]
    rows = [
        row("Ref", *(a.number for a in part)),
        row("Action", *(a.title for a in part)),
        row("Owner", *(owners(a) for a in part)),
        row("Timescale", *(a.due for a in part)),
        row("RAG", *(a.rag for a in part)),
    ]
    return document(INTRO, table(*rows)), (part,)


@layout("number", "objective", "owners", "due", "success")
def one_table_for_each_action() -> Made:
    """One table for each action."""
    tables = [
        table(
            ("Action number", a.number),
            ("Objective", a.objective),
            ("Action", a.title),
            ("Owner", owners(a)),
            ("Timescale", a.due),
            row("Success measures", success(a)),
        )
        for a in own_actions()
    ]
    return document(INTRO, [block for one in tables for block in (one, para(""))])


@layout("owners", "due", "priority", "rag")
def a_form_of_four_columns() -> Made:
    """A form of four columns."""
    tables = [
        table(
            row("Action", cell(a.title, columns=3)),
            ("Owner", owners(a), "Due date", a.due),
            ("Priority", a.priority, "RAG", a.rag),
        )
        for a in own_actions()
    ]
    return document(INTRO, tables)


@layout("pillar")
def a_poster_with_a_column_for_each_pillar() -> Made:
    """A poster with a column for each pillar."""
    themes = {"Skills for the future": "Career Development"}
    actions = tuple(replace(a, pillar=themes.get(a.pillar, a.pillar)) for a in own_actions())
    groups = [(name, list(several)) for name, several in groupby(actions, key=lambda one: one.pillar)]
    return document(
        INTRO,
        table(
            row(*(name for name, _ in groups)),
            row(*(cell(*bullets(a.title for a in several)) for _, several in groups)),
        ),
    ), (actions,)


@layout("pillar", "number", "owners", "due", "success", "priority")
def a_plan_in_a_layout_table() -> Made:
    """A plan in a layout table."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [heading(pillar, 2), table(HEADER, *map(plain_row, actions))]
    return document(table(row(cell(*INTRO), cell(para("Contact: the steering group"))), row(cell(*blocks, columns=2))))


# Lists and lines.


@layout("pillar")
def bullets_under_headings() -> Made:
    """Bullets under headings."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [heading(pillar, 2), *bullets(a.title for a in actions)]
    return document(INTRO, blocks)


@layout("pillar", "owners", "due")
def bullets_with_owner_and_date_in_brackets() -> Made:
    """Bullets with owner and date in brackets."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [heading(pillar, 2), para("We will:"), *bullets(f"{a.title} ({owners(a)}; {a.due})" for a in actions)]
    return document(INTRO, blocks)


@layout("pillar", "steps")
def nested_bullets_as_steps() -> Made:
    """Nested bullets as steps."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks.append(heading(pillar, 2))
        for a in actions:
            blocks += [*bullets([a.title]), *bullets(a.steps, 2)]
    return document(INTRO, blocks)


@layout("pillar", "objective", "number")
def numbered_paragraphs() -> Made:
    """Numbered paragraphs."""
    blocks: list[Block] = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks.append(heading(f"{number} {pillar}", 2))
        for first, several in by_objective(actions):
            blocks.append(para(f"{first.objective_number} {first.objective}"))
            blocks += [para(f"{a.number} {a.title}") for a in several]
    return document(INTRO, blocks)


@layout("pillar", "objective", "number")
def automatic_numbers() -> Made:
    """Automatic numbers."""
    blocks: list[Block] = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        blocks.append(para(pillar, heading=2, number=f"{number}."))
        for first, several in by_objective(actions):
            blocks.append(para(first.objective, depth=1, number=first.objective_number))
            blocks += [para(a.title, depth=2, number=a.number) for a in several]
    return document(INTRO, blocks)


@layout("number", "owners", "due")
def automatic_numbers_in_cells() -> Made:
    """Automatic numbers in cells."""
    rows = [row(cell("", number=a.number), a.title, owners(a), a.due) for a in own_actions()]
    return document(INTRO, table(("", "Action", "Owner", "By when"), *rows))


@layout("objective", "number", "owners", "due", "success")
def labelled_lines() -> Made:
    """Labelled lines."""
    blocks: list[Block] = []
    for first, several in by_objective():
        blocks.append(para(f"Objective {first.objective_number}: {first.objective}", bold=True))
        for a in several:
            blocks += [
                para(f"Action {a.number}: {a.title}"),
                para(f"Owner: {owners(a)}"),
                para(f"By when: {a.due}"),
                para(f"Success measures: {a.success[0]}"),
                *bullets(a.success[1:]),
            ]
    return document(INTRO, blocks)


@layout("pillar", "owners", "due")
def labels_in_one_line() -> Made:
    """Labels in one line."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks.append(heading(pillar, 2))
        blocks += [para(f"Action: {a.title}. Owner: {owners(a)}. By: {a.due}") for a in actions]
    return document(INTRO, blocks)


# Horizons.


@layout("pillar", "due")
def horizons_as_headings() -> Made:
    """Horizons as headings."""
    blocks: list[Block] = []
    actions: list[TrueAction] = []
    for pillar, several in by_pillar():
        blocks.append(heading(pillar, 2))
        for due, part in (("0-6 months", several[:2]), ("1 to 2 years", several[2:])):
            blocks += [heading(due, 3), *bullets(a.title for a in part)]
            actions += [replace(a, due=due) for a in part]
    return document(INTRO, blocks), (tuple(actions),)


@layout("pillar", "due", "success")
def horizons_with_success_measures_for_the_group() -> Made:
    """Horizons with success measures for the group."""
    blocks: list[Block] = []
    actions: list[TrueAction] = []
    for pillar, several in by_pillar():
        blocks.append(heading(pillar, 2))
        for due, part in (("6-12 months", several[:1]), ("1 to 2 years", several[1:])):
            measures = (f"Survey of {pillar.lower()} done", "Minutes published")
            blocks += [
                para(due, bold=True),
                *bullets(a.title for a in part),
                para("Success measures:", bold=True),
                *bullets(measures),
            ]
            actions += [replace(a, due=due, success=measures) for a in part]
    return document(INTRO, blocks), (tuple(actions),)


@layout("number", "owners", "due")
def horizons_as_title_rows() -> Made:
    """Horizons as title rows."""
    rows = []
    actions: list[TrueAction] = []
    for due, part in (
        ("Short term (0-12 months)", own_actions()[:5]),
        ("Medium term (12-24 months)", own_actions()[5:]),
    ):
        rows.append(row(cell(due, columns=3)))
        rows += [row(a.number, a.title, owners(a)) for a in part]
        actions += [replace(a, due=due) for a in part]
    return document(INTRO, table(("Ref", "Action", "Owner"), *rows)), (tuple(actions),)


@layout("due", "success")
def horizons_as_merged_cells() -> Made:
    """Horizons as merged cells."""
    rows = []
    actions: list[TrueAction] = []
    for due, part in (("6-12 months", own_actions()[:5]), ("1 to 2 years", own_actions()[5:])):
        for place, a in enumerate(part):
            cells: list[str | SourceCell] = (
                [cell(due, rows=len(part)), a.title, cell("Minutes published", rows=len(part))]
                if place == 0
                else [a.title]
            )
            rows.append(row(*cells))
            actions.append(replace(a, due=due, success=("Minutes published",)))
    return document(INTRO, table(("Timescale", "Actions", "Measures of success"), *rows)), (tuple(actions),)


# Two plans.


def earlier_table(actions: Sequence[TrueAction]) -> SourceTable:
    """The plan before this one, with colours."""
    return table(
        ("Ref", "Action", "Owner", "RAG", "Progress"),
        *(row(a.number, a.title, owners(a), cell(a.rag, fill=a.fill), a.progress) for a in actions),
    )


@layout("number", "owners", "rag", "report")
def two_plans_below_headings() -> Made:
    """Two plans below headings."""
    earlier = earlier_actions()
    doc = document(
        heading("Part A: RAG review of the 2022-2024 action plan"),
        earlier_table(earlier),
        heading("Part B: Action plan 2025-2027"),
        table(("Ref", "Action", "Owner"), *(row(a.number, a.title, owners(a)) for a in own_actions())),
    )
    return doc, (earlier, tuple(replace(a, rag="", progress="") for a in own_actions()))


@layout("number", "owners", "rag")
def two_plans_on_two_sheets() -> Made:
    """Two plans on two sheets."""
    earlier = earlier_actions()
    before = table(
        ("Ref", "Action", "Owner", "RAG"),
        *(row(a.number, a.title, owners(a), a.rag) for a in earlier),
        name="RAG 2022-24",
        is_sheet=True,
    )
    now = table(
        ("Ref", "Action", "Owner"),
        *(row(a.number, a.title, owners(a)) for a in own_actions()),
        name="Plan 2025-27",
        is_sheet=True,
    )
    return document(before, now), (earlier, tuple(replace(a, rag="") for a in own_actions()))


# Other tables and texts around the plan.


@layout("number", "owners", "due", "success", "priority")
def among_tables_that_are_no_plans() -> Made:
    """Among tables that are no plans."""
    contents = table(("Section", "Page"), ("Introduction", "2"), ("Action plan", "4"))
    contacts = table(
        ("Name", "Role", "Email"),
        ("Steering group", "Chair", "tc@tarnholm.example"),
        ("HROD", "Secretary", "hr@tarnholm.example"),
    )
    key = table(
        row(cell("Red", fill=RED), "Not begun"),
        row(cell("Amber", fill=AMBER), "Late"),
        row(cell("Green", fill=GREEN), "On time"),
    )
    figures = table(("Grade", "2023", "2024"), ("4", "31", "33"), ("5", "52", "50"), ("6", "20", "24"))
    words = table(
        ("Term", "Meaning"), ("HROD", "Human Resources and Organisational Development"), ("TC", "Technician Commitment")
    )
    signed = table(("Name", "Position", "Signature", "Date"), ("", "Vice-Chancellor", "", "January 2025"))
    counts = table(("Theme", "Number of actions", "High priority"), ("Visibility", "4", "2"), ("Recognition", "5", "1"))
    return document(
        INTRO,
        contents,
        contacts,
        figures,
        key,
        heading("Action plan", 2),
        table(HEADER, *map(plain_row, own_actions())),
        heading("Appendix", 2),
        counts,
        words,
        signed,
    )


@layout("number", "owners", "due", "success", "priority")
def among_lists_that_are_no_actions() -> Made:
    """Among lists that are no actions."""
    before = [
        heading("What we have achieved", 2),
        *bullets(["Opened the foundry", "Appointed a head of workshops", "Published the first plan"]),
    ]
    after = [
        heading("How we will report", 2),
        para("The group meets each term."),
        *bullets(["Review the plan in June", "Publish a report in July"]),
    ]
    return document(INTRO, before, heading("Actions", 2), table(HEADER, *map(plain_row, own_actions())), after)


@layout("pillar", "owners", "due")
def achievements_before_new_actions() -> Made:
    """Achievements before new actions."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [
            heading(pillar, 2),
            heading("Progress to date", 3),
            *bullets([f"Began the work for {pillar.lower()}", "Held two meetings"]),
        ]
        blocks += [heading("Planned actions", 3), *bullets(f"{a.title} ({owners(a)}, {a.due})" for a in actions)]
    return document(INTRO, blocks)


@layout("number", "owners", "due")
def owner_and_date_run_together() -> Made:
    """Owner and date run together."""
    actions = tuple(
        replace(a, due=due)
        for a, due in zip(own_actions()[:4], ("December 2025", "March 2026", "June 2026", "May 2027"), strict=True)
    )
    rows = [row(a.number, a.title, f"{a.owners[0]}{a.due}") for a in actions]
    actions = tuple(replace(a, owners=a.owners[:1]) for a in actions)
    return document(INTRO, table(("Ref", "Action", "Owner and date"), *rows)), (actions,)


@layout("number", "owners", "due")
def ids_with_prefixes() -> Made:
    """Ids with prefixes."""
    actions = tuple(replace(a, number=f"TC-{place:02}") for place, a in enumerate(own_actions(), 1))
    return document(
        INTRO, table(("Action", "Owner", "Due"), *(row(f"{a.number} {a.title}", owners(a), a.due) for a in actions))
    ), (actions,)


@layout("pillar", "number", "owners", "due")
def numbering_that_restarts() -> Made:
    """Numbering that restarts."""
    blocks: list[Block] = []
    actions: list[TrueAction] = []
    for pillar, several in by_pillar():
        own = [replace(a, number=str(place)) for place, a in enumerate(several, 1)]
        actions += own
        blocks += [
            heading(pillar, 2),
            table(("", "Action", "Who", "When"), *(row(a.number, a.title, owners(a), a.due) for a in own)),
        ]
    return document(INTRO, blocks), (tuple(actions),)


@layout("number", "owners", "due")
def two_numbers_in_front() -> Made:
    """Two numbers in front."""
    actions = tuple(replace(a, number=f"A{place}") for place, a in enumerate(own_actions(), 1))
    return document(
        INTRO, table(("Action", "Owner", "Due"), *(row(f"{a.number}. {a.title}", owners(a), a.due) for a in actions))
    ), (actions,)


@layout("number", "owners", "due")
def header_words_nobody_knows() -> Made:
    """Header words nobody knows."""
    rows = [row(a.number, a.title, owners(a), a.due) for a in own_actions()]
    return document(INTRO, table(("Nr.", "Vorhaben", "Owner", "Frist"), *rows))
