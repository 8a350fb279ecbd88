"""What becomes of a mistake: whether it changes what the file says, and whether a check reports it where it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from markdown_it import MarkdownIt
from mutations.base_files import BaseFile, Mutation
from mutations.moved import TODAY

from tcplan.check import check
from tcplan.files.settings import FailOn
from tcplan.findings.finding import Finding
from tcplan.reporters import REPORTERS, CheckRun
from tcplan.workspace import File

NEAR = 1
"""The number of lines above or below the mistake that a finding may be at."""

_MARKDOWN = MarkdownIt("commonmark")


@dataclass(frozen=True)
class Outcome:
    """What a check makes of a mistake; `new` are the findings that are not there without it."""

    mutation: Mutation
    changes_meaning: bool
    new: tuple[Finding, ...]
    exit_code: int

    @property
    def is_reported(self) -> bool:
        """Whether a finding is at the line of the mistake, or at the line beside it."""
        return any(abs(one.place.line - self.mutation.line) <= NEAR for one in self.new)


def outcome(mutation: Mutation) -> Outcome:
    """Check the file with the mistake in it, in its workspace and through a reporter, as the command does."""
    file, findings = checked(mutation.base, mutation.text)
    run = CheckRun(tuple(findings), (), (mutation.base.name,), TODAY, FailOn.ERROR)
    assert REPORTERS["text"](run)
    meant, before = _checked_once(mutation.base, mutation.meant)
    known = Counter(map(_key, before))
    return Outcome(mutation, _changes(mutation, file, meant), tuple(_new(findings, known)), int(run.fails))


def _new(findings: list[Finding], known: Counter[tuple[str, ...]]) -> Iterator[Finding]:
    left = known.copy()
    for finding in findings:
        if left[_key(finding)]:
            left[_key(finding)] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, ...]:
    """A finding without its line, which moves with the lines above it."""
    return (finding.code.code, finding.message, finding.where)


@cache
def _checked_once(base: BaseFile, text: str) -> tuple[File, list[Finding]]:
    return checked(base, text)


def checked(base: BaseFile, text: str, *, rewound: bool = False) -> tuple[File, list[Finding]]:
    """The file with another text, and what a check of it finds, in the workspace that it belongs to."""
    workspace = base.workspace.overlaid({base.name: text})
    file = next(one for one in workspace.files if one.name == base.name)
    return file, check(workspace, lambda name: name == base.name, as_of=TODAY, rewound=rewound).findings


def _changes(mutation: Mutation, file: File, meant: File) -> bool:
    """Whether tcplan or another reader of YAML reads something else than was meant, and it makes a difference."""
    if not file.shaped.problems and file.shaped.model == meant.shaped.model:
        return not _same(_by_pyyaml(mutation.text), _by_pyyaml(mutation.meant))
    ours = _same(file.document.data, meant.document.data)
    return not ours or not _same(_by_pyyaml(mutation.text), _by_pyyaml(mutation.meant))


def _same(one: Any, other: Any) -> bool:
    """Whether two readings say the same; prose does where it is printed alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, str) and isinstance(other, str) and one != other:
        return _printed(one) == _printed(other)
    return bool(one == other)


def _printed(prose: str) -> str:
    """What a page shows of a text: but for code, spaces, tabs and the ends of lines are all the same."""
    page = str(_MARKDOWN.render(prose))
    return page if "<pre>" in page else " ".join(page.split())


def _by_pyyaml(text: str) -> Any:
    """The texts as PyYAML reads them, or the text itself where it refuses: then nothing is read."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes nothing but texts)
    except yaml.YAMLError:
        return text
