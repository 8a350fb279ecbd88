"""Submissions that are hard to lay out: nothing in them, long words, Welsh, names from right to left, 200 actions."""

from pathlib import Path

from support import write

LONG = "Gweithrediadau" * 5
NAMES = {"hebrew": "ועדת הטכנאים של האוניברסיטה", "arabic": "لجنة الفنيين في الجامعة", "welsh": f"Pwyllgor {LONG}"}
COLOURS = ("red", "amber", "green", "blue", "grey", None)

INSTITUTION = f"""\
kind: institution
format: 1
name: Prifysgol {LONG}
signed: 2017-05
cohort: 1
webpage: https://example.ac.uk/{"technegwyr/" * 12}
contact: {{name: Technician Commitment Lead, email: technicians-of-the-{"very-long-" * 4}faculty@example.ac.uk}}
"""
HEAD = """\
kind: plan
format: 1
title: {title}
language: {language}
period: {{start: {start}-01, end: {end}-12}}
"""
MEASURES = """\
measures:
  - {{id: m, title: Cyfran {long}, targets: {{end: 60%}}, actual: {{{year}-01: 10%, {year}-11: 20%}}}}
"""
SUBMISSION = """\
kind: submission
format: 1
form: {form}
submits: phase-2
"""


def _action(number: int, year: int, name: str) -> str:
    """An action of one of four pillars, with one of five colours or none."""
    colour = COLOURS[number % len(COLOURS)]
    report = f"    updates: [{{date: {year}-06-30, rag: {colour}, note: Nodyn {number}}}]\n" if colour else ""
    return f"""\
  - id: {number % 4 + 1}.{number}
    title: "{NAMES[name]} {number}"
    lead: "{NAMES[name]}"
    due: {year + 1}-03
{report}"""


def plan_text(count: int, year: int, *, language: str = "en-GB") -> str:
    """A plan of three years with a number of actions."""
    head = HEAD.format(title=f"Cynllun {LONG} {year}", language=language, start=year, end=year + 2)
    if not count:
        return head
    pillars = "".join(f'  - {{id: {one}, title: "Colofn {one} {LONG}"}}\n' for one in range(1, 5))
    names = [*NAMES]
    actions = "".join(_action(number, year, names[number % len(names)]) for number in range(count))
    measures = MEASURES.format(long=LONG, year=year)
    return f"{head}{measures}pillars:\n{pillars}actions:\n{actions}"


def workspace(folder: Path, count: int, *, language: str = "en-GB") -> Path:
    """A workspace with two plans of so many actions, and a submission of each stage; of none if there are none."""
    reviews = "reviews: [{plan: phase-1, date: 2023-12-31}]\n"
    answers = f'answers: [{{question: q1, text: "{LONG} https://example.ac.uk/{"a" * 90}"}}]\n'
    return write(
        folder,
        institution=INSTITUTION,
        phase_1=plan_text(count, 2022, language=language),
        phase_2=plan_text(count, 2025, language=language),
        stage_1=SUBMISSION.format(form="stage-1"),
        stage_2=SUBMISSION.format(form="stage-2") + (reviews + answers if count else ""),
        stage_3=SUBMISSION.format(form="stage-3") + (reviews + answers if count else ""),
    )
