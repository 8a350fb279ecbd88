"""Parser events to a composition: plain values, marks and problems."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.marks import STYLE_NUMBERS
from tcplan.findings.span import NodeStyle, Span
from tcplan.values.limits import MAX_VALUES
from tcplan.yaml_reader import yaml_features
from tcplan.yaml_reader.misread import check_indentation, help_for_dashes, join_surrogates, lost_dashes
from tcplan.yaml_reader.parsers import Events
from tcplan.yaml_reader.values_and_places import PLAIN, Composition

if TYPE_CHECKING:
    from tcplan.yaml_reader.syntax_recovery import SyntaxRecovery

_STYLES: Final = {style.value: number for style, number in STYLE_NUMBERS.items()}
"""The styles by what the parsers call them; a plain text has no name there."""

_QUOTED: Final = (STYLE_NUMBERS[NodeStyle.SINGLE_QUOTED], STYLE_NUMBERS[NodeStyle.DOUBLE_QUOTED])
_DOUBLE_QUOTED: Final = STYLE_NUMBERS[NodeStyle.DOUBLE_QUOTED]  # like `PLAIN`, asked for every text


class Composer:
    """One pass over the events of a text.

    The events may be those of a text in which the words of `recoveries` are masked; the values have the real words
    again.
    """

    def __init__(self, text: str, recoveries: Sequence["SyntaxRecovery"] = ()) -> None:
        self._text = text
        self._recoveries = sorted(recoveries)
        self._composition = Composition(text)
        self._documents = 0

    def run(self, events: Events) -> Composition:
        """Read all events; what is refused goes to `problems`. Raises `YamlSyntaxError`, mostly from the parser."""
        composition = self._composition
        handlers = self._handlers()
        for event in islice(events, MAX_VALUES + 1):
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)
                if composition.broken:
                    return composition
        if (event := next(events, None)) is not None:
            composition.give_up(Span(event.start_mark.index, event.end_mark.index))
        return composition

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        """What is done at each kind of event. The classes are there by now: the parser has loaded them."""
        from ruamel.yaml import events  # noqa: PLC0415 (slow to import, and not every command reads)

        composition = self._composition
        return {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: lambda event: composition.open(event, {}, is_mapping=True),
            events.SequenceStartEvent: lambda event: composition.open(event, [], is_mapping=False),
            events.MappingEndEvent: lambda event: composition.close(event.end_mark.index),
            events.SequenceEndEvent: lambda event: composition.close(event.end_mark.index),
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }

    def _document(self, event: Any) -> None:
        self._documents += 1
        here = self._composition.here
        if self._documents > 1:
            self._tell(yaml_features.second_document(Span(event.start_mark.index, event.end_mark.index), here))
            self._composition.broken = True
        elif event.explicit and (found := yaml_features.directive(self._text, event.end_mark.index, here)):
            self._tell(found)

    def _scalar(self, event: Any) -> None:
        start_mark, end_mark = event.start_mark, event.end_mark
        start, end, value = start_mark.index, end_mark.index, event.value
        is_plain = not event.style and event.anchor is None and event.ctag is None
        if is_plain and value and start_mark.line == end_mark.line and not self._recoveries:  # as nine in ten are
            self._composition.take(value, start, end, PLAIN)
            return
        style = _STYLES[event.style] if event.style else PLAIN
        if start_mark.line != end_mark.line:
            self._check_lines(Span(start, end), style)
        if style == _DOUBLE_QUOTED:
            value = self._joined(value, Span(start, end))
        if self._recoveries:
            value = self._unmasked(value, Span(start, end))
        if event.anchor is not None or event.ctag is not None:
            value = self._composition.refuse_name(event, Span(start, end))
        elif value == "" and style == PLAIN:
            value = None
        self._composition.take(value, start, end, style)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        words = self._text[span.start : span.end]
        here = self._composition.here
        self._composition.problems.add_made(codes.YAML_FEATURE, lambda: yaml_features.alias(words, span, here))
        self._composition.take(words, span.start, span.end, PLAIN)

    def _check_lines(self, span: Span, style: int) -> None:
        """Look at the further lines of a text, which may be meant as something else."""
        if style == PLAIN:
            help_text = ""
            for dash in lost_dashes(self._text, span):
                help_text = help_text or help_for_dashes(self._text, span, is_item=self._composition.is_in_list)
                message = "this `- ` does not begin a list item: the line continues the text above it"
                self._tell(Problem(codes.LOST_WORDS, self._composition.here, message, help_text, span=dash))
        elif style in _QUOTED:
            check_indentation(self._text, span, self._composition.column)

    def _joined(self, text: str, span: Span) -> str:
        """A text in double quotes, of which characters may be written as two escapes."""
        value, is_whole = join_surrogates(text)
        if not is_whole:
            message, help_text = "this escape is only half of a character", "write the character itself"
            self._tell(Problem(codes.YAML_SYNTAX, self._composition.here, message, help_text, span=span))
        return value

    def _unmasked(self, value: str, span: Span) -> str:
        """The real words in the place of their masks; where they have ended up is the place of the problem."""
        for recovery in self._recoveries:
            if span.start <= recovery.start < span.end:
                value = value.replace(recovery.mask, recovery.words, 1)
                problem, here = recovery.problem, self._composition.here
                self._tell(replace(problem, path=here, fix=problem.fix and replace(problem.fix, path=here)))
        return value

    def _tell(self, problem: Problem) -> None:
        self._composition.problems.add(problem)
