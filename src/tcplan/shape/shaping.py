"""From a document to a frozen model, with every fault found on the way in one run."""

from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from pydantic import ValidationError

from tcplan.findings import codes
from tcplan.findings.codes import DUPLICATE_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import KINDS, Shape
from tcplan.shape.certain_fixes import keep_certain_fixes, with_words, without_fixes
from tcplan.shape.fields import field_at
from tcplan.shape.file_header import FORMAT, read_header
from tcplan.shape.keys_in_text import keys_in_text
from tcplan.shape.lost_comments import lost_comments
from tcplan.shape.pydantic_errors import explain_errors
from tcplan.shape.recovery import DropKey, RenameKey, value_or_none
from tcplan.shape.short_forms import PathMap, spread_short_forms
from tcplan.shape.unopened_quotes import unopened_quotes
from tcplan.yaml_reader.quoting import quoted
from tcplan.yaml_reader.reader import Document

MAX_ROUNDS: Final = 12
"""Each round mends one level below a misspelt key; no file is nested so deep."""


@dataclass(frozen=True)
class Shaped:
    """A file as a model. `model` is None when the file holds nothing that a model can be made of.

    `tainted` are the paths that were mended: what the file says there is not known.
    """

    model: Shape | None
    problems: tuple[Problem, ...]
    tainted: frozenset[Path]
    path_map: PathMap

    def is_tainted(self, path: Path) -> bool:
        """Whether a path stands in, or a field holds, something that was mended."""
        if not self.tainted:
            return False
        return any(_is_below(one, self.tainted) or one in self._holders for one in {path, self.path_map.origin(path)})

    @cached_property
    def _holders(self) -> frozenset[Path]:
        """The fields that hold a tainted value somewhere below; a table or a whole entry is not one."""
        return frozenset(path[:length] for path in self.tainted for length in range(3, len(path)))


def shape(document: Document) -> Shaped:
    """The model of a document, with all that is wrong with its shape; what could not be read is mended in a copy."""
    path_map = PathMap()
    problems = list(document.problems)
    if (document.data is None or isinstance(document.data, str)) and problems:
        return Shaped(None, without_fixes(problems), frozenset(), path_map)
    if not isinstance(document.data, dict):
        stands = "this file is empty" if document.data is None else "this file is no mapping (key: value)"
        help_text = f"begin with `kind:`, one of {', '.join(KINDS)}, and `format: {FORMAT}`"
        problem = Problem(codes.UNKNOWN_KIND, (), stands, help_text)
        return Shaped(None, without_fixes([*problems, problem]), frozenset(), path_map)
    tainted = {problem.path for problem in problems if _hides_something(problem)}
    head = read_header(document.data, path_map)
    about_head = [path_map.at_origin(problem) for problem in head.problems if problem.path not in tainted]
    if head.kind is None:
        return Shaped(None, without_fixes([*problems, *about_head]), frozenset(), path_map)
    wanted = KINDS[head.kind]
    lost_words = list(lost_comments(document, wanted, path_map))
    tainted |= {problem.path for problem in lost_words if value_or_none(document.data, problem.path) is None}
    model, faults = _mend_until_valid(head.data, wanted, path_map, tainted)
    if path_map.has_renamed:
        lost_words = list(lost_comments(document, wanted, path_map))
    about_head = [problem for problem in about_head if problem.path not in tainted]
    problems = [*keep_certain_fixes(problems, document, wanted, path_map), *about_head]
    faults = [_with_quotes(_with_value(fault, document), document, wanted) for fault in faults]
    faults = [with_words(fault, document, wanted, path_map) for fault in faults]
    odd = [*unopened_quotes(document, wanted, path_map), *keys_in_text(document, wanted, path_map)]
    odd = [problem for problem in odd if not _is_below(problem.path, tainted)]
    tainted |= {_unknown_by(problem) for problem in odd}
    return Shaped(model, (*problems, *faults, *lost_words, *odd), frozenset(tainted), path_map)


