"""Keys that a shape does not have: misspelt, in the wrong place, or words that a colon made a key of."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tcplan.findings import codes
from tcplan.findings.change import Rename
from tcplan.findings.codes import LOST_WORDS
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Shape
from tcplan.model.plan import Entry
from tcplan.shape.fields import FieldKind, fields_of, name_of, shape_at, shapes_of, with_article
from tcplan.shape.heading_aliases import heading_alias, without_curly
from tcplan.shape.recovery import DropKey, RecoverableProblem, RenameKey, value_or_none
from tcplan.shape.word_aliases import alias_of
from tcplan.values.near_words import certain, near
from tcplan.values.text_length import shortened
from tcplan.yaml_reader.quoting import quoted


class Keys:
    """The keys of one round of faults: what one unknown key was meant to be, no second one can be."""

    def __init__(self, root: Any, shape: type[Shape]) -> None:
        self.root = root
        self.shape = shape
        self.renamed: set[Path] = set()

    def unknown(self, path: Path) -> RecoverableProblem:
        """A key that is not a field of its shape."""
        key, holder = str(path[-1]), value_or_none(self.root, path[:-1])
        here = shape_at(self.shape, path[:-1]) or self.shape
        fields = fields_of(here)
        free = self._free(path, fields)
        bare = without_curly(key)
        if bare != key and bare in free:
            return self._in_curly(path, here, bare)
        meant, elsewhere = self._meant_key(key, fields, free)
        # Only where no key is like it: `Due date: May` is a heading that was kept, not words.
        if not meant and here.main in free and _looks_like_words(path, key):
            return self._words(path, holder[key], here.main)
        if elsewhere and not meant:
            return RecoverableProblem(_misplaced(path, elsewhere, self.shape), DropKey(path))
        message = f"`{shortened(key)}` is not a key of {with_article(name_of(here))}"
        problem = Problem(codes.UNKNOWN_KEY, path, message, _help(key, fields), on_key=True)
        return self._meant(problem, meant, self._at_hand(path, here))

    def _meant_key(
        self, key: str, fields: Mapping[str, FieldKind], free: list[str]
    ) -> tuple[str | None, list[type[Shape]]]:
        """The key of this shape that an unknown one was meant to be, and the other shapes that have it as it is.

        Three things speak for a key: another shape has it (then its place is wrong, not its spelling), it is spelt
        like one that is free here, or it is the usual heading of one (`deadline` for `due`).
        """
        elsewhere = [one for one in shapes_of(self.shape) if key in fields_of(one)]
        # Where the nearest key is used already, the second nearest would be a guess too far: `startt`
        # next to a `start` does not mean `rag`.
        nearest = near(key, fields)
        likely = near(key, free) if nearest in (None, *free) else None
        # A key that has to be there and is missing is likelier than any other, if only it is like this one.
        required = [name for name in free if fields[name].required]
        meant = None if elsewhere else near(key, required) or likely
        # A heading beats mere likeness (`status` is nearer to `start` than to `rag`), but not one slip of the finger.
        # A key of another shape is taken for a heading only where it fills a gap: `name` in an action without `title`.
        heading = heading_alias(key)
        fills_gap = heading in free and fields[heading].required if heading else False
        if heading and certain(key, fields) is None and (not elsewhere or fills_gap):
            return (heading if heading in free else None), []
        return meant, elsewhere

    def _in_curly(self, path: Path, here: type[Shape], bare: str) -> RecoverableProblem:
        """A key that a word processor has put in quotes."""
        message = f"`{shortened(str(path[-1]))}` is not a key of {with_article(name_of(here))}"
        help_text = f"delete the curly quotes around it, and write `{bare}`"
        fix = Rename(path, bare)
        problem = Problem(codes.UNKNOWN_KEY, path, message, help_text, on_key=True, fix=fix)
        return RecoverableProblem(problem, self._rename(path, bare))

    def unnamed(self, problem: Problem, words: Iterable[str], meant: str) -> RecoverableProblem:
        """A name that a mapping by name does not know: `rag: {gren: ...}`, `targets: {Dec 2026: ...}`."""
        words = tuple(words)
        if meant and self._free(problem.path, [meant]):
            fix = Rename(problem.path, meant)
            return RecoverableProblem(replace(problem, fix=fix), self._rename(problem.path, meant))
        if meant:
            problem = replace(problem, help=f"`{meant}` is here as well; delete one of the two")
            return RecoverableProblem(problem, DropKey(problem.path))
        name, free = str(problem.path[-1]), self._free(problem.path, words)
        alias = alias_of(name, words, None) if certain(name, words) is None else None
        return self._meant(problem, alias.meant if alias and alias.meant in free else near(name, free), words)

    def _at_hand(self, path: Path, here: type[Shape]) -> set[str]:
        """The keys that this place may have and, were the indentation another, those around it and further in."""
        around = [shape_at(self.shape, path[:length]) for length in range(len(path) - 1)]
        return {name for one in (*around, *shapes_of(here)) if one for name in fields_of(one)}

    def _free(self, path: Path, names: Iterable[str]) -> list[str]:
        """The names that nothing next to a key has, or was found to mean."""
        holder = value_or_none(self.root, path[:-1])
        return [name for name in names if name not in holder and (*path[:-1], name) not in self.renamed]

    def _meant(self, problem: Problem, meant: str | None, known: Iterable[str]) -> RecoverableProblem:
        """A key that stands for another one; for certain, where neither has another that is as near."""
        if meant is None:
            return RecoverableProblem(problem, DropKey(problem.path))
        known, holder = tuple(known), value_or_none(self.root, problem.path[:-1])
        # Two unknown keys in one entry may be slips of the same one; it is not clear which of them is meant.
        as_near = [key for key in holder if key not in known and certain(key, known) == meant]
        fix = Rename(problem.path, meant) if as_near == [problem.path[-1]] else None
        problem = replace(problem, help=f"did you mean `{meant}`?", fix=fix)
        return RecoverableProblem(problem, replace(self._rename(problem.path, meant), is_guess=fix is None))

    def _words(self, path: Path, value: Any, main: str) -> RecoverableProblem:
        """`- Criteria published: on the intranet`: to YAML the colon makes a key of the words before it."""
        key = str(path[-1])
        words = f"{key}: {value}" if isinstance(value, str) else f"{key}:"
        message = f"the `: ` turns these words into a key: `{shortened(key)}`"
        problem = Problem(LOST_WORDS, path, message, f"put the words in quotes: {quoted(words)}", on_key=True)
        return RecoverableProblem(problem, self._rename(path, main, words))

    def _rename(self, path: Path, key: str, value: str | None = None) -> RenameKey:
        self.renamed.add((*path[:-1], key))
        return RenameKey(path, key, value)


def _help(key: str, fields: Mapping[str, FieldKind]) -> str:
    """What to do about an unknown key whose meaning cannot be guessed."""
    heading = heading_alias(key)
    taken = heading if heading in fields else near(key, fields)
    below = next((one.name for one in fields.values() if one.shape and heading in fields_of(one.shape)), None)
    if heading and heading not in fields and below:
        return f"move it into an entry of `{below}`, as `{heading}`"
    if taken:
        return f"`{taken}` is here as well; delete one of the two"
    return f"the keys here are: {', '.join(fields)}"


def _looks_like_words(path: Path, key: str) -> bool:
    return len(path) > 1 and (" " in key or key[:1].isupper())


def _misplaced(path: Path, elsewhere: list[type[Shape]], shape: type[Shape]) -> Problem:
    """Where the key belongs: in a list of this entry, in what this entry is in, or in another kind of entry."""
    here = shape_at(shape, path[:-1]) or shape
    around = [shape_at(shape, path[:length]) for length in range(len(path) - 2, 0, -1)]
    below = [field.name for field in fields_of(here).values() if field.shape in elsewhere]
    outer = next((one for one in around if one in elsewhere), shape if elsewhere == [shape] else None)
    if entries := [one for one in elsewhere if issubclass(one, Entry) and issubclass(here, Entry)]:
        help_text = f"it is a key of {with_article(name_of(entries[0]))}" + (
            f", or of an entry of `{below[0]}`" if below else ""
        )
    elif below:
        help_text = f"move it into an entry of `{below[0]}`"
    elif outer is not None:
        help_text = f"indent it less, so that it belongs to the {name_of(outer)}"
    else:
        *most, last = (with_article(name_of(one)) for one in elsewhere)
        help_text = f"it is a key of {', '.join(most)}{' or ' if most else ''}{last}"
    message = f"`{path[-1]}` does not belong to {with_article(name_of(here))}"
    return Problem(codes.MISPLACED_KEY, path, message, help_text, on_key=True)
