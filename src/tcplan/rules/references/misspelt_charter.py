"""Charters whose name is nearly that of another (TC142)."""

from collections.abc import Iterator

from tcplan.findings.codes import MISSPELT_CHARTER
from tcplan.findings.finding import Problem
from tcplan.findings.span import Path
from tcplan.model import Framework, Institution, Plan
from tcplan.rules.support.context import Context
from tcplan.values.near_words import near
from tcplan.workspace import File, Workspace
from tcplan.workspace.charters import TECHNICIAN_COMMITMENT, is_same_charter


def misspelt_charter(file: File, context: Context) -> Iterator[Problem]:
    """The name of a charter is nearly, but not quite, that of a form, of a list or of the Technician Commitment.

    Capital letters, blanks and a leading "the" do not count. A name that is like no other is that of another charter.

    Why: The name decides what is asked of a plan, and which dates are those of which charter. A plan of the "Technican
    Commitment" would be one of a charter that nobody knows, and nothing would be asked of it.

    Fix: Write the name as the form has it.
    """
    found = list(_named(file))
    known = _known_names(context.workspace) if found else []
    for path, name in found:
        others = [TECHNICIAN_COMMITMENT] if isinstance(file.shaped.model, Framework) else known
        meant = None if any(is_same_charter(name, one) for one in others) else near(name, others)
        if meant:
            message = f"the charter `{name}` is in no form and no list"
            yield Problem(MISSPELT_CHARTER, path, message, f"did you mean `{meant}`?")


def _named(file: File) -> Iterator[tuple[Path, str]]:
    """The charters that a file names, with their places."""
    match file.shaped.model:
        case Plan(charter=str(name)) | Framework(charter=str(name)):
            yield ("charter",), name
        case Institution(charters=charters):
            yield from ((("charters", index, "name"), one.name) for index, one in enumerate(charters))
        case _:
            return


def _known_names(workspace: Workspace) -> list[str]:
    """The charters that forms and lists belong to, the Technician Commitment among them."""

    def find() -> list[str]:
        frameworks = (workspace.framework(name) for name in workspace.framework_names())
        return list(dict.fromkeys((TECHNICIAN_COMMITMENT, *(one.charter for one in frameworks if one and one.charter))))

    return workspace.compute_once(("charters", ""), find)