def _mend_until_valid(
    data: Any, shape: type[Shape], path_map: PathMap, tainted: set[Path]
) -> tuple[Shape | None, list[Problem]]:
    """Validate; explain, mend and validate again until nothing is refused any more."""
    problems: list[Problem] = []
    guessed: set[Path] = set()
    data = deepcopy(data)
    for _ in range(MAX_ROUNDS):
        data = spread_short_forms(data, shape, path_map)
        try:
            return shape.model_validate(data), problems
        except ValidationError as error:
            faults = list(explain_errors(error.errors(include_url=False), data, shape))
        misfits = {path for fault in faults for path in guessed if _is_value_of(fault.problem.path, path)}
        faults = [fault for fault in faults if not _is_below(fault.problem.path, misfits)]
        for path in misfits:
            DropKey(path).apply(data, path_map)
            tainted.add(path)
        guessed -= misfits
        for fault in faults:
            origin = path_map.origin(fault.problem.path)
            if not (_is_below(fault.problem.path, tainted) or _is_below(origin, tainted)):
                problems.append(path_map.at_origin(fault.problem))
        for fault in sorted(faults, key=lambda fault: fault.mend.rank):
            fault.mend.apply(data, path_map)
            if not isinstance(fault.mend, RenameKey):
                tainted.add(fault.mend.path)
            elif fault.mend.is_guess and value_or_none(data, fault.mend.target) is not None:
                guessed.add(fault.mend.target)
            elif value_or_none(data, fault.mend.target) is None:
                tainted.add(fault.mend.target)  # a misspelt key without a value is one mistake
    return None, problems


def _is_value_of(path: Path, key: Path) -> bool:
    """Whether a path is the value of a key, or one of several values; what stands in an entry is not."""
    return path[: len(key)] == key and len(path) <= len(key) + 1


def _is_below(path: Path, places: AbstractSet[Path]) -> bool:
    return any(path[:length] in places for length in range(1, len(path) + 1))


def _with_value(problem: Problem, document: Document) -> Problem:
    """Where a key that is needed stands there without a value, it is the value that lacks."""
    mark = document.marks.get(problem.path)
    if problem.code is not codes.MISSING_KEY or mark is None or mark.key is None or mark.value.start != mark.value.end:
        return problem
    return replace(problem, message=f"{problem.message}, which is empty here", help="write it behind the colon")


def _with_quotes(problem: Problem, document: Document, shape: type[Shape]) -> Problem:
    """Where a bracket made a list or mapping of words, the help prints the line as it should be."""
    mark, field = document.marks.get(problem.path), field_at(shape, problem.path)
    if problem.code is not codes.WRONG_TYPE or mark is None or mark.style != "flow":
        return problem
    if field is None or field.leaf is None or field.leaf.words or "pattern" in field.schema:
        return problem
    words = document.text[mark.value.start : mark.value.end]
    if "\n" in words or not isinstance(problem.path[-1], str):
        return problem
    key = problem.path[-1]
    help_text = "write only one of them" if "," in words else "write it without the brackets"
    if field.leaf.prose:
        help_text = f"{help_text}; if they belong to the text, put it in quotes: {key}: {quoted(words)}"
    elif key == "lead" and "," in words:
        help_text = "write one lead; the others belong under `owners`"
    return replace(problem, help=help_text)


def _unknown_by(problem: Problem) -> Path:
    """What is not known because of a text with something odd in it; with a key in the text, what the entry lacks."""
    return problem.path[:2] if problem.code is codes.MISPLACED_KEY else problem.path


def _hides_something(problem: Problem) -> bool:
    """Whether what stands at the place of a reader's problem is not known; of a key that stands twice, the first is."""
    return bool(problem.path) and (problem.code is not DUPLICATE_KEY or isinstance(problem.path[-1], int))
