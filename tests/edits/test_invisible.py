"""Characters that nobody sees are read as they look, named once, and removed by `--fix`; in words they stay."""

import unicodedata
from pathlib import Path

import pytest
from support import tcplan, write

HEAD = "kind: plan\nformat: 1\ntitle: Plan\nperiod: {start: 2025, end: 2027}\n"

UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u061c\u180e\u2063\u3164\ufe0f\U000e0041"
SPACES = "\u00a0\u202f\u3000\u2009\u205f"

PLACES = [
    ("objectives:\n  - {{id: 1, title: O, priority: high{0}}}\n", "objective priority"),
    ("objectives:\n  - {{id: 1, title: O, priority: {0}high}}\n", "before the word"),
    ("objectives:\n  - {{id: 1, title: O, prio{0}rity: high}}\n", "in a key"),
    ("objectives:\n  - {{id: 1{0}, title: O}}\n", "in an id"),
    ("objectives:\n  - {{id: 1, title: O, themes: visibility{0}}}\n", "in a theme"),
    ("actions:\n  - {{id: 1, title: A, due: 2026-06{0}}}\n", "in a date"),
    ("actions:\n  - {{id: 1, title: A, depends_on: 2{0}}}\n  - {{id: 2, title: B}}\n", "in a reference"),
    ("rag:\n  amber{0}: paused\n", "in a colour of the key"),
    ("measures:\n  - {{id: m, title: M, targets: {{2026{0}: 3}}}}\n", "in the date of a target"),
    ("measures:\n  - {{id: m, title: M, targets: {{2026: 3{0}}}}}\n", "in a number"),
]


def checked(folder: Path) -> str:
    """What `validate` prints about errors."""
    return tcplan("validate", "--profile", "draft", folder).stdout


@pytest.mark.parametrize(
    ("char", "line"),
    [
        pytest.param(char, line, id=f"{name} {ord(char):04X}")
        for char in (*UNSEEN, *SPACES)
        for line, name in PLACES
        if char in UNSEEN or name != "in a key"  # a space between two parts of a key is a space
    ],
)
def test_one_finding_names_and_shows_the_character_and_fix_removes_it(tmp_path: Path, line: str, char: str) -> None:
    """In a key, an id, a date, a reference, a number or a word of a list; what is meant counts, so no other follows."""
    folder = write(tmp_path, plan=HEAD + line.format(char))
    said = checked(folder)
    assert said.count(" error ") == 1, said
    assert "TC035 invisible-character" in said
    assert f"<U+{ord(char):04X}>" in said
    assert unicodedata.name(char) in said
    tcplan("validate", "--fix", "--profile", "draft", folder)
    assert (folder / "plans/u/plan.yaml").read_text("utf-8") == HEAD + line.format("")


@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"{ord(char):04X}")
def test_a_name_is_the_same_without_the_character(tmp_path: Path, char: str) -> None:
    """To the glossary, and to whoever asks for the reports of an owner."""
    plan = f"{HEAD}actions:\n  - {{id: 1, title: Write it, lead: H{char}R, due: 2026}}\n"
    folder = write(tmp_path, plan=plan, institution="kind: institution\nformat: 1\nname: U\nowners: HR\n")
    questions = tmp_path / "june.yaml"
    tcplan("report", folder, "--lead", "HR", "--all", "--questions", questions)
    assert "Write it" in questions.read_text("utf-8")
    assert checked(folder).count("TC035") == 1


@pytest.mark.parametrize("escape", ["\\u200b", "\\xAD", "\\_", "\\u2060"])
def test_a_character_that_is_written_as_an_escape_is_found(tmp_path: Path, escape: str) -> None:
    """As JSON has it."""
    folder = write(tmp_path, plan=f'{HEAD}objectives:\n  - {{id: 1, title: O, priority: "high{escape}"}}\n')
    assert "TC035" in checked(folder)


@pytest.mark.parametrize(
    "words",
    [
        "no\u00a0break and soft\u00adhyphen",
        "a family \U0001f469\u200d\U0001f469\u200d\U0001f467 and a heart \u2764\ufe0f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "zero\u200bwidth",
    ],
)
def test_words_keep_what_belongs_to_them(tmp_path: Path, words: str) -> None:
    """Titles and texts may have any of them, and joined scripts and emoji also in names."""
    plan = f"{HEAD}about: {words}\nactions:\n  - {{id: 1, title: {words}, success: {words}}}\n"
    assert " error " not in checked(write(tmp_path, plan=plan))


