"""Commands of all kinds, with options that mean something for a workspace, and with hostile ones."""

from collections.abc import Callable
from random import Random
from typing import Final

from fuzz import hostile
from fuzz.corpus import Base
from fuzz.hostile import hostile_text

_FORMATS: Final = ("text", "text", "json", "github", "markdown", "sarif", "junit", "gitlab")
_PATHS: Final = (
    ".",
    ".",
    "plans",
    "plans/",
    "/dev/null",
    "not-there",
    "..",
    "",
    "~",
    "plans/u/../u",
    "./plans",
    "x" * 300,
    "a\nb",
)
_VARIABLES: Final = (
    ("COLUMNS", ("0", "-1", "1", "20", "99999999999999999999", "x", "", "1e3", "\u0663")),
    ("TERM", ("dumb", "xterm-256color", "")),
    ("NO_COLOR", ("1", "")),
    ("CI", ("true", "")),
    ("TZ", ("Pacific/Kiritimati", "x/y", ":")),
    ("TMPDIR", ("/not-there", "/dev/null")),
    ("TCPLAN_PROCESSES", ("1", "2", "3", "0", "-1", "x", "99999999999999999999", "")),
    ("GITHUB_ACTIONS", ("true",)),
    ("GITHUB_WORKSPACE", ("/not-there", "x", "")),
    ("CI_PROJECT_DIR", ("/not-there", "")),
    ("SOURCE_DATE_EPOCH", ("0", "x", "-1")),
    ("HOME", ("", "/not-there")),
    ("EDITOR", ("x",)),
    ("PYTHONWARNINGS", ("error",)),
)


def choose_environment(random: Random) -> dict[str, str]:
    """Up to two hostile variables."""
    chosen = random.sample(_VARIABLES, random.choice((0, 0, 0, 1, 2)))
    return {name: random.choice(values) for name, values in chosen}


def choose_command(random: Random, base: Base) -> tuple[str, ...]:
    """A command with its options."""
    words = random.choice(COMMANDS)(random, base)
    if not random.randrange(30):
        words.insert(random.randrange(1, len(words) + 1), hostile_text(random)[:3_000].lstrip("./~"))
    return tuple(word.replace("\0", "").encode("utf-8", "replace").decode() for word in words)


def _maybe(random: Random, option: str, value: str, one_in: int = 3) -> list[str]:
    return [] if random.randrange(one_in) else [option, value]


def _flag(random: Random, option: str, one_in: int = 4) -> list[str]:
    return [] if random.randrange(one_in) else [option]


def _day(random: Random) -> str:
    if not random.randrange(12):
        return random.choice(hostile.DATES)
    return random.choice(("2026-06-30", "2026-06-30", "2025-11", "2024-06-30", "2030-01-01"))


def _as_of(random: Random, option: str = "--as-of") -> list[str]:
    return [option, _day(random)]


def _path(random: Random, base: Base) -> list[str]:
    kind = random.randrange(12)
    if not kind:
        return [random.choice(_PATHS)]
    return [random.choice(list(base.files))] if kind < 4 else []


def _id(random: Random, base: Base) -> str:
    kind = random.randrange(10)
    if not kind:
        return random.choice(hostile.REFERENCES)
    name, id_ = random.choice(base.entries)
    return id_ if kind < 3 else f"{name}/{id_}"


def _words(random: Random) -> str:
    """A text of an option; a hostile one in half of all cases."""
    return hostile_text(random) if random.randrange(2) else "Two of four sessions held."


def _who(random: Random, base: Base) -> str:
    return random.choice(base.owners) if random.randrange(3) else hostile_text(random)


def _edit(random: Random, base: Base) -> list[str]:
    """Options of all edits of one value."""
    where = ["--in", *(_path(random, base) or ["."])] if not random.randrange(3) else []
    return [*where, *_flag(random, "--dry-run", 3), *_maybe(random, "--format", random.choice(("json", "text")), 4)]


