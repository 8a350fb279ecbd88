"""Ids that the prose of a file speaks of: `links with action 6.2.3` (TC116)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from tcplan.finding import Code, Problem, Severity
from tcplan.rules.context import Context
from tcplan.rules.prose import Passage, published
from tcplan.rules.references.naming import form_of, ids_are_known
from tcplan.rules.references.searching import Hints
from tcplan.workspace import Node, Outcome, PlanFile, SubmissionFile, find_plan, resolve

UNKNOWN_ID_IN_PROSE = Code("TC116", "unknown-id-in-prose", Severity.WARNING)

_ID: Final = r"(?:[a-z][\w-]*/)*[a-z]{0,4}\d+(?:\.\d+)*(?![\w%]|\.\d)"
_SPOKEN: Final = re.compile(
    rf"\b(?P<level>action|objective|pillar)(?P<many>s?)\s+(?:(?:points?|items?)\s+)?(?:nos?\.?\s*|numbers?\s+|\(|#)?"
    rf"(?P<ids>{_ID}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|&)\s+|\s*[–/-]\s*){_ID})*)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[^\W\d])")
_PARAGRAPH_END: Final = re.compile(r"\n[ ]*\n")

_EARLIER: Final = re.compile(
    r"\b(?:phases?|stages?|previous|earlier|former|formerly|predecessor|successor|prior)\b"
    r"|\b(?:first|second|third|fourth|last|next|new|later|old|original|other|another)\s+(?:action\s+)?plans?\b",
    re.IGNORECASE,
)
"""Words by which a paragraph speaks of another plan: the ids in it may be that plan's."""

_ELSEWHERE: Final = re.compile(
    r"\b(?:strategy|concordat|charter|swan|N8)\b|\b(?!(?:this|our|the|action|a|same|whole)\b)[\w'’-]+\s+plans?\b"
    r"|\b(?:other|university|college|institution)['’s]*\s+(?:\w+\s+)?action\s+plans?\b"
    r"|\bno\s+(?:longer|action|objective|pillar)\b|\bnot\s+exist|\btaken\s+out\b|\bmerged\b"
    r"|\b(?:dropped|removed|deleted|renumbered|numbered|missing|discontinued|withdrawn)\b",
    re.IGNORECASE,
)
"""Words by which a sentence speaks of a document that is no plan, or says that there is no such entry."""

_OF_ANOTHER: Final = re.compile(
    r"""[,\s]*(?:
        (?:of|from)\s+(?!\d|(?:this|these)\b|(?:the|our)\s+(?:same\s+)?(?:action\s+)?plan\b|pillar|objective)
      | (?:in|under|within)\s+(?:the|our|their|its)\s+(?:[\w'’-]+\s+){0,4}?
        (?:documents?|frameworks?|submissions?|awards?|programmes?|policy|vision|roadmap|university|[A-Z][\w-]*\s+action\s+plan)\b
      | \((?:19|20)\d\d\b)""",
    re.VERBOSE,
)
"""What follows an id of another document: `objective 4.2 of the University`, `action 3 in the 2021 document`."""

_BY_ANOTHER: Final = re.compile(
    r"(?:(?!TC\b)\b[A-Z]{2,}[A-Za-z]*|(?<=[\w,;] )[A-Z][a-z]+|\b(?:award|framework|policy|vision)(?:['’]s)?)\s+$"
)
"""What stands before an id of another document: `GEAP objective 3.1`, `Silver award action 3.2.1`."""

_BEFORE: Final = 40
"""So many characters before an id are read for the name of its document."""

_YEAR_DIGITS: Final = 4


class Spoken(NamedTuple):
    """An id in a text, with the level that it is said to have."""

    passage: Passage
    level: str
    id: str

    def says(self, of: str) -> str:
        """The words that say what does not exist; `of` names the plans that an id without a plan would be of."""
        plan = self.id.rpartition("/")[0]
        return f"{self.level} {self.id}, which does not exist in {f'plan {plan}' if plan else of}"


@dataclass(frozen=True)
class Known:
    """The ids of some plans, and what the ids of each level look like."""

    plans: tuple[PlanFile, ...]

    def has(self, id_: str) -> bool:
        """Whether one of the plans has an entry with this id, or had."""
        return any(plan.tree.find(id_) or id_.lower() in lower for plan, lower in self._lower)

    def is_like(self, level: str, id_: str) -> bool:
        """Whether the plans number this level in this way; only then is the id likely to be theirs."""
        return (level, form_of(id_)) in self._forms

    @cached_property
    def ids(self) -> list[str]:
        """All ids, those of the first plan first."""
        return [node.id for plan in self.plans for node in plan.tree.nodes]

    @cached_property
    def _lower(self) -> list[tuple[PlanFile, set[str]]]:
        return [(plan, {node.id.lower() for node in plan.tree.nodes}) for plan in self.plans]

    @cached_property
    def _forms(self) -> set[tuple[str, str]]:
        return {(node.level, form_of(node.id)) for plan in self.plans for node in plan.tree.nodes}


