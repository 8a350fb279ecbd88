"""What is asked of a submission, with the codes of its gaps; what has none of them is done."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from tcplan.findings import codes
from tcplan.findings.finding import Code
from tcplan.rules.support.period_lengths import stretch_of
from tcplan.views.documents.parts import plural
from tcplan.views.ready.rows import DoneRow
from tcplan.views.ready.subject import ReadySubject
from tcplan.workspace import Level
from tcplan.workspace.charters import is_commitment_form
from tcplan.workspace.consent import published_contact
from tcplan.workspace.submission_dates import submission_date


class ReadyCheck(NamedTuple):
    """One thing that is asked; `describe` says what there is of it, and nothing where it is not asked of this form."""

    what: str
    codes: frozenset[Code]
    describe: Callable[[ReadySubject], str]


def done_rows(subject: ReadySubject) -> Iterator[DoneRow]:
    """What is asked of this submission and has no gap, not even one that is accepted; nothing of one that was sent."""
    if subject.gaps.is_sent:
        return
    lacking = {gap.finding.code for gap in subject.gaps.gaps}
    lacking |= {one.finding.code for one in subject.gaps.accepted}
    for check in CHECKS:
        words = check.describe(subject) if lacking.isdisjoint(check.codes) else ""
        if words:
            yield DoneRow(check.what, words)


def _date(subject: ReadySubject) -> str:
    found = submission_date(subject.workspace, subject.folder, subject.file.submission, subject.as_of)
    return f"due {found.day.text}" if found.day else ""


def _contact(subject: ReadySubject) -> str:
    contact = subject.folder.institution.contact if subject.folder.institution else None
    return published_contact(contact, subject.folder.glossary) if contact else ""


def _web_page(subject: ReadySubject) -> str:
    return (subject.folder.institution.webpage or "") if subject.folder.institution else ""


def _answers(subject: ReadySubject) -> str:
    rows = list(subject.questions())
    answered = sum(row.words > 0 or row.evidence > 0 for row in rows)
    words = sum(row.words for row in rows)
    return f"{answered} of {plural(len(rows), 'question')}, {plural(words, 'word')}" if rows else ""


def _evidence(subject: ReadySubject) -> str:
    pieces = sum(row.evidence for row in subject.questions())
    actions = sum(row.with_evidence for row in subject.reviews())
    words = f"{pieces} in answers" if pieces else ""
    return ", ".join(one for one in (words, f"beside {plural(actions, 'reviewed action')}" if actions else "") if one)


def _reviews(subject: ReadySubject) -> str:
    return ", ".join(f"{row.plan} on {row.date}" for row in subject.reviews() if row.date)


def _colours(subject: ReadySubject) -> str:
    rows = list(subject.reviews())
    number = sum(row.actions for row in rows)
    return f"stated for {sum(row.coloured for row in rows)} of {plural(number, 'action')}" if number else ""


def _notes(subject: ReadySubject) -> str:
    rows = list(subject.reviews())
    number = sum(row.actions for row in rows)
    return f"a sentence for {sum(row.with_note for row in rows)} of {plural(number, 'action')}" if number else ""


def _plan(subject: ReadySubject) -> str:
    plan = subject.submitted
    stretch = stretch_of(plan) if plan else None
    if plan is None or stretch is None:
        return ""
    return f"{plan.name}, {stretch.length}, {plural(len(plan.tree.of(Level.ACTION)), 'action')}"


def _actions(subject: ReadySubject) -> str:
    number = len(subject.submitted.tree.of(Level.ACTION)) if subject.submitted else 0
    return plural(number, "action") if number else ""


def _measures(subject: ReadySubject) -> str:
    number = len(subject.submitted.plan.measures) if subject.submitted else 0
    return plural(number, "measure") if number else ""


def _voice(subject: ReadySubject) -> str:
    plan = subject.submitted
    if plan is None or not is_commitment_form(subject.form):
        return ""
    quotes = len(plan.plan.quotes) + sum(len(node.entry.quotes) for node in plan.tree.nodes)
    return f"{len(plan.plan.voice)} {'entry' if len(plan.plan.voice) == 1 else 'entries'}, {plural(quotes, 'quote')}"


def _sign_off(subject: ReadySubject) -> str:
    signed = subject.approval
    if signed is None or signed.on is None:
        return ""
    meeting = f", {signed.meeting}" if signed.meeting else ""
    recorded = "; unchanged since" if signed.recorded else ""
    return f"{signed.by}, {signed.on}{meeting}{recorded}"


def _text(_subject: ReadySubject) -> str:
    return "no placeholder is left"


_ANSWERS: Final = frozenset({codes.UNANSWERED_QUESTION, codes.OVER_WORD_LIMIT, codes.FIGURE_WITHOUT_VALUE})

CHECKS: Final = (
    ReadyCheck("Date", frozenset({codes.NO_SUBMISSION_DATE}), _date),
    ReadyCheck("Contact", frozenset({codes.NO_CONTACT, codes.INCOMPLETE_HEADER}), _contact),
    ReadyCheck("Web page", frozenset({codes.NO_WEBPAGE}), _web_page),
    ReadyCheck(
        "Answers", frozenset({codes.UNANSWERED_QUESTION, codes.OVER_WORD_LIMIT, codes.FIGURE_WITHOUT_VALUE}), _answers
    ),
    ReadyCheck(
        "Review of earlier plans",
        frozenset({codes.NO_REVIEW, codes.REVIEW_WITHOUT_DATE, codes.REVIEW_WITHOUT_SUMMARY}),
        _reviews,
    ),
    ReadyCheck("Closing colours", frozenset({codes.NO_CLOSING_RAG}), _colours),
    ReadyCheck("What was achieved", frozenset({codes.CLOSING_WITHOUT_NOTE}), _notes),
    ReadyCheck(
        "Evidence",
        frozenset({codes.IMPACT_WITHOUT_EVIDENCE, codes.CLOSING_WITHOUT_EVIDENCE, codes.UNTITLED_EVIDENCE}),
        _evidence,
    ),
    ReadyCheck(
        "New plan",
        frozenset(
            {
                codes.NO_PLAN_SUBMITTED,
                codes.NO_PERIOD,
                codes.UNFIT_PLAN_LENGTH,
                codes.OBJECTIVE_WITHOUT_ACTIONS,
            }
        ),
        _plan,
    ),
    ReadyCheck(
        "Leads and owners", frozenset({codes.NO_OWNER, codes.TBC_AFTER_START, codes.STILL_TO_BE_CONFIRMED}), _actions
    ),
    ReadyCheck(
        "Due dates", frozenset({codes.NO_DUE_DATE, codes.TBC_DUE_AFTER_START, codes.STILL_TO_BE_CONFIRMED}), _actions
    ),
    ReadyCheck("Success criteria", frozenset({codes.NO_SUCCESS_CRITERION}), _actions),
    ReadyCheck(
        "Measures",
        frozenset(
            {
                codes.TARGET_WITHOUT_READING,
                codes.NO_IMPACT_EVALUATION,
                codes.MEASURE_WITHOUT_READING,
                codes.MEASURE_WITHOUT_TARGET,
                codes.MEASURE_WITHOUT_SOURCE,
            }
        ),
        _measures,
    ),
    ReadyCheck("Technician voice", frozenset({codes.NO_TECHNICIAN_VOICE}), _voice),
    ReadyCheck("Text", frozenset({codes.PLACEHOLDER}), _text),
    ReadyCheck("Sign-off", frozenset({codes.NO_SIGN_OFF, codes.CHANGED_SINCE_APPROVAL}), _sign_off),
)
"""All of them, in the order of the checklist; each code with a gap is in one."""
