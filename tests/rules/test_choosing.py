"""Which findings count: by profile, by rule, and without those that a file accepts."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from support import tcplan, write

from tcplan.check import select_codes
from tcplan.errors import UsageError
from tcplan.files.locating import settings_in
from tcplan.files.settings import FailOn, Profile, Settings
from tcplan.rules import RULES

HEAD = "kind: plan\nformat: 1\ntitle: A plan\nperiod: {start: 2025-01, end: 2027-12}\n"
GAP = "actions:\n  - {id: 1.1, title: One}\n  - {id: 1.2, title: Two}\n  - {id: 1.4, title: Four}\n"


def run(folder: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit code of a run, and its JSON."""
    result = tcplan("validate", folder, "--format", "json", *options)
    return result.returncode, json.loads(result.stdout)


def names(report: dict[str, Any]) -> set[str]:
    """The names of the rules that found something."""
    return {one["name"] for one in report["findings"]}


def codes(settings: Settings) -> set[str]:
    """The codes that count under some settings."""
    return {code.code for code in select_codes(settings)}


def test_each_profile_has_the_rules_of_the_one_before_and_more() -> None:
    """A draft is asked least, a submission most; without a profile, `plan` is meant."""
    draft, plan, submission = (codes(Settings(profile=profile)) for profile in Profile)
    assert draft < plan < submission == {rule.code.code for rule in RULES}
    assert codes(Settings()) == plan


def test_rules_are_selected_by_code_by_its_beginning_and_by_name() -> None:
    """Whatever the profile; what cannot be read is always reported."""
    reading = codes(Settings(select=("TC001",)))
    assert codes(Settings(select=("TC303",))) - reading == {"TC303"}
    assert codes(Settings(select=("due-before-start",))) - reading == {"TC303"}
    times = codes(Settings(select=("TC3",))) - reading
    assert {"TC303", "TC304"} <= times
    assert all(code.startswith("TC3") for code in times)


def test_rules_are_ignored_in_the_same_words() -> None:
    """Of a whole family only those that are not errors."""
    assert "TC108" not in codes(Settings(ignore=("not-in-workspace",)))
    without = codes(Settings(ignore=("TC1",)))
    assert "TC108" not in without
    assert "TC102" in without


@pytest.mark.parametrize("word", ["TC101", "duplicate-id", "TC101x", "no-such-rule", "T"])
def test_neither_an_error_nor_an_unknown_rule_can_be_ignored(word: str) -> None:
    """Both are wrong usage, with what to do."""
    with pytest.raises(UsageError) as error:
        select_codes(Settings(ignore=(word,)))
    assert error.value.hint


def test_options_override_the_settings_of_the_workspace(tmp_path: Path) -> None:
    """Which override the defaults."""
    write(tmp_path, plan=HEAD + GAP)
    (tmp_path / "tcplan.toml").write_text('select = ["gap-in-numbering"]\nfail-on = "warning"\n')
    code, report = run(tmp_path)
    assert (code, names(report)) == (1, {"gap-in-numbering"})
    code, report = run(tmp_path, "--fail-on", "error", "--select", "TC3,TC2", "--select", "TC4")
    assert code == 0
    assert "gap-in-numbering" not in names(report)
    assert run(tmp_path, "--ignore", "TC114")[1]["findings"] == []


def test_settings_that_are_not_in_the_list_stop_the_run(tmp_path: Path) -> None:
    """With the nearest one."""
    for text, hint in (('profile = "drafts"', "draft"), ('fail-on = "warnings"', "warning"), ("profile = 1", "draft")):
        (tmp_path / "tcplan.toml").write_text(text)
        with pytest.raises(UsageError) as error:
            settings_in(tmp_path)
        assert hint in error.value.hint
    (tmp_path / "tcplan.toml").write_text('profile = "draft"\nselect = ["TC3"]\n')
    with pytest.raises(UsageError, match="cannot be used together"):
        settings_in(tmp_path)
    (tmp_path / "tcplan.toml").write_text('profile = "draft"\nfail-on = "advice"\nignore = ["TC2"]\n')
    assert settings_in(tmp_path) == Settings(profile=Profile.DRAFT, ignore=("TC2",), fail_on=FailOn.ADVICE)