def validate(random: Random, base: Base) -> list[str]:
    """A check in any format, with reports in files."""
    words = ["validate", *_path(random, base), *_as_of(random), *_maybe(random, "--format", random.choice(_FORMATS), 2)]
    words += _maybe(random, "--profile", random.choice(("draft", "plan", "submission")))
    words += _maybe(random, "--select", random.choice(("TC3", "no-owner", "TC", "x", "")), 8)
    words += _maybe(random, "--ignore", random.choice(("TC3", "gap-in-numbering", "TC001")), 8)
    words += _maybe(random, "--output", f"{random.choice(_FORMATS)}=../out/report", 6)
    words += _maybe(random, "--fail-on", random.choice(("error", "warning", "advice")), 8)
    return [*words, *_flag(random, "--statistics", 8), *_flag(random, "--diff", 6)]


def validate_fix(random: Random, base: Base) -> list[str]:
    """`--fix`, for real."""
    return ["validate", "--fix", *_path(random, base), *_as_of(random)]


def validate_input(random: Random, base: Base) -> list[str]:
    """A check of what is on standard input, under the name of a file or another."""
    name = random.choice(list(base.files)) if random.randrange(3) else hostile_text(random)[:250]
    return ["validate", "-", *_maybe(random, "--stdin-filename", name, 1), *_as_of(random)]


def status(random: Random, base: Base) -> list[str]:
    """The state of a plan."""
    by = random.choice(("pillar", "objective", "lead", "theme", "priority", "due"))
    flags = (*_flag(random, "--all"), *_flag(random, "--objectives"), *_flag(random, "--ascii"))
    format_ = _maybe(random, "--format", random.choice(("json", "text")))
    return ["status", *_path(random, base), *_as_of(random), *_maybe(random, "--by", by, 2), *flags, *format_]


def list_(random: Random, base: Base) -> list[str]:
    """The list of actions, with a filter or two, in any format."""
    filters = (
        *_maybe(random, "--lead", _who(random, base)),
        *_maybe(random, "--pillar", random.choice(("1", "none", hostile_text(random)[:250])), 6),
        *_maybe(random, "--rag", random.choice(("red", "none", "gr", hostile_text(random)[:40])), 6),
        *_maybe(random, "--due-within", random.choice(("90d", "9999y", hostile_text(random)[:40])), 6),
        *_maybe(random, "--changed-since", random.choice(("last-meeting", _day(random))), 6),
        *_maybe(random, "--match", _words(random), 6),
    )
    sort = _maybe(random, "--sort", random.choice(("due", "rag", "lead", "report")))
    flags = (*_flag(random, "--overdue", 6), *_flag(random, "--silent", 6), *_flag(random, "--ascii"))
    format_ = _maybe(random, "--format", random.choice(("json", "csv", "md")), 2)
    return ["list", *_path(random, base), *_as_of(random), *filters, *flags, *sort, *format_]


def show(random: Random, base: Base) -> list[str]:
    """The card of an item."""
    format_ = _maybe(random, "--format", "json", 2)
    where = ["--in", *(_path(random, base) or ["."])] if not random.randrange(3) else []
    return ["show", _id(random, base), *where, *_as_of(random), *_flag(random, "--ascii"), *format_]


def due(random: Random, base: Base) -> list[str]:
    """What is due."""
    length = random.choice(("90d", "9999y", "0d", "6 months", hostile_text(random)[:40]))
    words = ["due", *_path(random, base), *_as_of(random), *_maybe(random, "--within", length, 2)]
    who = random.choice(("HROD", "tbc", hostile_text(random)[:40]))
    return [*words, *_maybe(random, "--lead", who, 2), *_maybe(random, "--format", random.choice(("json", "text")))]


def owners(random: Random, base: Base) -> list[str]:
    """Who leads and shares what."""
    format_ = _maybe(random, "--format", random.choice(("json", "text")))
    return ["owners", *_path(random, base), *_as_of(random), *format_]


