"""What can be wrong with a file as a plan file, whatever the plan says (TC01x; dates are TC301)."""

from tcplan.findings.finding import Code, Severity

UNKNOWN_KIND = Code("TC010", "unknown-kind", Severity.ERROR)
UNKNOWN_FORMAT = Code("TC011", "unknown-format", Severity.ERROR)
UNKNOWN_KEY = Code("TC012", "unknown-key", Severity.ERROR)
MISPLACED_KEY = Code("TC013", "misplaced-key", Severity.ERROR)
WRONG_TYPE = Code("TC014", "wrong-type", Severity.ERROR)
UNKNOWN_VALUE = Code("TC015", "unknown-value", Severity.ERROR)
MISSING_KEY = Code("TC016", "missing-key", Severity.ERROR)
MALFORMED_VALUE = Code("TC017", "malformed-value", Severity.ERROR)
IMPOSSIBLE_DATE = Code("TC301", "impossible-date", Severity.ERROR)

CODES = (
    UNKNOWN_KIND,
    UNKNOWN_FORMAT,
    UNKNOWN_KEY,
    MISPLACED_KEY,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    MISSING_KEY,
    MALFORMED_VALUE,
    IMPOSSIBLE_DATE,
)
