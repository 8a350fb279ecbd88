"""From a document to a frozen model, with every fault found on the way in one run."""

from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from tcplan.finding import Path, Problem
from tcplan.model import KINDS, Shape
from tcplan.near import near
from tcplan.shape import codes
from tcplan.shape.eaten import eaten_comments
from tcplan.shape.faults import explain, shortened
from tcplan.shape.fields import field_at, fields_of
from tcplan.shape.mends import Rename, value_at
from tcplan.shape.spread import Moves, spread
from tcplan.text.codes import DUPLICATE_KEY
from tcplan.text.quoting import quoted
from tcplan.text.reader import Document

FORMAT: Final = "1"
MAX_ROUNDS: Final = 12
"""Each round mends one level below a misspelt key; no file is nested so deep."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A file as a model. `model` is None when the file holds nothing that a model can be made of.

    `tainted` are the paths that were mended: what the file says there is not known.
    """

    model: Shape | None
    problems: tuple[Problem, ...]
    tainted: frozenset[Path]
    moves: Moves

    def is_tainted(self, path: Path) -> bool:
        """Whether a path stands in, or a field holds, something that was mended."""
        if not self.tainted:
            return False
        return any(_is_below(one, self.tainted) or self._holds_tainted(one) for one in {path, self.moves.origin(path)})

    def _holds_tainted(self, path: Path) -> bool:
        return len(path) > 2 and any(tainted[: len(path)] == path for tainted in self.tainted)  # noqa: PLR2004


def shape(document: Document) -> Shaped:
    """The model of a document, with all that is wrong with its shape; what could not be read is mended in a copy."""
    moves = Moves()
    problems = list(document.problems)
    if (document.data is None or isinstance(document.data, str)) and problems:
        return Shaped(None, tuple(problems), frozenset(), moves)
    if not isinstance(document.data, dict):
        stands = "this file is empty" if document.data is None else "this file is no mapping (key: value)"
        problem = Problem(
            codes.UNKNOWN_KIND, (), stands, f"begin with `kind:`, one of {', '.join(KINDS)}, and `format: 1`"
        )
        return Shaped(None, (*problems, problem), frozenset(), moves)
    tainted = {problem.path for problem in problems if problem.path and problem.code is not DUPLICATE_KEY}
    data, renamed = _with_head(document.data, moves)
    kind, told, readable = _kind(data)
    problems += [_at_origin(problem, moves) for problem in (*renamed, *told) if problem.path not in tainted]
    if kind is None or not readable:
        return Shaped(None, tuple(problems), frozenset(), moves)
    data = {**data, "kind": kind, "format": FORMAT}
    eaten = list(eaten_comments(document, KINDS[kind]))
    tainted |= {problem.path for problem in eaten if value_at(document.data, problem.path) is None}
    model, faults = _mend_until_valid(data, KINDS[kind], moves, tainted)
    faults = [_with_quotes(fault, document, KINDS[kind]) for fault in faults]
    return Shaped(model, (*problems, *faults, *eaten), frozenset(tainted), moves)


def _with_head(data: dict[str, Any], moves: Moves) -> tuple[dict[str, Any], list[Problem]]:
    """The data with the two keys that every file begins with, where they are only misspelt."""
    problems = []
    known = {key for shape in KINDS.values() for key in fields_of(shape)}
    for wanted in ("kind", "format"):
        found = None if wanted in data else near(wanted, data.keys() - known)
        if found is not None:
            message = f"`{found}` is not a key of a plan file"
            problems.append(Problem(codes.UNKNOWN_KEY, (found,), message, f"did you mean `{wanted}`?", on_key=True))
            data = {wanted if key == found else key: value for key, value in data.items()}
            moves.note((wanted,), (found,))
    return data, problems


def _kind(data: dict[str, Any]) -> tuple[str | None, list[Problem], bool]:
    """The kind of a file, what is wrong with its first two keys, and whether the rest can be read."""
    problems = []
    stated = data.get("kind")
    kind: str | None = stated if isinstance(stated, str) and stated in KINDS else None
    if kind is None:
        kind = near(stated, KINDS) if isinstance(stated, str) else _likely_kind(data)
        shown = (
            f"`{shortened(stated)}` is not a kind of plan file"
            if isinstance(stated, str)
            else "the file does not say its `kind`"
        )
        help_text = f"did you mean `kind: {kind}`?" if kind else f"write `kind:` and one of {', '.join(KINDS)}"
        if stated is None and kind is None:
            help_text += "; a YAML file that is no plan file is left out by `exclude` in tcplan.toml"
        problems.append(Problem(codes.UNKNOWN_KIND, ("kind",), shown, help_text))
    version = data.get("format")
    if version is None:
        if kind is not None:
            problems.append(
                Problem(
                    codes.UNKNOWN_FORMAT, ("format",), "the file does not say its `format`", f"add `format: {FORMAT}`"
                )
            )
    elif version != FORMAT:
        shown = (
            f"format `{shortened(version)}` is not one that this tcplan reads"
            if isinstance(version, str)
            else "`format` is no number"
        )
        problems.append(
            Problem(codes.UNKNOWN_FORMAT, ("format",), shown, f"write `format: {FORMAT}`, or update tcplan")
        )
        return kind, problems, False
    return kind, problems, True


def _likely_kind(data: dict[str, Any]) -> str | None:
    """The kind whose keys a file without `kind` uses, when it is beyond doubt."""
    counts = {kind: sum(key in fields_of(shape) for key in data) for kind, shape in KINDS.items()}
    best = max(counts, key=lambda kind: counts[kind])
    return best if counts[best] >= 2 and counts[best] * 2 > len(data) else None  # noqa: PLR2004 (one key is chance)


def _mend_until_valid(
    data: Any, shape: type[Shape], moves: Moves, tainted: set[Path]
) -> tuple[Shape | None, list[Problem]]:
    """Validate; explain, mend and validate again until nothing is refused any more."""
    problems: list[Problem] = []
    data = deepcopy(data)
    for _ in range(MAX_ROUNDS):
        data = spread(data, shape, moves)
        try:
            return shape.model_validate(data), problems
        except ValidationError as error:
            faults = list(explain(error.errors(include_url=False), data, shape))
        for fault in faults:
            origin = moves.origin(fault.problem.path)
            if not (_is_below(fault.problem.path, tainted) or _is_below(origin, tainted)):
                problems.append(replace(fault.problem, path=origin))
        for fault in sorted(faults, key=lambda fault: fault.mend.rank):
            fault.mend.apply(data, moves)
            if not isinstance(fault.mend, Rename):
                tainted.add(fault.mend.path)
            elif value_at(data, fault.mend.target) is None:
                tainted.add(fault.mend.target)  # a misspelt key without a value is one mistake
    return None, problems


def _is_below(path: Path, places: AbstractSet[Path]) -> bool:
    return any(path[:length] in places for length in range(1, len(path) + 1))


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
    return replace(problem, help=f"if these are words, put them in quotes: {problem.path[-1]}: {quoted(words)}")


def _at_origin(problem: Problem, moves: Moves) -> Problem:
    return replace(problem, path=moves.origin(problem.path))
