"""What the name of a file or folder means for whether it is read."""

from typing import Final

ENDINGS: Final = (".yaml", ".yml")
PLANS: Final = "plans"

SKIPPED: Final = frozenset({"node_modules", "build", "dist", "site", "_site", "venv", "env", "__pycache__"})
"""Folders of environments and build output; below `plans/` they are names like any other."""

RESERVED_NAMES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows gives to no file, whatever its ending."""

_OUR_FOLDERS: Final = frozenset({"plans", "frameworks", "templates"})

_COPY_ENDINGS: Final = (".txt", ".bak", ".bk", ".bck", ".backup", ".old", ".orig", ".save", ".sav", ".saved", ".tmp")
_OTHER_ENDINGS: Final = (".copy", ".new", ".mine", ".ours", ".theirs", ".base", ".local", ".remote", ".conflict")
_AFTER_ENDINGS: Final = frozenset((*_COPY_ENDINGS, *_OTHER_ENDINGS, ".download", ".part", "~", ".", " ", "_"))
"""What an editor, a copy or a mail program puts after the ending of a plan file."""

_SYSTEM: Final = ("._", ".#", ".~")
"""How hidden files begin that a program makes beside another file, and deletes again."""


def is_plan_name(file: str) -> bool:
    """Whether the files of this name are plan files."""
    return file.lower().endswith(ENDINGS) and not file.startswith(".")


def is_hidden(name: str) -> bool:
    """Whether the last part of a name begins with a dot."""
    return name[name.rfind("/") + 1 :].startswith(".")


def in_plans(name: str) -> bool:
    """Whether a file or folder is somewhere below a folder `plans`."""
    return f"/{PLANS}/" in f"/{name}"


def is_skipped(folder: str) -> bool:
    """Whether a folder is hidden, or is called like an environment or build output and is not below `plans/`."""
    return is_hidden(folder) or (folder[folder.rfind("/") + 1 :] in SKIPPED and not in_plans(folder))


def is_ours(name: str) -> bool:
    """Whether what has this name was surely meant to be read."""
    return in_plans(name) or name in _OUR_FOLDERS or is_plan_name(name[name.rfind("/") + 1 :])


def looks_misnamed(name: str) -> bool:
    """Whether a file has the name of a plan file and something after it, or before it a dot below `plans/`."""
    file = name[name.rfind("/") + 1 :].lower()
    if file.startswith("."):
        return file.endswith(ENDINGS) and not file.startswith(_SYSTEM) and in_plans(name)
    return any(ending in file and _is_after(file.rpartition(ending)[2]) for ending in ENDINGS)


def _is_after(rest: str) -> bool:
    """Whether this is put after a name, or is the number of a copy: `.1`, ` (2)`, `.~3~`."""
    return rest in _AFTER_ENDINGS or (rest[:1] in (".", " ", "(") and rest.strip(" .~()").isdecimal())
