"""Text of a plan for a terminal or a log: harmless, readable, and as wide as it looks."""

import json

import pytest

from tcplan.values.json_text import json_text
from tcplan.values.plain_text import clean, file_name, log_lines, one_line, shown_characters
from tcplan.values.text_length import cut_middle, cut_sentence, display_width

COMMANDS = {
    "::add-mask::x": "<U+003A>:add-mask::x",
    "  \t::error::x": "  \t<U+003A>:error::x",
    "\u3000::error::x": "\u3000<U+003A>:error::x",
    "a\n::error::x": "a\n<U+003A>:error::x",
    "a\r::error::x": "a\n<U+003A>:error::x",
    "a\r\n ::error::x": "a\n <U+003A>:error::x",
    "##[error]x": "<U+0023>#[error]x",
    "a ##[add-mask]b": "a <U+0023>#[add-mask]b",
    "###[x]": "#<U+0023>#[x]",
    "##vso[task.setvariable]": "<U+0023>#vso[task.setvariable]",
}


@pytest.mark.parametrize("text", COMMANDS)
def test_no_line_of_a_log_is_a_command(text: str) -> None:
    """Of GitHub, Azure or TeamCity."""
    assert log_lines(text) == COMMANDS[text]


@pytest.mark.parametrize("text", ["a::b", "a: b", ": :x", "# [x]", "## Title", "#[x]", "C::D", "https://x.example::1"])
def test_what_is_no_command_stays(text: str) -> None:
    """GitHub looks for colons only at the start of a line."""
    assert log_lines(text) == one_line(text) == text


def test_a_name_of_a_file_stays_on_its_line_and_keeps_its_spaces() -> None:
    """So that it still opens the file."""
    assert file_name("a  b.yaml") == "a  b.yaml"
    assert file_name("::x::\na\tb\rc") == "<U+003A>:x::<U+000A>a<U+0009>b<U+000D>c"


def test_json_has_escapes_and_reads_back_as_it_was() -> None:
    """Also names that are not UTF-8, and what a log would take for a command."""
    data = {"::x": ["##[error]", "\x7f\x85\u202e\u2028\ufeff\udc80", "\\##[x]", "## Title"]}
    text = json_text(data)
    assert json.loads(text) == data
    assert clean(text) == text
    assert "##[" not in text
    assert "## Title" in text


@pytest.mark.parametrize("line", ["plain", "a\tb", "\x1b[1m", "##[x] ##vso[y]", "Zoë \u202e", "a\u2028b"])
def test_each_character_of_a_line_is_shown_as_the_line_is(line: str) -> None:
    """So that carets below it are in the right columns."""
    shown = shown_characters(line)
    assert len(shown) == len(line)
    assert "".join(shown) == log_lines(line).replace("\t", " ")


WIDTHS = {
    "abc": 3,
    "大学": 4,
    "e\u0301": 1,
    "a\u200bb": 2,
    "\U0001f600": 2,
    "\U0001f469\u200d\U0001f52c": 2,  # a scientist
    "\U0001f468\u200d\U0001f469\u200d\U0001f467": 2,  # a family
    "\U0001f44d\U0001f3fd": 2,  # a thumb with a shade of skin
    "\U0001f1ec\U0001f1e7": 2,  # a flag
    "\U0001f1ec\U0001f1e7\U0001f1eb\U0001f1f7": 4,
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f": 2,  # the flag of Wales
    "\u2764\ufe0f": 2,
    "1\ufe0f\u20e3": 2,
    "x\u200dy": 2,
}


@pytest.mark.parametrize("text", WIDTHS)
def test_a_character_is_as_wide_as_a_reader_sees_it(text: str) -> None:
    """Joined emoji, flags and accents are one character."""
    assert display_width(text) == WIDTHS[text]
    assert display_width(f"{text} {text}") == 2 * WIDTHS[text] + 1


def test_long_text_is_cut_in_its_middle() -> None:
    """Its beginning and its end tell most."""
    assert cut_middle("a" * 10, 10) == "a" * 10
    assert cut_middle("abcdefghijkl", 6) == "abcd ... kl"
    assert cut_sentence(f"`{'x' * 5_000}` is not `{'y' * 5_000}`, sorry").count("...") == 2
    assert len(cut_sentence("x" * 5_000_000)) < 1_100
    assert cut_sentence("short") == "short"
