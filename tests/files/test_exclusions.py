"""The entries of `exclude`: what they match, and what is said of those that match nothing."""

from pathlib import Path

import pytest

from tcplan.files.exclusions import Exclusions
from tcplan.files.locating import find_workspace
from tcplan.files.sources import FolderSource


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("drafts", ["drafts"]),
        ("drafts/", ["drafts"]),
        ("*.yaml", ["a.yaml", "plans/u/b.yaml"]),
        ("plans/*/b.yaml", ["plans/u/b.yaml"]),
        ("[ab].yaml", ["a.yaml"]),
        ("pl?ns", ["plans"]),
        ("a.yam", []),
        ("A.yaml", []),
        ("a+b", ["a+b"]),
        ("plans/u/b.yaml", ["plans/u/b.yaml"]),
    ],
)
def test_an_entry_is_a_name_or_a_pattern(entry: str, names: list[str]) -> None:
    """Alone and among others; a star also stands for slashes."""
    every = ["a.yaml", "plans", "plans/u/b.yaml", "drafts", "a+b"]
    for entries in ((entry,), ("nothing", entry, "no*thing")):
        excluded = Exclusions(entries)
        assert [name for name in every if excluded(name)] == names
        assert (entry in excluded.unused()) is not bool(names)


@pytest.mark.parametrize(
    ("written", "code", "help_text"),
    [
        ('"./drafts"', "TC024", "write `drafts`"),
        ('"/drafts"', "TC024", "write `drafts`"),
        ('"drafts\\\\old"', "TC024", "write `drafts/old`"),
        ("'drafts\\old\\*.yaml'", "TC024", "write `drafts/old/*.yaml`"),
        ('".\\\\drafts"', "TC024", "write `drafts`"),
        ('"drafts//old"', "TC024", "write `drafts/old`"),
        ('" drafts"', "TC024", "write `drafts`"),
        ('"../drafts"', "TC024", "delete it"),
        ('"~/drafts"', "TC024", "delete it"),
        ("'C:\\plans'", "TC024", "delete it"),
        ('"draft"', "TC025", "correct or delete it"),
        ('"old/*.yaml"', "TC025", "correct or delete it"),
        ('"!drafts"', "TC025", "correct or delete it"),
    ],
)
@pytest.mark.parametrize("file", ["tcplan.toml", "pyproject.toml"])
def test_an_entry_that_matches_nothing_is_said_at_its_line(
    tmp_path: Path, file: str, written: str, code: str, help_text: str
) -> None:
    """With what to write instead, where that is known."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/a.yaml").touch()
    head = "[tool.tcplan]\n" if file == "pyproject.toml" else "# drafts\n"
    (tmp_path / file).write_text(f'{head}profile = "draft"\nexclude = [\n  "drafts/a.yaml",\n  {written},\n]\n')
    root, settings = find_workspace(tmp_path)
    (notice,) = FolderSource(root, settings).notices
    assert (notice.name, notice.code.code) == (file, code)
    assert help_text in notice.help
    assert notice.text[slice(*notice.span)] == written
    assert notice.text.count("\n", 0, notice.span.start) == 4


def test_the_absolute_name_of_a_folder_is_understood(tmp_path: Path) -> None:
    """A file manager copies it."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "tcplan.toml").write_text(f"exclude = ['{tmp_path}/drafts']\n")
    (notice,) = FolderSource(*find_workspace(tmp_path)).notices
    assert notice.help == "write `drafts`"
