"""A shell completes commands, options, and what is in the workspace: ids, plans, owners, measures, colours, rules.

Each run is a process of its own: that is what a shell starts, and a run that takes too long ends its process.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import EXAMPLES, close_off, tcplan, tcplan_process, write

PLAN = """kind: plan
format: 1
title: Our plan
period: {{start: 2020-01, end: 2039-12}}
actions:
  - id: {id}
    title: "{title}"
    lead: "{lead}"
"""
HOSTILE = (
    "$(touch pwned)",
    "`touch pwned`",
    r"\\$(touch pwned)",
    r"\\`touch pwned\\`",
    r"'; touch pwned; '",
    r"\"; touch pwned; \"",
    r"x\n$(touch pwned)",
    "[/] [bold]x",
    ": : ))' ; touch pwned ; '((",
    r"\x1b[31mred",
)
"""Titles and names that some shell would run, or that a library for colours would stumble over."""


def complete(*words: str, cwd: Path = EXAMPLES, shell: str = "bash") -> subprocess.CompletedProcess[str]:
    """Ask as the script for bash does; the last word is the one that is being typed."""
    line = ["tcplan", *words]
    variables = {
        "COMP_WORDS": "\n".join(line),
        "COMP_CWORD": str(len(line) - 1),
        "_TYPER_COMPLETE_ARGS": " ".join(line),
    }
    typed = {"_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1], "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return tcplan_process(cwd=cwd, _TCPLAN_COMPLETE=f"complete_{shell}", **variables, **typed)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["stat"], ["status"]),
        (["update", "2.2"], ["2.2", "2.2.1", "2.2.2", "2.2.3"]),
        (["update", "phase-2/1.2"], ["phase-2/1.2", "phase-2/1.2.1"]),
        (["update", "phase"], ["phase-1", "phase-2", "phase-3"]),
        (["update", "--in", "plans/northmoor/phase-1.yaml", "1.1"], ["1.1"]),
        (["update", "2.2.2", "--rag", "gr"], ["grey", "green"]),
        (["update", "2.2.2", "--reading", "reg"], ["registered="]),
        (["close", "2.2"], ["2.2", "2.2.1", "2.2.2", "2.2.3"]),
        (["close", "2.2.2", "--as", "m"], ["merged"]),
        (["close", "2.2.2", "m"], ["merged"]),
        (["update", "2.2.2", "gr"], ["grey", "green"]),
        (["close", "2.2.2", "--into", "2.2.3"], ["2.2.3"]),
        (["add", "o"], ["objective"]),
        (["add", "submission", ""], ["stage1", "stage2", "stage3"]),
        (["add", "pillar", "--theme", "v"], ["visibility"]),
        (["add", "submission", "--submits", "phase-1"], ["phase-1"]),
        (["carry", "phase-3"], ["phase-3"]),
        (["trajectory", "phase-2"], ["phase-2"]),
        (["add", "action", "--under", "2.2"], ["2.2", "2.2.1", "2.2.2", "2.2.3"]),
        (["add", "action", "--id", "2"], []),
        (["add", "action", "--priority", ""], ["high", "medium", "low"]),
        (["set", "2.2.2/l"], ["2.2.2/lead"]),
        (["set", "regis"], ["registered"]),
        (["report", "--lead", "TC"], [r"TC\ Steering\ Group", r"TC\ Lead"]),
        (["report", "--lead", '"TC'], ["TC Steering Group", "TC Lead"]),
        (["report", "--by", "HR"], ["HROD"]),
        (["show", "2.2"], ["2.2", "2.2.1", "2.2.2", "2.2.3"]),
        (["show", "regis"], ["registered"]),
        (["show", "phase-2/1.2"], ["phase-2/1.2", "phase-2/1.2.1"]),
        (["list", "--lead", "HR"], ["HROD"]),
        (["list", "--owner", "Lib"], ["Library"]),
        (["list", "--pillar", ""], ["1", "2", "3", "4", "5"]),
        (["list", "--theme", "r"], ["recognition"]),
        (["list", "--priority", "h"], ["high"]),
        (["list", "--rag", "gr"], ["grey", "green"]),
        (["list", "ph"], ["phase-1", "phase-2", "phase-3"]),
        (["render", ""], ["plan", "progress", "stage1", "stage2", "stage3"]),
        (["ready", ""], ["stage1", "stage2", "stage3"]),
        (["rule", "TC30"], [f"TC30{number}" for number in range(1, 10)]),
        (["validate", "--select", "no-owner"], ["no-owner"]),
        (["validate", "-o", "s"], ["sarif="]),
        (["status", ""], ["phase-1", "phase-2", "phase-3"]),
        (["status", "plans/"], []),
        (["validate", "plans/"], []),
        (["validate", "plans", "phase-1"], ["phase-1"]),
        (["set", "--in", "phase-1"], ["phase-1"]),
        (["update", "--in", "phase-1", "1.1"], ["1.1"]),
        (["report", "--answers", "a"], []),
        (["due", "--lead", "HR"], ["HROD"]),
        (["due", "--within", ""], []),
        (["owners", "phase-1"], ["phase-1"]),
        (
            ["status", "--as-of", "2026-04-01", "--since", ""],
            ["last-meeting", "2026-03-26", "2025-12-11", "2025-06-26"],
        ),
    ],
)
def test_what_fits_is_offered(words: list[str], offered: list[str]) -> None:
    """What can come next, and begins as typed; files and folders are left to the shell."""
    result = complete(*words)
    assert (result.stdout.split("\n")[:-1], result.stderr) == (offered or [""], "")


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("zsh", '"2.2.2":"Record technical contributions in the publications repository"'),
        ("fish", "2.2.2\tRecord technical contributions in the publications repository"),
        ("powershell", "2.2.2:::Record technical contributions in the publications repository"),
        ("pwsh", "2.2.2:::Record technical contributions in the publications repository"),
    ],
)
def test_an_id_is_offered_with_its_title(shell: str, line: str) -> None:
    """Where the shell can show it."""
    assert line in complete("update", "2.2.2", shell=shell).stdout


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_gets_a_name_in_quotes(shell: str) -> None:
    """It would take two words for two arguments."""
    assert complete("report", "--lead", "TC", shell=shell).stdout.startswith("'TC Steering Group':::")


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"plans/u/phase-1.yaml": "kind: plan\n\tx"},
        {"plans/u/phase-1.yaml": "kind: plan\nformat: 1\nactions: [{id: 1}"},
        {"plans/u/phase-1.yaml": "\x00"},
        {"tcplan.toml": "exclude = ["},
        {"tcplan.toml": "unknown = 1"},
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_workspace_that_cannot_be_read_offers_nothing(tmp_path: Path, files: dict[str, str], shell: str) -> None:
    """No message, no traceback: somebody has only pressed the tab key."""
    close_off(tmp_path)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    result = complete("update", "1", cwd=tmp_path, shell=shell)
    assert (result.stdout.strip(), result.stderr) == ("_files" if shell == "zsh" else "", "")


@pytest.mark.parametrize("words", [["nothing", ""], ["update", "1", "--as-of", "soon", "--rag", ""], ["rule", "TC999"]])
def test_a_command_line_that_is_wrong_offers_nothing_else(words: list[str]) -> None:
    """And says nothing."""
    assert complete(*words).stderr == ""


def test_a_plan_that_takes_too_long_offers_nothing(tmp_path: Path) -> None:
    """Half a second of work is enough for thousands of actions; nobody waits longer for a word."""
    actions = "".join(f"  - {{id: {number}, title: One}}\n" for number in range(1, 30_000))
    write(tmp_path, phase_1=f"kind: plan\nformat: 1\ntitle: Plan\nactions:\n{actions}")
    result = complete("update", "1", cwd=tmp_path)
    assert (result.stdout, result.stderr) == ("", "")


def test_what_a_stranger_wrote_is_offered_in_plain_letters(tmp_path: Path) -> None:
    """Some shells evaluate what they are offered, so other characters are left out, and such ids and names too."""
    for number, text in enumerate(HOSTILE, 1):
        write(tmp_path, **{f"phase_{number}": PLAN.format(id=number, title=text, lead=text)})
    for shell in ("bash", "zsh", "fish", "pwsh"):
        for words in (["report", "--lead", ""], ["update", ""]):
            printed = (
                complete(*words, cwd=tmp_path, shell=shell).stdout.removeprefix("_arguments '*: :((").strip("\n')")
            )
            assert not set("$`\\;[]\x1b") & set(printed), printed


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    """It is what `--install-completion` installs for the shell in which it runs."""
    result = tcplan_process(_TCPLAN_COMPLETE=f"source_{shell}")
    assert "_TCPLAN_COMPLETE" in result.stdout
    assert result.returncode == 0


def test_the_help_says_how_to_install_it() -> None:
    """Both options are typer's own."""
    shown = tcplan("--help").stdout
    assert "--install-completion" in shown
    assert "--show-completion" in shown


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_it_is_installed_for_the_shell_in_use(tmp_path: Path) -> None:
    """Where that shell reads it when it starts."""
    done = in_bash("--install-completion", tmp_path)
    assert done.returncode == 0
    assert "_TCPLAN_COMPLETE" in (tmp_path / ".bash_completions/tcplan.sh").read_text()


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_it_is_refused_where_it_cannot_be_installed(tmp_path: Path) -> None:
    """That is no fault of tcplan."""
    (tmp_path / "home").write_text("")
    done = in_bash("--install-completion", tmp_path / "home")
    assert done.returncode == 5
    assert done.stderr.startswith("tcplan: completion cannot be installed: ")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize("word", ["fish", "bash", "bogus", "validate", "--version", "''"])