def test_a_joined_script_may_be_a_name(tmp_path: Path) -> None:
    """The joiner belongs to the letters beside it."""
    owner = "\u0915\u094d\u200d\u0937"
    assert " error " not in checked(write(tmp_path, plan=f"{HEAD}actions:\n  - {{id: 1, title: A, owners: {owner}}}\n"))


def test_the_kind_of_a_file_may_have_one(tmp_path: Path) -> None:
    """The file is read as the kind that can be seen."""
    folder = write(
        tmp_path, plan=HEAD.replace("kind: plan", "kind\u00a0: plan\u200b").replace("format: 1", "format: 1\u200b")
    )
    said = checked(folder)
    assert said.count("TC035") == said.count(" error ") == 3


def test_a_key_that_is_there_twice_with_and_without_is_not_read_as_one(tmp_path: Path) -> None:
    """Which of the two values is meant, nobody knows."""
    folder = write(tmp_path, plan=f"{HEAD}objectives:\n  - {{id: 1, title: O, priority: high, prio\u200brity: low}}\n")
    assert "TC012" in checked(folder)


def test_a_byte_order_mark_in_the_middle_is_removed(tmp_path: Path) -> None:
    """No parser takes it, so nothing else of the file is read before."""
    folder = write(tmp_path, plan=HEAD.replace("title: Plan", "title: Pl\ufeffan\ufeff"))
    assert "U+FEFF ZERO WIDTH NO-BREAK SPACE" in checked(folder)
    tcplan("validate", "--fix", "--profile", "draft", folder)
    assert (folder / "plans/u/plan.yaml").read_text("utf-8") == HEAD


NFC, NFD = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize(("stored", "written"), [(NFC, NFD), (NFD, NFC), (NFD, NFD)])
def test_accents_compare_as_they_look(tmp_path: Path, stored: str, written: str) -> None:
    """In the name of a file and of its folder, in ids and references, and in what is typed."""
    folder = tmp_path / "plans" / stored
    (folder / "case-studies").mkdir(parents=True)
    (folder / f"{stored}.yaml").write_text(
        HEAD.replace("2025, end: 2027", "2022, end: 2024") + f"actions:\n  - {{id: x{stored}, title: A}}\n",
        "utf-8",
    )
    (folder / "case-studies" / f"{stored}.yaml").write_text("kind: case-study\nformat: 1\ntitle: C\n", "utf-8")
    (folder / "phase-2.yaml").write_text(
        f"{HEAD}follows: {written}\nactions:\n  - id: 1\n    title: B\n"
        f"    continues: [{written}/x{written}, {written}/{written}/x{written}]\n"
        f"    updates: {{date: 2025-06, rag: green, evidence: case-studies/{written}}}\n",
        "utf-8",
    )
    said = checked(tmp_path)
    assert " error " not in said
    assert "TC108" not in said
    typed = tcplan("set", f"{written}/x{written}/title", "New", "--in", folder)
    assert typed.returncode == 0, typed.stderr
    named = tcplan("update", f"{written}/x{written}", "--rag", "green", "--date", "2024-06-30", "--in", folder)
    assert named.returncode == 0, named.stderr
    shown = tcplan("status", tmp_path / "plans" / stored / f"{stored}.yaml", "--format", "json")
    assert "New" in shown.stdout


@pytest.mark.parametrize(("stored", "written"), [(NFC, NFD), (NFD, NFC)])
@pytest.mark.parametrize("entry", ["plans/{}", "plans/{}/*.yaml"])
def test_accents_compare_as_they_look_in_settings(tmp_path: Path, stored: str, written: str, entry: str) -> None:
    """A folder that is excluded is not read."""
    folder = tmp_path / "plans" / stored
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text("kind: nothing\n", "utf-8")
    write(tmp_path, plan=HEAD)
    (tmp_path / "tcplan.toml").write_text(f'exclude = ["{entry.format(written)}"]\n', "utf-8")
    assert "nothing found" in checked(tmp_path)


@pytest.mark.parametrize("typed", ["1.2\u200b", "\u20601.2", "plan/1.2\u00a0"])
def test_an_id_that_is_pasted_with_one_is_found(tmp_path: Path, typed: str) -> None:
    """Chats and word processors put them beside what people copy."""
    folder = write(tmp_path, plan=f"{HEAD}actions:\n  - {{id: 1.2, title: A}}\n")
    result = tcplan("update", typed, "--rag", "green", "--date", "2025-06-30", "--in", folder)
    assert result.returncode == 0, result.stderr
