"""Reports that do not fit what they are about (TC501)."""

from tcplan.finding import Code, Severity

UNFIT_REPORT = Code("TC501", "unfit-report", Severity.ERROR)
"""In a file of answers: a report on what has been closed, a due date that is over, a second reading of a day, or one
in another unit."""
