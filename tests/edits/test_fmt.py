"""`tcplan fmt` on whole files, however they are written: the data stay, and every comment beside its item."""

import gc
import random
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from edits.random_comments import TOP, with_random_comments
from edits.readers import PLANS, excerpt, read_by_pyyaml, read_by_ruamel, read_plan, with_line_break
from hypothesis import given, settings
from hypothesis import strategies as st
from support import REPOSITORY, tcplan, write

from tcplan.edits.formatting import FormattedFile, format_file
from tcplan.files.settings import Settings
from tcplan.files.sources import MAX_BYTES, FolderSource
from tcplan.yaml_editor.layout import Refusal

REMARK = re.compile(r"# (above|beside|below|inside|end of) (\S.*|) \(\d+\)$")


@dataclass(frozen=True)
class OneFile:
    """A source of one file."""

    content: bytes
    settings: Settings = Settings()

    def names(self) -> tuple[str, ...]:
        """Its name."""
        return ("plan.yaml",)

    def read(self, name: str) -> bytes:
        """Its bytes."""
        del name
        return self.content


def formatted(text: str) -> str:
    """The text in the house style; it must not be left alone."""
    found = format_file(OneFile(text.encode()), "plan.yaml")
    assert isinstance(found, FormattedFile), found
    return found.after.decode()


def left_alone(content: bytes) -> Refusal:
    """Why the content is left alone."""
    found = format_file(OneFile(content), "plan.yaml")
    assert isinstance(found, Refusal)
    return found


@dataclass(frozen=True)
class Map:
    """Which items begin on a line of a formatted file, and the column of what is inside each."""

    lines: list[str]
    heads: dict[int, set[str]]
    columns: dict[str, int]

    @classmethod
    def of(cls, text: str) -> "Map":
        """The map of a text, drawn by PyYAML's composer."""
        text = with_line_break(text.removeprefix("\ufeff"))
        drawn = cls(text.splitlines(), {}, {})
        drawn._draw(yaml.compose(text, yaml.BaseLoader), "")
        return drawn

    def _draw(self, node: Any, path: str) -> None:
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            return
        self.columns[path] = node.start_mark.column
        for index, entry in enumerate(node.value):
            head, value = entry if isinstance(entry, tuple) else (entry, entry)
            name = head.value if isinstance(entry, tuple) else str(index)
            inner = f"{path}/{name}" if path else name
            line = head.start_mark.line
            while head is value and self.lines[line][node.start_mark.column :][:1] != "-":
                line -= 1  # a dash with a comment has its own line
            self.heads.setdefault(line, set()).add(inner)
            self._draw(value, inner)

    def is_content(self, line: int) -> bool:
        """Whether there is anything but a comment on the line."""
        return bool(self.lines[line].strip()) and not self.lines[line].lstrip().startswith("#")

    def above(self, line: int) -> set[str]:
        """The items whose head is the nearest above a line."""
        return self.heads[max(number for number in self.heads if number <= line)]

    def below(self, line: int) -> set[str]:
        """The items on the nearest line below that is no comment."""
        following = (number for number in range(line + 1, len(self.lines)) if self.is_content(number))
        return self.heads.get(next(following, -1), set())

    def column_below(self, line: int) -> int:
        """The column of the nearest line below that is no comment."""
        below = next(self.lines[number] for number in range(line + 1, len(self.lines)) if self.is_content(number))
        return len(below) - len(below.lstrip(" "))

    def is_right(self, line: int, how: str, path: str) -> bool:
        """Whether a comment is where its words say."""
        column = len(self.lines[line]) - len(self.lines[line].lstrip(" "))
        match how:
            case "above":
                return path in self.below(line) and column == self.column_below(line)
            case "beside":
                return path in self.heads.get(line, set())
            case "below" | "inside":
                return path in self.above(line)
        parts = path.split("/") if path else []
        is_inside = any(one.split("/")[: len(parts)] == parts for one in self.above(line))
        goes_on = any(one != path and one.split("/")[: len(parts)] == parts for one in self.below(line))
        return is_inside and not goes_on and column == self.columns[path]


