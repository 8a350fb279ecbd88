"""Files as wholes."""

from collections.abc import Iterator

from tcplan.finding import Code, Problem, Severity
from tcplan.rules.context import Context
from tcplan.workspace import File

SHADOWED_FILE = Code("TC113", "shadowed-file", Severity.ERROR)


def shadowed_file(file: File, context: Context) -> Iterator[Problem]:
    """A file that nothing can refer to, since another has its name: `phase-1.yml` beside `phase-1.yaml`."""
    there = context.workspace.shadowed.get(file.name)
    if there:
        message = f"there is {there} already; this file is not used"
        yield Problem(SHADOWED_FILE, (), message, "give it a name of its own, or delete it")
