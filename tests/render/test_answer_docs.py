"""docs/answers.md says what is so: its table has every live figure, and its commands run."""

import re
import shlex
import shutil
from pathlib import Path

from support import EXAMPLES, REPOSITORY, close_off, tcplan

from tcplan.progress.figures.figure_names import ACTION_FIGURES, CASE_STUDIES, CASE_STUDIES_MEANING, MEASURE_FIGURES

TEXT = (REPOSITORY / "docs/answers.md").read_text(encoding="utf-8")


def test_the_table_has_every_live_figure() -> None:
    """In its order, with what it is."""
    figures = {f"actions.{name}": meaning for name, meaning in ACTION_FIGURES.items()}
    figures |= {f"measures.ID.{name}": meaning for name, meaning in MEASURE_FIGURES.items()}
    figures |= {CASE_STUDIES: CASE_STUDIES_MEANING}
    rows = [f"| `{name}` | {meaning.what} | {meaning.how} |" for name, meaning in figures.items()]
    assert [line for line in TEXT.splitlines() if line.startswith("| `")] == rows


def test_its_commands_run(tmp_path: Path) -> None:
    """One after the other, on a copy of the examples without their stage 2."""
    close_off(tmp_path)
    here = tmp_path / "work"
    shutil.copytree(EXAMPLES, here)
    (here / "plans/northmoor/stage-2.yaml").unlink()
    (here / "impact.md").write_text("Of {{ actions.total }} actions, {{ actions.complete }} are complete.\n")
    commands = re.findall(r"^tcplan (.*?)(?:  +#.*)?$", TEXT, re.MULTILINE)
    assert len(commands) > 12
    for command in commands:
        words, _, target = command.partition(" > ")
        more = ["--submits", "phase-2", "--reviews", "phase-1"] if words.startswith("add ") else []
        result = tcplan(*shlex.split(words), *more, cwd=here)
        assert result.returncode == 0, (command, result.stderr)
        if target:
            (here / target).write_text(result.stdout)
    printed = tcplan("render", "stage2", "--to", "md", cwd=here).stdout
    assert "Of 8 actions, 6 are complete." in printed