def misplaced(text: str) -> Iterator[str]:
    """The comments of a formatted text that are next to another item than theirs."""
    drawn = Map.of(text)
    for number, line in enumerate(drawn.lines):
        found = REMARK.search(line)
        if found and not drawn.is_right(number, *found.groups()):
            yield line


def remarks(text: str) -> Counter[str]:
    """All comments of a text that the generator has written."""
    return Counter(found[0] for line in text.splitlines() if (found := REMARK.search(line)))


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=max(settings().max_examples // 8, 1))
@given(seed=st.integers(0, 2**32))
def test_the_data_stay_and_every_comment_beside_its_item(name: str, seed: int) -> None:
    """Whatever the order, indentation, quoting, blank lines and line ends; a second run changes nothing."""
    rng = random.Random(seed)
    text = with_random_comments(excerpt(read_plan(name).data, rng), rng)
    after = formatted(text)
    assert read_by_pyyaml(after) == read_by_pyyaml(text)
    assert read_by_ruamel(after) == read_by_ruamel(text)
    assert remarks(after) == remarks(text)
    assert list(misplaced(after)) == []
    assert formatted(after) == after
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert (TOP in text) == after.removeprefix("\ufeff").startswith(TOP)
    assert after.count("\r\n") in (0, after.count("\n"))


def test_the_plans_of_the_repository_are_formatted(tmp_path: Path) -> None:
    """The example, the plans of real institutions, and the frameworks that ship."""
    frameworks = shutil.copytree(REPOSITORY / "src/tcplan/frameworks", tmp_path / "frameworks")
    result = tcplan("fmt", "--check", "examples", "plans", frameworks)
    assert (result.stdout.splitlines()[:-1], result.stderr, result.returncode) == ([], "", 0)


def test_a_new_workspace_is_formatted(tmp_path: Path) -> None:
    """With its header for editors and the keys that are commented out."""
    assert tcplan("init", tmp_path / "new").returncode == 0
    result = tcplan("fmt", "--check", tmp_path / "new")
    assert (result.stdout, result.returncode) == ("0 files would be formatted, 3 left as they were\n", 0)


HEAD = "kind: plan\nformat: 1\n"
UNTIDY = f"title: x\n{HEAD}"
TIDY = f"{HEAD}title: x\n"


def test_fmt_writes_what_changes_and_says_so(tmp_path: Path) -> None:
    """One line for each file, and the counts."""
    write(tmp_path, phase_1=UNTIDY, phase_2=TIDY)
    result = tcplan("fmt", cwd=tmp_path)
    assert result.stdout == "formatted plans/u/phase-1.yaml\n1 file formatted, 1 left as it was\n"
    assert (result.stderr, result.returncode) == ("", 0)
    assert (tmp_path / "plans/u/phase-1.yaml").read_text("utf-8") == TIDY
    assert tcplan("fmt", cwd=tmp_path).stdout == "0 files formatted, 2 left as they were\n"


def test_fmt_of_named_files_leaves_the_others_alone(tmp_path: Path) -> None:
    """Each is formatted once, and named as seen from the current folder."""
    write(tmp_path, phase_1=UNTIDY, phase_2=UNTIDY)
    result = tcplan("fmt", "phase-1.yaml", tmp_path / "plans/u/phase-1.yaml", cwd=tmp_path / "plans/u")
    assert result.stdout == "formatted phase-1.yaml\n1 file formatted, 0 left as they were\n"
    assert (tmp_path / "plans/u/phase-2.yaml").read_text("utf-8") == UNTIDY


def test_check_writes_nothing_and_exits_with_1(tmp_path: Path) -> None:
    """It names the files that would change."""
    write(tmp_path, phase_1=UNTIDY, phase_2=TIDY)
    result = tcplan("fmt", "--check", cwd=tmp_path)
    assert result.stdout == "would format plans/u/phase-1.yaml\n1 file would be formatted, 1 left as it was\n"
    assert result.returncode == 1
    assert (tmp_path / "plans/u/phase-1.yaml").read_text("utf-8") == UNTIDY


@pytest.mark.parametrize(("arguments", "code"), [(["--diff"], 0), (["--diff", "--check"], 1)])
def test_diff_prints_a_patch_and_writes_nothing(tmp_path: Path, arguments: list[str], code: int) -> None:
    """Only the patch is on standard output, and does what `tcplan fmt` would do."""
    texts = [f"\ufefflead: y\n{UNTIDY}", UNTIDY.removesuffix("\n"), f"{UNTIDY}about: y"]
    write(tmp_path, phase_1=texts[0], phase_2=texts[1], phase_3=texts[2], phase_4=TIDY)
    result = tcplan("fmt", *arguments, cwd=tmp_path)
    assert result.returncode == code
    assert result.stderr == "3 files would be formatted, 1 left as it was\n"
    files = [tmp_path / f"plans/u/phase-{number}.yaml" for number in (1, 2, 3)]
    assert [file.read_text("utf-8") for file in files] == texts
    assert result.stdout.startswith("--- a/plans/u/phase-1.yaml\n+++ b/plans/u/phase-1.yaml\n@@ -1,4 +1,4 @@\n")
    subprocess.run(["git", "apply"], cwd=tmp_path, input=result.stdout.encode(), check=True)
    assert [file.read_text("utf-8") for file in files] == [formatted(text) for text in texts]


def test_a_file_that_is_refused_is_named_with_its_line_and_the_others_are_done(tmp_path: Path) -> None:
    """The exit code is 5."""
    write(tmp_path, phase_1=f"{HEAD}title: x\ntitle: y\n", phase_2=f"{HEAD}? title\n: x\n", phase_3=UNTIDY)
    before = (tmp_path / "plans/u/phase-2.yaml").read_bytes()
    result = tcplan("fmt", cwd=tmp_path)
    assert result.stdout == "formatted plans/u/phase-3.yaml\n1 file formatted, 0 left as they were, 2 refused\n"
    assert result.stderr == (
        "tcplan: plans/u/phase-1.yaml:4: left as it was: `title` is written twice; only the first is read\n"
        "help: `tcplan validate` says what is wrong with the file and what to do\n"
        "tcplan: plans/u/phase-2.yaml:3: left as it was: this key has no colon on its line\n"
        "help: write each key as `key: value`, on a line of its own, by hand\n"
    )
    assert result.returncode == 5
    assert (tmp_path / "plans/u/phase-2.yaml").read_bytes() == before


def test_a_file_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    """The others are done."""
    write(tmp_path, phase_1=UNTIDY, phase_2=UNTIDY)
    (tmp_path / "plans/u/phase-1.yaml").chmod(0o444)
    result = tcplan("fmt", cwd=tmp_path)
    assert result.stdout == "formatted plans/u/phase-2.yaml\n1 file formatted, 0 left as they were, 1 refused\n"
    assert "plans/u/phase-1.yaml" in result.stderr
    assert result.returncode == 5
    assert (tmp_path / "plans/u/phase-1.yaml").read_text("utf-8") == UNTIDY


def test_nothing_is_formatted_where_one_of_the_paths_is_wrong(tmp_path: Path) -> None:
    """The command is refused as a whole."""
    write(tmp_path, phase_1=UNTIDY)
    assert tcplan("fmt", "plans", "plnas", cwd=tmp_path).returncode == 3
    assert (tmp_path / "plans/u/phase-1.yaml").read_text("utf-8") == UNTIDY


def test_a_path_without_plan_files_is_an_error(tmp_path: Path) -> None:
    """Nothing to format is an error, as nothing to check is; so is what the settings exclude."""
    write(tmp_path, phase_1=UNTIDY)
    (tmp_path / "tcplan.toml").write_text('exclude = ["plans/u"]\n', "utf-8")
    for path in ("plans/u/phase-1.yaml", "no-such-file.yaml"):
        result = tcplan("fmt", path, cwd=tmp_path)
        assert result.returncode == 3
        assert path in result.stderr
    assert (tmp_path / "plans/u/phase-1.yaml").read_text("utf-8") == UNTIDY


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (b"", 1, "the file is empty, or is not a mapping of keys to values"),
        (b"- a\n", 1, "the file is empty, or is not a mapping of keys to values"),
        (b"title: x\n", 1, "the file does not say its `kind`"),
        (b"format: 1\nkind: recipe\n", 2, "`recipe` is not a kind of plan file"),
        (b"kind: plan\nformat: 2\n", 2, "format `2` is not a format that this version of tcplan reads"),
        (
            b"kind: plan\nformat: 1\ntitle: a\ntitle: b\n",
            4,
            "`title` is written twice; only the first is read",
        ),
        (b"kind: plan\nformat: 1\n\ttitle: a\n", 3, "there is a tab outside quotes and block text"),
        (b"kind: plan\n# caf\xe9\n", 2, "byte 0xe9 in line 2 is not UTF-8 text"),
        (b"\xff\xfek\0", 1, "the file is UTF-16, not UTF-8"),
        (b"#" * (MAX_BYTES + 1), 1, "the file is larger than 10 MiB"),
    ],
    ids=repr,
)
def test_a_file_that_is_not_sound_is_left_alone(content: bytes, line: int, says: str) -> None:
    """With the line of what is wrong; `tcplan validate` is the next step."""
    found = left_alone(content)
    assert (found.line, found.says) == (line, says)
    assert "`tcplan validate`" in found.help


