"""Files as wholes (TC11x)."""

from tcplan.finding import Code, Problem, Severity

SHADOWED_FILE = Code("TC113", "shadowed-file", Severity.ERROR)


def shadowed_file(there: str) -> Problem:
    """A file that nothing can refer to, since another has its name: `phase-1.yml` beside `phase-1.yaml`."""
    message = f"there is {there} already; this file is not used"
    return Problem(SHADOWED_FILE, (), message, "give it a name of its own, or delete it")
