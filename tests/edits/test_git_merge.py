"""Plan files in real repositories: what `git merge` and `git diff` make of them once tcplan has set git up."""

import subprocess
from pathlib import Path

import pytest
from repositories import SETTINGS, commit, git, start_repository
from support import close_off, tcplan

from tcplan.files.git_settings import own_command

PLAN = """\
kind: plan
format: 1  # as the board approved it
title: A plan

# The pillars are those of the strategy.
pillars:
  - {id: 1, title: Careers}
actions:
  - id: 1.1
    title: Consult staff on the pathway
    lead: HR  # since the restructure
    due: 2026-12
    updates:
      - {date: 2026-06-30, rag: amber}

  - id: 1.2
    title: Name a champion in each school
    lead: DSO
"""
REPORT = "      - {date: 2026-06-30, rag: amber}\n"


class Clone:
    """A repository with one plan file, which two branches change."""

    def __init__(self, folder: Path, name: str = "plans/u/phase-1.yaml", text: str = PLAN) -> None:
        self.folder = start_repository(folder)
        self.file = folder / name
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_bytes(text.encode())
        commit(folder, "2026-06-30")
        assert tcplan("git-setup", "--install", cwd=folder).returncode == 0
        commit(folder, "2026-06-30")

    def merge(self, ours: str | None, theirs: str | None) -> tuple[int, str, str]:
        """Merge two branches in which the file is such a text: the exit code, the messages, and the merged text."""
        start = git(self.folder, "rev-parse", "HEAD")
        for branch, text in (("theirs", theirs), ("ours", ours)):
            git(self.folder, "checkout", "--quiet", "-B", branch, start)
            if text is None:
                self.file.unlink()
            else:
                self.file.write_bytes(text.encode())
            commit(self.folder, "2026-12-01", branch)
        command = ["git", "-C", str(self.folder), *SETTINGS, "merge", "--no-edit", "theirs"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout + run.stderr, self.file.read_bytes().decode()


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A repository that is set up."""
    return Clone(tmp_path / "r")


def test_two_reports_on_one_action_merge_with_the_comments_of_both(clone: Clone) -> None:
    """In the order of their days, whoever merges."""
    early = f"{REPORT}      # from the minutes\n      - date: 2026-09-30\n        rag: green  # agreed\n"
    late = f"{REPORT}      - {{date: 2026-12-01, rag: red, note: Stopped.}}  # by phone\n"
    for ours, theirs in ((early, late), (late, early)):
        code, said, text = clone.merge(PLAN.replace(REPORT, ours), PLAN.replace(REPORT, theirs))
        assert code == 0, said
        assert text == PLAN.replace(REPORT, early + late.removeprefix(REPORT)), text
        git(clone.folder, "reset", "--quiet", "--hard", "HEAD~1")
        git(clone.folder, "checkout", "--quiet", "main")


def test_neighbouring_actions_merge(clone: Clone) -> None:
    """Git alone sees one change of lines next to each other."""
    ours = PLAN.replace(REPORT, f"{REPORT}      - {{date: 2026-09-30, rag: green}}\n")
    theirs = PLAN.replace("  - id: 1.2\n", "  # new numbers\n  - id: 1.2\n    formerly: 1.3\n")
    code, said, text = clone.merge(ours, theirs)
    assert code == 0, said
    assert "date: 2026-09-30" in text
    assert "  # new numbers\n  - id: 1.2\n    formerly: 1.3\n" in text


def test_entries_that_both_add_at_the_end_merge(clone: Clone) -> None:
    """With what is written around them."""
    ours = f"{PLAN}\n  # ours\n  - id: 1.3\n    title: Hold an event\n"
    theirs = f"{PLAN}\n  # theirs\n  - id: 1.4  # short\n    title: Write a leaflet\n"
    code, said, text = clone.merge(ours, theirs)
    assert code == 0, said
    for words in ("# ours\n  - id: 1.3\n", "# theirs\n  - id: 1.4  # short\n    title: Write a leaflet\n"):
        assert words in text
    assert tcplan("validate", "--fail-on", "error", clone.file, cwd=clone.folder).returncode == 0


EVENT, LEAFLET = ("    lead: DSO\n  - {id: 1.3, title: Event}\n", "    lead: DSO\n  - {id: 1.3, title: Leaflet}\n")
RED, BLUE = (f"{REPORT}      - {{date: 2026-09, rag: {colour}}}\n" for colour in ("red", "blue"))
DUE = "    due: 2026-12\n"
CLOSED = f"{DUE}    closed: {{date: 2026-10-30, as: withdrawn}}\n"
SECOND = PLAN[PLAN.index("\n  - id: 1.2") :]


@pytest.mark.parametrize(
    ("ours", "theirs", "sentence"),
    [
        (
            ("lead: HR", "lead: Estates"),
            ("lead: HR", "lead: DSO"),
            "action 1.1 > lead: ours has Estates, theirs has DSO",
        ),
        ((REPORT, RED), (REPORT, BLUE), "action 1.1 > report of 2026-09: ours has rag red, theirs has rag blue"),
        (
            ("    lead: DSO\n", EVENT),
            ("    lead: DSO\n", LEAFLET),
            "action 1.3: two different entries got this id, ours “Event”, theirs “Leaflet”",
        ),
        ((DUE, CLOSED), (REPORT, BLUE), "action 1.1 > closed"),
        ((REPORT, BLUE), (DUE, CLOSED), "action 1.1 > closed"),
        ((SECOND, "\n"), ("lead: DSO", "lead: DSO\n    due: 2027"), "action 1.2: ours has nothing"),
    ],
)
def test_a_contradiction_is_a_conflict_around_the_smallest_region(
    clone: Clone, ours: tuple[str, str], theirs: tuple[str, str], sentence: str
) -> None:
    """With its sentence, git's markers, and all other changes of both merged."""
    our_text = PLAN.replace(*ours).replace("title: Careers", "title: Careers of technicians")
    their_text = PLAN.replace(*theirs).replace("title: A plan", "title: A plan of ours")
    code, said, text = clone.merge(our_text, their_text)
    assert code == 1
    assert sentence in said
    assert git(clone.folder, "diff", "--name-only", "--diff-filter=U") == "plans/u/phase-1.yaml"
    start, middle, end = (text.index(sign) for sign in ("<<<<<<< ours", "=======", ">>>>>>> theirs"))
    assert start < middle < end
    assert len(text[start:end].splitlines()) < 12
    outside = text[:start] + text[end:]
    assert "Careers of technicians" in outside
    assert "A plan of ours" in outside


def test_what_was_closed_and_renumbered_elsewhere_is_followed(clone: Clone) -> None:
    """A report on an action that got another id goes to the new one."""
    ours = PLAN.replace("id: 1.2", "id: 1.7\n    formerly: 1.2")
    theirs = f"{PLAN}    updates: {{date: 2026-12-01, rag: green}}\n"
    code, said, text = clone.merge(ours, theirs)
    assert code == 0, said
    assert text.endswith("    updates: {date: 2026-12-01, rag: green}\n")


def test_a_merge_that_would_break_a_reference_is_a_conflict(clone: Clone) -> None:
    """Each branch is sound; together they refer to what is gone."""
    theirs = PLAN.replace("    due: 2026-12\n", "    due: 2026-12\n    depends_on: 1.2\n")
    code, said, text = clone.merge(PLAN[: PLAN.index("\n  - id: 1.2")] + "\n", theirs)
    assert code == 1
    assert "1.2" in said
    assert "<<<<<<<" in text


@pytest.mark.parametrize("name", ["plans/ünï u/phase 1.yaml", "plans/it's $HOME/p;x.yml", "plans/-u/--x.yaml"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    """Spaces, accents, quotes, and hyphens at the start."""
    clone = Clone(tmp_path / "a folder", name)
    code, said, text = clone.merge(PLAN.replace("lead: HR", "lead: X"), PLAN.replace("due: 2026-12", "due: 2027"))
    assert code == 0, said
    assert "lead: X" in text
    assert "due: 2027" in text


def test_a_file_that_is_not_a_plan_is_merged_as_git_does(tmp_path: Path) -> None:
    """Or is one no longer."""
    clone = Clone(tmp_path / "r", "plans/u/other.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\n")
    code, said, text = clone.merge("a: 9\nb: 2\nc: 3\nd: 4\ne: 5\n", "a: 1\nb: 2\nc: 3\nd: 4\ne: [\n")
    assert (code, text) == (0, "a: 9\nb: 2\nc: 3\nd: 4\ne: [\n"), said
    clone = Clone(tmp_path / "s")
    code, said, _ = clone.merge(PLAN.replace("lead: HR", "lead: X"), f"{PLAN}  - [\n")
    assert code == 1
    assert "cannot be read as a plan file" in said


def test_line_ends_and_byte_order_marks_stay(tmp_path: Path) -> None:
    """Of a file from Windows."""
    old = "\ufeff" + PLAN.replace("\n", "\r\n")
    clone = Clone(tmp_path / "r", text=old)
    report = REPORT.replace("\n", "\r\n")
    code, said, text = clone.merge(
        old.replace(report, f"{report}      - {{date: 2026-09, rag: red}}\r\n"),
        old.replace(report, f"{report}      - {{date: 2026-10, rag: blue}}\r\n"),
    )
    assert code == 0, said
    assert text.startswith("\ufeffkind")
    assert text.count("\r\n") == text.count("\n") == old.count("\n") + 2


def test_git_diff_shows_facts(clone: Clone) -> None:
    """Another layout is no difference, and each line says which entry it is about."""
    clone.file.write_text(PLAN.replace("lead: DSO", 'lead: "DSO"').replace("due: 2026-12", "due: [2027-03]"), "utf-8")
    lines = [one for one in git(clone.folder, "diff").splitlines() if one[:1] in "+-" and one[:3] not in ("+++", "---")]
    assert lines == ["-action 1.1 > due > 1st entry: 2026-12", "+action 1.1 > due > 1st entry: 2027-03"]


def test_the_setup_is_printed_first_and_written_once(tmp_path: Path) -> None:
    """What is there stays byte for byte; the printed commands set up another clone."""
    folder = start_repository(tmp_path / "r")
    (folder / "plans/u").mkdir(parents=True)
    (folder / "plans/u/phase-1.yaml").write_text(PLAN)
    (folder / ".gitattributes").write_bytes(b"*.png binary\r\n# no line break at the end")
    printed = tcplan("git-setup", cwd=folder).stdout
    assert (folder / ".gitattributes").read_bytes() == b"*.png binary\r\n# no line break at the end"
    assert "plans/**/*.yaml diff=tcplan merge=tcplan\n" in printed
    first = tcplan("git-setup", "--install", cwd=folder)
    assert "added 2 lines to .gitattributes" in first.stdout
    written = (folder / ".gitattributes").read_bytes()
    assert written.startswith(b"*.png binary\r\n# no line break at the end\r\nplans/**/*.yaml diff=tcplan")
    config = (folder / ".git/config").read_bytes()
    again = tcplan("git-setup", "--install", cwd=folder / "plans/u").stdout
    assert again == ".gitattributes has all lines already\nthe settings of this clone are there already\n"
    assert (folder / ".gitattributes").read_bytes() == written
    assert (folder / ".git/config").read_bytes() == config
    other = start_repository(tmp_path / "other")
    for line in printed.splitlines():
        if line.startswith("git config"):
            subprocess.run(["sh", "-c", line], cwd=other, check=True)
    assert git(other, "config", "--local", "merge.tcplan.driver") == git(
        folder, "config", "--local", "merge.tcplan.driver"
    )


def test_attributes_of_others_are_kept(tmp_path: Path) -> None:
    """Somebody who merges plans in another way has a reason."""
    folder = start_repository(tmp_path)
    (folder / "plans/u").mkdir(parents=True)
    (folder / "plans/u/phase-1.yaml").write_text(PLAN)
    (folder / ".gitattributes").write_text("*.yaml merge=union\n")
    said = tcplan("git-setup", "--install", cwd=folder).stdout
    assert "merge=union already, which stays" in said
    assert git(folder, "check-attr", "merge", "diff", "--", "plans/u/x.yaml").splitlines() == [
        "plans/u/x.yaml: merge: union",
        "plans/u/x.yaml: diff: tcplan",
    ]


def test_a_link_in_the_place_of_the_attributes_is_not_written_through(tmp_path: Path) -> None:
    """A repository of others must not have a file elsewhere changed."""
    folder = start_repository(tmp_path / "r")
    (folder / "plans/u").mkdir(parents=True)
    (folder / "plans/u/phase-1.yaml").write_text(PLAN)
    (tmp_path / "elsewhere").write_text("mine\n")
    (folder / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    run = tcplan("git-setup", "--install", cwd=folder)
    assert run.returncode == 5
    assert (tmp_path / "elsewhere").read_text() == "mine\n"
    assert "tcplan" not in (folder / ".git/config").read_text()


def test_outside_a_repository_and_without_git_it_is_a_sentence(tmp_path: Path) -> None:
    """And nothing is written."""
    close_off(tmp_path)
    (tmp_path / ".git").rmdir()
    run = tcplan("git-setup", "--install", cwd=tmp_path)
    assert run.returncode == 2
    assert "is not in a git repository" in run.stderr
    assert not list(tmp_path.iterdir())
    run = tcplan("git-setup", cwd=tmp_path, PATH="/nowhere")
    assert run.returncode == 2
    assert "git is not installed" in run.stderr


def test_what_git_alone_runs_is_not_in_the_help() -> None:
    """`git-setup` is."""
    text = tcplan("--help").stdout
    assert "git-setup" in text
    assert "git-merge" not in text
    assert "git-text" not in text


def test_a_file_that_both_branches_add_is_merged_too(clone: Clone) -> None:
    """There is no version before both: what both say alike is taken, and entries of either."""
    second = clone.file.with_name("phase-2.yaml")
    head = "kind: plan\nformat: 1\ntitle: B\nactions:\n"
    for branch, entry in (("theirs", "  - {id: 2, title: Theirs}  # t\n"), ("ours", "  - {id: 1, title: Ours}\n")):
        git(clone.folder, "checkout", "--quiet", "-b", branch, "main")
        second.write_text(head + entry)
        commit(clone.folder, "2026-12-01")
    git(clone.folder, "merge", "--quiet", "--no-edit", "theirs")
    assert second.read_text() == f"{head}  - {{id: 1, title: Ours}}\n  - {{id: 2, title: Theirs}}  # t\n"


def test_a_rebase_and_a_stash_go_by_ids_too(clone: Clone) -> None:
    """They merge with the same driver."""
    git(clone.folder, "checkout", "--quiet", "-b", "work")
    clone.file.write_text(PLAN.replace(REPORT, RED))
    commit(clone.folder, "2026-12-01")
    git(clone.folder, "checkout", "--quiet", "main")
    clone.file.write_text(PLAN.replace(REPORT, BLUE.replace("2026-09", "2026-10")))
    commit(clone.folder, "2026-12-02")
    git(clone.folder, "rebase", "--quiet", "main", "work")
    assert "2026-09, rag: red}\n      - {date: 2026-10, rag: blue" in clone.file.read_text()


def test_a_fault_of_the_driver_never_looks_like_a_merge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both versions are in the file or among its lines, and it is a conflict."""
    for name, text in (("o", PLAN), ("a", PLAN.replace("HR", "X")), ("b", PLAN.replace("DSO", "Y"))):
        (tmp_path / name).write_text(text)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("tcplan.edits.merging.merge_file.merge_file", fail)
    run = tcplan("git-merge", "--", "o", "a", "b", "plans/p.yaml", cwd=tmp_path)
    assert run.returncode == 1
    assert "look at it" in run.stderr
    assert {"lead: X", "lead: Y"} <= {
        line.partition("  #")[0].strip() for line in (tmp_path / "a").read_text().splitlines()
    }


def test_remarks_between_lines_that_both_change_stay(clone: Clone) -> None:
    """Above an entry, and after a value, where git alone would see a conflict."""
    ours = PLAN.replace("  - id: 1.2\n    title: Name", "  - id: 1.2\n    due: 2027\n    title: Name")
    remarks = "  # ask in March\n  - id: 1.2  # renumber?\n"
    theirs = PLAN.replace("  - id: 1.2\n", remarks).replace("lead: DSO", "lead: HR")
    code, said, text = clone.merge(ours, theirs)
    assert code == 0, said
    assert remarks in text
    assert "due: 2027" in text
    assert "lead: HR\n" in text


def test_a_remark_whose_place_is_not_certain_is_a_conflict(clone: Clone) -> None:
    """The same words are on several lines, and a remark must not come to be about another entry."""
    base = PLAN.replace("lead: DSO", "lead: HR").replace("  # since the restructure", "")
    clone.file.write_text(base)
    commit(clone.folder, "2026-07-01")
    ours = base.replace("school\n    lead: HR\n", "school\n    due: 2027\n    lead: HR\n")
    theirs = base.replace("school\n    lead: HR\n", "school\n    start: 2026-02\n    lead: HR  # acting\n")
    code, said, text = clone.merge(ours, theirs)
    assert text.count("# acting") == 1
    assert "lead: HR  # acting" in text
    assert (code == 1) == ("losing a comment" in said)


def gone(clone: Clone, folder: Path, program: str | None) -> None:
    """Set the clone up with a program that is not the tcplan it was: None is none at all."""
    for key in ("merge.tcplan.driver", "diff.tcplan.textconv"):
        setting = git(clone.folder, "config", "--local", key).rstrip("\n")
        path = folder / "its own/tcplan"
        path.parent.mkdir(exist_ok=True)
        if program is not None:
            path.write_text(program)
            path.chmod(0o755)
        for own in (own_command(), f"'{own_command()}'"):
            setting = setting.replace(own, f"'{path}'")
        git(clone.folder, "config", "--local", key, setting)


PROGRAMS = [None, "#!/nowhere/python\n", "#!/bin/sh\nexit 1\n", "#!/bin/sh\nexit 127\n"]


@pytest.mark.parametrize("program", PROGRAMS)
def test_without_the_program_a_conflict_has_both_sides(clone: Clone, tmp_path: Path, program: str | None) -> None:
    """It was moved, its Python was, or it is half there: git merges by itself, and `git add` loses nothing."""
    gone(clone, tmp_path, program)
    code, said, text = clone.merge(PLAN.replace(REPORT, RED), PLAN.replace(REPORT, BLUE))
    assert code == 1
    assert "tcplan git-setup --install" in said
    assert text.index("<<<<<<<") < text.index("rag: red}") < text.index("=======")
    assert text.index("=======") < text.index("rag: blue}") < text.index(">>>>>>>")


@pytest.mark.parametrize("program", PROGRAMS)
def test_without_the_program_git_does_what_it_does_by_itself(clone: Clone, tmp_path: Path, program: str | None) -> None:
    """It merges what is apart, and shows the lines of the file."""
    gone(clone, tmp_path, program)
    code, said, text = clone.merge(PLAN.replace("A plan", "Our plan"), PLAN.replace("lead: DSO", "lead: HR"))
    assert (code, text) == (0, PLAN.replace("A plan", "Our plan").replace("lead: DSO", "lead: HR")), said
    clone.file.write_text(text.replace("Our plan", "Your plan"))
    shown = git(clone.folder, "diff").splitlines()
    assert {"-title: Our plan", "+title: Your plan"} <= set(shown)


def test_the_settings_are_removed_again(clone: Clone) -> None:
    """Those of the clone; the lines for everybody stay."""
    said = tcplan("git-setup", "--remove", cwd=clone.folder).stdout
    assert "merge.tcplan.driver of this clone is removed" in said
    assert "tcplan" not in (clone.folder / ".git/config").read_text()
    assert "merge=tcplan" in (clone.folder / ".gitattributes").read_text()
    assert "has none of the settings" in tcplan("git-setup", "--remove", cwd=clone.folder).stdout
    assert tcplan("git-setup", "--remove", "--install", cwd=clone.folder).returncode == 2


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "  - id: 1.3\n    title: Event\n    lead: HR\n    due: 2027\n",
            "  - id: 1.3\n    title: Leaflet\n    lead: HR\n",
        ),
        (
            "  # ours\n  - id: 1.3  # o\n    title: Event\n",
            "  # theirs\n  - id: 1.3  # t\n    title: Leaflet\n    due: 2027\n",
        ),
        ("  - {id: 1.3, title: Event}\n", "  - id: 1.3\n    title: Leaflet\n    lead: HR\n"),
        ("  - id: 1.3\n    due: 2027\n    title: Event\n", "  - id: 1.3\n    title: Leaflet\n    due: 2027\n"),
    ],
)
def test_two_entries_with_one_id_are_both_kept_whole(clone: Clone, ours: str, theirs: str) -> None:
    """What one line in common would mix is of two actions; one of them needs another id, and none is dropped."""
    code, said, text = clone.merge(f"{PLAN}{ours}", PLAN.replace("A plan", "Our plan") + theirs)
    assert code == 1
    assert (
        "two different entries got this id, ours “Event”, theirs “Leaflet”; keep both, and give one another id" in said
    )
    text = text.replace("=======\n\n", "=======\n")  # as entries are set apart above
    assert text.endswith(f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"), text
    assert text.count("<<<<<<<") == 1
    assert "title: Our plan" in text


def reports(*lines: str) -> str:
    """The plan with such reports on its first action, after the one that is there."""
    return PLAN.replace(REPORT, REPORT + "".join(f"      - {{date: 2026-09-30, {one}}}\n" for one in lines))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("rag: red, by: HR", "rag: green, by: DSO"),
        ("rag: red, by: HR", "rag: red, by: DSO"),
        ("rag: red", "rag: green, by: DSO"),
        ("rag: red, by: HR, note: Late.", "rag: red, by: HR, note: Waiting."),
        ("by: HR, note: Late.", "rag: red, by: HR"),
        ("rag: red, by: HR, due: 2027-03", "rag: green, by: DSO, due: 2027-06"),
    ],
)
def test_reports_of_one_day_that_do_not_contradict_both_stay(clone: Clone, ours: str, theirs: str) -> None:
    """Those of different people, or different words of one, with ours first."""
    code, said, text = clone.merge(reports(ours), reports(theirs))
    assert code == 0, said
    assert text == reports(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "sentence"),
    [
        ("rag: red, by: HR", "rag: green, by: HR", "ours has rag red, theirs has rag green"),
        ("rag: red, by: HR", "rag: green, by: hr, note: Done.", "note Done."),
        ("rag: red, by: HR, note: Late.", "rag: green, by: HR", "rag red, note Late., theirs has rag green, no note"),
        ("by: HR, due: 2027-03", "by: HR, due: 2027-06", "ours has due 2027-03, theirs has due 2027-06"),
        ("rag: red", "rag: green", "ours has rag red, theirs has rag green"),
    ],
)
def test_one_person_who_says_two_things_on_one_day_is_a_conflict(
    clone: Clone, ours: str, theirs: str, sentence: str
) -> None:
    """And its sentence says which."""
    code, said, _ = clone.merge(reports(ours), reports(theirs))
    assert code == 1
    assert "action 1.1 > report of 2026-09-30: ours has " in said
    assert sentence in said
