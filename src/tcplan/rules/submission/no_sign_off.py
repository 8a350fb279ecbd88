"""The sign-off by the leadership of the institution (TC706)."""

import re
from collections.abc import Iterator
from functools import cache

from tcplan.findings.codes import NO_SIGN_OFF
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.rules.support.submissions import form_of, is_read
from tcplan.workspace import SubmissionFile
from tcplan.workspace.charters import is_commitment_form


@cache
def _leadership_pattern() -> re.Pattern[str]:
    return re.compile(
        r"chancellor|president|director|principal|provost|rector|warden|dean|registrar|chair|chief|executive|governor"
        r"|\b(?:d|p)?vc\b|\bceo\b|\bcoo\b|\bmaster\b|\b(?:university|college|institute) secretary\b"
        r"|\bhead of (?:the )?(?:institution|institute|university|college|organisation)",
        re.IGNORECASE,
    )


@cache
def _other_pattern() -> re.Pattern[str]:
    return re.compile(
        r"technic|manager|officer|co-?ordinator|administrator|advis[eo]r|assistant|\blead\b|\bgroup\b|\bnetwork\b"
        r"|\bhead of\b",
        re.IGNORECASE,
    )


@cache
def _beside_leadership_pattern() -> re.Pattern[str]:
    """Roles of neither kind are given the benefit of the doubt: institutions name their leaders in many ways."""
    return re.compile(
        r"\bexecutive assistant\b|\b(?:assistant|pa|adviser|advisor) to\b"
        r"|\bchair of (?:[\w-]+ ){0,6}(?:steering|working|technic\w+) (?:[\w-]+ ){0,6}(?:group|committee|network)\b",
        re.IGNORECASE,
    )


def no_sign_off(file: SubmissionFile, context: Context) -> Iterator[Problem]:
    """The submission is not signed off by the leadership of the institution.

    An approval without a date is none. Only approvals up to the day of the check count; for an approval that is dated
    later see future-date. This rule questions a role only if it is plainly not one of leadership, such as a technical
    manager; it accepts deputies, deans and the like. The approval of a submission also approves the plan in it. A
    submission that has been sent is left out.

    Why: The Technician Commitment asks for approval at the level of a Vice-Chancellor, President or Director, and other
    charters for that of the governing body. This gives the plan its weight when you ask a dean for staff time.

    Fix: Have the submission approved, and write the role and the date under `sign_off`.
    """
    sign_off, day = file.submission.sign_off, context.as_of
    form = form_of(file, context)
    if form is None or not is_read(file.file, "sign_off"):
        return
    later = {index: one.date.text for index, one in enumerate(sign_off) if one.date and one.date.first > day}
    signed = [(index, one.role) for index, one in enumerate(sign_off) if index not in later]
    if not sign_off:
        message = f"the {file.submission.form} submission is not signed off"
        help_text = "have it approved, and record that with `tcplan sign`, or add `sign_off: {role: ..., date: ...}`"
        yield Problem(NO_SIGN_OFF, ("form",), message, help_text)
    elif not signed:
        if context.rewound:  # otherwise the date itself is wrong: future-date
            message = f"the submission is not signed off yet: the sign-off is dated {later[0]}, after {day}"
            yield Problem(NO_SIGN_OFF, ("sign_off", 0, "date"), message, "write the date on which it was approved")
    elif all(sign_off[index].date is None for index, _ in signed):
        index, role = signed[-1]
        message = f"the approval by `{role}` has no date"
        yield Problem(NO_SIGN_OFF, ("sign_off", index, "date"), message, "write the date on which it was approved")
    elif all(_is_other(role) for _, role in signed):
        index, role = signed[-1]
        level = "at Vice-Chancellor, President or Director level" if is_commitment_form(form) else "by its leadership"
        message = f"the submission is signed off by `{role}`, not {level}"
        help_text = "have it approved by the leadership of the institution, and add that approval"
        yield Problem(NO_SIGN_OFF, ("sign_off", index, "role"), message, help_text)


def _is_other(role: str) -> bool:
    if _beside_leadership_pattern().search(role):
        return True
    return _other_pattern().search(role) is not None and _leadership_pattern().search(role) is None
