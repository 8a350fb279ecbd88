"""From a document to a frozen model, with every fault found on the way in one run."""

from dataclasses import dataclass
from functools import cached_property

from tcplan.findings import codes
from tcplan.findings.codes import DUPLICATE_KEY
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import KINDS, Shape
from tcplan.shape.file_header import FORMAT, read_header
from tcplan.shape.invisible import may_have_invisible, with_plain_keys, with_plain_values
from tcplan.shape.known_entries import KnownEntries
from tcplan.shape.lost_words.certain_fixes import keep_certain_fixes, without_fixes
from tcplan.shape.lost_words.comments import lost_comments
from tcplan.shape.lost_words.odd_texts import keys_in_text, unopened_quotes
from tcplan.shape.lost_words.text_hints import add_text_hint
from tcplan.shape.recovery import value_or_none
from tcplan.shape.same_day import drop_repeated_days
from tcplan.shape.short_forms import PathMap
from tcplan.shape.until_valid import is_below, recover_until_valid
from tcplan.yaml_reader.reader import Document


@dataclass(frozen=True)
class Shaped:
    """A file as a model. `model` is None when the file holds nothing that a model can be made of.

    `tainted` are the paths where something was recovered: what the file says there is not known.
    """

    model: Shape | None
    problems: tuple[Problem, ...]
    tainted: frozenset[Path]
    path_map: PathMap

    def is_tainted(self, path: Path) -> bool:
        """Whether a path is in, or a field holds, something that is not known."""
        if not self.tainted:
            return False
        return any(is_below(one, self.tainted) or one in self._holders for one in {path, self.path_map.origin(path)})

    @cached_property
    def _holders(self) -> frozenset[Path]:
        """The fields that hold a tainted value somewhere below; a table or a whole entry is not one."""
        return frozenset(path[:length] for path in self.tainted for length in range(3, len(path)))


def shape(document: Document, known: KnownEntries | None = None) -> Shaped:
    """The model of a document, with all that is wrong with its shape; what could not be read is recovered in a copy.

    The models of `known` entries are used again.
    """
    path_map = PathMap()
    data, problems = document.data, document.problems
    if (data is None or isinstance(data, str)) and problems:
        return _without_model(problems, path_map)
    if not isinstance(data, dict):
        message = "this file is empty" if data is None else "this file is not a mapping (key: value)"
        help_text = f"begin with `kind:`, one of {', '.join(KINDS)}, and `format: {FORMAT}`"
        return _without_model((*problems, Problem(codes.UNKNOWN_KIND, (), message, help_text)), path_map)
    invisible: list[Problem] = []
    looks_odd = may_have_invisible(document)
    if looks_odd:
        data = with_plain_keys(data, path_map, invisible)
    if problems:
        from tcplan.shape.consent import without_doubtful_consent  # noqa: PLC0415 (most files are sound)

        data = without_doubtful_consent(data, problems)
    tainted = {problem.path for problem in problems if _hides_something(problem)}
    header = read_header(data, path_map)
    about_header = [path_map.at_origin(problem) for problem in header.problems if problem.path not in tainted]
    if header.kind is None:
        return _without_model((*problems, *invisible, *about_header), path_map)
    wanted = KINDS[header.kind]
    plain_data = with_plain_values(header.data, wanted, path_map, invisible) if looks_odd else header.data
    lost_words = list(lost_comments(document, wanted, path_map))
    tainted |= {problem.path for problem in lost_words if value_or_none(data, problem.path) is None}
    model, faults = recover_until_valid(plain_data, wanted, path_map, tainted, known)
    model, repeated = drop_repeated_days(model)
    faults += [path_map.at_origin(problem) for problem in repeated if not is_below(problem.path, tainted)]
    if path_map.has_renamed:
        lost_words = list(lost_comments(document, wanted, path_map))  # now below misspelt keys as well
    problems = tuple(keep_certain_fixes(problems, document, wanted, path_map))
    if problems:
        from tcplan.shape.lost_words.list_on_key_line import with_list_help  # noqa: PLC0415 (most files are sound)

        problems = tuple(with_list_help(problems, document, wanted, path_map))
    about_header = [problem for problem in about_header if problem.path not in tainted]
    faults = [add_text_hint(fault, document, wanted, path_map) for fault in faults]
    odd = [*unopened_quotes(document, wanted, path_map), *keys_in_text(document, wanted, path_map)]
    odd = [problem for problem in odd if not is_below(problem.path, tainted)]
    tainted |= {_unknown_by(problem) for problem in odd}
    return Shaped(
        model, (*problems, *invisible, *about_header, *faults, *lost_words, *odd), frozenset(tainted), path_map
    )


def _without_model(problems: tuple[Problem, ...], path_map: PathMap) -> Shaped:
    return Shaped(None, without_fixes(problems), frozenset(), path_map)


def _unknown_by(problem: Problem) -> Path:
    """What is not known because of a text with something odd in it; with a key in the text, what the entry lacks."""
    return problem.path[:2] if problem.code is codes.MISPLACED_KEY else problem.path


def _hides_something(problem: Problem) -> bool:
    """Whether the value at the place of a reader's problem is not known; of a repeated key, the first value is."""
    return bool(problem.path) and (problem.code is not DUPLICATE_KEY or isinstance(problem.path[-1], int))
