"""What can be wrong with a file as YAML, before anybody asks what it is about (TC00x)."""

from tcplan.findings.finding import Code, Severity

UNREADABLE_FILE = Code("TC001", "unreadable-file", Severity.ERROR)
YAML_SYNTAX = Code("TC002", "yaml-syntax", Severity.ERROR)
DUPLICATE_KEY = Code("TC003", "duplicate-key", Severity.ERROR)
LOST_WORDS = Code("TC004", "eaten-words", Severity.ERROR)
YAML_FEATURE = Code("TC005", "yaml-feature", Severity.ERROR)
NULL_WORD = Code("TC006", "null-word", Severity.ERROR)
TAB = Code("TC007", "tab", Severity.ERROR)
TOO_DEEP = Code("TC008", "too-deep", Severity.ERROR)

CODES = (UNREADABLE_FILE, YAML_SYNTAX, DUPLICATE_KEY, LOST_WORDS, YAML_FEATURE, NULL_WORD, TAB, TOO_DEEP)
