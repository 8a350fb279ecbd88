"""Files as wholes."""

from collections.abc import Iterator

from tcplan.findings.codes import SHADOWED_FILE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import File


def shadowed_file(file: File, context: Context) -> Iterator[Problem]:
    """A file is left out, since another has its name already.

    Files are called by their names without the ending: `phase-1.yml` and `phase-1.yaml` are both `phase-1`. An
    institution has one institution file, and a framework one file of its name.

    Why: Only one of the two can be meant. Whatever is written in the other appears in no report, and nobody notices.

    Fix: Delete the copy that is out of date, or give the file a name of its own.
    """
    there = context.workspace.shadowed.get(file.name)
    if there:
        message = f"this file is not used: there is {there} already"
        yield Problem(SHADOWED_FILE, (), message, "give it a name of its own, or delete it")