def test_a_word_after_it_is_refused(tmp_path: Path, option: str, word: str) -> None:
    """It may be the name of another shell, for which nothing is installed then."""
    done = in_bash(f"{option} {word}", tmp_path)
    shown = word.strip("'")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"tcplan: `{option}` takes nothing after it, but there is `{shown}`\n"
        f"help: run `tcplan {option}` alone, in the shell that it is for\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_help_may_be_asked_for_after_it(tmp_path: Path) -> None:
    """Nothing is installed for that."""
    done = in_bash("--install-completion --help", tmp_path)
    assert (done.returncode, done.stdout[:13]) == (0, "Usage: tcplan")
    assert list(tmp_path.iterdir()) == []


def in_bash(option: str, home: Path) -> "subprocess.CompletedProcess[str]":
    """Run an option from a bash, which typer sees among the processes above."""
    script = f"'{sys.executable}' -m tcplan {option}; exit $?"
    return subprocess.run(
        ["bash", "--norc", "-c", script],
        env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
        capture_output=True,
        check=False,
        text=True,
    )


BASH = """
eval "$(_TCPLAN_COMPLETE=source_bash tcplan)"
COMP_WORDS=(tcplan {words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_tcplan_completion tcplan; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compdef() {{ :; }}
_files() {{ :; }}
_arguments() {{ local action=${{1#*: :}}; eval "ws=( ${{action[3,-3]}} )"; print -rl -- "${{ws[@]}}"; }}
eval "$(_TCPLAN_COMPLETE=source_zsh tcplan)"
words=(tcplan {words}); CURRENT=${{#words}}; _tcplan_completion
"""
FISH = "_TCPLAN_COMPLETE=source_fish tcplan | source; complete -C 'tcplan {words}'"
SHELLS = {
    "bash": (["bash", "--norc", "-c"], BASH),
    "zsh": (["zsh", "-f", "-c"], ZSH),
    "fish": (["fish", "-N", "-c"], FISH),
}
"""How each shell is asked what it would offer; zsh evaluates a list of words as its own `_arguments` does."""


