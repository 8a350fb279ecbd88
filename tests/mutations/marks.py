"""Mistakes with the characters that mean something to YAML: a quote that is missing, a comma in braces, a stray `#`."""

import re
from random import Random

from mutations.base_files import BaseFile, Mutation, Spot

from tcplan.findings.span import Span

_WORDS = ("and the Library", "Estates", "with the network", "first draft")
_TAGS = ("#TechsCommit", "#2", "#staff")
_MONTHS = re.compile(r"\d{4}-\d{2}.*")


def missing_quote(base: BaseFile, random: Random) -> Mutation | None:
    """A text that was meant to be in quotes lacks one of the two."""
    spots = [spot for spot in base.spots if spot.is_plain and "\n" not in spot.written and not spot.leaf.words]
    if not spots:
        return None
    prose = [spot for spot in spots if spot.leaf.prose]
    spot = random.choice(prose if prose and random.random() < 0.7 else spots)
    quote = random.choice('""\'')
    words = spot.written.replace("'", "''") if quote == "'" else spot.written.replace('"', '\\"')
    what, broken = random.choice([("the closing", f"{quote}{words}"), ("the opening", f"{words}{quote}")])
    return base.mistake("missing quote", f"{what} {quote}", spot.mark.value, broken, f"{quote}{words}{quote}")


def comma_in_braces(base: BaseFile, random: Random) -> Mutation | None:
    """A comma inside `{}` that belongs to a text, replaces a dot, is missing or is there twice."""
    marks = base.file.document.marks
    spots = [spot for spot in base.spots if spot.is_plain and _is_in_braces(base, spot)]
    if not spots:
        return None
    spot = random.choice(spots)
    words, kind = spot.written, "comma in braces"
    match random.randrange(4):
        case 0 | 1 if spot.leaf.prose or spot.field.name in ("role", "name"):
            more = f"{words}, {random.choice(_WORDS)}"
            return base.mistake(kind, "within a text", spot.mark.value, more, f'"{more}"')
        case 2 if marks[spot.path[:-1]].value.end - spot.mark.value.end > 2:
            end = spot.mark.value.end
            what, wrong = random.choice([("missing", ""), ("twice", ",,")])
            return base.mistake(kind, what, Span(end, end + 1), wrong)
        case _:
            at = spot.mark.value.start + random.randrange(1, max(len(words), 2))
            is_dot = base.text[at] in ".-"
            what = "for a dot or hyphen" if is_dot else "inside a word"
            return base.mistake(kind, what, Span(at, at + is_dot), ",")


def stray_hash(base: BaseFile, random: Random) -> Mutation | None:
    """A `#` in front of a word of a text, a hashtag after it, or a `#` in front of the whole value."""
    spots = [spot for spot in base.spots if spot.mark.style in ("plain", "|") and spot.written]
    prose = [spot for spot in spots if spot.leaf.prose]
    spot = random.choice(prose if prose and random.random() < 0.7 else spots)
    kind, words = "stray #", spot.written
    if spot.mark.style == "|":
        gap = random.choice(list(re.finditer(r"(?<=\S) (?=\S)", words)))
        at = spot.mark.value.start + gap.end()
        return base.mistake(kind, "in a block of prose", Span(at, at), "#", "#")
    gaps = [gap.end() for gap in re.finditer(" ", words)]
    if "\n" in words:
        return None
    match random.randrange(3):
        case 0 if gaps and (spot.leaf.prose or not _MONTHS.fullmatch(words)):
            at = random.choice(gaps)
            with_hash = words[:at] + random.choice(["#", "# "] if spot.leaf.prose else ["#"]) + words[at:]
            return base.mistake(kind, "in front of a word", spot.mark.value, with_hash, _quoted(with_hash))
        case 1 if not spot.leaf.words:
            with_hash = f"{words} {random.choice(_TAGS)}"
            return base.mistake(kind, "a hashtag after a text", spot.mark.value, with_hash, _quoted(with_hash))
        case _:
            return base.mistake(kind, "in front of a value", spot.mark.value, f"#{words}")


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_in_braces(base: BaseFile, spot: Spot) -> bool:
    holder = base.file.document.marks.get(spot.path[:-1])
    return holder is not None and base.text[holder.value.start] == "{"
