"""Layouts in which several things come together, as in the documents that people have."""

from dataclasses import replace

from importing.making.blocks import bullets, cell, document, heading, para, row, table
from importing.making.contents import AMBER, BLUE, GREEN, RED, TrueAction
from importing.making.layouts import (
    INTRO,
    Made,
    by_objective,
    by_pillar,
    earlier_actions,
    layout,
    own_actions,
    owners,
    success,
)

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceRow, SourceTable


def front() -> list[Block]:
    """A cover, contents, members, a glossary and a key."""
    return [
        para("Tarnholm University", bold=True),
        heading("Technician Commitment action plan 2025 to 2027"),
        para("Contents"),
        *(para(f"{name}\t{page}") for page, name in enumerate(("Introduction", "Our commitment", "Action plan"), 2)),
        heading("Introduction", 2),
        para("Technicians keep the university going. This plan says what we will do for them."),
        *bullets(["Make technicians visible", "Recognise what they do", "Develop their careers"]),
        heading("Steering group", 2),
        table(("Name", "Role", "Department"), ("A. Ferris", "Chair", "Workshops"), ("B. Lunt", "Secretary", "HR")),
        heading("Abbreviations", 2),
        table(("HROD", "Human Resources and Organisational Development"), ("TSG", "Technician steering group")),
        heading("Key", 2),
        key(),
        heading("Action plan", 2),
    ]


def key() -> SourceTable:
    """A key of colours."""
    return table(
        row(cell("R", fill=RED), "Not begun"),
        row(cell("A", fill=AMBER), "Late"),
        row(cell("G", fill=GREEN), "On time"),
        row(cell("B", fill=BLUE), "Complete"),
    )


@layout("pillar", "objective", "number", "owners", "due", "success", "rag")
def a_whole_document() -> Made:
    """Front matter, headings and title rows for pillars, merged objectives, colours without words."""
    blocks: list[Block] = []
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        header = ("Objective", "Ref", "Action", "Responsibility (lead first)", "Timescale", "Measure of success", "RAG")
        rows: list[SourceRow | tuple[str, ...]] = [row(cell(f"{number}. {pillar}", columns=7, fill="1f3864")), header]
        for first, several in by_objective(actions):
            for place, a in enumerate(several):
                rest: list[str | SourceCell] = [a.number, a.title, owners(a), a.due, success(a), cell(fill=a.fill)]
                upper = [cell(f"{first.objective_number} {first.objective}", rows=len(several))] if place == 0 else []
                rows.append(row(*upper, *rest))
        blocks += [heading(pillar, 3), table(*rows), para("")]
    signed = table(("Signed", "Position", "Date"), ("", "Vice-Chancellor", "12 January 2025"))
    return document(front(), blocks, heading("Approval", 2), para("This plan was approved by Council."), signed)


@layout("pillar", "number", "owners", "due", "rag")
def a_workbook() -> Made:
    """A cover, a list of choices, a sheet for each pillar with title rows, and a sheet of people."""

    def sheet(name: str, *rows: SourceRow | tuple[str, ...]) -> SourceTable:
        return table(*rows, name=name, is_sheet=True)

    cover = sheet(
        "Cover",
        ("Tarnholm University", ""),
        ("Technician Commitment action plan 2025-2027", ""),
        ("Owner", "Steering group"),
    )
    lists = sheet(
        "Lists",
        ("Priority", "RAG", "Owner", "Theme"),
        ("High", "Red", "HROD", "Visibility"),
        ("Medium", "Amber", "Library", "Recognition"),
        ("Low", "Green", "Finance", "Sustainability"),
    )
    people = sheet("Contacts", ("Name", "Email", "Phone"), ("A. Ferris", "a@tarnholm.example", "1234"))
    sheets = []
    for pillar, actions in by_pillar():
        rows: list[SourceRow | tuple[str, ...]] = [
            (f"Technician Commitment: {pillar}", "", "", "", ""),
            ("", "", "", "", ""),
            ("Ref", "Action", "Owner", "Due date", "RAG status"),
        ]
        rows += [row(a.number, a.title, owners(a), a.due, cell(a.rag, fill=a.fill)) for a in actions]
        sheets.append(sheet(pillar, *rows))
    return document(cover, sheets, lists, people)


def running_header(page: int) -> list[Paragraph]:
    """What stands at the top of each page of a PDF."""
    return [para("Tarnholm University Technician Commitment Action Plan 2025-2027"), para(f"Page {page}")]


@layout("pillar", "number", "owners", "due")
def pages_with_running_headers() -> Made:
    """A title line and a page number on each page; the table goes on, with the header repeated."""
    blocks: list[Block] = []
    page = 1
    for pillar, actions in by_pillar():
        blocks.append(para(pillar, bold=True))
        for start in range(0, len(actions), 2):
            part = actions[start : start + 2]
            blocks += [
                *running_header(page),
                table(("Ref", "Action", "Owner", "Due"), *(row(a.number, a.title, owners(a), a.due) for a in part)),
            ]
            page += 1
    return document(blocks)


