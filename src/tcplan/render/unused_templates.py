"""Files in the templates of a workspace that nothing uses: a name that is misspelt replaces nothing."""

import re
from pathlib import Path
from typing import Final

from jinja2 import TemplateNotFound

from tcplan.errors import RefusedError
from tcplan.render.our_templates import FOLDERS, our_templates
from tcplan.render.workspace_templates import FOLDER, WorkspaceLoader, has_templates
from tcplan.values.near_words import near
from tcplan.views.templates import MistakeRow

MOST_FILES: Final = 500
"""Of templates of a workspace; ours are fifty."""

_ENDING: Final = ".j2"


def unused_templates(root: Path) -> tuple[MistakeRow, ...]:
    """Files that look like templates, but have no name of ours, and that no other template names."""
    names = [one for one in WorkspaceLoader(root).list_templates() if _is_meant(one)] if has_templates(root) else []
    strangers = [name for name in names[:MOST_FILES] if name not in our_templates()]
    if not strangers:
        return ()
    texts = {name: _text(root, name) for name in names[:MOST_FILES]}
    return tuple(_unused(name) for name in strangers if not _is_named(name, texts))


def _is_meant(name: str) -> bool:
    """Whether a file is surely meant as a template: by its ending, or as the neighbour of some."""
    folder, _, file = name.rpartition("/")
    return name.endswith(_ENDING) or (folder in FOLDERS and not re.match(r"readme|licen[cs]e|\.", file, re.IGNORECASE))


def _is_named(name: str, texts: dict[str, str]) -> bool:
    """Whether another file has the name in quotation marks, or its last part, which it puts together with a folder."""
    marked = [f"{mark}{one}{mark}" for one in (name, name.rpartition("/")[2]) for mark in "\"'"]
    return any(one in text for other, text in texts.items() if other != name for one in marked)


def _unused(name: str) -> MistakeRow:
    file = name.rpartition("/")[2]
    same = (one for one in our_templates() if one.rpartition("/")[2] in (file, f"{file}{_ENDING}"))
    nearest = near(name, our_templates()) or near(f"{name}{_ENDING}", our_templates())
    nearest = next(same, nearest)
    hint = f": did you mean `{nearest}`?" if nearest else ""
    return MistakeRow(f"{FOLDER}/{name}", 0, f"no template of tcplan has this name, and no other uses it{hint}")


def _text(root: Path, name: str) -> str:
    try:
        return WorkspaceLoader(root).read(name)
    except (RefusedError, TemplateNotFound):  # told elsewhere, with the file
        return ""
