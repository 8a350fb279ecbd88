"""Acceptances that accept nothing; `check.accepting` finds them, since it takes the outcome of all rules."""

from typing import Final

from tcplan.findings.codes import ACCEPTED_ERROR, UNKNOWN_RULE, UNUSED_ACCEPTANCE

TEXTS: Final = {
    UNUSED_ACCEPTANCE: """
        An entry of `accepted:` for which there is no finding any more.

        Why: The plan has moved on, or the entry never did anything, perhaps because of a mistyped id. Left where it
        is, it would one day hide a finding that nobody has looked at. Only a rule that ran in this check counts, and
        none in a check of a day that `--as-of` names: what is found then is not what is found today.

        Fix: Delete the entry, or put its ids right.
    """,
    UNKNOWN_RULE: """
        An entry of `accepted:` that names no rule of tcplan.

        Why: Nothing is accepted by it, whatever its keepers believe.

        Fix: Write the name as it stands in the finding, such as `gap-in-numbering`. `tcplan rules` lists all names.
    """,
    ACCEPTED_ERROR: """
        An entry of `accepted:` for a rule whose findings are errors.

        Why: An error means that the file cannot be read as it is meant. No reason makes it readable, so the error
        stays, and the entry says something that does not hold.

        Fix: Mend the error and delete the entry.
    """,
}