def ready(random: Random, base: Base) -> list[str]:
    """The checklist of a submission."""
    form = random.choice(("stage1", "stage2", "stage3", "stage-3", "x", "n8"))
    format_ = _maybe(random, "--format", random.choice(("text", "json", "md")), 2)
    return ["ready", form, *_path(random, base), *_as_of(random), *format_]


def render(random: Random, base: Base) -> list[str]:
    """A document, to standard output or a file."""
    what = random.choice(("plan", "plan", "progress", "progress", "stage1", "stage2", "stage3", "stage-3", "x", "n8"))
    place = random.choice(
        ("../out/a.md", "../out/a.html", "../out/" + "x" * 300, "../out", "../out/loop", "/dev/full/there")
    )
    words = ["render", what, *_path(random, base), *_maybe(random, "--to", random.choice(("md", "html")), 2)]
    since = random.choice(("2026-01", "yesterday", "last-meeting", "HEAD", "x"))
    words += _maybe(random, "--since", since, 3) if what == "progress" else []
    words += [*_flag(random, "--without-completed", 4), *_flag(random, "--detail", 4)]
    return [*words, *_as_of(random), *_flag(random, "--final", 8), *_maybe(random, "-o", place, 8)]


def site(random: Random, base: Base) -> list[str]:
    """The public pages, in a folder that may be none."""
    place = random.choice(("../out/site", "../out/site", "../out", "../out/loop", "/dev/null", "/dev/full/there", "-"))
    format_ = _maybe(random, "--format", random.choice(("json", "text")))
    return ["site", *_path(random, base), "-o", place, *_as_of(random), *format_, *_flag(random, "--dry-run", 2)]


def templates(random: Random, base: Base) -> list[str]:
    """The templates of documents: listed, or copied."""
    where = ["--in", *(_path(random, base) or ["."])]
    if random.randrange(3):
        return ["templates", "list", *where, *_maybe(random, "--format", random.choice(("json", "text")))]
    name = random.choice(("plan", "page", "md/plan_body", "site/home", "html/style.css", hostile_text(random)[:300]))
    block = random.choice(("style", "main", "sections", hostile_text(random)[:300]))
    words = ["templates", "eject", name, *where, *_maybe(random, "--block", block, 2), *_flag(random, "--whole", 2)]
    return [*words, *_flag(random, "--dry-run", 2)]


def fmt(random: Random, base: Base) -> list[str]:
    """The house layout: asked, shown, or written."""
    return ["fmt", *random.choice((["--check"], ["--diff"], [])), *_path(random, base)]


def update(random: Random, base: Base) -> list[str]:
    """A report."""
    words = ["update", _id(random, base), *_maybe(random, "--rag", random.choice(hostile.WORDS[:12]), 2)]
    words += [*_maybe(random, "--note", _words(random), 2), *_as_of(random, "--date")]
    words += [*_maybe(random, "--by", _who(random, base), 4), *_maybe(random, "--due", _day(random), 4)]
    words += _maybe(random, "--evidence", random.choice(("Minutes https://x.example", hostile_text(random))), 5)
    words += _maybe(random, "--reading", f"{_id(random, base)}={random.choice(hostile.NUMBERS)}", 5)
    return [*words, *_maybe(random, "--internal", _words(random), 6), *_edit(random, base)]


def close(random: Random, base: Base) -> list[str]:
    """An end without a result."""
    words = ["close", _id(random, base), "--as", random.choice(("withdrawn", "merged", "superseded"))]
    words += ["--why", _words(random), *_maybe(random, "--into", _id(random, base), 2)]
    return [*words, *_as_of(random, "--date"), *_edit(random, base)]


