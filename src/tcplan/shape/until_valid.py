"""A model of faulty data: validate, explain what is refused, recover in a copy, and validate again."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any, Final

from pydantic import ValidationError

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.leaf import TooManyFaultsError, at_most_faults
from tcplan.shape.known_entries import KnownEntries, with_models
from tcplan.shape.recovery import DropKey, RecoverableProblem, RenameKey, value_or_none
from tcplan.shape.short_forms import PathMap, spread_short_forms
from tcplan.values.limits import MAX_FAULTS, MAX_PROBLEMS

MAX_ROUNDS: Final = 12
"""Each round recovers one level below a misspelt key; no file is nested so deep."""

_SHORT_LIST: Final = 20
_SHORT_MAPPING: Final = 100
"""How much of a list and of a mapping is looked at in a file with too many faults."""


def recover_until_valid(
    data: Any, shape: type[Shape], path_map: PathMap, tainted: set[Path], known: KnownEntries | None = None
) -> tuple[Shape | None, list[Problem]]:
    """The model of the data, and all that is wrong with them; `path_map` and `tainted` learn what was changed.

    The data are left as they are: where anything is to be recovered, a copy of them is changed. Most files are sound,
    and of a large one a copy would take as much memory as the file.
    The models of `known` entries are used again.
    """
    if known and type(known.model) is shape and (model := _with_known(data, shape, path_map, known)):
        return model, []
    problems: list[Problem] = []
    guessed: set[Path] = set()
    for _ in range(MAX_ROUNDS):
        data = spread_short_forms(data, shape, path_map)
        try:
            with at_most_faults(MAX_FAULTS):
                return shape.model_validate(data), problems
        except TooManyFaultsError:
            return None, [*problems, *_first_faults(data, shape, path_map)]
        except ValidationError as error:
            if error.error_count() > MAX_FAULTS:
                return None, [*problems, *_first_faults(data, shape, path_map)]
            from tcplan.shape.pydantic_errors import about_left_out, explain_errors  # noqa: PLC0415 (five modules; most files are sound)

            data = _copied(data)
            faults = list(explain_errors(error.errors(include_url=False), data, shape))
            problems += about_left_out(path_map.left_out, shape)
            path_map.left_out.clear()
        faults = _drop_wrong_guesses(faults, guessed, data, path_map, tainted)
        # Faults at what an earlier round has changed come from that change, not from the file.
        for fault in faults:
            origin = path_map.origin(fault.problem.path)
            if not (is_below(fault.problem.path, tainted) or is_below(origin, tainted)):
                problems.append(path_map.at_origin(fault.problem))
        for fault in sorted(faults, key=lambda fault: fault.recovery.rank):
            fault.recovery.apply(data, path_map)
            _taint(fault, data, guessed, tainted)
    return None, problems


def _with_known(data: Any, shape: type[Shape], path_map: PathMap, known: KnownEntries) -> Shape | None:
    """The model of the data with those of known entries; None where anything is wrong, which is then explained."""
    spread = with_models(spread_short_forms(data, shape, path_map), data, known)
    try:
        with at_most_faults(MAX_FAULTS):
            return shape.model_validate(spread)
    except (TooManyFaultsError, ValidationError):
        return None


def _first_faults(data: Any, shape: type[Shape], path_map: PathMap) -> Iterator[Problem]:
    """Of data with too many faults those in the first items of each list, and how many there are."""
    from tcplan.shape.pydantic_errors import explain_errors  # noqa: PLC0415 (as above)

    message = f"more than {MAX_FAULTS:,} keys and values of this file cannot be read; only the first are listed"
    yield Problem(codes.TOO_LONG, (), message, "correct those that are listed, or leave the file out of the workspace")
    data = _with_short_lists(data)
    try:
        with at_most_faults(MAX_FAULTS):
            shape.model_validate(data)
    except TooManyFaultsError:
        return
    except ValidationError as error:
        if error.error_count() <= MAX_FAULTS:
            found = explain_errors(error.errors(include_url=False), data, shape)
            yield from (path_map.at_origin(one.problem) for one in islice(found, MAX_PROBLEMS))


def _copied(data: Any) -> Any:
    """The data in lists and mappings of their own."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_copied(value) for value in data]
    return data


def _with_short_lists(data: Any) -> Any:
    """A copy with the first items of each list, and the first entries of each mapping."""
    if isinstance(data, dict):
        return {key: _with_short_lists(value) for key, value in islice(data.items(), _SHORT_MAPPING)}
    if isinstance(data, list):
        return [_with_short_lists(value) for value in data[:_SHORT_LIST]]
    return data


def is_below(path: Path, places: AbstractSet[Path]) -> bool:
    """Whether a path is one of some places or leads further into one."""
    return any(path[:length] in places for length in range(1, len(path) + 1))


def _drop_wrong_guesses(
    faults: list[RecoverableProblem], guessed: set[Path], data: Any, path_map: PathMap, tainted: set[Path]
) -> list[RecoverableProblem]:
    """The faults without those of values that do not fit the key that was guessed for them; these keys are dropped.

    `timeline: soon` may be a `due`, but "soon" is not a date: the finding about the unknown key is enough.
    """
    # The value of a key, or one of several values; a value inside an entry is not.
    ends = {path for fault in faults for path in (fault.problem.path, fault.problem.path[:-1])}
    misfits = ends & guessed
    for path in misfits:
        DropKey(path).apply(data, path_map)
        tainted.add(path)
    guessed -= misfits
    return [fault for fault in faults if not is_below(fault.problem.path, misfits)]


def _taint(fault: RecoverableProblem, data: Any, guessed: set[Path], tainted: set[Path]) -> None:
    """Remember what is not known after a recovery. A renamed key is known, and its value too, unless it has none."""
    recovery = fault.recovery
    if not isinstance(recovery, RenameKey):
        tainted.add(recovery.path)
    elif value_or_none(data, recovery.target) is None:
        tainted.add(recovery.target)  # a misspelt key without a value is one mistake
    elif recovery.is_guess:
        guessed.add(recovery.target)  # the next validation says whether the value fits
