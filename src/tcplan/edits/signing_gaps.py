"""What an approval is given in spite of: the gaps that still keep a submission from being final."""

from tcplan.check.gaps import OF_SIGN_OFF, gaps_of
from tcplan.edits.edit_target import SearchScope
from tcplan.edits.signing import SignTarget
from tcplan.workspace import PlanFile


def open_gap_words(scope: SearchScope, target: SignTarget) -> tuple[str, ...]:
    """A sentence on the gaps that block a submission, if there are any: to close them is to change what was approved.

    That it is not signed off, or not as it stands, is what the approval is about to end.
    """
    if isinstance(target.member, PlanFile):
        return ()
    found = gaps_of(scope.workspace, target.folder, target.member, as_of=scope.as_of)
    number = sum(gap.number for gap in found.blockers if gap.finding.code not in OF_SIGN_OFF)
    if not number:
        return ()
    gaps, them = ("1 gap still blocks", "it") if number == 1 else (f"{number} gaps still block", "them")
    return (f"{gaps} {target.words}; closing {them} changes what was approved",)
