"""Live figures in answers: a document prints the number of its day, and `validate` knows what means nothing."""

import json
import re
import time
from pathlib import Path

import pytest
from support import tcplan

PLANS = {
    "institution.yaml": "kind: institution\nformat: 1\nname: Northmoor University\nsigned: 2017-05\ncohort: 1\n",
    "phase-1.yaml": """kind: plan
format: 1
title: The first plan
period: {start: 2020-01, end: 2022-12}
measures:
  - id: registered
    title: Technicians with professional registration
    targets: {2021-12: 15%, end: 25%}
    actual: {2020-01: 9%, 2022-12: 18%}
  - id: named.posts
    title: Technical posts named in the HR system
    actual: {2020-01: 120}
actions:
  - {id: 1, title: Open a page, updates: {date: 2022-06-30, rag: blue}}
  - {id: 2, title: Publish profiles, updates: [{date: 2021-06-30, rag: green}, {date: 2022-11-30, rag: blue}]}
  - {id: 3, title: Start a network, due: 2021-12, updates: {date: 2022-11-30, rag: amber}}
  - {id: 4, title: Write a register, updates: {date: 2022-06-30, rag: red}}
  - {id: 5, title: Hold an open day}
  - {id: 6, title: Buy a mill, closed: {date: 2021-03-31, as: withdrawn, why: No room for it}}
""",
    "phase-2.yaml": """kind: plan
format: 1
title: The second plan
follows: phase-1
period: {start: 2023-01, end: 2025-12}
measures:
  - id: registered
    title: Technicians with professional registration
    targets: {2024-12: 30%, end: 40%}
    actual: {2023-01: 18%, 2023-06: 22%}
  - id: apprentices
    title: Apprentices who stay
    targets: {end: 20}
actions:
  - {id: 1, title: Pilot a pathway, updates: {date: 2023-03-31, rag: green}}
  - {id: 2, title: Elect members of boards, updates: {date: 2023-03-31, rag: red}}
  - {id: 3, title: Open a fund}
""",
    "case-studies/open-day.yaml": "kind: case-study\nformat: 1\ntitle: An open day\ndate: 2022\n",
    "case-studies/later-day.yaml": "kind: case-study\nformat: 1\ntitle: A later day\ndate: 2024-05-01\n",
}
SUBMISSION = """kind: submission
format: 1
form: stage-2
submits: phase-2
reviews:
  - plan: phase-1
    date: 2022-12-31
    closing:
      - {ref: 4, rag: amber}
answers:
  - question: q4
    text: |
      {{TEXT}}
"""


def write_plans(folder: Path, text: str, submission: str = SUBMISSION) -> Path:
    """An institution whose stage 2 has this answer."""
    for name, content in {**PLANS, "stage-2.yaml": submission.replace("{{TEXT}}", text)}.items():
        file = folder / "plans/northmoor" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def printed(folder: Path, as_of: str, to: str = "md") -> str:
    """The answer in the document of a day."""
    result = tcplan("render", "stage2", folder, "--to", to, "--as-of", as_of)
    assert result.returncode == 0, result.stderr
    found = re.search(r"\bA: (.*) :Z\b", result.stdout)
    assert found, result.stdout
    return found[1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("actions.total", "6"),
        ("actions.complete", "2"),
        ("actions.open", "3"),
        ("actions.closed", "1"),
        ("actions.overdue", "1"),
        ("actions.not_reported", "1"),
        ("actions.green", "2"),
        ("actions.amber", "2"),
        ("actions.red", "0"),
        ("actions.blue", "0"),
        ("reviewed.actions.complete", "2"),
        ("phase-1.actions.total", "6"),
        ("submitted.actions.total", "3"),
        ("submitted.actions.green", "1"),
        ("submitted.actions.red", "1"),
        ("phase-2.actions.not_reported", "1"),
        ("measures.registered.baseline", "9%"),
        ("measures.registered.latest", "18%"),
        ("measures.registered.target", "25%"),
        ("measures.named.posts.latest", "120"),
        ("measures.apprentices.target", "20"),
        ("submitted.measures.registered.latest", "22%"),
        ("submitted.measures.registered.target", "30%"),
        ("phase-2.measures.registered.baseline", "18%"),
        ("case_studies.count", "1"),
    ],
)
@pytest.mark.parametrize("to", ["md", "html"])
def test_a_document_prints_the_number_of_its_day(tmp_path: Path, name: str, value: str, to: str) -> None:
    """Of the reviewed plan on the day of the review, of the submitted one on that of the document."""
    assert printed(write_plans(tmp_path, f"A: {{{{ {name} }}}} :Z"), "2023-09-30", to) == value


