"""Acceptances that accept nothing; `check.acceptance` finds them, since that needs the problems of all rules."""

from typing import Final

from tcplan.findings.codes import ACCEPTED_ERROR, UNKNOWN_RULE, UNUSED_ACCEPTANCE

TEXTS: Final = {
    UNUSED_ACCEPTANCE: """
        An entry under `accepted:` no longer has a finding to accept.

        Why: The plan has changed, or the entry never accepted anything, perhaps because of a mistyped id. If it stays,
        it could one day hide a finding that nobody has looked at. Only rules that ran in this check count. A check with
        `--as-of` counts none, because it may find other things than a check of today.

        Fix: Delete the entry, or correct its ids.
    """,
    UNKNOWN_RULE: """
        An entry under `accepted:` names a rule that does not exist.

        Why: The entry accepts nothing, although the people who wrote it believe that it does.

        Fix: Write the name as the finding prints it, such as `gap-in-numbering`. `tcplan rules` lists all names.
    """,
    ACCEPTED_ERROR: """
        An entry under `accepted:` names a rule whose findings are errors.

        Why: An error means that the file cannot be read as it was meant. No reason changes that, so the error stays,
        and the entry says something that is not true.

        Fix: Fix the error and delete the entry.
    """,
}
