"""`tcplan validate`: all findings, in one run, each at its own line, none an echo."""

import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from support import EXAMPLES, REPOSITORY, tcplan, write

from tcplan.check import MOST_LISTED

THIRTY = REPOSITORY / "tests/data/thirty"
ON = ("--as-of", "2026-06-30")
DRAFT = ("--profile", "draft", *ON)
"""The short plans here need not be complete."""

MARK = re.compile(r"\s*# expect (.*)")
PLAN = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025, end: 2027}\n"


def marked(file: Path) -> Counter[tuple[str, int, str]]:
    """The findings that the comments of a file announce: file name, the line after the comment, code."""
    found: Counter[tuple[str, int, str]] = Counter()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if mark := MARK.match(line):
            found.update((file.name, number + 1, code) for code in mark[1].split())
    return found


def test_marks_of_a_merge_may_be_followed_by_both_versions(tmp_path: Path) -> None:
    """Two branches may both be right: neither an action nor a report is to be thrown away."""
    ours, theirs = ("  - {id: 3, title: Ours}\n", "  - {id: 3, title: Theirs}\n")
    write(tmp_path, p1=f"{PLAN}actions:\n<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> autumn\n")
    said = tcplan("validate", tmp_path, *ON).stdout
    assert "from one version or from both" in said
    assert "an id of its own" in said
    assert "keep one of the two" not in said


def findings(*arguments: str | Path, options: tuple[str, ...] = DRAFT, cwd: Path | None = None) -> list[dict[str, Any]]:
    """The findings of a run, from its JSON."""
    result = tcplan("validate", *arguments, *options, "--format", "json", cwd=cwd)
    listed = json.loads(result.stdout)["findings"]
    assert result.returncode == (1 if any(one["severity"] == "error" for one in listed) else 0)
    return list(listed)


def codes(workspace: Path) -> list[tuple[str, int]]:
    """Code and line of every finding."""
    return [(one["code"], one["line"]) for one in findings(workspace)]


def test_thirty_mistakes_give_thirty_findings_each_at_its_own_line() -> None:
    """Shape, references and dates; some inside a misspelt key; nothing twice and nothing missed."""
    files = [THIRTY / f"plans/westhaven/phase-{number}.yaml" for number in (2, 3)]
    expected = sum((marked(file) for file in files), Counter())
    found = Counter((Path(one["file"]).name, one["line"], one["code"]) for one in findings(THIRTY))
    assert expected.total() == 30
    assert found == expected


@pytest.mark.parametrize("folder", ["plans/durham", "plans/harper-adams", "examples"])
def test_the_plans_of_the_repository_have_no_error(folder: str) -> None:
    """Real and example plans alike, whatever the profile; that its warnings are right, nobody can test."""
    for profile in ("draft", "plan", "submission"):
        found = findings(folder, options=("--profile", profile, *ON))
        assert [one for one in found if one["severity"] == "error"] == []


def test_a_plan_or_framework_that_is_not_here_is_one_piece_of_advice() -> None:
    """Durham's earlier plan is named 38 times, its strategy 19 times."""
    found = findings("plans/durham")
    assert [one["code"] for one in found] == ["TC108", "TC108"]
    assert "38 references" in found[0]["message"]


def test_naming_a_file_shows_its_findings_with_the_workspace_as_context(tmp_path: Path) -> None:
    """A reference into another file resolves, and the other file's mistakes are not shown."""
    write(
        tmp_path,
        phase_1=PLAN + "actions: [{id: 1, title: One, nonsense: x}]\n",
        phase_2=PLAN + "follows: phase-1\nactions: [{id: 1, title: One, related: phase-1/1}]\n",
    )
    assert findings(tmp_path / "plans/u/phase-2.yaml") == []
    assert [one["code"] for one in findings(tmp_path)] == ["TC012"]