@layout("pillar", "number", "owners", "due")
def pillars_that_are_continued() -> Made:
    """The heading of a pillar is repeated on the next page."""
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        for start in range(0, len(actions), 3):
            title = f"{pillar} (continued)" if start else pillar
            blocks += [
                heading(title, 2),
                table(
                    ("Ref", "Action", "Owner", "Due"),
                    *(row(a.number, a.title, owners(a), a.due) for a in actions[start : start + 3]),
                ),
            ]
    return document(INTRO, blocks)


@layout("number", "owners", "due")
def horizon_headings_over_tables_with_dates() -> Made:
    """Headings of horizons above tables that have dates of their own."""
    blocks: list[Block] = []
    for title, part in (
        ("Short term (0-12 months)", own_actions()[:5]),
        ("Medium term (12-36 months)", own_actions()[5:]),
    ):
        blocks += [
            heading(title, 2),
            table(("Ref", "Action", "Owner", "Due"), *(row(a.number, a.title, owners(a), a.due) for a in part)),
        ]
    return document(INTRO, blocks)


@layout("number", "lead", "owners", "start", "due")
def labels_within_cells_of_people_and_dates() -> Made:
    """`Lead: ...` and `Support: ...` in the cell of people, `Start: ...` and `End: ...` in that of dates."""
    rows = [
        row(
            a.number,
            a.title,
            cell(f"Lead: {a.lead}", f"Support: {owners(a)}"),
            cell(f"Start: {a.start}", f"End: {a.due}"),
        )
        for a in own_actions()
    ]
    return document(INTRO, table(("Ref", "Action", "Responsibility", "Timescale"), *rows))


@layout("number", "owners", "due")
def a_header_over_id_and_action() -> Made:
    """One header stands over the id and the words of the action."""
    header = row(cell("Action", columns=2), "Owner", "Due")
    return document(INTRO, table(header, *(row(a.number, a.title, owners(a), a.due) for a in own_actions())))


@layout("number", "owners", "due")
def id_above_the_action() -> Made:
    """The id is a paragraph of its own, above the words of the action."""
    return document(
        INTRO,
        table(
            ("Action", "Owner", "Due"),
            *(row(cell(f"Action {a.number}", a.title), owners(a), a.due) for a in own_actions()),
        ),
    )


@layout("number", "start", "due", "owners")
def years_as_columns_with_ticks() -> Made:
    """A column for each year; the first that is ticked is the start, the last when the action is due."""
    years = ("Year 1", "Year 2", "Year 3")
    rows, actions = [], []
    for place, a in enumerate(own_actions()):
        last = place % 3
        rows.append(row(a.number, a.title, owners(a), *("x" if year <= last else "" for year in range(3))))
        actions.append(replace(a, start=years[0] if last else "", due=years[last]))
    return document(INTRO, table(("Ref", "Action", "Owner", *years), *rows)), (tuple(actions),)


@layout("number", "start", "due", "owners")
def years_as_columns_with_colours() -> Made:
    """A chart of bars: the cells of the years in which an action runs are coloured."""
    years = ("2025", "2026", "2027")
    rows, actions = [], []
    for place, a in enumerate(own_actions()):
        last = place % 3
        rows.append(
            row(a.number, a.title, owners(a), *(cell(fill="4472c4") if year <= last else cell() for year in range(3)))
        )
        actions.append(replace(a, start=years[0] if last else "", due=years[last]))
    return document(INTRO, table(("Ref", "Action", "Owner", *years), *rows)), (tuple(actions),)


@layout("number", "rag", "owners")
def colours_as_columns_with_ticks() -> Made:
    """Three narrow columns for red, amber and green."""
    colours = ("Red", "Amber", "Green")
    part = [a for a in own_actions() if a.rag in colours]
    rows = [row(a.number, a.title, owners(a), *("x" if a.rag == colour else "" for colour in colours)) for a in part]
    return document(INTRO, table(("Ref", "Action", "Owner", *colours), *rows)), (tuple(part),)


@layout("pillar", "number", "owners", "due")
def html_page_with_menus() -> Made:
    """A page with menus, a table for each pillar, and lists of links."""
    menu = bullets(["Home", "Study", "Research", "About us", "Jobs"])
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [
            heading(pillar, 3),
            table(
                row(*(cell(one, is_header=True) for one in ("Action", "Who", "When"))),
                *(row(f"{a.number} {a.title}", owners(a), a.due) for a in actions),
            ),
        ]
    return document(
        menu,
        heading("Technicians at Tarnholm"),
        para("We signed in 2019."),
        heading("Our action plan", 2),
        blocks,
        heading("Related pages", 2),
        bullets(["Staff development", "Contact the team"]),
    )