def ask_shell(shell: str, words: str, cwd: Path, home: Path) -> str:
    """What a real shell makes of the answers."""
    command, script = SHELLS[shell]
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    variables = {"PATH": path, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    asked = [*command, script.format(words=words)]
    done = subprocess.run(asked, cwd=cwd, env=variables, capture_output=True, check=False, text=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_real_shell_gets_the_words(tmp_path: Path, shell: str) -> None:
    """Each on a line of its own."""
    printed = ask_shell(shell, "update 2.2.", EXAMPLES, tmp_path)
    assert [line.split("\t")[0].split(":")[0] for line in printed.splitlines()] == ["2.2.1", "2.2.2", "2.2.3"]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", ["update ''", "report --lead ''"])
def test_a_real_shell_runs_nothing_of_a_plan(tmp_path: Path, shell: str, words: str) -> None:
    """Whatever its titles and names are."""
    for number, text in enumerate(HOSTILE, 1):
        write(tmp_path, **{f"phase_{number}": PLAN.format(id=number, title=text, lead=text)})
    before = sorted(path.name for path in tmp_path.iterdir())
    ask_shell(shell, words if shell != "fish" else words.rstrip("'"), tmp_path, tmp_path / "plans")
    assert list(tmp_path.rglob("pwned*")) == []
    assert before == sorted(path.name for path in tmp_path.iterdir())