def unknown_id_in_prose(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """A text speaks of an action, objective or pillar that does not exist.

    Only a number that directly follows one of these words counts, and only if the plan numbers that level in the same
    way. Nothing is said where the paragraph speaks of another plan or of a phase or stage, where the sentence speaks
    of a strategy, a charter or the like, where the words beside the number name another document, or where the entry
    refers to that id of another plan. In a submission the
    plans that it reviews and submits are searched. Notes that are never published are not looked at.

    Why: Readers of the published plan look for the number and do not find it. It is often left from an earlier
    numbering.

    Mend: Write the number that the entry has today. If an entry of another plan is meant, say which plan, such as
    "action 3.4 of phase 1". A link that matters is better kept under `related`, where every report can follow it.
    """
    if not ids_are_known(plan):
        return
    known, nodes = Known((plan,)), {node.path: node for node in plan.tree.nodes}
    hints = Hints()
    for spoken in _unknown(published(plan.plan), known, plan, context):
        node = nodes.get(spoken.passage.path[:2])
        if node and spoken.id in _referred_to(node):
            continue
        who = f"{node.level} {node.id} speaks" if node else "this text speaks"
        message = f"{who} of {spoken.says('this plan')}"
        earlier = _earlier_with(spoken.id, plan, context)
        said = f"if that of {earlier} is meant, name that plan in the text"
        help_text = said if earlier else hints(spoken.id, known.ids, "mend the number, or say which plan is meant")
        yield Problem(UNKNOWN_ID_IN_PROSE, spoken.passage.path, message, help_text, words=spoken.id)


def unknown_id_in_answers(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """A text of a submission speaks of an entry that none of its plans has."""
    submission = file.submission
    names = filter(None, (submission.submits, *(review.plan for review in submission.reviews)))
    plans = [find_plan(context.workspace, context.home, name).plan for name in dict.fromkeys(names)]
    there = tuple(plan for plan in plans if plan and ids_are_known(plan))
    if not there or len(there) < len(plans):
        return
    known, hints = Known(there), Hints()
    for spoken in _unknown(published(submission), known, None, context):
        message = f"this text speaks of {spoken.says(_names(there))}"
        help_text = hints(spoken.id, known.ids, "mend the number, or say which plan is meant")
        yield Problem(UNKNOWN_ID_IN_PROSE, spoken.passage.path, message, help_text, words=spoken.id)


def _unknown(passages: Iterable[Passage], known: Known, plan: PlanFile | None, context: Context) -> Iterator[Spoken]:
    """The ids that are spoken of and not known, each once in a text."""
    for passage in passages:
        for spoken in dict.fromkeys(_spoken(passage)):
            if "/" in spoken.id:
                target = resolve(context.workspace, context.home, plan, spoken.id)
                if target.outcome is Outcome.MISSING:
                    yield spoken
            elif known.is_like(spoken.level, spoken.id) and not known.has(spoken.id):
                yield spoken


def _spoken(passage: Passage) -> Iterator[Spoken]:
    """The ids that a text speaks of, where it is likely to mean its own plan."""
    if not _SPOKEN.search(passage.text):
        return
    for paragraph in _PARAGRAPH_END.split(passage.text):
        elsewhere = _EARLIER.search(paragraph) is not None
        for sentence in _SENTENCE_END.split(paragraph):
            doubtful = elsewhere or _ELSEWHERE.search(sentence) is not None
            for match in _SPOKEN.finditer(sentence):
                is_ours = not (doubtful or _is_of_another(match))
                for id_ in _ids_in(match):
                    if "/" in id_ or is_ours:
                        yield Spoken(passage, match["level"].lower(), id_)


def _is_of_another(match: re.Match[str]) -> bool:
    """Whether the words around an id say that it is another document's."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    return _BY_ANOTHER.search(before) is not None or _OF_ANOTHER.match(match.string, match.end()) is not None


def _ids_in(match: re.Match[str]) -> list[str]:
    """The ids of a match: not a year, and of whole numbers none where they may count the actions (`30 actions 20`)."""
    ids = re.findall(_ID, match["ids"], re.IGNORECASE)
    if len(ids) == 1 and match["many"] and ids[0].isdigit():
        return []
    return [id_ for id_ in ids if not (id_.isdigit() and len(id_) >= _YEAR_DIGITS)]


def _referred_to(node: Node) -> set[str]:
    """The ids of other plans that an entry refers to: its text may speak of them."""
    entry = node.entry
    refs = [*entry.related, *(one.ref for one in entry.continues), *(node.action.depends_on if node.action else ())]
    return {ref.rpartition("/")[2] for ref in refs if "/" in ref}


def _earlier_with(id_: str, plan: PlanFile, context: Context) -> str:
    """The name of a plan that this one follows and that has such an entry."""
    found = ((ref, find_plan(context.workspace, context.home, ref).plan) for ref in plan.plan.follows)
    return next((ref for ref, earlier in found if earlier and earlier.tree.find(id_)), "")


def _names(plans: tuple[PlanFile, ...]) -> str:
    *first, last = [plan.name for plan in plans]
    return f"{', '.join(first)} or {last}" if first else last
