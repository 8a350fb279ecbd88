"""Which parser decides, and reading on past lines that none of them takes."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tcplan.yaml_reader.composer import Composer
from tcplan.yaml_reader.parsers import YamlSyntaxError, fast_events, has_c_parser, pure_events
from tcplan.yaml_reader.values_and_places import Composition

if TYPE_CHECKING:
    from tcplan.yaml_reader.syntax_recovery import SyntaxRecovery

MAX_RECOVERIES: Final = 200
"""A file with more lines that YAML cannot read is probably not YAML at all."""


MAX_PURE: Final = 3_000_000
"""The pure parser needs two seconds for a million characters; of a longer text the fast one says all there is."""


@cache
def _doubtful_pattern() -> re.Pattern[str]:
    """What libyaml takes and the pure parser does not, or reads differently; there the pure parser decides.

    So are tabs; with them the pattern would be ten times slower.
    """
    return re.compile(r"[|>][-+0-9]*#|[|>][-+0-9]* *(?:#[^\r\n]*)?(?:\r\n?|\n) +[\r\n]")


class Composed(NamedTuple):
    """A text as it was read, with the recoveries that it took.

    Where these were not enough `composition` is None, and `error` says what no parser takes in the text `masked`.
    """

    composition: Composition | None
    recoveries: list["SyntaxRecovery"]
    masked: str
    error: YamlSyntaxError | None = None


def compose_recovering(text: str) -> Composed:
    """Read the text; where YAML refuses a line whose meaning is plain, mask its words and read on."""
    recoveries: list[SyntaxRecovery] = []
    masked = text
    while True:
        try:
            return Composed(_compose(masked, text, recoveries), recoveries, masked)
        except YamlSyntaxError as caught:
            error: YamlSyntaxError | None = caught
        from tcplan.yaml_reader.syntax_recovery import find_recovery  # noqa: PLC0415 (most files need none)

        # The next failure is looked for in the entry at hand; the whole text is read again only when none is left.
        while error is not None:
            found = find_recovery(masked, error, _failure) if len(recoveries) < MAX_RECOVERIES else None
            if found is None:
                return Composed(None, sorted(recoveries), masked, error)
            recovery, error = found
            recoveries.append(recovery)
            masked = recovery.apply(masked)


def compose_sound(text: str) -> Composition | None:
    """The text as it is read; None where anything is wrong with it."""
    try:
        composed = _compose(text, text)
    except YamlSyntaxError:
        return None
    return None if composed.problems or composed.broken else composed


def _compose(masked: str, text: str, recoveries: Sequence["SyntaxRecovery"] = ()) -> Composition:
    """Compose with the fast parser; where it refuses, or anything is unusual, the pure one decides.

    So the findings do not depend on which parsers are installed. `masked` goes to the parser; `text` is what it
    is made from.
    """
    if has_c_parser() and len(masked) > MAX_PURE:
        return Composer(text, recoveries).run(fast_events(masked))
    if has_c_parser() and "\t" not in masked and not _doubtful_pattern().search(masked):
        try:
            composed = Composer(text, recoveries).run(fast_events(masked))
        except YamlSyntaxError:
            composed = None
        if composed and _is_ordinary(composed, recoveries):
            return composed
    return Composer(text, recoveries).run(pure_events(masked))


def _is_ordinary(composed: Composition, recoveries: Sequence["SyntaxRecovery"]) -> bool:
    return isinstance(composed.root, dict) and not composed.unusual and len(composed.problems) == len(recoveries)


def _failure(masked: str, near: int) -> YamlSyntaxError | None:
    """The first thing that no parser takes, or None; what is before the entry at `near` is known to be sound."""
    from tcplan.yaml_reader.syntax_recovery import window  # noqa: PLC0415 (as above)

    head, start = window(masked, near)
    text = head + masked[start:]
    try:
        _compose(text, text)
    except YamlSyntaxError as error:
        moved = start - len(head)
        context = None if error.context is None else max(error.context + moved, 0)
        return YamlSyntaxError(error.message, max(error.offset + moved, 0), context)
    return None
