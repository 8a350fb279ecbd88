"""The status page as people see it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from support import EXAMPLES, REPOSITORY, tcplan, tcplan_process, write

DAY = ("--as-of", "2026-06-30")
PLANS = REPOSITORY / "plans"
ESCAPE = "\x1b"

PAGES = {
    "northmoor-80": (EXAMPLES, "80", ()),
    "northmoor-80-ascii": (EXAMPLES, "80", ("--ascii",)),
    "northmoor-120": (EXAMPLES, "120", ()),
    "northmoor-all": (EXAMPLES, "80", ("--all",)),
    "northmoor-phase-1": (EXAMPLES / "plans/northmoor/phase-1.yaml", "80", ()),
    "durham": (PLANS / "durham", "80", ()),
    "durham-objectives": (PLANS / "durham", "100", ("--objectives",)),
    "harper-adams": (PLANS / "harper-adams", "80", ()),
    "northmoor-objectives": (EXAMPLES, "80", ("--objectives",)),
    "northmoor-by-objective": (EXAMPLES, "80", ("--by", "objective")),
    "northmoor-by-lead": (EXAMPLES, "80", ("--by", "lead")),
    "northmoor-by-owner": (EXAMPLES, "80", ("--by", "owner")),
    "northmoor-brief": (EXAMPLES, "80", ("--brief",)),
    "northmoor-brief-ascii": (EXAMPLES, "80", ("--brief", "--ascii")),
    "durham-brief": (PLANS / "durham", "80", ("--brief",)),
    "northmoor-by-theme": (EXAMPLES, "80", ("--by", "theme")),
    "northmoor-by-priority": (EXAMPLES, "80", ("--by", "priority")),
    "northmoor-by-due": (EXAMPLES, "80", ("--by", "due")),
}

HOSTILE = r"""kind: plan
format: 1
title: "Plan \e[31mred\e[0m \u202Eevil\u202C שלום עולם ✅🎉"
period: {start: 2026-01, end: 2027-12}
rag: {green: {means: on-track, label: "[bold]Fine[/]"}}
updates:
  - {date: 2026-02-01, rag: green, by: "Bo\u0007ss [bold]x[/]"}
measures:
  - id: m1
    title: "尺度 [red]日本語日本語日本語日本語日本語日本語日本語日本語日本語"
    targets: {end: 5}
    actual: {2026-01: 1, 2026-03: 1}
pillars:
  - {id: 1, title: "日本語のとても長いタイトルがここにありますから切らなければなりません"}
  - {id: 2, title: "👩‍🔬 Scientists ❤️ and e\u0301toile [/bold] [tbd]"}
  - {id: 3, title: "עמוד תווך שלוש", updates: [{date: 2026-03-01, rag: amber}]}
  - {id: 4, title: "tab\tnewline\nnull\0bell", closed: {date: 2026-05-01, as: withdrawn, why: "Because [x]"}}
  - {id: an-id-that-is-longer-than-anybody-would-think-of, title: "\u2066isolated\u2069"}
actions:
  - id: 1.1
    title: OneWordWithoutAnySpaceThatIsMuchTooLongForALineOfEightyColumnsAndGoesOnAndOn
    priority: high
    due: 2026-03
    updates: [{date: 2026-03-01, rag: red}]
  - {id: 2.1, title: "\x9b31mC1", updates: [{date: 2026-03-01, rag: green}]}
  - {id: 3.1, title: "مرحبا بالعالم", due: 2026-08-01}
  - {id: 4.1, title: x, due: 2026-01-05}
  - {id: an-id-that-is-longer-than-anybody-would-think-of.1, title: x, due: 2026-01-05}
  - {id: A, title: "no pillar", lead: "Lead\u202Eer"}
