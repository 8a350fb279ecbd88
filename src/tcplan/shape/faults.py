"""pydantic's errors in the words of the file, each with the mend that lets the rest be read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

from tcplan.finding import Code, Path, Problem
from tcplan.model import Shape
from tcplan.model import types as kinds
from tcplan.near import near
from tcplan.shape import codes
from tcplan.shape.fields import FieldKind, field_at, fields_of, shape_at, shapes_of
from tcplan.shape.ids import NO_ID, guess_id
from tcplan.shape.mends import Drop, Mend, Rename, Replace, value_at
from tcplan.text.codes import EATEN_WORDS
from tcplan.text.quoting import quoted

_CODES: Final[dict[str, Code]] = {
    kinds.WRONG_TYPE: codes.WRONG_TYPE,
    kinds.MALFORMED: codes.MALFORMED_VALUE,
    kinds.UNKNOWN_WORD: codes.UNKNOWN_VALUE,
    kinds.NOT_A_DATE: codes.IMPOSSIBLE_DATE,
    kinds.EMPTY: codes.MISSING_KEY,
}
_NAMES: Final = {
    "Closed": "closure",
    "Continues": "continued entry",
    "Evidence": "piece of evidence",
    "KeyMeaning": "RAG key",
    "SignOff": "sign-off",
    "Step": "success criterion or step",
    "Voice": "voice entry",
}
_KEY_MARK: Final = "[key]"
MAX_SHOWN: Final = 60
MAX_MESSAGE: Final = 200
"""So many characters of a text, or of a message with one in it, are shown; the excerpt shows the rest."""


class Fault(NamedTuple):
    """A problem and the mend that lets the rest be read."""

    problem: Problem
    mend: Mend


def explain(errors: Iterable[Any], root: Any, shape: type[Shape]) -> Iterator[Fault]:
    """The faults behind pydantic's errors. An unknown key beside a near missing one is one fault: a rename."""
    errors = list(errors)
    renamed: set[Path] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            yield _unknown_key(error["loc"], root, shape, renamed)
    for error in errors:
        path = error["loc"]
        if error["type"] == "missing":
            if path not in renamed:
                yield _missing(path, root, shape)
        elif error["type"] == kinds.FAULT:
            yield _bad_value(path, error["ctx"], root, shape, renamed)
        elif error["type"] != "extra_forbidden":
            yield _wrong_container(path, error["input"], shape)


def name_of(shape: type[Shape]) -> str:
    """What a mapping of this shape is called in a message."""
    return _NAMES.get(shape.__name__) or "".join(f" {c.lower()}" if c.isupper() else c for c in shape.__name__).strip()


