"""`tcplan verify`: whether a document that somebody has is what the files hold."""

import json
import re
import shutil
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from support import EXAMPLES, tcplan

from tcplan.render.record import DocumentRecord, split_record, with_record

MAKING = [
    ("stage3",),
    ("stage3", "--final", "--as-of", "2024-04-12"),
    ("stage2", "--as-of", "2020-11-30"),
    ("plan", "--as-of", "2026-06-30"),
    ("plan", "--detail", "--without-completed"),
    ("progress", "--as-of", "2026-06-18"),
    ("progress", "--since", "2026-01-31", "--as-of", "2026-06-18"),
]


def record(text: str) -> str:
    """The last line of a document with a record that somebody made."""
    return f"<!-- tcplan {b64encode(text.encode()).decode()} -->\n"


@pytest.fixture
def cwd(tmp_path: Path) -> Path:
    """A copy of the example workspace."""
    shutil.copytree(EXAMPLES, tmp_path / "w")
    return tmp_path / "w"


def render(cwd: Path, name: str, *words: str) -> Path:
    """Make a document."""
    result = tcplan("render", *words, "-o", name, cwd=cwd)
    assert result.returncode == 0, result.stderr
    return cwd / name


def verified(cwd: Path, name: str, *words: str) -> dict[str, Any]:
    """What is said of a document, and that the exit code says the same."""
    result = tcplan("verify", name, *words, "--format", "json", cwd=cwd)
    page: dict[str, Any] = json.loads(result.stdout)
    assert result.returncode == (page["verdict"] == "different")
    return page


@pytest.mark.parametrize("ending", ["html", "md"])
@pytest.mark.parametrize("words", MAKING, ids=" ".join)
def test_what_was_just_made_is_what_the_files_hold(cwd: Path, words: tuple[str, ...], ending: str) -> None:
    """Of every document, with every option that changes it."""
    render(cwd, f"made.{ending}", *words)
    page = verified(cwd, f"made.{ending}")
    assert (page["verdict"], page["edited"], page["differences"]) == ("same", False, 0)
    assert page["document"] == words[0]


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_change_of_the_files_is_found(cwd: Path, ending: str) -> None:
    """With what the document says and what the files say."""
    render(cwd, f"made.{ending}", "plan", "--as-of", "2026-06-30")
    tcplan("set", "3.1.2/lead", "Estates", cwd=cwd)
    page = verified(cwd, f"made.{ending}")
    assert (page["verdict"], page["edited"]) == ("different", False)
    assert any("Estates" in line for row in page["first"] for line in row["files"])
    assert not any("Estates" in line for row in page["first"] for line in row["document"])
    shown = tcplan("verify", f"made.{ending}", cwd=cwd).stdout
    assert f"made.{ending} is not what the files hold" in shown
    assert "The files have changed since it was made: render it again." in shown


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_change_of_the_document_is_found(cwd: Path, ending: str) -> None:
    """Somebody made it nicer by hand."""
    made = render(cwd, f"made.{ending}", "stage3")
    made.write_text(made.read_text("utf-8").replace("off track", "on track").replace("Off track", "On track"), "utf-8")
    page = verified(cwd, made.name)
    assert (page["verdict"], page["edited"]) == ("different", True)
    assert "The document was changed after it was made." in tcplan("verify", made.name, cwd=cwd).stdout


def test_a_comment_or_another_layout_of_the_files_changes_nothing(cwd: Path) -> None:
    """The document does not show it."""
    render(cwd, "made.html", "plan")
    tcplan("fmt", cwd=cwd)
    plan = cwd / "plans/northmoor/phase-3.yaml"
    plan.write_text(f"# A comment\n{plan.read_text('utf-8')}", "utf-8")
    assert verified(cwd, "made.html")["verdict"] == "same"


def test_line_ends_of_another_system_change_nothing(cwd: Path) -> None:
    """Nor does the mark that some editors put first."""
    made = render(cwd, "made.md", "plan")
    made.write_bytes(b"\xef\xbb\xbf" + made.read_bytes().replace(b"\n", b"\r\n"))
    assert verified(cwd, "made.md")["verdict"] == "same"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<main ", '<main class="ours" '),
        ("</style>", "main p { display: none }</style>"),
        ("</style>", "</style><script>document.body.remove()</script>"),
        ('href="https://www.example.ac.uk/', 'href="https://elsewhere.example/'),
    ],
)
def test_a_change_beside_the_words_is_found(cwd: Path, before: str, after: str) -> None:
    """Of a link, or of how it looks: what a reader sees may be something else."""
    made = render(cwd, "made.html", "stage3")
    made.write_text(made.read_text("utf-8").replace(before, after, 1), "utf-8")
    page = verified(cwd, "made.html")
    assert (page["verdict"], page["edited"], page["differences"]) == ("different", True, 0)
    assert "its words are the same, but not its links" in " ".join(
        tcplan("verify", "made.html", cwd=cwd).stdout.split()
    )


