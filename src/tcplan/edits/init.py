"""The files of a new workspace: commented, valid, and known to editors by their schemas."""

import json
import re
import unicodedata
from typing import Final

from tcplan.files.names import SKIPPED
from tcplan.files.package_files import templates_folder
from tcplan.shape.schema import file_schema
from tcplan.values.plain_text import one_line
from tcplan.values.words import FileKind
from tcplan.yaml_reader.quoting import as_scalar

SCHEMA_FOLDER: Final = ".tcplan/schemas"
PLAN_YEARS: Final = 3
_FILES: Final = (
    ("institution", FileKind.INSTITUTION),
    ("phase-1", FileKind.PLAN),
    ("stage-1", FileKind.SUBMISSION),
)
"""The names of the files of a new institution, and their kinds."""


def new_workspace(name: str, year: int) -> dict[str, str]:
    """The texts of a new workspace by file name: settings, institution, plan, stage 1 submission, editor schemas.

    `name` is the institution's, `year` the first of the plan.
    """
    folder = f"plans/{slug(name)}"
    values = {
        "NAME": as_scalar(one_line(name)),
        "START": str(year),
        "END": str(year + PLAN_YEARS - 1),
        "BEFORE": str(year - 1),
    }
    texts = {"tcplan.toml": _fill_in("tcplan.toml", values)}
    for file, kind in _FILES:
        header = f"# yaml-language-server: $schema=../../{SCHEMA_FOLDER}/{kind}.json\n"
        texts[f"{folder}/{file}.yaml"] = header + _fill_in(f"{file}.yaml", values)
    for kind in FileKind:
        texts[f"{SCHEMA_FOLDER}/{kind}.json"] = json.dumps(file_schema(kind), indent=2, ensure_ascii=False) + "\n"
    return texts


def slug(name: str) -> str:
    """The name as a folder: lower case, letters and digits with hyphens between."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "institution"
    return f"{made}-plans" if made in SKIPPED else made  # a folder called `site` or `build` would not be read


def _fill_in(file: str, values: dict[str, str]) -> str:
    text = (templates_folder() / "init" / file).read_text("utf-8")
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)
