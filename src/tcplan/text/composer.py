"""Parser events to plain values, marks and problems, with a stack of our own so that no input exhausts Python's."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tcplan.finding import Mark, Path, Problem, Span
from tcplan.text import codes
from tcplan.text.lines import line_end
from tcplan.text.mending import Mend
from tcplan.text.parsers import Events, YamlSyntaxError
from tcplan.text.quoting import quoted
from tcplan.text.wording import OPEN_QUOTE

Value = str | list["Value"] | dict[str, "Value"] | None

MAX_DEPTH: Final = 32
NULL_WORDS: Final = ("~", "null", "Null", "NULL")

_COLON = re.compile(r"\s*:")
_DASH = re.compile(r"(?:\s|#[^\r\n]*)*-")
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_CONTINUED = re.compile(r"[\r\n]( *)([^ \r\n]+)")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Frame:
    """A collection being filled. In a discarded one everything is read and nothing kept."""

    values: Any
    path: Path
    start: int
    column: int
    flow: bool
    discarded: bool
    is_key: bool
    key: str | None = None
    key_span: Span = Span(0, 0)
    skip_value: bool = False
    keys: set[str] = field(default_factory=set)
    eaten: list[Span] = field(default_factory=list)
    end: int = 0

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.values, dict)


class Composer:
    """One pass over the events of a text.

    `broken` says that the values cannot be used at all, `unusual` that the text has something that the parsers
    are known to read differently.

    The events may be those of a text in which `mends` are masked; the values have the real words again.
    """

    def __init__(self, text: str, mends: Sequence[Mend] = ()) -> None:
        self.text = text
        self.mends = sorted(mends)
        self.root: Value = None
        self.marks: dict[Path, Mark] = {}
        self.problems: list[Problem] = []
        self.broken = False
        self.unusual = False
        self._stack: list[_Frame] = []

    def run(self, events: Events) -> "Composer":
        """Read all events; what is refused goes to `problems`. Raises `YamlSyntaxError`, mostly from the parser."""
        documents = 0
        for event in events:
            match type(event).__name__:
                case "ScalarEvent":
                    self._scalar(event)
                case "MappingStartEvent":
                    self._open(event, {})
                case "SequenceStartEvent":
                    self._open(event, [])
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._close(event)
                case "AliasEvent":
                    self._alias(event)
                case "DocumentStartEvent":
                    documents += 1
                    self._document(event, documents)
            if self.broken:
                break
        return self

    def _document(self, event: Any, count: int) -> None:
        if count > 1:
            help_text = "move what follows `---` to a file of its own"
            self._refuse(_span(event), "a file holds one document", help_text)
            self.broken = True
        elif event.explicit and (found := _DIRECTIVE.search(self.text, 0, event.end_mark.index)):
            help_text = "delete the line, or put a `#` before it"
            self._refuse(Span(*found.span()), "this line is an instruction to YAML, which plans do without", help_text)

    def _scalar(self, event: Any) -> None:
        span, style = _span(event), event.style or "plain"
        value: Value = str(event.value)
        if event.start_mark.line != event.end_mark.line:
            self._check_lines(span, style)
        if style == '"' and _SURROGATE.search(event.value):
            value = self._joined(event.value, span)
        if self.mends:
            value = self._unmasked(str(value), span)
        if event.anchor is not None or event.tag is not None:
            value = self._named(event, span)
        elif style == "plain" and value == "":
            value = None
        self._take(value, span, style)

    def _check_lines(self, span: Span, style: str) -> None:
        """Refuse lines that go on with a text although they look like something else."""
        if style not in ("plain", "'", '"'):
            return
        holder = next((frame.column for frame in reversed(self._stack) if not frame.flow), -1)
        for found in _CONTINUED.finditer(self.text, span.start, span.end):
            if style != "plain" and len(found[1]) <= holder:
                # YAML forbids such lines, but no parser minds: a lost quote would eat all up to the next one.
                raise YamlSyntaxError(OPEN_QUOTE, found.start(2), span.start)
            if style == "plain" and found[2] == "-":
                says = "this `- ` begins no list item: the line goes on with the text above it"
                help_text = "give the first item a line with `- ` of its own, or put the whole text in quotes"
                self.problems.append(
                    Problem(codes.EATEN_WORDS, self._here(), says, help_text, span=Span(*found.span(2)))
                )

    def _joined(self, value: str, span: Span) -> str:
        """The text with characters that are written as two escapes put together, as JSON does for emoji."""
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "\ufffd" in value:
            says, help_text = "half a character is written as an escape here", "write the character itself"
            self.problems.append(Problem(codes.YAML_SYNTAX, self._here(), says, help_text, span=span))
        return value

    def _unmasked(self, value: str, span: Span) -> str:
        """The real words in the place of their masks; where they have ended up is the place of the problem."""
        for mend in self.mends:
            if span.start <= mend.start < span.end:
                value = value.replace(mend.mask, mend.words, 1)
                self.problems.append(replace(mend.problem, path=self._here()))
        return value

    def _alias(self, event: Any) -> None:
        span = _span(event)
        words = self.text[span.start : span.end]
        self._refuse(
            span, f"`{words}` refers to an anchor, which plans do without", f"put the words in quotes: {quoted(words)}"
        )
        self._take(words, span, "plain")

    def _take(self, value: Value, span: Span, style: str) -> None:
        """Put a text where it belongs: the root, a list, a key or the value of a key."""
        frame = self._stack[-1] if self._stack else None
        if value is None and frame is not None and (frame.key is not None or not frame.is_mapping):
            span = self._empty_span(frame, span)
        if frame is None:
            self.root = value
        elif not frame.is_mapping:
            path = (*frame.path, len(frame.values))
            frame.values.append(self._checked(value, span, style, path))
            self._mark(frame, path, Mark(None, span, style))
        elif frame.key is None:
            self._take_key(frame, value if isinstance(value, str) else "", span, style)
        else:
            path = (*frame.path, frame.key)
            if not frame.skip_value:
                frame.values[frame.key] = self._checked(value, span, style, path)
                self._mark(frame, path, Mark(frame.key_span, span, style))
            frame.key, frame.skip_value = None, False

    def _take_key(self, frame: _Frame, key: str, span: Span, style: str) -> None:
        frame.key, frame.key_span = key, span
        if key == "<<" and style == "plain":
            self._refuse(span, "`<<` merges another mapping into this one", "write the keys out")
            frame.skip_value = True
        elif frame.flow and style == "plain" and not _COLON.match(self.text, span.end):
            frame.eaten.append(span)
            frame.skip_value = True
        elif key in frame.keys:
            frame.skip_value = True
            if not frame.discarded:
                self.problems.append(
                    Problem(
                        codes.DUPLICATE_KEY,
                        (*frame.path, key),
                        f"`{key}` stands here a second time; only the first is read",
                        "delete one of the two, or move the second to the item it belongs to",
                        span=span,
                        also=(*frame.path, key),
                        also_says="the first",
                    ),
                )
        else:
            frame.keys.add(key)

    def _checked(self, value: Value, span: Span, style: str, path: Path) -> Value:
        """The value, or None with a problem where a plain word means nothing to YAML."""
        if style != "plain" or value not in NULL_WORDS:
            return value
        help_text = f"leave the value out to say nothing, or write {quoted(str(value))} for the word"
        self.problems.append(Problem(codes.NULL_WORD, path, f"`{value}` means nothing to YAML", help_text, span=span))
        return None

    def _mark(self, frame: _Frame, path: Path, mark: Mark) -> None:
        frame.end = mark.value.end
        if not frame.discarded:
            self.marks[path] = mark

    def _open(self, event: Any, values: Any) -> None:
        span, parent = _span(event), self._stack[-1] if self._stack else None
        is_key = parent is not None and parent.is_mapping and parent.key is None
        discarded = parent is not None and (parent.discarded or parent.skip_value or is_key)
        path = self._here()
        if is_key and parent is not None and not parent.discarded:
            words = _line_at(self.text, parent.start if parent.flow else span.start)
            self._refuse(
                Span(span.start, span.start + 1),
                "a bracket stands in the place of a key",
                f"if these are words, put them in quotes: {quoted(words)}",
            )
        elif event.anchor is not None or event.tag is not None:
            self._named(event, span)
        if len(self._stack) == MAX_DEPTH:
            says = f"this is nested deeper than {MAX_DEPTH} levels"
            self.problems.append(
                Problem(codes.TOO_DEEP, path, says, "a plan is four flat tables", span=Span(span.start, span.start + 1))
            )
            self.broken = True
        if parent is None:
            self.root = values
        elif not discarded and parent.is_mapping:
            parent.values[parent.key] = values
        elif not discarded:
            parent.values.append(values)
        flow = bool(event.flow_style)
        self.unusual |= flow and self.text[span.start] not in "{["  # `[a: b]`, a mapping without braces
        if not discarded and parent is not None:
            self.marks[path] = Mark(parent.key_span if parent.is_mapping else None, span, "flow" if flow else "block")
        self._stack.append(
            _Frame(values, path, span.start, event.start_mark.column, flow, discarded, is_key, end=span.end)
        )

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        if frame.eaten and not frame.discarded:
            self._eaten_commas(frame)
        end = _span(event).end if frame.flow else frame.end
        if frame.path in self.marks and not frame.discarded:
            mark = self.marks[frame.path]
            self.marks[frame.path] = mark._replace(value=Span(frame.start, end))
        if not self._stack:
            return
        parent = self._stack[-1]
        parent.end = end
        if frame.is_key:
            parent.key, parent.key_span, parent.skip_value = "", Span(frame.start, end), True
        elif parent.is_mapping:
            parent.key, parent.skip_value = None, False

    def _eaten_commas(self, frame: _Frame) -> None:
        """`{title: Attend, learn}`: to YAML the comma starts a new entry called `learn`."""
        keys = list(frame.values)
        ends = [self.marks[(*frame.path, key)].value.end for key in keys]
        after: dict[str | None, list[Span]] = {}
        for span in frame.eaten:
            before = bisect_right(ends, span.start)
            after.setdefault(keys[before - 1] if before else None, []).append(span)
        for key, spans in after.items():
            self._eaten_comma(frame, key, spans)

    def _eaten_comma(self, frame: _Frame, key: str | None, spans: list[Span]) -> None:
        """Put the words behind a key's value together again, and say so."""
        first, last = spans[0], spans[-1]
        words = self.text[first.start : first.end]
        path, says, help_text = (
            frame.path,
            f"`{words}` stands inside {{ }} without a value",
            "write every entry as key: value",
        )
        if key is not None and isinstance(frame.values[key], str):
            path = (*frame.path, key)
            mark = self.marks[path]
            whole = frame.values[key] + self.text[mark.value.end : last.end]
            frame.values[key] = whole
            self.marks[path] = Mark(mark.key, Span(mark.value.start, last.end), "plain")
            says = f"the comma inside {{ }} ends the value; `{words}` became a key of its own"
            help_text = f"put the words in quotes: {key}: {quoted(whole)}"
        self.problems.append(Problem(codes.EATEN_WORDS, path, says, help_text, span=first))

    def _named(self, event: Any, span: Span) -> str:
        """Refuse an anchor or a tag; what stands there is taken as words."""
        line = _line_at(self.text, span.start)
        words = line if line.startswith(("&", "!")) else self.text[span.start : span.end]
        what = f"`&{event.anchor}` makes an anchor" if event.anchor is not None else f"`{event.tag}` makes a tag"
        help_text = f"if these are words, put them in quotes: {quoted(words)}"
        self._refuse(Span(span.start, span.start + len(words)), f"{what}, which plans do without", help_text)
        return words

    def _refuse(self, span: Span, message: str, help_text: str) -> None:
        self.problems.append(Problem(codes.YAML_FEATURE, self._here(), message, help_text, span=span))

    def _here(self) -> Path:
        """The path of what comes next."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if not frame.is_mapping:
            return (*frame.path, len(frame.values))
        return frame.path if frame.key is None else (*frame.path, frame.key)

    def _empty_span(self, frame: _Frame, span: Span) -> Span:
        """Where an empty value stands: right after its colon or dash (the parsers place it differently)."""
        pattern, start = (_COLON, frame.key_span.end) if frame.is_mapping else (_DASH, frame.end)
        found = pattern.match(self.text, start)
        return Span(found.end(), found.end()) if found else span


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _line_at(text: str, offset: int) -> str:
    """The rest of the line from an offset on."""
    return text[offset : line_end(text, offset)].rstrip()