@layout("pillar", "lead", "due")
def html_page_with_lists() -> Made:
    """Items with a bold title, lead and date after labels."""
    menu = bullets(["Home", "Study", "Research"])
    blocks: list[Block] = []
    for pillar, actions in by_pillar():
        blocks += [heading(pillar, 3), *bullets(f"{a.title}. Lead: {a.lead}. Timescale: {a.due}" for a in actions)]
    return document(
        menu,
        heading("Technicians at Tarnholm"),
        heading("Our action plan", 2),
        blocks,
        heading("Contact", 2),
        bullets(["Write to the team", "Call the office"]),
    )


@layout("number", "owners", "due", "objective")
def objective_on_the_right() -> Made:
    """The column of objectives comes after the action."""
    rows = [row(a.number, a.title, owners(a), a.due, a.objective) for a in own_actions()]
    return document(INTRO, table(("Ref", "Action", "Owner", "Due", "Objective"), *rows))


@layout("pillar", "number", "owners", "rag", "report")
def a_review_and_a_plan_with_pillars() -> Made:
    """Two plans, each with the same pillars below its own heading."""
    earlier = earlier_actions()

    def below(actions: tuple[TrueAction, ...], *, is_review: bool) -> list[Block]:
        blocks: list[Block] = []
        for pillar in dict.fromkeys(a.pillar for a in actions):
            part = [a for a in actions if a.pillar == pillar]
            if is_review:
                made = table(
                    ("Ref", "Action", "RAG", "Progress"), *(row(a.number, a.title, a.rag, a.progress) for a in part)
                )
            else:
                made = table(("Ref", "Action", "Owner"), *(row(a.number, a.title, owners(a)) for a in part))
            blocks += [heading(pillar, 2), made]
        return blocks

    reviewed = tuple(replace(a, owners=()) for a in earlier)
    planned = tuple(replace(a, rag="", progress="") for a in own_actions())
    doc = document(
        heading("Review of our action plan 2021 to 2023"),
        below(reviewed, is_review=True),
        heading("Action plan 2024 to 2027"),
        below(planned, is_review=False),
    )
    return doc, (reviewed, planned)


@layout("number", "owners", "due", "rag")
def colours_of_the_ids() -> Made:
    """No column of states: the cells of the ids are coloured."""
    rows = [row(cell(a.number, fill=a.fill), a.title, owners(a), a.due) for a in own_actions()]
    return document(INTRO, table(("Ref", "Action", "Owner", "Due"), *rows), key())


@layout("objective", "number", "owners", "due", "priority")
def columns_in_another_order_in_each_table() -> Made:
    """The tables of a document do not agree on the order of their columns."""
    blocks: list[Block] = []
    orders = ((0, 1, 2, 3, 4), (1, 0, 4, 2, 3), (4, 3, 1, 0, 2))
    names = ("Ref", "Action", "Owner", "Due date", "Priority")
    for place, (first, several) in enumerate(by_objective()):
        order = orders[place % 3]
        rows = []
        for a in several:
            values = (a.number, a.title, owners(a), a.due, a.priority)
            rows.append(row(*(values[one] for one in order)))
        blocks += [
            para(f"Objective {first.objective_number} - {first.objective}", bold=True),
            table(tuple(names[one] for one in order), *rows),
        ]
    return document(INTRO, blocks)


@layout("number", "owners", "due")
def title_and_description_in_a_cell() -> Made:
    """A bold title and a paragraph about it in one cell."""
    rows = [
        row(
            a.number,
            cell(para(a.title, bold=True), para("More about this can be read in the minutes of the group.")),
            owners(a),
            a.due,
        )
        for a in own_actions()
    ]
    return document(INTRO, table(("No", "Action", "Owner", "Deadline"), *rows))


@layout("pillar", "objective", "number", "due")
def a_text_of_numbered_lines() -> Made:
    """Plain text: numbers make the levels, the date stands in brackets."""
    lines: list[Block] = [
        para("TECHNICIAN COMMITMENT ACTION PLAN 2025-27"),
        para("Introduction"),
        para("This is our plan."),
    ]
    for number, (pillar, actions) in enumerate(by_pillar(), 1):
        lines.append(para(f"{number}. {pillar.upper()}"))
        for first, several in by_objective(actions):
            lines.append(para(f"{first.objective_number} {first.objective}"))
            lines += [para(f"{a.number} {a.title} ({a.due})") for a in several]
    return document(lines), (tuple(replace(a, pillar=a.pillar.upper()) for a in own_actions()),)


@layout("number", "owners", "due", "success")
def narrow_tables_side_by_side() -> Made:
    """A form for each action, labels above values instead of beside them."""
    tables = [table((f"Action {a.number}",), (a.title,)) for a in own_actions()[:0]]
    rows = [row(a.number, a.title, owners(a), a.due, "; ".join(a.success)) for a in own_actions()]
    return document(
        INTRO,
        tables,
        table(
            (
                "Reference",
                "Description of action",
                "Person / group responsible",
                "Target date for completion",
                "KPIs / evidence of success",
            ),
            *rows,
        ),
    )