"""


def page(*arguments: str | Path, columns: str = "80", **at_start: str) -> str:
    """What `tcplan status` prints into a pipe; with variables that are read at its start, in a process of its own."""
    start = tcplan_process if at_start else tcplan
    run = start("status", *arguments, *DAY, cwd=None, typed="", COLUMNS=columns, **at_start)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_the_one_that_was_read_and_agreed(name: str, golden: Callable[[str, str], None]) -> None:
    """In the width it is made for, without colour, without trailing spaces."""
    path, columns, options = PAGES[name]
    text = page(path, *options, columns=columns)
    golden(f"status/{name}.txt", text)
    assert max(map(cell_len, text.splitlines())) <= int(columns)
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)
    assert ESCAPE not in text


@pytest.mark.parametrize(
    "options", [(), ("--all", "--objectives"), ("--by", "lead"), ("--by", "due"), ("--ascii",), ("--brief",)]
)
@pytest.mark.parametrize("columns", ["60", "80"])
def test_no_line_is_longer_than_the_screen(tmp_path: Path, options: tuple[str, ...], columns: str) -> None:
    """With any text in the plan: wide characters, long words, long ids."""
    text = page(write(tmp_path, plan=HOSTILE), *options, columns=columns)
    assert [line for line in text.splitlines() if cell_len(line) > int(columns)] == []


def test_a_hostile_plan_comes_out_as_harmless_text(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """Control characters and direction overrides are shown as their codes, markup is text, columns stay aligned."""
    text = page(write(tmp_path, plan=HOSTILE))
    golden("status/hostile.txt", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert "[bold]Fine[/]" in text
    rows = [line for line in text.splitlines() if re.search(r"\d/\d$", line)]
    assert len(rows) == 7
    assert len({cell_len(line) for line in rows}) == 1


@pytest.mark.parametrize("path", [EXAMPLES, PLANS / "durham"])
def test_ascii_is_ascii(path: Path) -> None:
    """With --ascii, and where the encoding of the output cannot take the symbols."""
    asked = page(path, "--ascii")
    assert asked.isascii()
    assert page(path, PYTHONIOENCODING="ascii") == asked


def test_letters_that_an_encoding_has_are_kept(tmp_path: Path) -> None:
    """Where it lacks the symbols only: Latin-1 has an é and no triangle; what it lacks becomes the nearest letter."""
    write(tmp_path, plan="kind: plan\nformat: 1\ntitle: Café – Łódź naïve\nactions: [{id: 1, title: x}]\n")
    run = subprocess.run(
        [sys.executable, "-m", "tcplan", "status", str(tmp_path), *DAY],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode("latin-1").splitlines()[0] == "Café - ?ódz naïve"


def test_a_pipe_has_eighty_columns_and_columns_says_otherwise() -> None:
    """Wider screens show longer titles."""
    narrow, wide = page(EXAMPLES, columns=""), page(EXAMPLES, columns="150")
    assert narrow == page(EXAMPLES, columns="80") == page(EXAMPLES, columns="nonsense")
    title = "Boards and committees with a technician member who votes"
    assert title not in narrow
    assert title in wide


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_want_it(environment: dict[str, str], *, coloured: bool) -> None:
    """And says nothing that the words do not say: without the colours the page is the one of a pipe."""
    import pty  # noqa: PLC0415 (not on Windows)

    reader, writer = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tcplan", "status", str(EXAMPLES), *DAY],
        stdout=writer,
        env={**kept, "COLUMNS": "80", "PYTHONUTF8": "1", **environment},
    )
    os.close(writer)
    shown = b""
    while chunk := _read(reader):
        shown += chunk
    os.close(reader)
    assert process.wait() == 0
    text = shown.decode().replace("\r\n", "\n")
    assert (ESCAPE in text) is coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", text) == page(EXAMPLES)


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.mark.parametrize("kind", ["text", "json"])
def test_the_page_depends_on_nothing_but_files_options_and_day(kind: str, tmp_path: Path) -> None:
    """Not on time zone, locale, hash seed, folder or clock."""
    wanted = page(EXAMPLES, "--format", kind)
    assert page(EXAMPLES, "--format", kind, TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="7") == wanted
    run = tcplan_process("status", EXAMPLES, *DAY, "--format", kind, cwd=tmp_path, PYTHONHASHSEED="3", COLUMNS="80")
    assert run.stdout == wanted


def test_what_is_summed_up_is_listed_with_all() -> None:
    """Nothing is hidden: the page says how much more there is and how to see it."""
    short, long = page(PLANS / "durham"), page(PLANS / "durham", "--all")
    assert "never reported; a report is due every 12 months (all 60 started actions)" in short
    assert "18 measures without a reading:" in short
    assert len(short.splitlines()) < 58
    titles = {line.strip() for line in long.splitlines()}
    assert sum(bool(re.match(r"\d\.\d\.\d ", title)) for title in titles) == 60


def test_different_sentences_are_cut_with_a_plain_word(tmp_path: Path) -> None:
    """Never in silence."""
    actions = "\n".join(f"  - {{id: a{n}, title: T, due: 2026-03-{n:02}}}" for n in range(1, 16))
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nactions:\n{actions}\n")
    assert "  and 3 more (--all lists them)\n" in page(tmp_path)
    assert "more" not in page(tmp_path, "--all")


def test_a_plan_of_hundreds_of_actions_still_fits_two_screens(tmp_path: Path) -> None:
    """Every list says how much more there is."""
    fields = "title: T, priority: high, due: 2026-03, updates: [{date: 2026-01-01, rag: "
    actions = "\n".join(
        f"  - {{id: {pillar}.{n}, {fields}{'red' if n % 2 else 'green'}}}]}}"
        for pillar in range(1, 5)
        for n in range(1, 51)
    )
    pillars = "[{id: 1, title: A}, {id: 2, title: B}, {id: 3, title: C}, {id: 4, title: D}]"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\npillars: {pillars}\nactions:\n{actions}\n")
    text = page(tmp_path)
    assert [int(count) for count in re.findall(r"and (\d+) more \(--all lists them\)", text)] == [88, 94, 40, 40]
    assert len(text.splitlines()) < 58
    assert "more (--all" not in page(tmp_path, "--all")


def test_what_somebody_stated_is_beside_what_is_computed(tmp_path: Path) -> None:
    """Of the plan, of a pillar and of an objective; neither overrules the other."""
    plan = """kind: plan
