"""The files of a new workspace: commented, valid, and known to editors by their schemas."""

import json
import re
from typing import Final

from tcplan.files.names import SKIPPED
from tcplan.files.package_files import templates_folder
from tcplan.shape.schema import file_schema
from tcplan.values.file_stems import file_stem
from tcplan.values.plain_text import one_line
from tcplan.values.words import FileKind
from tcplan.yaml_reader.quoting import as_scalar

SCHEMA_FOLDER: Final = ".tcplan/schemas"
PLAN_YEARS: Final = 3
_EXAMPLES: Final = (
    ("phase-1", FileKind.PLAN),
    ("stage-1", FileKind.SUBMISSION),
)
"""The names of the files of a new institution that show what a plan is, and their kinds."""


def new_workspace(name: str, year: int) -> dict[str, str]:
    """The texts of a new workspace by file name: settings, institution, plan, stage 1 submission, editor schemas.

    `name` is the institution's, `year` the first of the plan.
    """
    values = {"START": str(year), "END": str(year + PLAN_YEARS - 1), "BEFORE": str(year - 1)}
    folder = institution_folder(name)
    examples = {
        f"{folder}/{file}.yaml": schema_line(folder, kind) + _fill_in(f"{file}.yaml", values)
        for file, kind in _EXAMPLES
    }
    return workspace_without_plan(name) | examples


def workspace_without_plan(name: str) -> dict[str, str]:
    """The texts of a new workspace for plans that exist: settings, institution, editor schemas."""
    values = {"NAME": as_scalar(one_line(name))}
    folder = institution_folder(name)
    texts = {
        "tcplan.toml": _fill_in("tcplan.toml", values),
        f"{folder}/institution.yaml": schema_line(folder, FileKind.INSTITUTION) + _fill_in("institution.yaml", values),
    }
    for kind in FileKind:
        texts[f"{SCHEMA_FOLDER}/{kind}.json"] = json.dumps(file_schema(kind), indent=2, ensure_ascii=False) + "\n"
    return texts


def institution_folder(name: str) -> str:
    """The folder of an institution in a new workspace."""
    return f"plans/{slug(name)}"


def schema_line(folder: str, kind: FileKind) -> str:
    """The first line of a file in a folder of the workspace, by which editors find the schema."""
    up = "../" * len([part for part in folder.split("/") if part])
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind}.json\n"


def slug(name: str) -> str:
    """The name as a folder: lower case, letters and digits with hyphens between."""
    made = file_stem(name) or "institution"
    return f"{made}-plans" if made in SKIPPED else made  # a folder called `site` or `build` would not be read


def _fill_in(file: str, values: dict[str, str]) -> str:
    text = (templates_folder() / "init" / file).read_text("utf-8")
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)