def test_references_into_a_file_that_cannot_be_read_are_not_echoes(tmp_path: Path) -> None:
    """The one finding is about the file that cannot be read."""
    write(tmp_path, phase_2=PLAN + "follows: phase-1\nactions: [{id: 1, title: x, related: phase-1/1}]\n")
    for text, code in (
        ("actions:\n  - id: 1\n title: x\n", "TC002"),
        ("actions: [\n", "TC004"),
        ("actions: [4]\n", "TC014"),
    ):
        write(tmp_path, phase_1=PLAN + text)
        assert [one for one, _ in codes(tmp_path)] == [code]


REFERENCES = [
    ("related: 9", "TC102"),
    ("continues: {ref: 1.7, how: related}", "TC102"),
    ("closed: {date: 2025, as: merged, into: 7}", "TC102"),
    ("measured_by: nothing", "TC104"),
    ("quotes: {from: nobody, text: Words}", "TC105"),
    ("themes: visibilities", "TC103"),
    ("aligns: n8/44", "TC103"),
    ("aligns: tallent/entry-routes", "TC103"),
    ("aligns: strategy/4", "TC108"),
    ("related: phase-7/4", "TC108"),
    ("updates: {date: 2025, evidence: case-studies/none}", "TC109"),
    ("depends_on: 1", "TC106"),
    ("under: 5", "TC107"),
    ("start: 2026-02\n    due: [2026-01, 2026-03]", "TC303"),
]


@pytest.mark.parametrize(("line", "code"), REFERENCES)
def test_each_reference_that_leads_nowhere_is_one_finding(tmp_path: Path, line: str, code: str) -> None:
    """Inside the plan, to other plans, frameworks, measures, voice entries and case studies."""
    write(tmp_path, plan=f"{PLAN}actions:\n  - id: 1\n    title: One\n    {line}\n")
    found = codes(tmp_path)
    assert [one for one, _ in found] == [code]
    assert found[0][1] >= 8


def test_a_submission_is_checked_against_its_form_and_plans(tmp_path: Path) -> None:
    """Unknown form, question, plan, action and case study."""
    write(
        tmp_path,
        phase_1=PLAN + "actions: [{id: 1, title: One}]\n",
        stage_1="kind: submission\nformat: 1\nform: stage-one\n",
        stage_2=(
            "kind: submission\nformat: 1\nform: stage-2\nsubmits: phase-9\n"
            "reviews:\n  - plan: phase-1\n    closing: [{ref: 4, rag: red}, {ref: 1, rag: red}, {ref: 1, rag: amber}]\n"
            "answers:\n  - {question: q9, text: x}\n  - {question: q1, text: x, evidence: case-studies/x}\n"
            "  - {question: q1}\n"
        ),
    )
    assert codes(tmp_path) == [
        ("TC112", 3),
        ("TC108", 4),
        ("TC102", 7),
        ("TC101", 7),
        ("TC110", 9),
        ("TC109", 10),
        ("TC101", 11),
    ]


def test_ids_of_measures_and_entries_stand_once(tmp_path: Path) -> None:
    """Pillars, objectives and actions share one set of ids."""
    text = (
        "measures: [{id: m, title: M}, {id: m, title: N}]\npillars: [{id: 1, title: P}]\nactions: [{id: 1, title: A}]\n"
    )
    write(tmp_path, plan=PLAN + text)
    found = findings(tmp_path)
    assert [(one["code"], one["line"], one["where"]) for one in found] == [
        ("TC101", 5, "measure m > id"),
        ("TC101", 7, "action 1 > id"),
    ]


def test_every_circle_of_dependencies_is_found(tmp_path: Path) -> None:
    """One finding for each dependency that closes a circle."""
    actions = "".join(
        f"  - {{id: {i}, title: A, depends_on: {j}}}\n" for i, j in [(1, 2), (2, 3), (3, 1), (4, 5), (5, 4), (6, 1)]
    )
    write(tmp_path, plan=f"{PLAN}actions:\n{actions}")
    assert codes(tmp_path) == [("TC106", 8), ("TC106", 10)]


