"""Success criteria that only say that something gets better (TC402)."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tcplan.findings.codes import NOTHING_TO_SEE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.criterion_words import MOST_CHARACTERS, has_number, is_review_only
from tcplan.rules.support.plan_state import is_measured, open_entries
from tcplan.workspace import PlanFile

_QUALITIES: Final = (
    "awareness|engagement|visibility|recognition|understanding|culture|morale|communications?|collaboration|profile"
    "|appreciation|satisfaction|well-?being|confidence|inclusion|inclusivity|inclusiveness|belonging|relationships?"
    "|links|cohesion|reputation|motivation|transparency|quality|experience|insight|knowledge|esteem"
    r"|support(?!\s+(?:staff|posts?|roles?|workers?|officers?|teams?|technicians?)\b)"
)

_BETTER: Final = (
    "improv(?:e|ed|ing)|better|increas(?:e|ed|ing)|greater|enhanc(?:e|ed|ing)|rais(?:e|ed|ing)|strengthen(?:ed|ing)?"
    "|stronger|higher|more|deeper|wider|heighten(?:ed|ing)?|promot(?:e|ed|ing)|growing|good|positive"
)

_FELT: Final = "valued|supported|recogni[sz]ed|included|integrated|engaged|heard|visible"


@cache
def _vague() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\W*{pattern}\W*", re.IGNORECASE | re.DOTALL)
        for pattern in (
            rf"(?:an? |the )?(?:{_BETTER}) (?:in )?(?:[\w'’-]+ ){{0,3}}?(?:{_QUALITIES})\b.*",
            rf".*\b(?:{_QUALITIES})\b.* (?:is|are|has|have|been)(?: \w+ly)? (?:{_BETTER})",
            rf".*\b(?:{_QUALITIES})(?: \w+ly)? (?:{_BETTER}|improves|increases|grows|rises)",
            (
                r"(?:an? |the )?(?:improvement|increase|rise|growth)s? (?:in|of) (?:[\w'’-]+ ){0,3}?"
                rf"(?:{_QUALITIES})\b.*"
            ),
            rf".*\bfeels? (?:more |better |fully |that they )?(?:{_FELT}|empowered|belong|(?:a )?part of)\b.*",
            (
                rf".*\b(?:more|better) (?:{_FELT}|understood|appreciated|connected)"
                r"(?: (?:across|in|within|by|throughout) .*)?"
            ),
        )
    )


@cache
def _no_words_pattern() -> re.Pattern[str]:
    return re.compile(r"\W*|\W{0,9}(?:n/?a|none|not applicable|see above|as above)\W{0,9}", re.IGNORECASE)


@cache
def _seen_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:
        through|via|by(?!\ (?:the\ |all\ |other\ |their\ |our\ )*(?:\w+\ )?
          (?:academics?|colleagues|managers|students|researchers|others|staff|leaders|peers|technicians)\b)
        | thanks|shown|shows?|surveys?|feedback|interviews?|scores?|rates?|figures?|data|shares?|numbers?
        | pages?|web\w*|sites?|awards?|events?|networks?|lists?|registers?|posts?|seats?|newsletters?|case\ stud\w+
        | in\ (?:use|place|post)|open(?:ed)?|live|signed|published|adopted|launched|appointed|gained|available|bookings?
        | attend\w*|appl(?:y|ies|ications?)|nominat\w+|visit\w*|members?|committees?|groups?|workshops?|training
    )\b""",
        re.IGNORECASE | re.VERBOSE,
    )


def nothing_to_see(plan: PlanFile, context: Context) -> Iterator[Problem]:
    """The success criteria of an entry only say that something gets better, with nothing to see or count.

    This rule finds phrases such as "improved awareness", "visibility is increased" or "technicians feel valued", if
    they are the only criteria. A number, a date, a measure of the entry or of the one above, or the name of anything
    that could be seen, such as a survey, a page or an award, is enough.

    Why: Everybody agrees with such a criterion, and nobody can say on a given day whether it is met. In the end the
    mood of the day decides whether the action is green or red.

    Fix: Ask what you would point at to show success: how many more, in which survey, on which page. Write that down, or
    follow it as a measure.
    """
    for node in open_entries(plan, context):
        success = node.entry.success
        if not success or is_measured(node) or any(step.due or step.done for step in success):
            continue
        if all(is_vague(step.title) for step in success):
            message = f"{node.level} {node.id} names nothing that would show whether it has succeeded"
            help_text = "say what could be counted or pointed at: how many more, in which survey, on which page"
            yield Problem(NOTHING_TO_SEE, (*node.path, "success", 0, "title"), message, help_text)


def is_vague(text: str) -> bool:
    """Whether the words only promise that something gets better, and name nothing that would show it."""
    if _no_words_pattern().fullmatch(text):
        return True
    if (
        len(text) > MOST_CHARACTERS
        or ": " in text
        or has_number(text)
        or _seen_pattern().search(text)
        or is_review_only(text)
    ):
        return False
    return any(pattern.fullmatch(text) for pattern in _vague())
