"""The small words that everything else uses."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tcplan.errors import RefusedError
from tcplan.files.replacement import write_new, write_whole
from tcplan.findings.plan_terms import plan_terms
from tcplan.values import rag
from tcplan.values.near_words import did_you_mean, near
from tcplan.values.plain_text import clean, one_line
from tcplan.values.quantity import parse_quantity
from tcplan.values.rag import Colour, Meaning
from tcplan.values.text_length import display_width
from tcplan.yaml_reader.quoting import as_scalar, quoted
from tcplan.yaml_reader.reader import read_text

PRINTABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(PRINTABLE)
def test_quoted_text_is_read_back_as_it_was(text: str) -> None:
    """Whatever it holds, on one line."""
    line = f"key: {quoted(text)}\n"
    assert line.count("\n") == 1
    assert read_text(line, "x").data == {"key": text}


@given(PRINTABLE)
def test_a_scalar_is_plain_only_where_that_is_beyond_doubt(text: str) -> None:
    """And is read back as it was either way."""
    assert read_text(f"key: {as_scalar(text)}\n", "x").data == {"key": text}


def test_ordinary_names_stay_plain() -> None:
    """A file that people write in has no quotes that it does not need."""
    assert as_scalar("Durham University (and Colleges)") == "Durham University (and Colleges)"
    assert as_scalar("null") == '"null"'
    assert as_scalar("2025") == "2025"  # text to us, as everything is
    assert as_scalar("a, b [c]") == "a, b [c]"
    assert as_scalar("a, b [c]", in_brackets=True) == '"a, b [c]"'


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("onwers", ["owners", "lead"], "owners"),
        ("Career Development", ["career-development", "visibility"], "career-development"),
        ("GREN", ["green", "grey"], "green"),
        ("zebra", ["owners", "lead"], None),
        ("x", [str(number) for number in range(3000)], None),
    ],
)
def test_the_nearest_word_is_found_or_none(word: str, choices: list[str], meant: str | None) -> None:
    """A hint that is not near enough would mislead."""
    assert near(word, choices) == meant
    assert did_you_mean(word, choices, "else") == (f"did you mean `{meant}`?" if meant else "else")


def test_control_characters_come_out_as_text() -> None:
    """Terminal escapes, direction overrides; line breaks stay."""
    assert clean("a\x1b[31mb\u202ec\r\nd\te") == "a<U+001B>[31mb<U+202E>c\nd\te"
    assert one_line(" a\n b\x00 ") == "a b<U+0000>"


def test_columns_are_counted_as_a_terminal_shows_them() -> None:
    """Wide characters take two, combining ones none."""
    assert [display_width(text) for text in ("abc", "大学", "e\u0301", "😀")] == [3, 4, 1, 2]


@pytest.mark.parametrize(("text", "value", "percent"), [("30%", 30, True), ("212", 212, False), ("-1.5 %", -1.5, True)])
def test_quantities_are_numbers_or_percentages(text: str, value: float, percent: bool) -> None:  # noqa: FBT001 (a column of the table)
    """Never a mixture."""
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (float(quantity.value), quantity.percent) == (value, percent)


@pytest.mark.parametrize("text", ["", "x", "30 percent", "1,200", "1e3", "%", "9" * 13])
def test_what_is_not_a_quantity_is_none(text: str) -> None:
    """Units belong into the title of a measure."""
    assert parse_quantity(text) is None


def test_places_are_in_the_words_of_the_plan() -> None:
    """By id where there is one, else by number."""
    data = {
        "actions": [{"id": "2.3.1", "updates": [{"date": "2025"}, {}], "due": ["a", "b"]}] * 12,
        "answers": [{"question": "q4"}],
    }
    terms = {
        ("actions", 0, "lead"): "action 2.3.1 > lead",
        ("actions", 0, "updates", 1, "rag"): "action 2.3.1 > 2nd update > rag",
        ("actions", 0, "due", 1): "action 2.3.1 > due > 2nd entry",
        ("answers", 0, "text"): "answer q4 > text",
        ("period", "end"): "period > end",
        (): "",
    }
    assert {path: plan_terms(path, data) for path in terms} == terms
    assert plan_terms(("steps", 10), {"steps": [{}] * 11}) == "11th step"


def test_a_plan_s_own_key_wins_over_the_default_one() -> None:
    """Every colour has a meaning and a word to print."""
    key = rag.make_key({Colour.GREEN: (Meaning.COMPLETE, "Completed"), Colour.AMBER: (Meaning.IN_PROGRESS, None)})
    assert [(one.colour, one.means, one.label) for one in key.values()] == [
        ("grey", "not-started", "Not started"),
        ("red", "off-track", "Off track"),
        ("amber", "in-progress", "In progress"),
        ("green", "complete", "Completed"),
        ("blue", "complete", "Complete"),
    ]
    assert set(rag.LETTERS) == set(rag.SYMBOLS) == set(Colour)
    assert len(set(rag.LETTERS.values())) == len(set(rag.SYMBOLS.values())) == len(Colour)


def test_a_file_is_written_whole_with_its_mode_kept(tmp_path: Path) -> None:
    """And nothing else is left in the folder."""
    file = tmp_path / "out.html"
    write_whole(file, "one\n")
    file.chmod(0o640)
    write_whole(file, "two\n")
    assert file.read_text() == "two\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["out.html"]  # noqa: PTH208 (hidden files count too)


def test_what_cannot_be_written_is_refused_with_the_reason(tmp_path: Path) -> None:
    """A folder that is not there; a folder in the place of the file, which leaves no litter."""
    with pytest.raises(RefusedError, match="its folder does not exist"):
        write_whole(tmp_path / "none/out.html", "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(RefusedError, match="not an ordinary file"):
        write_whole(tmp_path / "folder", "x")
    assert os.listdir(tmp_path) == ["folder"]  # noqa: PTH208 (as above)


def test_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    """One that is there already stops them all."""
    (tmp_path / "b").write_text("mine")
    with pytest.raises(RefusedError, match="nothing was written"):
        write_new(tmp_path, {"a": "x", "b": "y"})
    assert not (tmp_path / "a").exists()


def test_a_link_stays_a_link_and_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    """What a link leads to is written; a pipe is left alone."""
    (tmp_path / "real.html").write_text("one")
    (tmp_path / "link.html").symlink_to(tmp_path / "real.html")
    write_whole(tmp_path / "link.html", "two")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "two"
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(RefusedError, match="not an ordinary file"):
        write_whole(tmp_path / "pipe.html", "x")
