"""The one table of hostile texts: what a file, a name, an option or a variable may hold."""

from random import Random
from typing import Final

CONTROLS: Final = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "\x9b31m",
    "bell\x07",
    "back\x08\x08space",
    "left\u202eright\u2069",
    "\u2066isolate",
    "mark\u200e\u200f\u061c",
    "zero\u200bwidth\u2060joiner\u00ad",
    "no\u00a0break",
    "\ufeffbom",
    "line\u2028and\u2029paragraph",
    "next\x85line",
    "return\rover",
    "\x00nul",
    "\x7fdelete",
    "\ud800surrogate",
    "\U000e0041tag",
    "cafe\u0301",
    "\U0001f469\u200d\U0001f52c",
    "tab\there",
)
COMMANDS: Final = (
    "x\n::add-mask::a",
    "x\r\n::error file=a::b",
    "%0A::add-mask::a",
    "::stop-commands::a",
    "x\nplans/u/phase-1.yaml:1:1: error TC302 due-outside-period: not so",
    "##[error]x",
    "x\nSummary: 0 errors",
)
MARKUP: Final = (
    "<script>alert(1)</script>",
    "[/]",
    "[bold]x[/bold]",
    "[link=x]y",
    "{{ 7 * 7 }}",
    "{% for a in b %}",
    "{# x",
    "| a | b |",
    "](javascript:x)",
    "```",
    "`",
    "~~~\n```\n~~~",
    "# heading\n===",
    "> > > > quote",
    "- - - - item",
    "1. 1. 1. one",
    "<!--",
    "]]>",
    "&#x1b;[31m",
    "&amp;lt;",
    "$(id)",
    "%s %(x)s %",
    "{0} {x.y} {",
    "=1+1",
    "\\",
    "\\N{BEL}",
    "'",
    '"',
    'it\'s "quoted"',
    "\u201ccurly\u201d",
)
YAML: Final = (
    "", " ", "~", "null", "Null", "yes", "no", "on", "true", "1e3", ".inf", ".nan", "0x1F", "0o17", "1_000", "-0", "+1",
    "- a", "a: b", "a:", ": a", "? a", "a #b", "#b", "&a b", "*a", "!x y", "!!python/object:os.system x", "<<", "%x", "@x",
    "|", ">", "[", "]", "{", "}", "[a, b", "{a: b", "---", "...", "--- x", "a, b", "'a", '"a', '"\\x"', "\ta", "a\n b",
)  # fmt: skip
DATES: Final = (
    "2026", "2026-06", "2026-06-30", "2026-6", "2026-13", "2026-02-30", "0000-01-01", "0001-01", "9999-12-31", "99999-01",
    "-2026", "2026-Q1", "Q5 2026", "2026-Q9", "2025/26", "2025/27", "year 2", "year 0", "year 99999999", "36 months",
    "0 months", "9" * 30 + " months", "1 month", "end", "start", "ongoing", "tbc", "today", "yesterday", "31/07/2027",
    "30-06-2026", "Dec 2026", "Spring 2027", "AY 26/27", "2026-06-30T00:00:00Z", "\u0662\u0660\u0662\u0666", "2026\u201306",
    "31 February 2026", "Q1 2027/28", "6-12 months", "Immediate",
)  # fmt: skip
NUMBERS: Final = (
    "0", "1", "-1", "30%", "0.3", "1e999", "9" * 5000, "0." + "1" * 5000, "100000000000000000000%", "1,000", "1.000,5",
    "\u0663", "\u00bd", "12 of 40", "1/0", "NaN", "infinity", "--1", "%", "30 %", "30%%",
)  # fmt: skip
REFERENCES: Final = (
    "1", "1.1", "1.1.1", "1.10", "01.1", "1.", ".1", "1..1", "A1.2", "phase-1", "phase-1/1.1", "phase-2/2.2.2", "u/phase-1/1",
    "northmoor/phase-3/1.1", "n8/3", "n8", "n8/", "talent/1", "themes/x", "/", "//", "a/b/c/d/e", "../../etc/passwd",
    "/etc/passwd", "/dev/stdin", "-", "--help", "institution", "stage-3", "case-studies/x", "q2", ".", "..", "CON", "survey",
    "1.1.1/updates/2026-06-30", "action 1.1.1 > lead", "1/2/3", "registered", "registered=28%", "end=40%", "=", "a=b=c",
)  # fmt: skip
WORDS: Final = (
    "green", "Green", "amber", "red", "blue", "grey", "G", "on-track", "Completed", "high", "career-development", "HROD", "HR",
    "HR / Library", "HR, Library", "Jane Smith", "Dr A. Smith", "tbc", "various", "identical", "withdrawn", "merged", "plan",
    "institution", "submission", "framework", "case-study", "answers", "1", "2", "en-GB", "cy", "Welsh", "stage-3", "stage3",
    "university", "supporter", "assigned", "consent",
)  # fmt: skip
KEYS: Final = (
    "id", "title", "kind", "format", "updates", "date", "rag", "note", "due", "lead", "owners", "period", "start", "end",
    "actions", "objectives", "pillars", "measures", "targets", "actual", "formerly", "follows", "under", "about", "success",
    "steps", "internal", "evidence", "accepted", "rule", "at", "why", "voice", "quotes", "from", "text", "aligns", "related",
    "depends_on", "continues", "ref", "how", "measured_by", "closed", "as", "into", "consent", "contact", "name", "also",
    "language", "review_every", "sign_off", "themes", "titel", "Owner", "", "<<", "x" * 300, "a b", "1", "__class__", "self",
)  # fmt: skip
ALL: Final = (*CONTROLS, *COMMANDS, *MARKUP, *YAML, *DATES, *NUMBERS, *REFERENCES, *WORDS)

_UNITS: Final = (
    "a", "-", ".", "1.", "/", " ", "\t", "# ", "*", "_", "`", "[", "(", ">", "> ", "- ", "|", "<", "&", "\\", "'", '"', "\n",
    "\n\n", "\u0301", "\u200d", "\u202e", "\U0001f469\u200d", "a,", "a b ", "0", "%", "{", "}", "![", "](", "a@b.", "https://", "\x1b[",
)  # fmt: skip


def hostile_text(random: Random) -> str:
    """A text of the table; one in twelve is long, one in six is two of them joined."""
    kind = random.randrange(12)
    if not kind:
        return long_text(random)
    if kind < 3:
        return random.choice(ALL) + random.choice(("", " ", "\n", "/")) + random.choice(ALL)
    return random.choice(random.choice((CONTROLS, COMMANDS, MARKUP, YAML, DATES, NUMBERS, REFERENCES, WORDS)))


def long_text(random: Random) -> str:
    """One unit many times, with something else at the end, for whatever takes quadratic time."""
    unit, most = random.choice(_UNITS), random.choice((300, 3_000, 30_000, 100_000))
    return unit * max(1, most // len(unit)) + random.choice(("", "!", "\n", "x y"))
