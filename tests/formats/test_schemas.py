"""Every report is what its format says it is, by the schema of those who define or read it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema
from formats.tools import HERE, NODE_MODULES, WORKSPACES, reports, run, there
from support import tcplan

ACCEPTED = {
    "SARIF2005": "tcplan has no web page of its own that informationUri could name",
}
"""Warnings of the multitool that we leave as they are, with the reason; its notes are suggestions."""


@pytest.fixture(params=WORKSPACES, scope="module", name="made")
def made_(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports of one workspace."""
    return reports(request.param, tmp_path_factory.mktemp("reports"))


def loaded(path: Path) -> Any:
    """The data of a JSON file."""
    return json.loads(path.read_text("utf-8"))


def multitool(*files: Path, folder: Path) -> list[dict[str, Any]]:
    """What the multitool finds in some files; its exit code says little."""
    programs = [*NODE_MODULES.glob("sarif-multitool-*/Sarif.Multitool")] or [NODE_MODULES / "sarif-multitool"]
    results = folder / "multitool.sarif"
    kinds = ("--kind", "Fail", "--level", "Error;Warning;Note", "--rule-kind", "Sarif;Gh")
    said = run(
        there(programs[0]), "validate", *files, "--output", results, "--log", "ForceOverwrite", *kinds, cwd=folder
    )
    assert results.exists(), said.stdout
    (done,) = loaded(results)["runs"]
    assert all(one["executionSuccessful"] for one in done["invocations"]), said.stdout
    return list(done.get("results", []))


def test_sarif_follows_the_schema_of_oasis(made: dict[str, Path]) -> None:
    """In the copy that the multitool carries."""
    path = there(next(NODE_MODULES.glob("sarif-multitool-*/sarif-2.1.0.json"), NODE_MODULES / "sarif-multitool"))
    schema = loaded(path)
    assert "SARIF) Version 2.1.0 JSON Schema" in schema["title"]
    jsonschema.Draft202012Validator(schema).validate(loaded(made["sarif"]))


def test_sarif_is_as_the_multitool_wants_it(made: dict[str, Path], tmp_path: Path) -> None:
    """Neither errors nor warnings but those that are accepted here."""
    found = multitool(made["sarif"], folder=tmp_path)
    assert [one for one in found if one.get("level") != "note" and one["ruleId"] not in ACCEPTED] == []


def test_the_multitool_finds_what_is_wrong(tmp_path: Path) -> None:
    """A file that it should refuse is refused: it is run as it should be."""
    log = loaded(reports("sound", tmp_path)["sarif"])
    log["runs"][0]["results"] = [{"ruleId": "X", "ruleIndex": 4, "message": {"text": "no full stop"}}]
    broken = tmp_path / "broken.sarif"
    broken.write_text(json.dumps(log))
    assert "error" in {one.get("level", "warning") for one in multitool(broken, folder=tmp_path)}


def test_what_is_accepted_of_the_multitool_is_found(tmp_path: Path) -> None:
    """Else the reason has gone, and the line here with it."""
    found = multitool(reports("sound", tmp_path)["sarif"], folder=tmp_path)
    assert {one["ruleId"] for one in found if one.get("level") != "note"} == set(ACCEPTED)


def test_json_follows_our_published_schema(made: dict[str, Path]) -> None:
    """`tcplan schema findings`."""
    schema = json.loads(tcplan("schema", "findings").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(loaded(made["json"]))


def test_junit_follows_the_schema_of_jenkins(made: dict[str, Path]) -> None:
    """That of its xUnit plugin, which is stricter than most readers."""
    xmlschema.XMLSchema(HERE / "junit-10.xsd").validate(made["junit"])


def test_gitlab_gets_what_its_documentation_asks_for(made: dict[str, Path]) -> None:
    """With a fingerprint of its own for each entry: of two that are alike GitLab shows one."""
    entries = loaded(made["gitlab"])
    jsonschema.Draft202012Validator(loaded(HERE / "code-quality.schema.json")).validate(entries)
    assert len({one["fingerprint"] for one in entries}) == len(entries)
