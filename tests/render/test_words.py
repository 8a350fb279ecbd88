"""Days and words as documents print them."""

from datetime import date

import pytest
from render.rendering import markdown_tokens, plain

from tcplan.render.escape import link_target, markdown_target
from tcplan.render.prose import prose_html, prose_markdown
from tcplan.values.dates import Period, parse_day, parse_due
from tcplan.values.text_length import count_words
from tcplan.views.documents.days import day_words, due_words, with_long_dates
from tcplan.views.documents.parts import Prose

PERIOD = Period(date(2025, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2026-06-30", "30 June 2026"),
        ("2026-06", "June 2026"),
        ("2026-q1", "Q1 2026"),
        ("2025/26", "2025/26"),
        ("2026", "2026"),
    ],
)
def test_a_day_is_printed_in_words(written: str, printed: str) -> None:
    """As exactly as it was written, and no more."""
    assert day_words(parse_day(written)) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2026-03", "March 2026"),
        ("2026-03-15", "15 March 2026"),
        ("2026-Q1", "Q1 2026 (31 March 2026)"),
        ("2025/26", "2025/26 (31 July 2026)"),
        ("12 months", "12 months (31 December 2025)"),
        ("year 2", "year 2 (31 December 2026)"),
        ("end", "the end of the plan (31 December 2027)"),
        ("ongoing", "ongoing"),
        ("tbc", "to be confirmed"),
    ],
)
def test_a_due_date_is_printed_with_the_day_it_comes_to(written: str, printed: str) -> None:
    """Where the words do not name it."""
    assert due_words(parse_due(written), PERIOD) == printed


def test_a_start_comes_to_its_first_day() -> None:
    """Year 2 begins where year 1 has ended."""
    assert due_words(parse_due("year 2"), PERIOD, start=True) == "year 2 (1 January 2026)"


def test_days_in_a_sentence_are_spoken() -> None:
    """Those that exist; what only looks like a day stays."""
    assert with_long_dates("due 2026-03-31, not 2026-02-31") == "due 31 March 2026, not 2026-02-31"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t", 0),
        ("one", 1),
        ("-", 1),
        ("a \u2014 b | c", 4),
        ("R & D \u2013 a + b / c = d", 10),
        ("one\u00a0two", 2),
        ("well\u2014said and/or 3.5%", 4),
        ("- " * 60_000, 60_000),
        ("-" * 200_000, 1),
    ],
)
def test_words_are_what_is_between_blanks(text: str, count: int) -> None:
    """Or between long dashes; a sign that stands alone is one, as in LibreOffice."""
    assert count_words(text) == count


def test_addresses_are_encoded_for_their_format() -> None:
    """Brackets, bars and control characters end no link and no cell."""
    assert link_target('https://x.example/a b"\x1b<>') == "https://x.example/a%20b%22%1B%3C%3E"
    assert markdown_target("https://x.example/(a)|[b]*_&lt;") == "https://x.example/%28a%29%7C%5Bb%5D%2A\\_\\&lt;"


def test_headings_of_prose_stand_below_their_place() -> None:
    """By their rank among each other; below the last level they are bold paragraphs."""
    prose = Prose("#### a\n\n# b\n\n###### c\n\nd\n===", 4, "a test")
    assert prose_markdown(prose) == "##### a\n\n##### b\n\n###### c\n\n##### d"
    assert prose_markdown(Prose("# a *b*\n\n## c", 6, "a test")) == "**a b**\n\n**c**"


def test_an_image_becomes_a_link_to_it() -> None:
    """Nothing is loaded; inside a link it is its description."""
    assert prose_markdown(Prose("![Lab](https://x.example/a.png)", 2, "t")) == "[Image: Lab](https://x.example/a.png)"
    assert prose_markdown(Prose("![](a.png)", 2, "t")) == "Image: without a description"
    linked = prose_markdown(Prose("[![Lab](https://x.example/a.png)](https://x.example)", 2, "t"))
    assert linked == "[Image: Lab](https://x.example)"


def test_links_that_lead_nowhere_are_their_words() -> None:
    """Relative ones, and schemes other than the web and mail."""
    text = "[a](b.html) [c](javascript:d) [e](ftp://f) [g](mailto:h@i.example) <mailto:j@k.example>"
    html = str(prose_html(Prose(text, 2, "t")))
    assert html.count("<a ") == 2
    assert "a [c](javascript:d) e <a" in html


def test_a_table_of_prose_has_a_caption_and_scopes() -> None:
    """In HTML; in Markdown it stays a table, columns flush right included."""
    prose = Prose("|a|b|\n|--|-:|\n|`x\\|y`|2 \\| 3|", 3, "costs & more")
    html = str(prose_html(prose))
    assert "<caption>Table: costs &amp; more</caption>" in html
    assert html.count('scope="col"') == 2
    assert '<td dir="auto" class="number">2 | 3</td>' in html
    assert prose_markdown(prose) == "| a | b |\n| --- | ---: |\n| `x\\|y` | 2 \\| 3 |"


def test_prose_that_is_nested_beyond_reading_is_printed_as_it_was_typed() -> None:
    """Nothing is cut off."""
    typed = f"{'> ' * 200}deep"
    assert "deep" in plain(markdown_tokens(str(prose_markdown(Prose(typed, 2, "t")))))
    assert "deep" in str(prose_html(Prose(typed, 2, "t")))


def test_hard_breaks_stay() -> None:
    """In a paragraph; a heading has one line."""
    assert prose_markdown(Prose("a\\\nb", 2, "t")) == "a\\\nb"
    assert prose_markdown(Prose("a\\\nb\n==", 2, "t")) == "### a b"


def test_emphasis_that_would_be_read_otherwise_is_left_out() -> None:
    """The words stay."""
    assert plain(markdown_tokens(str(prose_markdown(Prose("**a**__b__ and *&#10;*", 2, "t"))))) == "ab and"