@pytest.mark.parametrize(("fail_on", "code"), [(None, 0), ("error", 0), ("warning", 1), ("advice", 1)])
def test_a_run_fails_on_errors_unless_it_is_asked_to_be_stricter(
    tmp_path: Path, fail_on: str | None, code: int
) -> None:
    """The exit code is 1 for the severity that `--fail-on` names, and for higher ones."""
    write(tmp_path, plan=HEAD + GAP)
    options = ["--fail-on", fail_on] if fail_on else []
    assert run(tmp_path, "--select", "gap-in-numbering", *options)[0] == code


def accepting(*entries: str) -> str:
    """The entries of `accepted:`."""
    return "accepted:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


@pytest.mark.parametrize("at", ["", "at: 1.4, ", "at: [1.4], "])
def test_what_a_file_accepts_is_not_a_finding_and_is_counted(tmp_path: Path, at: str) -> None:
    """With the reason, in the last line and in the JSON."""
    write(tmp_path, plan=HEAD + accepting(f"rule: gap-in-numbering, {at}why: It moved to estates") + GAP)
    _, report = run(tmp_path, "--select", "TC114,TC121")
    assert report["findings"] == []
    assert report["summary"]["accepted"] == 1
    assert report["accepted"][0]["why"] == "It moved to estates"
    assert report["accepted"][0]["finding"]["code"] == "TC114"
    assert "1 accepted" in tcplan("validate", tmp_path, "--select", "TC114").stdout.splitlines()[-1]


def test_a_rule_is_accepted_by_its_code_too(tmp_path: Path) -> None:
    """As in the options."""
    write(tmp_path, plan=HEAD + accepting("rule: TC114, why: Moved") + GAP)
    assert run(tmp_path, "--select", "TC114,TC121")[1]["findings"] == []


NOBODY = "actions:\n" + "".join(f"  - {{id: {number}, title: Action}}\n" for number in range(1, 4))


@pytest.mark.parametrize(("at", "left"), [("[1, 2, 3]", 0), ("[1, 2]", 1)])
def test_one_finding_for_many_is_accepted_if_it_is_for_each(tmp_path: Path, at: str, left: int) -> None:
    """Otherwise it stays, and the acceptances of some of them are still used."""
    write(tmp_path, plan=HEAD + accepting(f"rule: no-owner, at: {at}, why: A draft") + NOBODY)
    _, report = run(tmp_path, "--select", "no-owner,unused-acceptance")
    assert len(report["findings"]) == left
    assert names(report) <= {"no-owner"}


def test_a_profile_that_is_asked_for_is_not_narrowed_by_the_settings(tmp_path: Path) -> None:
    """And cannot be used together with a selection."""
    write(tmp_path, plan=HEAD + GAP)
    (tmp_path / "tcplan.toml").write_text('select = ["TC3"]\n')
    assert "gap-in-numbering" not in names(run(tmp_path)[1])
    assert "gap-in-numbering" in names(run(tmp_path, "--profile", "plan")[1])
    both = tcplan("validate", tmp_path, "--profile", "plan", "--select", "TC3")
    assert both.returncode == 2
    assert "help: " in both.stderr


LAST_LINES = [((), "nothing found"), (("--profile", "draft"), "(profile draft), nothing found")]
LAST_LINES += [(("--select", "TC3"), "(selected rules), nothing found")]
LAST_LINES += [(("--ignore", "TC2", "--profile", "draft"), "(profile draft, some rules ignored), nothing found")]


