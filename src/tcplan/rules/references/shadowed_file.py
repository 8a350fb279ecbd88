"""Files that are not used, because another file has their name (TC113)."""

from collections.abc import Iterator

from tcplan.findings.codes import SHADOWED_FILE
from tcplan.findings.finding import Problem
from tcplan.rules.support.context import Context
from tcplan.workspace import File


def shadowed_file(file: File, context: Context) -> Iterator[Problem]:
    """A file is not used, because another file already has its name.

    The name of a file is the part before its ending: `phase-1.yml` and `phase-1.yaml` are both `phase-1`. An
    institution has one institution file, and a framework has one file of its name.

    Why: Only one of the two can be meant. Nothing in the other file appears in a report, and nobody notices.

    Fix: Delete the copy that is out of date, or give the file another name.
    """
    there = context.workspace.shadowed.get(file.name)
    if there:
        message = f"this file is not used, because {there} already exists"
        yield Problem(SHADOWED_FILE, (), message, "give it another name, or delete it")
