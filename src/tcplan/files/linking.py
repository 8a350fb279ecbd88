"""What the links of a workspace lead to: each is followed once, and only inside the workspace.

A file is read under one name. Its own name comes first, unless the link is below `plans/` and the file is not: then the
link says whose plan it is.
"""

import os
from typing import Final

from tcplan.files.containment import OUT, is_below, is_visible_below
from tcplan.files.names import ENDINGS, in_plans, is_hidden, is_ours, is_plan_name
from tcplan.files.settings import PROJECT_FILE
from tcplan.files.walking import Walk

HIDDEN: Final = "this link leads into a hidden folder"
OTHER: Final = "this link leads into another workspace, which has settings of its own"
NOWHERE: Final = "this link leads to nothing"
NOT_YAML: Final = "this link leads to a file that does not end in .yaml"


def follow_links(walk: Walk) -> None:
    """Decide about all links of a walk, and about those in the folders that they lead to."""
    top = os.path.realpath(walk.root)
    while walk.links:
        due, walk.links = sorted(walk.links, key=_order), []
        for name in due:
            if not is_hidden(name):
                _follow(walk, top, name)


def _order(name: str) -> tuple[bool, str]:
    """Those below `plans/` come first."""
    return (not in_plans(name), name)


def _follow(walk: Walk, top: str, name: str) -> None:
    path = walk.root / name
    real = os.path.realpath(path)
    inside = real[len(top) :].replace(os.sep, "/").strip("/")
    if not is_visible_below(top, real):
        _refuse(walk, name, HIDDEN if is_below(top, real) else OUT)
    elif walk.excluded.covers(inside):
        return  # what is left out on purpose is left out under every name
    elif any(inside == one or inside.startswith(f"{one}/") for one in walk.workspaces):
        _refuse(walk, name, OTHER)
    elif os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises PermissionError)
        if inside and not name.startswith(f"{inside}/"):  # a link to a folder around it leads round in a circle
            _enter(walk, name, inside)
    elif not os.path.lexists(real):
        _note_nowhere(walk, name)
    elif is_plan_name(name.rpartition("/")[2]):
        _take(walk, name, inside)


def _enter(walk: Walk, name: str, inside: str) -> None:
    """Read the folder that a link leads to; what is read already only has another name, if that says more."""
    if inside not in walk.folders:
        walk.enter(name, inside)
    elif in_plans(name) and not walk.is_near_named(inside):
        below = {real: read for real, read in walk.files.items() if real.startswith(f"{inside}/")}
        for real in (real for real, read in below.items() if not in_plans(read)):
            walk.files[real] = name + real[len(inside) :]
            if walk.excluded(walk.files[real]):
                del walk.files[real]


def _take(walk: Walk, name: str, inside: str) -> None:
    """Read the file that a link leads to, if it is not read already."""
    if not inside.lower().endswith(ENDINGS):  # whatever else is in the repository is nobody's plan
        _refuse(walk, name, NOT_YAML)
        return
    read = walk.files.get(inside)
    if read is None or (in_plans(name) and not in_plans(read) and not walk.is_near_named(inside)):
        walk.files[inside] = name


def _note_nowhere(walk: Walk, name: str) -> None:
    """Keep a link to nothing: a file cannot be read then, and says so itself."""
    if is_plan_name(name.rpartition("/")[2]):
        walk.files[f"{name}/"] = name
    else:
        _refuse(walk, name, NOWHERE)


def _refuse(walk: Walk, name: str, why: str) -> None:
    """Keep a link from being followed: one to a file stays among the files, as one that cannot be read."""
    own = name.rpartition("/")[2]
    if is_plan_name(own):
        walk.files[f"{name}/"] = name  # no file has such a real name
        walk.outside[name] = why
    elif os.path.isdir(walk.root / name) or name == PROJECT_FILE or _may_be_ours(name):  # noqa: PTH112 (as above)
        walk.outside[name] = why


def _may_be_ours(name: str) -> bool:
    """Whether a link that leads to no folder may have led to one with plans, and not to a picture or a document."""
    return is_ours(name) and "." not in name.rpartition("/")[2]
