"""The two keys that every file begins with: what kind of file it is, and in which version of the format."""

from dataclasses import replace
from functools import cache
from typing import Any, Final, NamedTuple

from tcplan.findings import codes
from tcplan.findings.change import Rename, Set
from tcplan.findings.finding import Problem
from tcplan.model import KINDS
from tcplan.shape.fields import fields_of
from tcplan.shape.short_forms import PathMap
from tcplan.values.near_words import certain, near
from tcplan.values.text_length import shortened

FORMAT: Final = "1"


class FileHeader(NamedTuple):
    """The data with a sound header; `kind` is None where nothing can be made of the file."""

    data: dict[str, Any]
    kind: str | None
    problems: list[Problem]


def read_header(stated: dict[str, Any], path_map: PathMap) -> FileHeader:
    """The kind of a file, what is wrong with its first two keys, and the data with these two as they should be."""
    data, renamed = _with_right_keys(stated, path_map)
    kind, unknown_kind = _kind(data)
    unknown_format = _format(data) if kind or data.get("format") is not None else None
    if unknown_kind or unknown_format:
        renamed = [replace(problem, fix=None) for problem in renamed]  # it may be no plan file at all
    problems = [*renamed, *(problem for problem in (unknown_kind, unknown_format) if problem)]
    readable = kind is not None and data.get("format") in (FORMAT, None)
    return FileHeader({**data, "kind": kind, "format": FORMAT}, kind if readable else None, problems)


def _with_right_keys(data: dict[str, Any], path_map: PathMap) -> tuple[dict[str, Any], list[Problem]]:
    """The data with the keys `kind` and `format`, where these are only misspelt."""
    problems = []
    known = _keys_at_the_top()
    for wanted in ("kind", "format"):
        found = None if wanted in data else near(wanted, data.keys() - known)
        if found is not None:
            message = f"`{shortened(found)}` is not a key of a plan file"
            help_text = f"did you mean `{wanted}`?"
            fix = Rename((found,), wanted) if certain(found, known) == wanted else None
            problems.append(Problem(codes.UNKNOWN_KEY, (found,), message, help_text, on_key=True, fix=fix))
            data = {wanted if key == found else key: value for key, value in data.items()}
            path_map.note((wanted,), (found,))
    return data, problems


@cache
def _keys_at_the_top() -> frozenset[str]:
    """The keys that a file of any kind may begin a line with."""
    return frozenset(key for shape in KINDS.values() for key in fields_of(shape))


def _kind(data: dict[str, Any]) -> tuple[str | None, Problem | None]:
    """The kind that is stated, else the one that is meant, and the problem that it is not stated."""
    stated = data.get("kind")
    if isinstance(stated, str) and stated in KINDS:
        return stated, None
    if isinstance(stated, str):
        kind, message = near(stated, KINDS), f"`{shortened(stated)}` is not a kind of plan file"
    else:
        kind, message = _likely_kind(data), "the file does not say its `kind`"
    help_text = f"did you mean `kind: {kind}`?" if kind else f"write `kind:` and one of {', '.join(KINDS)}"
    if stated is None and kind is None:
        help_text += "; if this is not a plan file, add it to `exclude` in tcplan.toml"
    meant = certain(stated, KINDS) if isinstance(stated, str) and data.get("format") == FORMAT else None
    fix = Set(("kind",), meant) if meant else None
    return kind, Problem(codes.UNKNOWN_KIND, ("kind",), message, help_text, fix=fix)


def _format(data: dict[str, Any]) -> Problem | None:
    version = data.get("format")
    if version == FORMAT:
        return None
    message, help_text = "the file does not say its `format`", f"add `format: {FORMAT}`"
    if version is not None:
        shown = f"format `{shortened(version)}`" if isinstance(version, str) else "this"
        message = f"{shown} is not a format that this version of tcplan reads"
        help_text = f"write `format: {FORMAT}`, or update tcplan"
    return Problem(codes.UNKNOWN_FORMAT, ("format",), message, help_text)


def _likely_kind(data: dict[str, Any]) -> str | None:
    """The kind whose keys a file without `kind` uses, when it is beyond doubt."""
    own = data.keys() - {"kind", "format"}
    counts = {kind: len(own & fields_of(shape).keys()) for kind, shape in KINDS.items()}
    most = max(counts.values())
    likely = [kind for kind, count in counts.items() if count == most]
    beyond_doubt = len(likely) == 1 and most > 1 and most * 2 > len(own)  # one key is chance
    return likely[0] if beyond_doubt else None