def test_a_figure_is_as_of_the_day_of_the_document(tmp_path: Path) -> None:
    """Nothing that is dated later is counted, even if the review is said to be of a later day."""
    folder = write_plans(
        tmp_path,
        "A: {{ actions.complete }}, {{measures.registered.latest}}, {{ submitted.measures.registered.latest }} :Z",
    )
    assert printed(folder, "2022-09-30") == "1, 9%, \u2013"
    assert printed(folder, "2023-02-28") == "2, 18%, 18%"


def test_the_counts_of_a_review_are_those_of_its_table(tmp_path: Path) -> None:
    """The colours that are stated, else those that the form proposes."""
    folder = write_plans(tmp_path, "A: {{ actions.green }} {{ actions.amber }} {{ actions.red }} :Z")
    text = tcplan("render", "stage2", folder, "--to", "md", "--as-of", "2023-09-30").stdout
    counts = {colour: re.search(rf"\b{colour} *\| *(\d+)", text) for colour in ("Green", "Amber", "Red")}
    assert printed(folder, "2023-09-30").split() == [one[1] for one in counts.values() if one]


@pytest.mark.parametrize(
    "text",
    [
        r"A: \{{ actions.total }} :Z",
        "A: { { actions.total } } :Z",
        r"A: \{{ nothing :Z",
        "A: {single} and }} :Z",
    ],
)
def test_braces_that_are_no_figure_stay(tmp_path: Path, text: str) -> None:
    """A backslash says that they are meant as they are."""
    folder = write_plans(tmp_path, text)
    assert printed(folder, "2023-09-30", "html") == text[3:-3].replace("\\", "")
    assert "TC713" not in tcplan("validate", folder).stdout


@pytest.mark.parametrize(
    ("written", "message", "help_text"),
    [
        ("{{ actions.completed }}", "there is no figure `actions.completed`", "did you mean `actions.complete`?"),
        ("{{ action.total }}", "there is no figure `action.total`", "did you mean `actions.total`?"),
        ("{{ phase-3.actions.total }}", "no figure `phase-3.actions.total`", "did you mean `phase-2.actions.total`?"),
        ("{{ measures.registred.latest }}", "has a measure `registred`", "did you mean `registered`?"),
        ("{{ measures.registered.last }}", "no figure `measures.registered.last`", "measures.registered.latest`?"),
        ("{{ case_study.count }}", "no figure `case_study.count`", "did you mean `case_studies.count`?"),
        ("{{ case_studies }}", "no figure `case_studies`", "did you mean `case_studies.count`?"),
        ("{{ 7 * 7 }}", "there is no figure `7 * 7`", "the figures are actions.total, actions.complete"),
        ("{{ actions.total | upper }}", "there is no figure", ""),
        ("{{ actions.__class__ }}", "there is no figure", ""),
        ("{{ ''.join(x) }}", "there is no figure", ""),
        ("{{ range(10**9) }}", "there is no figure", ""),
        ("{{}}", "begins a live figure that does not end", "write {{ and the name"),
        ("{{ actions.total }", "`{{` begins a live figure that does not end", "write {{ and the name"),
        ("{{{ actions.total }}}", "begins a live figure that does not end", ""),
    ],
)
def test_what_means_nothing_is_an_error_at_its_place(
    tmp_path: Path, written: str, message: str, help_text: str
) -> None:
    """With its line and column, and what may be meant; a document prints what is typed."""
    folder = write_plans(tmp_path, f"A: {written} :Z")
    result = tcplan("validate", folder, "--format", "json")
    found = [one for one in json.loads(result.stdout)["findings"] if one["code"] == "TC713"]
    assert len(found) >= 1
    assert message in found[0]["message"]
    assert help_text in found[0]["help"]
    lines = (folder / "plans/northmoor/stage-2.yaml").read_text().splitlines()
    assert lines[found[0]["line"] - 1][found[0]["column"] - 1 :].startswith("{{")
    assert result.returncode == 1
    assert "{{" in printed(folder, "2023-09-30", "html") or "{" in written


def test_a_figure_without_a_value_is_told_before_it_is_sent(tmp_path: Path) -> None:
    """A measure without a reading, or without a target: under the profile of a submission, with the reason."""
    folder = write_plans(
        tmp_path, "A: {{ measures.apprentices.latest }} {{ measures.named.posts.target }} {{ actions.red }} :Z"
    )
    at = ("validate", folder, "--profile", "submission", "--as-of", "2023-09-30", "--format", "json")
    found = [one for one in json.loads(tcplan(*at).stdout)["findings"] if one["code"] == "TC714"]
    assert [one["message"] for one in found] == [
        "`{{ measures.apprentices.latest }}` has no value: it has no reading up to 2023-09-30",
        "`{{ measures.named.posts.target }}` has no value: it has no target",
    ]
    assert printed(folder, "2023-09-30") == "\u2013 \u2013 0"