@pytest.mark.parametrize(("options", "words"), LAST_LINES)
def test_the_last_line_says_which_rules_counted(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    """If they are not the usual ones: nothing found in a draft does not promise the same for the plan."""
    write(tmp_path, institution="kind: institution\nformat: 1\nname: U\n")
    assert tcplan("validate", tmp_path, *options).stdout.endswith(f"{words}\n")


def test_what_is_selected_is_not_ignored_by_the_settings(tmp_path: Path) -> None:
    """A rule that you ask for runs."""
    write(tmp_path, plan=HEAD + GAP)
    (tmp_path / "tcplan.toml").write_text('ignore = ["TC114"]\n')
    assert "gap-in-numbering" not in names(run(tmp_path)[1])
    assert "gap-in-numbering" in names(run(tmp_path, "--select", "TC114")[1])


def test_a_setting_that_names_an_unknown_rule_is_reported_with_its_file(tmp_path: Path) -> None:
    """So that the mistake is found."""
    write(tmp_path, plan=HEAD + GAP)
    (tmp_path / "tcplan.toml").write_text('ignore = ["no-laed"]\n')
    result = tcplan("validate", tmp_path)
    assert result.returncode == 2
    assert "tcplan.toml: there is no rule `no-laed`" in result.stderr
    assert "did you mean `no-lead`?" in result.stderr


def test_an_id_above_the_entry_covers_everything_below_it(tmp_path: Path) -> None:
    """A gap under pillar 1 is accepted at 1."""
    plan = HEAD + accepting("rule: gap-in-numbering, at: 1, why: Moved") + "pillars: [{id: 1, title: P}]\n" + GAP
    write(tmp_path, plan=plan)
    assert run(tmp_path, "--select", "TC114,TC121")[1]["findings"] == []


def test_an_acceptance_without_a_reason_is_an_error(tmp_path: Path) -> None:
    """Nobody could say later why it was accepted."""
    for why in ("", ", why: ''"):
        write(tmp_path, plan=HEAD + accepting(f"rule: gap-in-numbering{why}") + GAP)
        code, report = run(tmp_path)
        assert code == 1
        assert "missing-key" in names(report)


UNUSED = [
    ("rule: gap-in-numbering, at: 7, why: x", "unused-acceptance"),
    ("rule: dependency-cycle, why: x", "accepted-error"),
    ("rule: gap-in-numbring, why: x", "unknown-rule"),
    ("rule: gap-in-numbering, at: [1.4, 7], why: x", "unused-acceptance"),
]


@pytest.mark.parametrize(("entry", "name"), UNUSED)
def test_an_acceptance_that_accepts_nothing_is_a_finding(tmp_path: Path, entry: str, name: str) -> None:
    """At the wrong id, of an error, or of a rule that does not exist."""
    write(tmp_path, plan=HEAD + accepting(entry) + GAP)
    found = [one for one in run(tmp_path)[1]["findings"] if one["code"] in ("TC121", "TC122", "TC123")]
    assert [(one["name"], one["line"]) for one in found] == [(name, 6)]
    assert found[0]["help"]


@pytest.mark.parametrize(("more", "options"), [("", ["--as-of", "2025-02-01"]), ("abuot: x\n", [])])
def test_an_acceptance_may_be_needed_on_another_day_or_once_the_file_can_be_read(
    tmp_path: Path, more: str, options: list[str]
) -> None:
    """If the day was chosen, or an error hides something, no acceptance is called unused."""
    write(tmp_path, plan=HEAD + more + accepting("rule: gap-in-numbering, at: 7, why: x") + GAP)
    assert "unused-acceptance" not in names(run(tmp_path, *options)[1])


def test_an_unused_acceptance_is_none_when_its_rule_did_not_run(tmp_path: Path) -> None:
    """What was not searched for cannot be missing."""
    write(tmp_path, plan=HEAD + accepting("rule: gap-in-numbering, at: 7, why: x") + "actions: [{id: 1, title: One}]\n")
    assert run(tmp_path, "--select", "TC304,TC121")[1]["findings"] == []
    assert names(run(tmp_path, "--select", "TC114,TC121")[1]) == {"unused-acceptance"}


KINDS = {
    "institution": "kind: institution\nformat: 1\nname: U\nrole: signatory\n",
    "stage-2": "kind: submission\nformat: 1\nform: stage-2\n",
    "case": "kind: case-study\nformat: 1\ntitle: A day\nurl: http://www.example.ac.uk/day\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_findings_are_accepted_in_every_kind_of_file(tmp_path: Path, name: str) -> None:
    """Whatever its rules find."""
    write(tmp_path, **{name.replace("-", "_"): KINDS[name]})
    found = names(run(tmp_path, "--profile", "submission")[1])
    assert found
    write(tmp_path, **{name.replace("-", "_"): KINDS[name] + accepting(*entries(found))})
    _, report = run(tmp_path, "--profile", "submission")
    assert report["findings"] == []
    assert {one["finding"]["name"] for one in report["accepted"]} == found


def entries(found: Iterable[str]) -> list[str]:
    """An acceptance of each rule."""
    return [f"rule: {name}, why: We know" for name in sorted(found)]
