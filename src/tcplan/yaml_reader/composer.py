"""Parser events to a composition: plain values, marks and problems."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from tcplan.findings import codes
from tcplan.findings.finding import Problem
from tcplan.findings.span import NodeStyle, Span
from tcplan.values.limits import MAX_VALUES
from tcplan.yaml_reader import yaml_features
from tcplan.yaml_reader.misread import check_indentation, help_for_dashes, join_surrogates, lost_dashes
from tcplan.yaml_reader.parsers import Events
from tcplan.yaml_reader.values_and_places import PLAIN, Composition

if TYPE_CHECKING:
    from tcplan.yaml_reader.syntax_recovery import SyntaxRecovery

_STYLES: Final[dict[str, NodeStyle]] = {**{style.value: style for style in NodeStyle}, "": PLAIN}
"""The styles by what the parsers call them; a plain text has no name there."""

_DOUBLE_QUOTED: Final = NodeStyle.DOUBLE_QUOTED  # like `PLAIN`, asked for every text


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
        # By name, so that the classes of the events need not be imported; nine in ten are scalars, and each counts.
        handlers = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": lambda event: composition.open(event, {}, is_mapping=True),
            "SequenceStartEvent": lambda event: composition.open(event, [], is_mapping=False),
            "MappingEndEvent": lambda event: composition.close(event.end_mark.index),
            "SequenceEndEvent": lambda event: composition.close(event.end_mark.index),
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }
        for number, event in enumerate(events):
            handle = handlers.get(type(event).__name__)
            if number > MAX_VALUES:
                composition.give_up(Span(event.start_mark.index, event.end_mark.index))
                break
            if handle is not None:
                handle(event)
                if composition.broken:
                    break
        return composition

    def _document(self, event: Any) -> None:
        self._documents += 1
        here = self._composition.here
        if self._documents > 1:
            self._tell(yaml_features.second_document(Span(event.start_mark.index, event.end_mark.index), here))
            self._composition.broken = True
        elif event.explicit and (found := yaml_features.directive(self._text, event.end_mark.index, here)):
            self._tell(found)

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        style, value = _STYLES[event.style or ""], event.value
        if start.line != end.line:
            self._check_lines(Span(start.index, end.index), style)
        if style is _DOUBLE_QUOTED:
            value = self._joined(value, Span(start.index, end.index))
        if self._recoveries:
            value = self._unmasked(value, Span(start.index, end.index))
        if event.anchor is not None or event.tag is not None:
            value = self._composition.refuse_name(event, Span(start.index, end.index))
        elif value == "" and style is PLAIN:
            value = None
        self._composition.take(value, start.index, end.index, style)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        words = self._text[span.start : span.end]
        here = self._composition.here
        self._composition.problems.add_made(codes.YAML_FEATURE, lambda: yaml_features.alias(words, span, here))
        self._composition.take(words, span.start, span.end, PLAIN)

    def _check_lines(self, span: Span, style: NodeStyle) -> None:
        """Look at the further lines of a text, which may be meant as something else."""
        if style is PLAIN:
            help_text = ""
            for dash in lost_dashes(self._text, span):
                help_text = help_text or help_for_dashes(self._text, span, is_item=self._composition.is_in_list)
                message = "this `- ` does not begin a list item: the line continues the text above it"
                self._tell(Problem(codes.LOST_WORDS, self._composition.here, message, help_text, span=dash))
        elif style in (NodeStyle.SINGLE_QUOTED, NodeStyle.DOUBLE_QUOTED):
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