@pytest.mark.parametrize("id_", ["tbc", "todo", "xx", "2.5", "jane-smith", "n8"])
def test_the_name_of_a_figure_says_nothing(tmp_path: Path, id_: str) -> None:
    """It is no placeholder, no id of an action and no person, whatever the measure is called."""
    text = f"Now {{{{ measures.{id_}.latest }}}} and {{{{ phase-1.actions.total }}}}."
    folder = write_plans(tmp_path, text, SUBMISSION.replace("q4", "q1"))
    plan = folder / "plans/northmoor/phase-1.yaml"
    plan.write_text(plan.read_text().replace("id: registered", f"id: {id_}"))
    at = ("validate", folder, "--profile", "submission", "--as-of", "2023-09-30", "--format", "json")
    found = json.loads(tcplan(*at).stdout)["findings"]
    assert [one["code"] for one in found if one["file"].endswith("stage-2.yaml") and "q1" in one["where"]] == []


def test_words_are_counted_with_the_values(tmp_path: Path) -> None:
    """As the document prints them: one word for a figure of three."""
    (tmp_path / "frameworks").mkdir()
    form = "kind: framework\nformat: 1\ntype: form\ntitle: A form\nquestions:\n  - {id: q4, title: Q, words: 4}\n"
    (tmp_path / "frameworks/stage-2.yaml").write_text(form, encoding="utf-8")
    at = ("validate", "--profile", "submission", "--as-of", "2023-09-30")
    assert "TC702" not in tcplan(*at, write_plans(tmp_path, "Now {{ actions.total }} of {{actions.open}}")).stdout
    result = tcplan(*at, write_plans(tmp_path, "Now {{ actions.total }} of {{actions.open}}, too"))
    assert "has 5 words, 1 more than the 4 allowed" in result.stdout


def test_a_figure_of_a_plan_that_is_not_there_is_no_second_finding(tmp_path: Path) -> None:
    """That the plan is unknown is said once, where it is named."""
    folder = write_plans(
        tmp_path,
        "A: {{ actions.total }} {{ measures.registered.latest }} :Z",
        SUBMISSION.replace("plan: phase-1", "plan: phase-0"),
    )
    output = tcplan("validate", folder, "--profile", "submission", "--as-of", "2023-09-30").stdout
    assert "phase-0" in output
    assert "TC713" not in output
    assert "TC714" not in output


@pytest.mark.parametrize("key", ["summary: x", "internal: x", "closing: [{ref: 1, note: x}]"])
def test_a_figure_in_another_text_is_told(tmp_path: Path, key: str) -> None:
    """It would be printed as it is typed; a note that is never published may have braces."""
    text = key.replace("x", "'{{ actions.total }} of them'")
    submission = re.sub(r"    closing:\n.*\n", f"    {text}\n", SUBMISSION)
    output = tcplan("validate", write_plans(tmp_path, "x", submission)).stdout
    assert ("`{{ actions.total }}` is not in an answer" in output) == ("internal" not in key)


def test_many_wrong_figures_are_told_in_a_moment(tmp_path: Path) -> None:
    """What may be meant is looked for only so often."""
    measures = "".join(f"  - {{id: m{number}, title: M}}\n" for number in range(1000))
    folder = write_plans(tmp_path, " ".join(f"{{{{ a{number} }}}}" for number in range(5_000)))
    plan = folder / "plans/northmoor/phase-1.yaml"
    plan.write_text(plan.read_text().replace("measures:\n", f"measures:\n{measures}"))
    began = time.monotonic()
    assert "TC713" in tcplan("validate", folder).stdout
    assert time.monotonic() - began < 60


def test_a_plan_may_have_a_dot_in_its_name(tmp_path: Path) -> None:
    """The longest beginning that is a plan counts."""
    folder = write_plans(tmp_path, "A: {{ plan-1.2.actions.total }} :Z", SUBMISSION.replace("phase-1", "plan-1.2"))
    (folder / "plans/northmoor/phase-1.yaml").rename(folder / "plans/northmoor/plan-1.2.yaml")
    assert printed(folder, "2023-09-30") == "6"


def test_a_submission_without_plans_has_nothing_to_count(tmp_path: Path) -> None:
    """The message says where a plan is named."""
    text = re.sub(r"submits.*(?=answers)", "", SUBMISSION, flags=re.DOTALL)
    output = tcplan("validate", write_plans(tmp_path, "{{ actions.total }}", text)).stdout
    assert "the submission names no plan" in output
    assert "name one under `submits` or `reviews`" in output


def test_fmt_and_diff_leave_figures_as_they_are(tmp_path: Path) -> None:
    """They are words of the file like any other."""
    folder = write_plans(tmp_path, "A: {{ actions.total }} of {{  actions.open}} :Z")
    assert tcplan("fmt", folder).returncode == 0
    assert "A: {{ actions.total }} of {{  actions.open}} :Z" in (folder / "plans/northmoor/stage-2.yaml").read_text()