def test_a_file_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    """With the reason."""
    found = format_file(FolderSource(tmp_path), "plan.yaml")
    assert isinstance(found, Refusal)
    assert (found.line, found.says) == (1, "the file cannot be read: No such file or directory")


def test_actions_and_tables_of_a_plan_are_set_apart() -> None:
    """Those of other kinds of file stay as they are."""
    text = f"{HEAD}title: x\npillars: a\nactions:\n- id: 1\n- id: 2\nvoice: b\n"
    assert formatted(text) == f"{HEAD}title: x\n\nvoice: b\n\npillars: a\n\nactions:\n  - id: 1\n\n  - id: 2\n"
    text = "kind: submission\nformat: 1\nform: stage-1\nreviews: a\nanswers:\n- question: 1\n- question: 2\n"
    assert formatted(text) == text.replace("- ", "  - ")


def test_a_submission_has_the_order_of_its_kind() -> None:
    """Down to the evidence of an answer, in long and in short form."""
    assert formatted(
        "answers: {evidence: {url: a, title: b}, question: 1}\nform: x\nformat: 1\nkind: submission\n"
    ) == ("kind: submission\nformat: 1\nform: x\nanswers: {question: 1, evidence: {title: b, url: a}}\n")


def plan_of(actions: int) -> str:
    """A plan of many actions in a style of its own."""
    rows = (f"- title: Action {number}\n  # about {number}\n  id: {number}\n  due: 2026\n" for number in range(actions))
    return f"actions:\n{''.join(rows)}title: Large\n{HEAD}"


def test_twice_the_actions_take_about_twice_the_time() -> None:
    """Nothing goes through the whole file for each of its lines. Without garbage collection, as a command runs."""
    times = []
    gc.collect()
    gc.disable()
    try:
        for actions in (500, 2000):
            text = plan_of(actions)
            start = time.process_time()
            formatted(text)
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    assert times[1] < 10 * times[0]
