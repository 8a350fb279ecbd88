"""Mistakes in the layout of lines: a key that is there twice, an indentation, a tab."""

import re
from random import Random

from mutations.base_files import BLOCK_TEXT, SCALARS, BaseFile, Mutation

from tcplan.findings.span import Span

_LINE = re.compile(r"^( *)(\S[^\n]*)$", re.MULTILINE)
_GAP = re.compile(r"(?<=\S) (?=\S)")


def duplicate_key(base: BaseFile, random: Random) -> Mutation | None:
    """A key is there a second time in one entry, further down and with another value."""
    marks = base.file.document.marks
    path, span = random.choice(base.keys)
    holder, mark = marks.get(path[:-1]), marks[path]
    is_flow = holder is not None and holder.style == "flow"
    below = [one for one in base.keys if one[0][:-1] == path[:-1] and one[1].start > span.start]
    if mark.style not in SCALARS or mark.style in BLOCK_TEXT or "\n" in base.text[mark.value.start : mark.value.end]:
        return None
    values = {one.written for one in base.beside(path) if one.is_plain and "\n" not in one.written}
    written = base.text[mark.value.start : mark.value.end]
    line = f"{path[-1]}: {random.choice(sorted(values | {written}))}"
    if is_flow:
        at = marks[path].value.end
        return base.mistake("duplicate key", f"`{line}` once more", Span(at, at), f", {line}")
    column = span.start - base.text.rfind("\n", 0, span.start) - 1
    ends = [base.line_end(mark.value.end)]
    ends += [base.text.rindex("\n", 0, one[1].start) for one in below]
    at = random.choice(ends) + 1
    return base.mistake("duplicate key", f"`{line}` once more", Span(at, at), f"{' ' * column}{line}\n")


def bad_indent(base: BaseFile, random: Random) -> Mutation | None:
    """A line begins a few columns further left or right."""
    line = _chosen_line(base, random)
    column = len(line[1])
    wanted = column + random.choice([-4, -2, -2, -1, -1, 1, 1, 2, 2, 3])
    if wanted < 0 or (wanted == column):
        return None
    what = f"column {wanted + 1} for {column + 1}"
    return base.mistake("bad indent", what, Span(*line.span(1)), " " * wanted)


def tab(base: BaseFile, random: Random) -> Mutation | None:
    """A tab in the place of spaces: in front of a line, after a colon or dash, between words, or at the end."""
    line = _chosen_line(base, random)
    match random.randrange(4):
        case 0 | 1 if line[1]:
            tabs = "\t" * max(len(line[1]) // random.choice([2, 4]), 1)
            return base.mistake("tab", "in front of a line", Span(*line.span(1)), tabs)
        case 2:
            return base.mistake("tab", "at the end of a line", Span(line.end(), line.end()), "\t")
        case _:
            gaps = list(_GAP.finditer(line[2]))
            if not gaps:
                return None
            at = line.start(2) + random.choice([gaps[0], random.choice(gaps)]).start()
            return base.mistake("tab", "between words", Span(at, at + 1), "\t")


def _chosen_line(base: BaseFile, random: Random) -> re.Match[str]:
    """A line that is no comment; of each ten, one or two within a block of prose."""
    texts = [spot.mark.value for spot in base.spots if spot.mark.style in BLOCK_TEXT]
    wants_prose = random.random() < 0.15
    while True:
        line = random.choice(list(_LINE.finditer(base.text)))
        inside = any(span.start < line.start(2) < span.end for span in texts)
        if inside if wants_prose and texts else not inside and line[2][0] != "#":
            return line
