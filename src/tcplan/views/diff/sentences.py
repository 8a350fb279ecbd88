"""A change of the data as a sentence that a committee understands."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from tcplan.comparison.differences.comparable import ComparableFile
from tcplan.comparison.differences.data_changes import DataChange, DataChangeKind, DataPath
from tcplan.comparison.differences.item_pairs import ItemStep
from tcplan.findings.span import Path, Value
from tcplan.model import Shape
from tcplan.shape.fields import FieldKind, field_at
from tcplan.values.plain_text import one_line
from tcplan.views.diff.labels import QUOTED, WITHOUT_LABEL, label_of, noun_of, plural_of
from tcplan.views.diff.word_changes import ChangedWords, word_changes, words_in_line
from tcplan.yaml_editor.data_edits import MissingError, value_at

_NAMING: Final = ("id", "title", "ref", "question", "plan", "role", "name", "rule", "form", "text", "date", "source")
"""The keys that name an item in a sentence, the best first; a report is named by its day."""

_NAMES: Final = ("lead", "by", "name", "role", "long")
"""Keys whose texts are names, which are given whole."""

_WITHOUT: Final = {DataChangeKind.ADDED: "added", DataChangeKind.REMOVED: "removed"}


class ComparedSide(NamedTuple):
    """The data of one of the two states."""

    file: ComparableFile
    is_later: bool

    def at(self, path: DataPath) -> Value:
        """The value at a place, None where there is none."""
        try:
            return value_at(self.file.data, index_path(path, is_later=self.is_later))
        except MissingError:
            return None


def index_path(path: DataPath, *, is_later: bool) -> Path:
    """A place in the data of one state; an item that is not there has its index in the other one."""
    return tuple(_index(step, is_later=is_later) for step in path)


def sentence_of(
    change: DataChange, before: ComparableFile, after: ComparableFile, depth: int, *, is_whole: bool = False
) -> tuple[str, tuple[ChangedWords, ...]]:
    """The sentence, and the words of a text that was reworded.

    `depth` is the length of the path to the entry that the sentence is about; `is_whole` says that the whole entry was
    added or removed, so that what it holds needs no word for that.
    """
    is_later = change.kind is not DataChangeKind.REMOVED
    side = ComparedSide(after if is_later else before, is_later)
    holder = _holder_words(change.path, side, depth)
    field = _field(side.file.shape, change.path)
    words: tuple[ChangedWords, ...] = ()
    if change.kind is DataChangeKind.CHANGED and _is_reworded(change, field):
        words = word_changes(str(change.before), str(change.after))
        what = words_in_line(words) if words else "only spaces and line breaks changed"
        said = f"{_subject(change.path, side)} reworded: {what}" if words else f"{_subject(change.path, side)}: {what}"
    else:
        said = _said(change, side, is_whole=is_whole)
    return one_line(f"{holder}: {said}" if holder else said), words


def _said(change: DataChange, side: ComparedSide, *, is_whole: bool) -> str:
    path = change.path
    if change.kind is DataChangeKind.REORDERED:
        key = str(path[-1])
        items = change.after if isinstance(change.after, list) else []
        return f"order of the {plural_of(key)} changed; now {'; '.join(item_name(one, key) for one in items)}"
    subject = _subject(path, side)
    if change.kind is DataChangeKind.CHANGED:
        return f"{subject} from {value_words(change.before)} to {value_words(change.after)}"
    value = change.before if change.after is None else change.after
    if path[-1] == "closed" and isinstance(value, dict):
        return _closed_words(value, is_new=change.before is None)
    rest = _rest_words(value, path)
    if is_whole:
        return f"{subject}: {rest}" if rest else subject
    verb = _WITHOUT[change.kind]
    return f"{subject} {verb}: {rest}" if rest else f"{subject} {verb}"


def value_words(value: Value) -> str:
    """A value in words."""
    if isinstance(value, list):
        return ", ".join(value_words(item) for item in value) or "nothing"
    if isinstance(value, dict):
        return "; ".join(_pair_words(value))
    return value if value and value.strip() else "an empty text" if value is not None else "nothing"


def item_name(item: Value, key: str) -> str:
    """What names an item of a list in a sentence."""
    if not isinstance(item, dict):
        return value_words(item)
    naming = ("date", *_NAMING) if key == "updates" else _NAMING
    found = next((name for name in naming if isinstance(item.get(name), str) and str(item[name]).strip()), None)
    if found is None:
        return value_words(item)
    return f"“{item[found]}”" if found in QUOTED else str(item[found])


def _index(step: str | ItemStep, *, is_later: bool) -> str | int:
    if isinstance(step, str):
        return step
    wanted, other = (step.after, step.before) if is_later else (step.before, step.after)
    return wanted if wanted is not None else other if other is not None else 0


def _field(shape: type[Shape] | None, path: DataPath) -> FieldKind | None:
    return field_at(shape, index_path(path, is_later=True)) if shape else None


def _is_reworded(change: DataChange, field: FieldKind | None) -> bool:
    """Whether a text is compared word by word: prose, titles, and any other text of several words."""
    texts = isinstance(change.before, str) and isinstance(change.after, str)
    if not texts or not isinstance(change.path[-1], str):
        return False
    if field is None or field.name in _NAMES:
        return False
    is_prose = field.leaf is not None and field.leaf.prose
    return is_prose or (field.takes_any_words and " " in str(change.before).strip())


def _subject(path: DataPath, side: ComparedSide) -> str:
    """What the sentence is about: a key, an item of a list by its name, or a date or colour of a mapping."""
    last = path[-1]
    if isinstance(last, ItemStep):
        key = str(path[-2])
        field = _field(side.file.shape, path)
        is_text = field is not None and field.shape is None
        return _bare_noun(key) if is_text else f"{noun_of(key)} {item_name(side.at(path), key)}"
    if len(path) > 1 and isinstance(path[-2], str) and _is_mapping_key(path, side):
        return f"{noun_of(path[-2])} {last}"
    return label_of(last)


def _bare_noun(key: str) -> str:
    return noun_of(key).removesuffix(" of").removesuffix(" on").removesuffix(" for")


def _is_mapping_key(path: DataPath, side: ComparedSide) -> bool:
    """Whether the last key is a date, a colour or an id of a mapping, and not a key of the file format."""
    holder, own = _field(side.file.shape, path[:-1]), _field(side.file.shape, path)
    return holder is not None and holder.mapping and own is holder


def _holder_words(path: DataPath, side: ComparedSide, depth: int) -> str:
    """The items and mappings between the entry and the place, from the outside in."""
    return ", ".join(_holders(path, side, depth))


def _holders(path: DataPath, side: ComparedSide, depth: int) -> Iterator[str]:
    for length in range(depth + 1, len(path)):
        step = path[length - 1]
        if isinstance(step, ItemStep):
            yield f"{noun_of(str(path[length - 2]))} {item_name(side.at(path[:length]), str(path[length - 2]))}"
        elif isinstance(path[length], str):
            is_key = length > 1 and _is_mapping_key(path[:length], side)
            if is_key:
                yield f"{noun_of(str(path[length - 2]))} {step}"
            elif not _is_mapping_key(path[: length + 1], side):
                yield label_of(step)


def _rest_words(value: Value, path: DataPath) -> str:
    """What an added or removed value says beside what names it."""
    if not isinstance(value, dict) or not isinstance(path[-1], ItemStep):
        return value_words(value)
    named = item_name(value, str(path[-2])).strip("“”")
    rest = {key: one for key, one in value.items() if one != named}
    return "; ".join(_pair_words(rest))


def _pair_words(value: dict[str, Value]) -> Iterator[str]:
    for key, one in value.items():
        words = value_words(one)
        words = f"“{words.strip()}”" if key in QUOTED and isinstance(one, str) else words
        yield words if key in WITHOUT_LABEL else f"{label_of(key)} {words}"


def _closed_words(value: dict[str, Value], *, is_new: bool) -> str:
    parts = [f"on {value_words(value['date'])}"] if "date" in value else []
    parts += [f"as {value_words(value['as'])}"] if "as" in value else []
    parts += [f"into {value_words(value['into'])}"] if "into" in value else []
    rest = {key: one for key, one in value.items() if key not in ("date", "as", "into")}
    words = " ".join([*parts]) + (f": {'; '.join(_pair_words(rest))}" if rest else "")
    return f"closed {words}" if is_new else f"no longer closed; it was closed {words}"