def answer(random: Random, base: Base) -> list[str]:
    """A question, and its answer from standard input."""
    question = random.choice(("q1", "2", "Question 4", "profile", "x", "../.."))
    words = ["answer", random.choice(("stage1", "stage2", "stage3", "x")), question, *_path(random, base)]
    return [*words, *_as_of(random), *random.choice((["--all"], ["--text", "-", "--dry-run"], ["--text", "-"]))]


def close_review(random: Random, base: Base) -> list[str]:
    """Closing colours."""
    words = ["close-review", random.choice(("stage1", "stage2", "stage3")), *_path(random, base), *_as_of(random)]
    return [*words, *random.choice(([], ["--accept"], ["--format", "csv"], ["--format", "json"], ["--decisions", "-"]))]


def sign(random: Random, base: Base) -> list[str]:
    """An approval."""
    words = ["sign", random.choice(("plan", "stage1", "stage2", "stage3")), *_path(random, base)]
    words += ["--role", _words(random), *_maybe(random, "--meeting", _words(random), 2)]
    return [
        *words,
        *_maybe(random, "--name", _words(random), 3),
        *_flag(random, "--consent"),
        *_flag(random, "--dry-run"),
    ]


def add(random: Random, base: Base) -> list[str]:
    """A new entry."""
    words = ["add", random.choice(("action", "objective", "measure")), "--title", _words(random)]
    words += [*_maybe(random, "--under", _id(random, base), 2), *_maybe(random, "--id", _id(random, base), 5)]
    words += [*_maybe(random, "--lead", _who(random, base)), *_maybe(random, "--owner", _who(random, base))]
    words += [*_maybe(random, "--due", _day(random), 2), *_maybe(random, "--priority", "high", 4)]
    words += [*_maybe(random, "--about", _words(random), 4), *_maybe(random, "--success", _words(random), 4)]
    words += _maybe(random, "--target", f"{_day(random)}={random.choice(hostile.NUMBERS)}", 4)
    return [*words, *_as_of(random, "--date"), *_edit(random, base)]


def set_(random: Random, base: Base) -> list[str]:
    """Any value."""
    keys = (
        "lead",
        "owners",
        "due",
        "title",
        "about",
        "updates/1/note",
        "updates",
        "internal",
        "success/1/title",
        "priority",
    )
    place = f"{_id(random, base)}/{random.choice(keys + hostile.KEYS)}"
    place = place if random.randrange(6) else random.choice(("institution/webpage", "title", *hostile.REFERENCES))
    values = [_words(random) for _ in range(random.choice((1, 1, 1, 2, 3)))]
    end = ["--remove"] if not random.randrange(5) else values
    return ["set", place, *end, *_as_of(random), *_edit(random, base)]


def report_answers(random: Random, base: Base) -> list[str]:
    """A file of answers, or standard input."""
    file = random.choice(("answers.yaml", "answers.yaml", "-"))
    by, day = _maybe(random, "--by", _who(random, base)), _as_of(random, "--date")
    return ["report", *_path(random, base), "--answers", file, *_flag(random, "--dry-run"), *by, *day]


def report_questions(random: Random, base: Base) -> list[str]:
    """The questions of a report."""
    words = ["report", *_path(random, base), "--questions", random.choice(("-", "../out/questions.yaml"))]
    if not random.randrange(4):
        words = [*words[:-1], f"../out/questions-{random.randrange(99)}", "--each"]
    return [
        *words,
        *_flag(random, "--all", 2),
        *_maybe(random, "--lead", _who(random, base)),
        *_as_of(random, "--date"),
    ]


COMMANDS: Final[tuple[Callable[[Random, Base], list[str]], ...]] = (
    validate,
    validate,
    validate,
    validate_fix,
    validate_input,
    status,
    status,
    list_,
    list_,
    show,
    show,
    due,
    owners,
    ready,
    render,
    render,
    site,
    templates,
    fmt,
    fmt,
    update,
    update,
    close,
    answer,
    close_review,
    sign,
    add,
    set_,
    report_answers,
    report_questions,
)
"""What is run; what is twice in the list is run twice as often."""
