"""The workspaces that are measured: copies of the example institution, and a generated plan."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples/plans/northmoor"
ONE_PLAN = ("institution.yaml", "phase-3.yaml", "case-studies")
"""What the workspace of one plan holds: the plan, and the files that it refers to."""

PILLARS, OBJECTIVES, ACTIONS = 10, 10, 100
"""A generated plan has so many pillars, objectives in each, and actions in each objective: 10,000 actions."""

SUBJECTS = ("the career framework", "the skills register", "the workshop rota", "the induction", "the mentoring scheme")
VERBS = ("Review", "Publish", "Extend", "Pilot", "Evaluate", "Announce", "Redesign")
OWNERS = ("HROD", "Library", "Estates", "Research Office", "University Secretary", "Planning and Insight")

PLAN_HEAD = """\
kind: plan
format: 1
title: A generated plan
period: {start: 2024-01, end: 2026-12}
review_every: 12 months
sign_off:
  - {role: Vice-Chancellor, date: 2023-12-18}
"""


@dataclass(frozen=True)
class Corpus:
    """A workspace on disk."""

    folder: Path

    @property
    def files(self) -> list[Path]:
        """All its YAML files."""
        return sorted(self.folder.rglob("*.yaml"))

    @property
    def plans(self) -> list[Path]:
        """The plans among them."""
        return [file for file in self.files if file.name.startswith("phase-")]

    @property
    def bytes(self) -> int:
        """How much there is to read."""
        return sum(file.stat().st_size for file in self.files)


def one_plan(folder: Path) -> Corpus:
    """The newest plan of the example institution, alone with the files that it refers to."""
    institution = folder / "plans/northmoor"
    institution.mkdir(parents=True)
    for name in ONE_PLAN:
        source = EXAMPLE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, institution / name)
    return Corpus(folder)


def copies(folder: Path, number: int) -> Corpus:
    """Copies of the example institution with its three plans, each an institution of its own."""
    for index in range(1, number + 1):
        shutil.copytree(EXAMPLE, folder / f"plans/northmoor-{index:03}")
    return Corpus(folder)


def generated_plan(
    folder: Path, pillars: int = PILLARS, objectives: int = OBJECTIVES, actions: int = ACTIONS
) -> Corpus:
    """One plan of 10,000 actions with as many reports; the same bytes each time."""
    institution = folder / "plans/northmoor"
    institution.mkdir(parents=True)
    shutil.copy(EXAMPLE / "institution.yaml", institution)
    (institution / "phase-1.yaml").write_text("".join(plan_text(pillars, objectives, actions)), "utf-8")
    return Corpus(folder)


def plan_text(pillars: int, objectives: int, actions: int) -> Iterator[str]:
    """The generated plan, piece by piece."""
    yield f"{PLAN_HEAD}\npillars:\n"
    for pillar in range(1, pillars + 1):
        yield f"  - id: {pillar}\n    title: Pillar {pillar}\n"
    yield "\nobjectives:\n"
    names = [f"{pillar}.{objective}" for pillar in range(1, pillars + 1) for objective in range(1, objectives + 1)]
    for name in names:
        yield f"  - id: {name}\n    title: Make technical work count, part {name}\n"
    yield "\nactions:\n"
    for index in range(len(names) * actions):
        objective, action = divmod(index, actions)
        yield action_text(f"{names[objective]}.{action + 1}", index)


def action_text(name: str, index: int) -> str:
    """One action with its report, its words and dates varied by its index."""
    verb, subject, owner = VERBS[index % 7], SUBJECTS[index % 5], OWNERS[index % 6]
    return f"""\
  - id: {name}
    title: {verb} {subject} in area {index}
    lead: {owner}
    start: 2024-{index % 12 + 1:02}
    due: 2026-{index // 7 % 6 + 7:02}
    success: Area {index} has what was agreed, and its technicians were asked
    updates:
      - date: 2026-{index % 6 + 1:02}-{index % 28 + 1:02}
        rag: {("green", "amber")[index % 11 == 0]}
        by: {owner}
        note: Round {index % 13} was held in area {index}; {index % 41} colleagues took part.
"""
