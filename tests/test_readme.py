"""The README is true: every command in it is run, in order and from one folder, and prints what it shows."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from support import EXAMPLES, REPOSITORY, tcplan

from tcplan.cli.app import COMMANDS
from tcplan.cli.support.options import as_of_day
from tcplan.errors import ExitCode

README = REPOSITORY / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
EDIT = re.compile(r'<!-- edit (\S+): "(.*?)" -> "(.*?)" -->')
DAY = "2026-06-30"
"""What is in the README for the day on which it is read."""
COMMANDS_WITHOUT_OUTPUT = 4
TYPE = re.compile(r'<!-- type "(.*?)" -->')

pytestmark = pytest.mark.unmeasured


def run_blocks(text: str, folder: Path) -> str:
    """The README with the outputs that its commands print now. Edits announced in comments are made on the way."""
    where, typed = [folder], [""]

    def block(match: re.Match[str]) -> str:
        return (
            "```console\n"
            + "".join(command(line[2:], where, typed[0]) for line in match[1].splitlines() if line.startswith("$ "))
            + "```"
        )

    def edit(match: re.Match[str]) -> str:
        file = where[0] / match[1]
        old, new = (part.encode().decode("unicode_escape") for part in match.groups()[1:])
        assert old in file.read_text("utf-8"), f"{match[1]} does not hold {old!r}"
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        return match[0]

    def step(match: re.Match[str]) -> str:
        if found := TYPE.match(match[0]):
            typed[0] = found[1].encode().decode("unicode_escape")
            return match[0]
        return block(match) if match[0].startswith("```") else edit(EDIT.match(match[0]) or match)

    return re.sub(f"{BLOCK.pattern}|{EDIT.pattern}|{TYPE.pattern}", step, text, flags=re.DOTALL)


def command(line: str, where: list[Path], typed: str) -> str:
    """The command line and what it prints when that is typed."""
    program, *arguments = shlex.split(line)
    if program == "cd":
        where[0] = where[0] / arguments[0]
        return f"$ {line}\n"
    cwd = where[0].parent if any(one.startswith("examples") for one in arguments) else where[0]
    result = tcplan(*arguments, cwd=cwd, typed=typed, COLUMNS="80")
    assert result.returncode in (0, 1), result.stderr
    printed = re.sub(rf"\bas of {as_of_day(None)}\b", f"as of {DAY}", result.stdout)
    return f"$ {line}\n{printed}{result.stderr}"


def test_every_command_of_the_readme_prints_what_it_shows(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """`make golden` writes the outputs again."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    text = README.read_text("utf-8")
    now = run_blocks(text, tmp_path)
    if request.config.getoption("--golden-update"):
        README.write_text(now, "utf-8")
        return
    assert now == text


def test_the_commands_without_output_work_too(tmp_path: Path) -> None:
    """They change the example that the README names, in a folder that holds other plans, and nothing else."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    shutil.copytree(REPOSITORY / "plans", tmp_path / "plans")
    lines = re.findall(r"^tcplan .*", README.read_text("utf-8"), re.MULTILINE)
    assert len(lines) == COMMANDS_WITHOUT_OUTPUT
    for line in lines:
        run = tcplan(*shlex.split(line, comments=True)[1:], cwd=tmp_path)
        assert run.returncode == 0, f"{line}\n{run.stderr}"
        assert "wrote examples/plans/northmoor/" in run.stdout


def test_the_readme_names_every_command_and_exit_code() -> None:
    """A new command or code that is not in the README is found here."""
    text = README.read_text("utf-8")
    names = {name for name, entry in COMMANDS.items() if not entry.hidden}
    assert names == set(re.findall(r"^\| `tcplan ([\w-]+)", text, re.MULTILINE))
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)} == {int(code) for code in ExitCode}


def test_links_within_the_repository_lead_somewhere() -> None:
    """Of the README and the other pages at the top."""
    for page in REPOSITORY.glob("*.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert link.startswith("https://") or (REPOSITORY / link).exists(), f"{page.name}: {link}"


def test_the_plan_in_the_readme_is_one(tmp_path: Path) -> None:
    """The example of the file format validates; its earlier plan is the only thing not there."""
    text = next(
        block for block in re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.DOTALL) if "kind:" in block
    )
    (tmp_path / "plans/u").mkdir(parents=True)
    (tmp_path / "plans/u/phase-2.yaml").write_text(text, "utf-8")
    result = tcplan("validate", tmp_path)
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("advice TC108") == 1


def test_every_command_of_the_page_for_action_owners_works(tmp_path: Path) -> None:
    """In the order of the page, on the example, after the report that its corrections are about."""
    shutil.copytree(EXAMPLES, tmp_path / "plan")
    page = (REPOSITORY / "docs/for-action-owners.md").read_text("utf-8")
    report = 'tcplan update 2.2.2 --rag amber --note N --date 2026-06-30 --reading "registered=30%"'
    for line in (report, *re.findall(r"^(?:.*`)?(tcplan [^`\n]+)", page, re.MULTILINE)):
        result = tcplan(*shlex.split(line)[1:], cwd=tmp_path / "plan", typed="")
        assert result.returncode == 0, f"{line}\n{result.stderr}"
