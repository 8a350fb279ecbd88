"""What was probably meant by a value that its key refuses."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model import types as kinds
from tcplan.shape.fields import FieldKind, fields_of, shape_at
from tcplan.shape.heading_aliases import without_curly
from tcplan.shape.recovery import value_or_none
from tcplan.shape.word_aliases import alias_of
from tcplan.values import rag
from tcplan.values.near_words import certain, near


@cache
def _between_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+")


class Hint(NamedTuple):
    """What to say of a refused value, the value that is meant, and whether that is certain."""

    help: str
    meant: str | None = None
    is_certain: bool = False


def hint_for(root: Any, path: Path, shape: type[Shape], field: FieldKind, context: dict[str, Any]) -> Hint | None:
    """What was meant by the text at a path; None where nothing can be said."""
    value = value_or_none(root, path)
    if not isinstance(value, str):
        return None
    name_at = path[:-1] if field.many and isinstance(path[-1], int) else path
    here = None if field.mapping else shape_at(shape, name_at[:-1])
    if (bare := without_curly(value)) != value:
        meant = _without_quotes(here, field.name, bare) if here is not None else None
        return Hint("delete the curly quotes around it", meant, meant is not None)
    if here is not None and field.many and (several := _several(value, here, field)):
        is_alone = len(value_or_none(root, name_at)) == 1
        written = f"write [{', '.join(several)}]" if is_alone else "write each as an item of its own"
        return Hint(f"{written}, since there are several")
    return _of_words(value, root, field, context.get("words", ()))


def _of_words(value: str, root: Any, field: FieldKind, words: Sequence[str]) -> Hint | None:
    """The word that is meant where only some will do, or the id of a question where its number is written."""
    if field.leaf and field.leaf.words == tuple(rag.Colour) and (colour := _colour_of(value, root)):
        return Hint(f"did you mean `{colour}`?", colour)
    number = re.fullmatch(r"(?i)q(?:uestion)?[ .]*([0-9]+[a-z]?)[.)]?", value.strip())
    if field.name == "question" and number:
        return Hint(f"did you mean `q{number[1]}`?", f"q{number[1]}")
    if field.name == "cohort" and (cohort := _cohort(value)):
        return Hint(f"did you mean `{cohort}`?", cohort, is_certain=True)
    # A slip of the finger is surer than another word: `gren` is green, whatever else begins with a g.
    # Between yes and no nothing is guessed: a slip may turn one into the other.
    sure = certain(value, words) if tuple(words) != ("yes", "no") else None
    if sure is None and (alias := alias_of(value, tuple(words), value_or_none(root, ("rag",)))):
        return Hint(alias.help or f"did you mean `{alias.meant}`?", alias.meant, alias.is_certain)
    meant = near(value, words) if tuple(words) != ("yes", "no") else None
    return Hint(f"did you mean `{meant}`?", meant, sure == meant) if meant else None


def _cohort(value: str) -> str:
    """The number in `Cohort 3`, `3rd` and `third`; empty for anything else."""
    words = value.strip().lower().removesuffix(" cohort")
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth")
    if words in ordinals:
        return str(ordinals.index(words) + 1)
    found = re.fullmatch(r"(?:cohort|c)?[ .:-]*([1-9][0-9]?)(?:st|nd|rd|th)?", words)
    return found[1] if found and found[0] != value else ""


def _several(value: str, here: type[Shape], field: FieldKind) -> list[str]:
    """The values in a text that names several with commas, if each of them would do."""
    parts = [part for part in _between_pattern().split(value.strip()) if part]
    if field.schema.get("pattern") == kinds.SLUG_PATTERN:
        parts = [kinds.as_slug(part) for part in parts]
    return parts if len(parts) > 1 and all(_accepts(here, field.name, part) for part in parts) else []


def _without_quotes(here: type[Shape], name: str, bare: str) -> str | None:
    """What a text in curly quotes is without them: itself where its key takes it, or what it then certainly means."""
    try:
        _adapter(here, name).validate_python([bare] if fields_of(here)[name].many else bare)
    except ValidationError as error:
        (first, *_) = error.errors(include_url=False)
        return first.get("ctx", {}).get("meant") or None
    return bare


def _accepts(here: type[Shape], name: str, text: str) -> bool:
    """Whether a key of a shape takes a text."""
    try:
        _adapter(here, name).validate_python([text] if fields_of(here)[name].many else text)
    except ValidationError:
        return False
    return True


@cache
def _adapter(here: type[Shape], name: str) -> TypeAdapter[Any]:
    info = next(info for key, info in here.model_fields.items() if (info.alias or key) == name)
    hint_of: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return TypeAdapter(hint_of)


def _colour_of(value: str, root: Any) -> str | None:
    """The one colour whose meaning, or label in the plan's own key, a text is."""
    own = value_or_none(root, ("rag",))
    own = own if isinstance(own, dict) else {}
    found = []
    for colour, meaning in rag.DEFAULT_MEANINGS.items():
        entry = own.get(colour, {"means": meaning})
        stated = entry.values() if isinstance(entry, dict) else [entry]
        if any(isinstance(one, str) and _fold(one) == _fold(value) for one in stated):
            found.append(colour)
    return found[0] if len(found) == 1 else None


def _fold(words: str) -> str:
    return re.sub("[-_ ]+", " ", words.strip().lower())