def a(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def shortened(text: str, most: int = MAX_SHOWN) -> str:
    """The text on one line, and not longer than a message bears."""
    text = " ".join(text.splitlines())
    return text if len(text) <= most else f"{text[:most].rstrip()} ..."


def _unknown_key(path: Path, root: Any, shape: type[Shape], renamed: set[Path]) -> Fault:
    key = str(path[-1])
    here = shape_at(shape, path[:-1]) or shape
    holder = value_at(root, path[:-1])
    fields = fields_of(here)
    free = [name for name in fields if name not in holder and (*path[:-1], name) not in renamed]
    elsewhere = [one for one in shapes_of(shape) if key in fields_of(one)]
    meant = None if elsewhere else near(key, [name for name in free if fields[name].required]) or near(key, free)
    if not meant and _looks_like_words(path, key) and here.main in free:
        return _words_as_key(path, holder[key], here.main, renamed)
    message = f"`{shortened(key)}` is not a key of {a(name_of(here))}"
    if meant:
        return Fault(
            Problem(codes.UNKNOWN_KEY, path, message, f"did you mean `{meant}`?", on_key=True),
            _rename(path, meant, renamed),
        )
    if elsewhere:
        return Fault(_misplaced(path, key, elsewhere, shape), Drop(path))
    taken = near(key, fields)
    help_text = (
        f"`{taken}` stands here as well; delete one of the two" if taken else f"the keys here are: {', '.join(fields)}"
    )
    return Fault(Problem(codes.UNKNOWN_KEY, path, message, help_text, on_key=True), Drop(path))


def _looks_like_words(path: Path, key: str) -> bool:
    return len(path) > 1 and (" " in key or key[:1].isupper())


def _words_as_key(path: Path, value: Any, main: str, renamed: set[Path]) -> Fault:
    """`- Criteria published: on the intranet`: to YAML the colon makes a key of the words before it."""
    key = str(path[-1])
    words = f"{key}: {value}" if isinstance(value, str) else f"{key}:"
    message = f"the `: ` makes a key of the words `{shortened(key)}`"
    problem = Problem(EATEN_WORDS, path, message, f"put the words in quotes: {quoted(words)}", on_key=True)
    return Fault(problem, _rename(path, main, renamed, words))


def _misplaced(path: Path, key: str, elsewhere: list[type[Shape]], shape: type[Shape]) -> Problem:
    """Where the key belongs: in a list of this entry, in what this entry stands in, or in another kind of entry."""
    here = shape_at(shape, path[:-1]) or shape
    around = [shape_at(shape, path[:length]) for length in range(len(path) - 2, 0, -1)]
    below = [field.name for field in fields_of(here).values() if field.shape in elsewhere]
    outer = next((one for one in around if one in elsewhere), shape if elsewhere == [shape] else None)
    if below:
        help_text = f"move it into an entry of `{below[0]}`"
    elif outer is not None:
        help_text = f"indent it less, so that it stands in the {name_of(outer)}"
    else:
        *most, last = (a(name_of(one)) for one in elsewhere)
        help_text = f"it is a key of {', '.join(most)}{' or ' if most else ''}{last}"
    return Problem(codes.MISPLACED_KEY, path, f"`{key}` does not belong to {a(name_of(here))}", help_text, on_key=True)


def _missing(path: Path, root: Any, shape: type[Shape]) -> Fault:
    field = field_at(shape, path)
    what = name_of(shape_at(shape, path[:-1]) or shape)
    message = f"{a(what)} needs `{path[-1]}`"
    problem = Problem(codes.MISSING_KEY, path, message, f"add `{path[-1]}:` to it")
    return Fault(problem, Replace(path, _placeholder(path, field, root)))


def _bad_value(path: Path, context: dict[str, Any], root: Any, shape: type[Shape], renamed: set[Path]) -> Fault:
    """A value that its type refuses: dropped where it may be missing, else replaced by a harmless one."""
    code, message, help_text = _CODES[context["what"]], context["message"], context["help"]
    message = shortened(message, MAX_MESSAGE)
    if path[-1] == _KEY_MARK:
        problem = Problem(code, path[:-1], message, help_text, on_key=True)
        free = set(context.get("words", ())) - set(value_at(root, path[:-2]))
        return _bad_key(problem, {word for word in free if (*path[:-2], word) not in renamed}, renamed)
    field = field_at(shape, path)
    value = value_at(root, path)
    meant = near(value, context.get("words", ())) if isinstance(value, str) else None
    if meant:
        help_text = f"did you mean `{meant}`?"
    problem = Problem(code, path, message, help_text)
    if meant or isinstance(path[-1], int) or (field and (field.required or field.mapping)):
        return Fault(problem, Replace(path, meant or _placeholder(path, field, root)))
    return Fault(problem, Drop(path))


def _bad_key(problem: Problem, free: set[str], renamed: set[Path]) -> Fault:
    """A name that a mapping by name does not know: `rag: {gren: ...}`."""
    path = problem.path
    if meant := near(str(path[-1]), free):
        problem = replace(problem, help=f"did you mean `{meant}`?")
        return Fault(problem, _rename(path, meant, renamed))
    return Fault(problem, Drop(path))


def _rename(path: Path, key: str, renamed: set[Path], value: str | None = None) -> Rename:
    renamed.add((*path[:-1], key))
    return Rename(path, key, value)


def _wrong_container(path: Path, found: Any, shape: type[Shape]) -> Fault:
    field = field_at(shape, path)
    wanted = "a mapping (key: value)"
    if field and field.shape and (not field.mapping or field.name != path[-1]):
        keys = [key for key, kind in fields_of(field.shape).items() if kind.required] or list(fields_of(field.shape))[
            :3
        ]
        wanted = f"{a(name_of(field.shape))} ({', '.join(f'{key}: ...' for key in keys)})"
    if found is None:
        return Fault(
            Problem(codes.MISSING_KEY, path, f"nothing stands here; {wanted} is expected", "fill it in, or delete it"),
            Replace(path, {}),
        )
    stands = f"`{shortened(found)}`" if isinstance(found, str) else "a list"
    problem = Problem(codes.WRONG_TYPE, path, f"{stands} stands here; {wanted} is expected", f"write {wanted}")
    return Fault(problem, Replace(path, {}) if isinstance(path[-1], int) or (field and field.mapping) else Drop(path))


def _placeholder(path: Path, field: FieldKind | None, root: Any) -> Any:
    if field is None or field.leaf is None:
        return {}
    if path[-1] in ("id", "question") and not field.mapping:
        return guess_id(root, path[:-1], str(path[-1]))
    is_id = field.leaf.placeholder == "?" and "pattern" in field.schema
    return NO_ID if is_id else field.leaf.placeholder
