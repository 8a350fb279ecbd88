"""The sections of a document, for its table of contents and its templates: each title is typed once."""

from dataclasses import dataclass
from typing import Final, NamedTuple, Self


@dataclass(frozen=True, slots=True)
class Section:
    """A section, by its anchor and its title. Links lead to those that have an anchor.

    `ours` unless the title has that of a plan in it.
    """

    anchor: str
    title: str
    ours: bool = True


class Sections(NamedTuple):
    """Every section that a document may have, in the order of printing."""

    draft: Section = Section("draft", "Draft")
    contents: Section = Section("contents", "Contents")
    page_one: Section = Section("at-a-glance", "At a glance")
    form: Section = Section("", "About this submission")
    answers: Section = Section("answers", "Answers")
    other_answers: Section = Section("other-answers", "Answers to other questions")
    reviews: Section = Section("reviews", "Review of earlier plans")
    feedback: Section = Section("feedback", "Feedback of the reviewers")
    plan: Section = Section("plan", "The plan")
    summary: Section = Section("summary", "State of the plan")
    movement: Section = Section("movement", "What has moved")
    decisions: Section = Section("decisions", "Decisions asked for")
    due: Section = Section("due-next", "What is due next")
    pillars: Section = Section("pillars", "Pillar by pillar")
    voice: Section = Section("voice", "Technician voice")
    measures: Section = Section("measures", "Measures")
    timeline: Section = Section("timeline", "Timeline")
    actions: Section = Section("actions", "Pillars, objectives and actions")
    in_full: Section = Section("in-full", "Appendix: the actions in full")
    case_studies: Section = Section("case-studies", "Case studies")
    sign_off: Section = Section("sign-off", "Sign-off")

    def with_plan_title(self, title: str, *, ours: bool = False) -> Self:
        """The same sections, with another title for the plan."""
        return self._replace(plan=Section(self.plan.anchor, title, ours=ours))

    def of_other_charter(self) -> Self:
        """The same sections for a plan that is not one of the Technician Commitment."""
        return self._replace(voice=Section(self.voice.anchor, "Voice"))


_MAIN: Final = "main"
"""The anchor of the main part of an HTML page, which is not a section."""

RESERVED: Final = (_MAIN, *(section.anchor for section in Sections() if section.anchor))
"""The anchors of sections, which nothing else can have."""