def test_what_another_release_would_print_otherwise_is_another_layout(cwd: Path) -> None:
    """The document is as it was made, and its words are those of the files."""
    made = render(cwd, "made.html", "plan")
    body, written = split_record(made.read_bytes())
    assert written is not None
    made.write_bytes(with_record(bytearray(body.replace(b"<main ", b'<main class="older" ')), written))
    page = verified(cwd, "made.html")
    assert (page["verdict"], page["edited"], page["differences"]) == ("other-layout", False, 0)


def test_a_final_document_that_would_be_a_draft_today_is_different(cwd: Path) -> None:
    """It lacks something, and it was not sent after all."""
    render(cwd, "made.md", "stage3", "--final", "--as-of", "2024-04-12")
    stage = cwd / "plans/northmoor/stage-3.yaml"
    stage.write_text(stage.read_text("utf-8").replace("sent: 2024-04-12\n", ""), "utf-8")
    page = verified(cwd, "made.md")
    assert page["verdict"] == "different"
    assert any("DRAFT" in line for row in page["first"] for line in row["files"])


def test_it_is_found_from_another_folder(cwd: Path, tmp_path: Path) -> None:
    """The folder with the plans is named after the document, in any way that it can be named."""
    render(cwd, "made.html", "stage3")
    away = tmp_path / "away"
    away.mkdir()
    (cwd / "made.html").rename(away / "made.html")
    assert verified(away, "made.html", "../w")["verdict"] == "same"
    assert verified(cwd, "../away/made.html", "plans/northmoor")["verdict"] == "same"
    refused = tcplan("verify", "made.html", cwd=away)
    assert refused.returncode == 3
    assert "there is no plans/northmoor/stage-3.yaml here" in refused.stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# A document\n", "nothing says what this was made from"),
        ("", "nothing says what this was made from"),
        (record('{"format": 1}'), "nothing says what this was made from"),
        (record('{"format": 2, "what": "plan"}'), "nothing says what this was made from"),
        (record('{"format": 1, "what": 1, "file": 2, "as_of": 3}'), "nothing says what this was made from"),
        (record("[" * 5000), "nothing says what this was made from"),
        (record("[]"), "nothing says what this was made from"),
        (record("nonsense"), "nothing says what this was made from"),
        ("<!-- tcplan A -->\n", "nothing says what this was made from"),
    ],
)
def test_a_document_without_a_record_is_refused(cwd: Path, text: str, says: str) -> None:
    """Nobody knows what to compare it with."""
    (cwd / "made.md").write_text(text, "utf-8")
    result = tcplan("verify", "made.md", cwd=cwd)
    assert (result.returncode, result.stdout) == (2, "")
    assert says in result.stderr


@pytest.mark.parametrize(
    "values",
    [
        '"what": "plan", "file": "../../etc/passwd", "as_of": "2026-06-30", "digest": "0"',
        '"what": "plan", "file": "plans/northmoor/phase-3.yaml", "as_of": "yesterdayish", "digest": "0"',
        '"what": "stage9", "file": "plans/northmoor/stage-3.yaml", "as_of": "2026-06-30", "digest": "0"',
        '"what": "plan", "file": "plans/northmoor/phase-3.yaml", "as_of": "2026-06-30", "digest": "0", "since": "x"',
        '"what": "plan", "file": "plans/northmoor/phase-3.yaml", "as_of": "2026-06-30", "digest": "0", "more": "x"',
    ],
)
def test_a_record_that_somebody_made_up_ends_in_a_sentence(cwd: Path, values: str) -> None:
    """A document may come from anywhere."""
    (cwd / "made.md").write_text("A\n" + record(f'{{"format": 1, {values}}}'), "utf-8")
    result = tcplan("verify", "made.md", cwd=cwd)
    assert result.returncode in (2, 3)
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_record_is_read_as_it_was_written() -> None:
    """Also where a name would end the comment."""
    written = DocumentRecord("plan", "plans/a --> b/phase--1.yaml", "2026-06-30", was_asked=True, since="HEAD~3")
    made = with_record(bytearray(b"words\n"), written)
    assert made.count(b"-->") == 1
    body, read = split_record(bytes(made))
    assert body == b"words\n"
    assert read is not None
    assert read._replace(digest="") == written


def test_the_record_is_not_seen(cwd: Path) -> None:
    """It is a comment, and the last line."""
    for name in ("made.html", "made.md"):
        last = render(cwd, name, "plan").read_text("utf-8").splitlines()[-1]
        assert re.fullmatch(r"<!-- tcplan [A-Za-z0-9+/]+=* -->", last)
