"""A plan in which every action has what a careful keeper writes: prose, owners, criteria, steps, reports, evidence.

`bench.growth` measures each command on such plans of different sizes. It is not in the house style, so that `fmt` has
something to do at every action.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.corpus import EXAMPLE, OWNERS, SUBJECTS, VERBS, Corpus

PILLARS = 10
IN_OBJECTIVE = 10
"""The number of actions in each objective."""

HEAD = """\
kind: plan
format: 1
title: A full plan
period: {start: 2024-01, end: 2026-12}
review_every: 6 months
sign_off:
  - {role: Vice-Chancellor, date: 2023-12-18}
"""
SUBMISSION = """\
kind: submission
format: 1
form: stage-3
submits: phase-1
"""


def full_plan(folder: Path, actions: int) -> Corpus:
    """A workspace with one plan of so many actions, a multiple of 100, and a submission; the same bytes each time."""
    institution = folder / "plans/northmoor"
    institution.mkdir(parents=True)
    shutil.copy(EXAMPLE / "institution.yaml", institution)
    (institution / "phase-1.yaml").write_text("".join(full_plan_text(actions)), "utf-8")
    (institution / "stage-3.yaml").write_text(SUBMISSION, "utf-8")
    return Corpus(folder)


def full_plan_text(actions: int) -> Iterator[str]:
    """The plan, piece by piece."""
    objectives = objective_ids(actions // IN_OBJECTIVE)
    yield f"{HEAD}\nmeasures:\n"
    for index, id_ in enumerate(objectives):
        yield measure_text(id_, index)
    yield "\npillars:\n"
    for pillar in range(1, PILLARS + 1):
        yield f"  - id: {pillar}\n    title: Pillar {pillar}\n    themes: visibility\n"
    yield "\nobjectives:\n"
    for index, id_ in enumerate(objectives):
        yield objective_text(id_, index)
    yield "\nactions:\n"
    for index in range(actions):
        yield full_action_text(objectives[index // IN_OBJECTIVE], index)


def objective_ids(number: int) -> list[str]:
    """`1.1` and so on, spread over the pillars."""
    return [f"{pillar}.{one}" for pillar in range(1, PILLARS + 1) for one in range(1, number // PILLARS + 1)]


def measure_text(objective: str, index: int) -> str:
    """The measure of an objective."""
    return f"""\
  - id: measure-{objective}
    title: Departments that take part, counted in area {index}
    targets: {{2025-06: {10 + index % 20}, end: {40 + index % 20}}}
    actual: {{2024-03: {index % 9}, 2025-06: {12 + index % 20}}}
    source: Survey of area {index}
"""


def objective_text(id_: str, index: int) -> str:
    """An objective, with prose in Markdown and a measure."""
    return f"""\
  - id: {id_}
    title: Make technical work count in area {index}
    priority: {("high", "medium", "low")[index % 3]}
    measured_by: measure-{id_}
    about: |
      Technicians in area {index} asked for *three* things:

      - a **register** of skills, see [the survey](https://www.example.ac.uk/survey/{index})
      - time for development
      - their names on papers & posters
"""


def full_action_text(objective: str, index: int) -> str:
    """An action of an objective; its words and dates are varied by its index, and its keys are in no usual order."""
    verb, subject, owner = VERBS[index % 7], SUBJECTS[index % 5], OWNERS[index % 6]
    number = index % IN_OBJECTIVE + 1
    before = f"    depends_on: {objective}.{number - 1}\n" if number > 1 else ""
    return f"""\
  - id: {objective}.{number}
    lead: {owner}
    title: {verb} {subject} in area {index}
    owners: [{OWNERS[(index + 1) % 6]}, {OWNERS[(index + 2) % 6]}]
    due: [2025-06, 2026-{index // 7 % 6 + 7:02}]
    start: 2024-{index % 12 + 1:02}
{before}    success:
      - Area {index} has what was agreed, and its technicians were asked
      - {{title: {index % 30 + 5} departments take part in area {index}, due: 2026-06}}
    steps:
      - Ask the technicians of area {index}
      - Publish what they said
    updates:
      - date: 2025-{index % 6 + 1:02}-{index % 28 + 1:02}
        rag: green
        by: {owner}
        note: Round {index % 13} was held in area {index}; {index % 41} colleagues took part.
      - date: 2026-{index % 6 + 1:02}-{index % 28 + 1:02}
        rag: {("green", "amber")[index % 11 == 0]}
        by: {owner}
        note: |
          Round {index % 13 + 1} was held in area {index}; {index % 41} colleagues took part.
          The next one is in *autumn*.
        evidence:
          - title: Minutes of area {index}
            url: https://www.example.ac.uk/minutes/{index}
"""
