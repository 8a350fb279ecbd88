"""Parser events to plain values, marks and problems, with a stack of our own so that no input exhausts Python's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Final

from tcplan.findings import codes
from tcplan.findings.finding import Code, Problem
from tcplan.findings.span import EntryMark, Path, Span, Value
from tcplan.yaml_reader.braces import lost_commas
from tcplan.yaml_reader.frame import Frame
from tcplan.yaml_reader.lines import line_end
from tcplan.yaml_reader.parsers import Events
from tcplan.yaml_reader.quoting import NULL_WORDS, quoted
from tcplan.yaml_reader.repeats import repeated_keys
from tcplan.yaml_reader.scalars import check_indentation, help_for_dashes, join_surrogates, lost_dashes
from tcplan.yaml_reader.syntax_recovery import SyntaxRecovery

MAX_DEPTH: Final = 32


@cache
def _colon_pattern() -> re.Pattern[str]:
    return re.compile(r"\s*:")


@cache
def _dash_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:\s|#[^\r\n]*)*-")


@cache
def _directive_pattern() -> re.Pattern[str]:
    return re.compile(r"^%[^\r\n]*", re.MULTILINE)


class Composer:
    """One pass over the events of a text.

    `broken` says that the values cannot be used at all, `unusual` that the text has something that the parsers
    are known to read differently.

    The events may be those of a text in which `mends` are masked; the values have the real words again.
    """

    def __init__(self, text: str, mends: Sequence[SyntaxRecovery] = ()) -> None:
        self.text = text
        self.mends = sorted(mends)
        self.root: Value = None
        self.marks: dict[Path, EntryMark] = {}
        self.problems: list[Problem] = []
        self.broken = False
        self.unusual = False
        self._stack: list[Frame] = []

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
        elif event.explicit and (found := _directive_pattern().search(self.text, 0, event.end_mark.index)):
            help_text = "delete the line, or put a `#` before it"
            self._refuse(Span(*found.span()), "this line is an instruction to YAML, which plans do without", help_text)

    def _scalar(self, event: Any) -> None:
        span, style = _span(event), event.style or "plain"
        value: Value = event.value
        if event.start_mark.line != event.end_mark.line:
            self._check_lines(span, style)
        if style == '"':
            value, is_whole = join_surrogates(event.value)
            if not is_whole:
                says, help_text = "half a character is written as an escape here", "write the character itself"
                self._tell(codes.YAML_SYNTAX, span, says, help_text)
        if self.mends:
            value = self._unmasked(str(value), span)
        if event.anchor is not None or event.tag is not None:
            value = self._named(event, span)
        elif style == "plain" and value == "":
            value = None
        self._take(value, span, style)

    def _check_lines(self, span: Span, style: str) -> None:
        """Look at the further lines of a text, which may be meant as something else."""
        if style == "plain":
            is_item = bool(self._stack) and not self._stack[-1].is_mapping
            help_text = help_for_dashes(self.text, span, is_item=is_item)
            for dash in lost_dashes(self.text, span):
                says = "this `- ` begins no list item: the line goes on with the text above it"
                self._tell(codes.LOST_WORDS, dash, says, help_text)
        elif style in ("'", '"'):
            column = next((frame.column for frame in reversed(self._stack) if not frame.flow), -1)
            check_indentation(self.text, span, column)

    def _unmasked(self, value: str, span: Span) -> str:
        """The real words in the place of their masks; where they have ended up is the place of the problem."""
        for mend in self.mends:
            if span.start <= mend.start < span.end:
                value = value.replace(mend.mask, mend.words, 1)
                fix = mend.problem.fix and replace(mend.problem.fix, path=self._here())
                self.problems.append(replace(mend.problem, path=self._here(), fix=fix))
        return value

    def _alias(self, event: Any) -> None:
        span = _span(event)
        words = self.text[span.start : span.end]
        says = f"`{words}` refers to an anchor, which plans do without"
        self._refuse(span, says, f"put the words in quotes: {quoted(words)}")
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
            self._mark(frame, path, EntryMark(None, span, style))
        elif frame.key is None:
            self._take_key(frame, value if isinstance(value, str) else "", span, style)
        else:
            path = (*frame.path, frame.key)
            if not frame.skip_value:
                frame.values[frame.key] = self._checked(value, span, style, path)
                self._mark(frame, path, EntryMark(frame.key_span, span, style))
            frame.key, frame.skip_value = None, False

    def _take_key(self, frame: Frame, key: str, span: Span, style: str) -> None:
        frame.key, frame.key_span = key, span
        if key == "<<" and style == "plain":
            says = "`<<` takes over the keys of another entry, which plans do without"
            self._refuse(span, says, "write these keys out")
            frame.skip_value = True
        elif frame.flow and style == "plain" and not _colon_pattern().match(self.text, span.end):
            frame.lost_words.append(span)
            frame.skip_value = True
        elif key in frame.keys:
            frame.skip_value = True
            frame.repeated.append((key, span))
        else:
            frame.keys.add(key)

    def _checked(self, value: Value, span: Span, style: str, path: Path) -> Value:
        """The value, or None with a problem where a plain word means nothing to YAML."""
        if style != "plain" or value not in NULL_WORDS:
            return value
        help_text = f"leave the value out to say nothing, or write `{quoted(str(value))}` for the word"
        self.problems.append(Problem(codes.NULL_WORD, path, f"`{value}` means nothing to YAML", help_text, span=span))
        return None

    def _mark(self, frame: Frame, path: Path, mark: EntryMark) -> None:
        frame.end = mark.value.end
        if not frame.discarded:
            self.marks[path] = mark

    def _open(self, event: Any, values: Any) -> None:
        span, parent, path = _span(event), self._stack[-1] if self._stack else None, self._here()
        flow = bool(event.flow_style)
        is_key = parent is not None and parent.is_mapping and parent.key is None
        discarded = parent is not None and (parent.discarded or parent.skip_value or is_key)
        self._check_collection(event, span, parent if is_key else None)
        if parent is None:
            self.root = values
        elif not discarded:
            if parent.is_mapping:
                parent.values[parent.key] = values
            else:
                parent.values.append(values)
            self.marks[path] = EntryMark(
                parent.key_span if parent.is_mapping else None, span, "flow" if flow else "block"
            )
        self.unusual |= flow and self.text[span.start] not in "{["  # `[a: b]`, a mapping without braces
        column = event.start_mark.column
        # Of a list in the column of its key the parsers give the first dash to the start, of others nothing.
        end = span.end if flow else span.start
        self._stack.append(Frame(values, path, span.start, column, flow, discarded, is_key, end=end))

    def _check_collection(self, event: Any, span: Span, key_of: Frame | None) -> None:
        first = Span(span.start, span.start + 1)
        if key_of is not None and not key_of.discarded:
            words = _line_at(self.text, key_of.start if key_of.flow else span.start)
            says = "a bracket stands in the place of a key"
            self._refuse(first, says, f"if these are words, put them in quotes: {quoted(words)}")
        elif event.anchor is not None or event.tag is not None:
            self._named(event, span)
        if len(self._stack) == MAX_DEPTH:
            says = f"this is nested deeper than {MAX_DEPTH} levels"
            help_text = "delete the hyphens or brackets that are too many; a plan is four flat tables"
            self.problems.append(Problem(codes.TOO_DEEP, self._here()[:2], says, help_text, span=first))
            self.broken = True

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        if frame.lost_words and not frame.discarded:
            self.problems += lost_commas(frame, self.text, self.marks)
        if frame.repeated and not frame.discarded:
            self.problems += repeated_keys(frame)
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

    def _named(self, event: Any, span: Span) -> str:
        """Refuse an anchor or a tag; what stands there is taken as words."""
        line = _line_at(self.text, span.start)
        words = line if line.startswith(("&", "!")) else self.text[span.start : span.end]
        name, what = (f"&{event.anchor}", "an anchor") if event.anchor is not None else (event.tag, "a tag")
        what = f"`{name}` makes {what}"
        help_text = f"if these are words, put them in quotes: {quoted(words)}; else delete `{name}`"
        self._refuse(Span(span.start, span.start + len(words)), f"{what}, which plans do without", help_text)
        return words

    def _refuse(self, span: Span, message: str, help_text: str) -> None:
        self._tell(codes.YAML_FEATURE, span, message, help_text)

    def _tell(self, code: Code, span: Span, message: str, help_text: str) -> None:
        self.problems.append(Problem(code, self._here(), message, help_text, span=span))

    def _here(self) -> Path:
        """The path of what comes next."""
        return self._stack[-1].next_path if self._stack else ()

    def _empty_span(self, frame: Frame, span: Span) -> Span:
        """Where an empty value stands: right after its colon or dash (the parsers place it differently)."""
        pattern, start = (_colon_pattern(), frame.key_span.end) if frame.is_mapping else (_dash_pattern(), frame.end)
        found = pattern.match(self.text, start)
        return Span(found.end(), found.end()) if found else span


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _line_at(text: str, offset: int) -> str:
    """The rest of the line from an offset on."""
    return text[offset : line_end(text, offset)].rstrip()
