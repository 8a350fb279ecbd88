"""Listings of folders as examples of rules: each name has a line that says what it is.

    plans/u/plan.yaml: a plan
    plans/u/secret.yaml: a link to ../../../secret.yaml
    lost+found: a folder that you may not open
    site: a folder
    tcplan.toml: exclude = ["drafts"]

What a file is, is what it begins with: `a plan`, `an institution`, or its whole text.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import yaml
from support import without_privileges

from tcplan.files.locating import settings_in
from tcplan.files.settings import Settings
from tcplan.files.sources import FolderSource
from tcplan.findings.codes import UNFOLLOWED_LINK
from tcplan.findings.finding import Finding
from tcplan.workspace import load
from tcplan.workspace.loading import locate_notice

_LINK: Final = "a link to "
_CLOSED: Final = "a folder that you may not open"
_TEXTS: Final = {"a plan": "kind: plan\n", "an institution": "kind: institution\n"}


def found_in_listing(text: str) -> list[Finding]:
    """What is said of the folders, links and settings of a listing."""
    with TemporaryDirectory() as made:
        root = Path(made) / "workspace"
        root.mkdir()
        for name, what in yaml.safe_load(text).items():
            _make(root / name, what)
        with without_privileges():
            source = FolderSource(root, settings_in(root) or Settings())
            files = [load(source, name) for name in source.names()]
            notices = [locate_notice(one) for one in source.notices]
        return [
            *notices,
            *(file.locator().finding(one) for file in files for one in file.document.problems if _is_link(one)),
        ]


def _is_link(problem: object) -> bool:
    return getattr(problem, "code", None) is UNFOLLOWED_LINK


def _make(path: Path, what: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if what.startswith(_LINK):
        path.symlink_to(what.removeprefix(_LINK))
    elif what == _CLOSED:
        path.mkdir(mode=0)
    elif what == "a folder":
        path.mkdir()
    else:
        path.write_text(_TEXTS.get(what, what), "utf-8")