@pytest.mark.unmeasured
@pytest.mark.parametrize("reference", ["{next}", "nothing-{id}"])
def test_ten_thousand_dependencies_take_seconds(tmp_path: Path, reference: str) -> None:
    """A chain of them, and as many that lead nowhere."""
    actions = "".join(
        f"  - id: a{i}\n    title: Action\n    depends_on: {reference.format(next=f'a{min(i + 1, 9999)}', id=i)}\n"
        for i in range(10_000)
    )
    write(tmp_path, plan=f"{PLAN}actions:\n{actions}")
    begun = time.monotonic()
    data = json.loads(tcplan("validate", tmp_path, *DRAFT, "--format", "json").stdout)
    assert time.monotonic() - begun < 60
    assert data["summary"]["error"] == (1 if "next" in reference else 10_000)
    assert len(data["findings"]) == (1 if "next" in reference else MOST_LISTED + 1)


def test_the_text_report_shows_place_line_carets_and_help(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """Also two places that disagree, words in plan terms, and counts in the last line."""
    text = (
        "actions:\n  - id: 1.1\n    title: One\n    onwers: HR\n    start: 2026-06\n    due: 2026-01\n"
        "  - {id: 1.1, title: Two}\n"
    )
    write(tmp_path, plan=PLAN + text)
    golden("validate.txt", tcplan("validate", *DRAFT, cwd=tmp_path).stdout)


def test_github_annotations_escape_what_would_break_them(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    """One line each, with the help in it."""
    write(tmp_path, plan=PLAN + 'actions:\n  - id: "1"\n    title: One\n    owner%s,: x\n    rag: green\n')
    golden("validate.github.txt", tcplan("validate", *DRAFT, "--format", "github", cwd=tmp_path).stdout)


def test_json_follows_its_published_schema() -> None:
    """`tcplan schema findings` describes what `--format json` prints."""
    schema = json.loads(tcplan("schema", "findings").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(tcplan("validate", THIRTY, "--format", "json").stdout), schema)


def test_fingerprints_outlive_moved_lines(tmp_path: Path) -> None:
    """A comment above moves every line and changes no fingerprint."""
    write(tmp_path, plan=PLAN + "actions: [{id: 1, title: One, related: 4}]\n")
    before = findings(tmp_path, cwd=tmp_path)
    write(tmp_path, plan="# A comment\n\n" + PLAN + "actions: [{id: 1, title: One, related: 4}]\n")
    after = findings(tmp_path / "plans/u", cwd=tmp_path)
    assert before[0]["line"] + 2 == after[0]["line"]
    assert before[0]["fingerprint"] == after[0]["fingerprint"]


def marks(cwd: Path, *paths: str) -> dict[str, str]:
    """The fingerprints of all findings, by their files."""
    data = json.loads(tcplan("validate", *paths, *DRAFT, "--format", "json", cwd=cwd).stdout)
    return {one["file"]: one["fingerprint"] for one in data["findings"]}


def test_fingerprints_do_not_depend_on_what_else_is_checked(tmp_path: Path) -> None:
    """Two workspaces with files of the same names, in either order, and each by itself."""
    for name in ("a", "b"):
        write(tmp_path / name, plan=PLAN + "actions: [{id: 1, title: One, related: 4}]\n")
    both = marks(tmp_path, "a", "b")
    assert len(set(both.values())) == 2
    assert both == marks(tmp_path, "b", "a") == {**marks(tmp_path, "b"), **marks(tmp_path, "a/plans/u/plan.yaml")}


def test_fingerprints_are_the_same_whichever_folder_is_named(tmp_path: Path) -> None:
    """Also where neither settings nor a folder `plans` say what the workspace is."""
    (tmp_path / "x/y").mkdir(parents=True)
    (tmp_path / "x/y/plan.yaml").write_text(PLAN + "actions: [{id: 1, title: One, related: 4}]\n")
    named = [marks(tmp_path, path) for path in (".", "x", "x/y", "x/y/plan.yaml")]
    assert list(named[0]) == ["x/y/plan.yaml"]
    assert named[1:] == named[:-1]


HOSTILE = {
    "empty": b"",
    "null bytes": b"kind: plan\n\x00\n",
    "latin 1": "kind: plan\ntitle: caf\xe9\n".encode("latin-1"),
    "utf 16": "kind: plan\n".encode("utf-16"),
    "a list": b"- a\n- b\n",
    "a text": b"just words\n",
    "a number": b"42\n",
    "an open quote": b'kind: plan\ntitle: "open\n',
    "an open bracket": b"kind: [\n",
    "an escape": b"kind: plan\ntitle: \x1b[31mred\n",
    "deep": b"kind: plan\ntitle: " + b"[" * 5000 + b"\n",
    "wrong containers": (
        b"kind: plan\nformat: 1\ntitle: {a: b}\nactions: {a: b}\npillars: x\nperiod: []\nrag: 4\nmeasures: [[]]\n"
    ),
    "kind is a list": b"kind: [plan]\nformat: {}\n",
    "keys are lists": b"? [a, b]\n: c\nkind: plan\n",
    "two documents": b"kind: plan\n---\nkind: plan\n",
    "an alias bomb": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "no kind": b"name: something\non: push\n",
    "another format": b"kind: plan\nformat: 7\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_gives_a_traceback(tmp_path: Path, name: str) -> None:
    """Whatever a file holds, the run ends with a finding in that file."""
    write(tmp_path)
    (tmp_path / "plans/u/file.yaml").write_bytes(HOSTILE[name])
    result = tcplan("validate", tmp_path, cwd=tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.match(r"plans/u/file\.yaml:\d+:\d+: error TC\d{3} ", result.stdout)
    assert "Traceback" not in result.stderr


def test_a_file_without_permission_is_a_finding(tmp_path: Path) -> None:
    """A dangling link takes its place, because root may read everything."""
    write(tmp_path, plan=PLAN)
    (tmp_path / "plans/u/gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    found = findings(tmp_path)
    assert [(one["code"], Path(one["file"]).name) for one in found] == [("TC001", "gone.yaml")]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["validate", "nowhere"], 3, "there is no such file or folder"),
        (["validate", "src"], 3, "has no plan file"),
        (["validate", "--format", "xml"], 2, "Invalid value"),
        (["validat"], 2, "Did you mean"),
        (["schema", "plam"], 2, "plam"),
    ],
)
def test_a_run_that_cannot_start_says_so_with_its_exit_code(arguments: list[str], code: int, says: str) -> None:
    """2 wrong usage, 3 nothing to read; nothing on the standard output."""
    result = tcplan(*arguments)
    assert (result.returncode, result.stdout) == (code, "")
    assert says in result.stderr
    assert "help: " in result.stderr


def test_settings_leave_files_out_and_refuse_unknown_keys(tmp_path: Path) -> None:
    """`exclude` in tcplan.toml."""
    write(tmp_path, plan=PLAN, draft="nonsense")
    (tmp_path / "tcplan.toml").write_text('exclude = ["plans/u/draft.yaml"]')
    assert findings(tmp_path) == []
    (tmp_path / "tcplan.toml").write_text("exclud = []")
    result = tcplan("validate", tmp_path)
    assert result.returncode == 2
    assert "did you mean `exclude`?" in result.stderr


@pytest.mark.unmeasured
def test_example_and_real_files_follow_the_schemas_that_editors_use() -> None:
    """The JSON Schema of each kind accepts what an editor's YAML makes of the files."""
    files = [
        *EXAMPLES.rglob("*.yaml"),
        *(REPOSITORY / "plans").rglob("*.yaml"),
        *(REPOSITORY / "src/tcplan/frameworks").glob("*.yaml"),
    ]
    assert len(files) > 15
    for file in files:
        data = YAML(typ="safe").load(file.read_text("utf-8"))
        schema = json.loads(tcplan("schema", data["kind"]).stdout)
        jsonschema.validate(json.loads(json.dumps(data, default=str)), schema, cls=jsonschema.Draft202012Validator)


BROKEN_LINES = [
    ("  - id: 1\n    title: One\n    id: 2\n    title: Two\n", ("TC003", 8), "begin its first line with `- `"),
    ("  - id: 1\n    title: One\n    title: Two\n", ("TC003", 8), "delete one of the two"),
    ("  - id: 1\n    title: One\n  – id: 2\n", ("TC002", 8), "a hyphen and a space"),
    ("  - id: 1\n    title: One\n  -id: 2\n", ("TC002", 8), "begin the item with `- `"),
    ("  - id: 1\n  \u00a0 title: One\n", ("TC002", 7), "write an ordinary space instead"),
    ("  - {id: 1, title: One, closed: {date: 2025, as:withdrawn}}\n", ("TC004", 6), "write as: withdrawn"),
    ("  - id: 1\n    title: 'It's hard.'\n", ("TC004", 7), 'write the line as: title: "It\'s hard."'),
    ("  - {id: 1, title: One}\nmeasures:\n  - {title: M, id: [a, b]}\n", ("TC014", 8), ""),
]


@pytest.mark.parametrize(("lines", "place", "help_text"), BROKEN_LINES)
def test_slips_of_people_who_come_from_word_are_named(
    tmp_path: Path, lines: str, place: tuple[str, int], help_text: str
) -> None:
    """One finding each, which says what to write."""
    write(tmp_path, plan=f"{PLAN}actions:\n{lines}")
    (found,) = findings(tmp_path)
    assert (found["code"], found["line"]) == place
    assert help_text in found["help"]


def test_a_plan_that_ends_before_it_starts_is_one_finding(tmp_path: Path) -> None:
    """And an entry cannot belong to one of its own level."""
    write(tmp_path, plan="kind: plan\nformat: 1\ntitle: P\nperiod: {start: 2026, end: 2025}\n")
    assert codes(tmp_path) == [("TC304", 4)]
    write(tmp_path, plan=f"{PLAN}actions: [{{id: 1, title: A}}, {{id: 2, title: B, under: 1}}]\n")
    assert codes(tmp_path) == [("TC107", 5)]


def test_a_file_that_another_hides_is_an_error(tmp_path: Path) -> None:
    """`phase-1.yml` beside `phase-1.yaml`, a second institution, a second framework of one name."""
    write(tmp_path, phase_1=PLAN, institution="kind: institution\nformat: 1\nname: U\n")
    (tmp_path / "plans/u/phase-1.yml").write_text(PLAN)
    (tmp_path / "plans/u/other.yaml").write_text("kind: institution\nformat: 1\nname: V\n")
    assert [(one["code"], Path(one["file"]).name) for one in findings(tmp_path)] == [
        ("TC113", "other.yaml"),
        ("TC113", "phase-1.yml"),
    ]


def test_a_pipe_in_the_place_of_a_file_does_not_stop_the_run(tmp_path: Path) -> None:
    """It is a finding, at once."""
    write(tmp_path, plan=PLAN)
    os.mkfifo(tmp_path / "plans/u/pipe.yaml")
    assert [(one["code"], Path(one["file"]).name) for one in findings(tmp_path)] == [("TC001", "pipe.yaml")]


def test_a_table_that_cannot_be_read_has_no_echoes(tmp_path: Path) -> None:
    """References into it may be right."""
    action = "{id: 1, title: A, under: p, measured_by: m, quotes: {from: v, text: w}}"
    text = f"measures: x\nvoice: [4]\npillars: y\nactions: [{action}]\n"
    write(tmp_path, plan=PLAN + text)
    assert [code for code, _ in codes(tmp_path)] == ["TC014"] * 3


def test_a_case_study_names_the_plan_of_what_it_shows(tmp_path: Path) -> None:
    """An entry without its plan, of a misspelt plan, of one that is not here."""
    study = "kind: case-study\nformat: 1\ntitle: C\nshows: [1, phaze-a/1, other-9/4, phase-a/1, phase-a/7]\n"
    write(tmp_path, phase_a=PLAN + "actions: [{id: 1, title: A}]\n", study=study)
    assert [code for code, _ in codes(tmp_path)] == ["TC102", "TC111", "TC108", "TC102"]


def test_former_ids_and_the_institution_s_own_name_are_references_too(tmp_path: Path) -> None:
    """`under` an earlier id; `u/phase-a/1` seen from within u."""
    actions = "[{id: 1, title: A, under: 9}, {id: 3, title: B, related: u/phase-a/1}]"
    text = f"objectives: [{{id: 2, title: O, formerly: 9}}]\nactions: {actions}\n"
    write(tmp_path, phase_a=PLAN + text)
    assert codes(tmp_path) == []


def test_findings_that_are_alike_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    """Three actions with one id are two findings."""
    write(tmp_path, plan=PLAN + "actions: [{id: 1, title: A}, {id: 1, title: B}, {id: 1, title: C}]\n")
    assert len({one["fingerprint"] for one in findings(tmp_path)}) == 2


def test_frameworks_that_cannot_be_read_have_no_echoes(tmp_path: Path) -> None:
    """Themes, alignments and answers may be right."""
    (tmp_path / "frameworks").mkdir()
    for name in ("themes", "n8", "stage-1"):
        (tmp_path / f"frameworks/{name}.yaml").write_text("- x\n")
    write(
        tmp_path,
        plan=PLAN + "actions: [{id: 1, title: A, themes: visibility, aligns: n8/1}]\n",
        stage_1="kind: submission\nformat: 1\nform: stage-1\nanswers: [{question: profile, text: x}]\n",
    )
    assert {Path(one["file"]).parent.name for one in findings(tmp_path)} == {"frameworks"}


def test_workspaces_below_a_folder_are_checked_with_it(tmp_path: Path) -> None:
    """Each by its own settings: a job of a service starts above the plans, and nothing may be left out silently."""
    write(tmp_path / "ours/first", phase_1="kind: plan\nformat: 1\ntitel: One\n")
    write(tmp_path / "ours/first/deeper", phase_1="kind: plan\nformat: 1\ntitel: Two\n")
    write(tmp_path / "ours/.hidden", phase_1="kind: plan\nformat: 1\ntitel: Three\n")
    for folder in ("ours/first", "ours/first/deeper", "ours/.hidden"):
        (tmp_path / folder / "tcplan.toml").write_text('profile = "draft"\n')
    found = [tcplan("validate", *paths, cwd=tmp_path) for paths in ((), ("ours",), ("ours/first", "ours"))]
    assert len({result.stdout for result in found}) == 1
    assert "ours/first/plans/u/phase-1.yaml:3:1: error TC012" in found[0].stdout
    assert "ours/first/deeper/plans/u/phase-1.yaml:3:1: error TC012" in found[0].stdout
    assert "2 files checked" in found[0].stdout
    assert {result.returncode for result in found} == {1}
    (tmp_path / "tcplan.toml").write_text('exclude = ["ours/first"]\n')
    assert tcplan("validate", cwd=tmp_path).returncode == 3


def test_the_profiles_of_several_workspaces_are_all_named(tmp_path: Path) -> None:
    """One goes without saying only where it is the same everywhere."""
    for name, profile in (("a", "submission"), ("b", "plan"), ("c", "plan")):
        write(tmp_path / name, plan=f"{PLAN}actions: [{{id: 1, title: One}}]\n")
        (tmp_path / name / "tcplan.toml").write_text(f'profile = "{profile}"\n')

    def last(*paths: str) -> str:
        return tcplan("validate", *paths, *ON, cwd=tmp_path).stdout.splitlines()[-1]

    assert "as of 2026-06-30 (profile submission and profile plan)" in last("a", "b", "c")
    assert "as of 2026-06-30 (profile submission)" in last("a")
    assert "as of 2026-06-30:" in last("b", "c")