format: 1
title: P
period: {start: 2026-01, end: 2026-12}
updates: [{date: 2026-06-01, rag: green, by: The sponsor}]
pillars: [{id: 1, title: One, updates: [{date: 2026-05-01, rag: blue}]}]
objectives: [{id: 1.1, title: Deep, updates: [{date: 2026-05-02, rag: amber}]}]
actions: [{id: 1.1.1, title: T, updates: [{date: 2026-06-01, rag: red}]}]
"""
    text = page(write(tmp_path, plan=plan), "--objectives")
    assert " ▼ R  OFF TRACK   the only reported action is off track" in text
    assert "  stated         ● G On track on 2026-06-01 by The sponsor\n" in text
    assert re.search(r"^  1 .*▼ R off track.*\n +stated ✔ C Complete on 2026-05-01$", text, re.MULTILINE)
    assert re.search(r"^  1\.1 .*▼ R off track.*\n +stated ▲ A At risk on 2026-05-02$", text, re.MULTILINE)


def test_a_plan_without_anything_has_a_page(tmp_path: Path) -> None:
    """It says what is missing."""
    text = page(write(tmp_path, plan="kind: plan\nformat: 1\ntitle: Empty\n"))
    assert text.startswith("Empty\nu · without a period · as of 2026-06-30\n\n ○ N  NOTHING OPEN ")


def test_a_closed_plan_says_so(tmp_path: Path) -> None:
    """With the day and the reason; its actions are closed with it."""
    closed = "closed: {date: 2026-02-01, as: superseded, into: next, why: Two plans became one}\n"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nactions: [{{id: 1, title: T, due: 2026-03}}]\n{closed}")
    text = page(tmp_path)
    assert "  closed         superseded by next on 2026-02-01: Two plans became one\n" in text
    assert "Overdue" not in text


PEOPLE = """kind: plan
format: 1
title: P
period: {start: 2026-01, end: 2027-12}
review_every: 2 months
actions:
  - {id: 1, title: Led, lead: HROD, owners: [Deans], due: 2026-03, updates: [{date: 2026-03-01, rag: red}]}
  - {id: 2, title: Owned, owners: [Deans, Library], due: 2026-04, updates: [{date: 2026-03-01, rag: red}]}
  - {id: 3, title: To come, lead: tbc, due: 2026-08, depends_on: 1, updates: [{date: 2026-03-01, rag: red}]}
"""


@pytest.mark.parametrize("options", [(), ("--all",), ("--ascii",)])
def test_every_action_in_a_list_names_its_lead_or_its_owners_or_nobody(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    """Wherever an action has a line."""
    text = page(write(tmp_path, plan=PEOPLE), *options)
    asked = {"Led": "HROD", "Owned": "Deans, Library", "To come": "nobody"}
    lines = re.findall(r"(Led|Owned|To come) {2,}(\S.*)", text)
    assert dict(lines) == asked
    assert all(asked[title] == who for title, who in lines)
    assert [sum(title == one for title, _ in lines) for one in asked] == [3, 3, 4]


def test_a_long_list_names_people_with_their_actions_and_leaves_no_action_out(tmp_path: Path) -> None:
    """Those with most first; joint owners have an action each; an action of none of those who are named is listed."""
    owners = ["[A, B]", "[A]", "B", "A", *(f"P{number}" for number in range(6)), "[]"]
    actions = "".join(
        f"  - {{id: a{number}, title: T, due: 2026-03, owners: {one}}}\n" for number, one in enumerate(owners)
    )
    started = "  - {id: z, title: T, due: 2026-12, updates: [{date: 2026-06-01, rag: green}]}\n"
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nactions:\n{actions}{started}")
    part = page(tmp_path).split("(11 actions)\n", 1)[1].split("\n\n", 1)[0]
    assert part.split("\n")[:2] == ["    A         a0  a1  a3", "    B         a0  a2"]
    assert "    3 others  a8  a9  a10\n    --all lists each action" in part
    assert {f"a{number}" for number in range(11)} == set(re.findall(r"a[0-9]+", part))


def test_a_sentence_about_all_actions_counts_those_of_each_person(tmp_path: Path) -> None:
    """Nobody among them."""
    actions = "".join(f"  - {{id: a{number}, title: T, owners: {'X' if number else '[]'}}}\n" for number in range(9))
    write(tmp_path, plan=f"kind: plan\nformat: 1\ntitle: P\nperiod: {{start: 2024-01}}\nactions:\n{actions}")
    assert "(all 9 started actions)\n    X 8  nobody 1\n" in page(tmp_path)
