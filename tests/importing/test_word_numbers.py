"""Headings, lists and the automatic numbers of a Word document: they are in no word of its text."""

from pathlib import Path

import pytest
from importing.making.word import (
    BULLETS,
    NUMBERING,
    definition,
    heading,
    item,
    level,
    list_properties,
    number_list,
    paragraph,
    row,
    style,
    table,
    write_word,
)

from tcplan.importing.document import paragraphs_in
from tcplan.importing.readers.word.document import read_word
from tcplan.importing.readers.word.number_formats import format_number


def numbers(folder: Path, *blocks: str, numbering: str = NUMBERING, styles: str = "") -> list[str]:
    """The numbers of the paragraphs of a Word file."""
    document = read_word(write_word(folder / "plan.docx", *blocks, numbering=numbering, styles=styles))
    return [one.number for one in paragraphs_in(document.blocks)]


def items(*levels: int, number: int = 1) -> list[str]:
    """Items of a list, by their levels."""
    return [item("words", level=at, number=number) for at in levels]


def one_list(*levels: str, inner: str = "") -> str:
    """The definition of list 1."""
    return definition(1, *levels) + number_list(1, 1, inner)


def test_items_are_counted_by_level(tmp_path: Path) -> None:
    """A deeper level begins anew after an item of a higher one."""
    assert numbers(tmp_path, *items(0, 1, 1, 2, 0, 1)) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_a_list_goes_on_after_other_text(tmp_path: Path) -> None:
    """Text, tables and other lists between items do not stop the count."""
    blocks = [item("a"), paragraph("text"), item("x", number=BULLETS), table(row(item("b"), "c")), item("d")]
    assert numbers(tmp_path, *blocks) == ["1", "", "•", "2", "", "3"]


def test_a_number_without_words_is_kept(tmp_path: Path) -> None:
    """A column of numbers holds nothing but numbered, empty paragraphs; an empty bullet is nothing."""
    blocks = [table(row(item(), "Appoint a lead"), row(item(), "Publish")), item(number=BULLETS)]
    assert numbers(tmp_path, *blocks) == ["1", "", "2", ""]


@pytest.mark.parametrize(
    ("style_name", "shown"),
    [
        ("decimalZero", "01 02"),
        ("upperRoman", "I II"),
        ("lowerRoman", "i ii"),
        ("upperLetter", "A B"),
        ("lowerLetter", "a b"),
        ("ordinal", "1st 2nd"),
        ("cardinalText", "One Two"),
        ("ordinalText", "First Second"),
        ("none", " "),
        ("unheardOf", "1 2"),
    ],
)
def test_each_style_of_number_is_shown_as_word_shows_it(tmp_path: Path, style_name: str, shown: str) -> None:
    """Numbers are digits, letters, Roman, or words."""
    assert numbers(tmp_path, *items(0, 0), numbering=one_list(level(0, "%1", style_name))) == shown.split(" ")


@pytest.mark.parametrize(
    ("style_name", "count", "shown"),
    [
        ("lowerRoman", 49, "xlix"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 5000, "5000"),
        ("lowerRoman", 0, "0"),
        ("lowerLetter", 26, "z"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 9999, "9999"),
        ("ordinal", 3, "3rd"),
        ("ordinal", 12, "12th"),
        ("ordinal", 21, "21st"),
        ("cardinalText", 12, "Twelve"),
        ("cardinalText", 20, "Twenty"),
        ("cardinalText", 42, "Forty-two"),
        ("cardinalText", 100, "100"),
        ("ordinalText", 12, "Twelfth"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 33, "Thirty-third"),
        ("ordinalText", 101, "101st"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("numberInDash", 7, "- 7 -"),
        ("hex", 26, "1A"),
        ("chicago", 2, "†"),
        ("chicago", 5, "**"),
    ],
)
def test_large_numbers_are_shown_as_word_shows_them(style_name: str, count: int, shown: str) -> None:
    """Letters are repeated after z; words end at a hundred."""
    assert format_number(count, style_name) == shown


def test_a_style_made_up_by_an_example_is_read(tmp_path: Path) -> None:
    """Word writes 001 as an example, with a copy for older programs."""
    new = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    both = f'<mc:AlternateContent>{new}<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    made = level(0, "TC-%1").replace('<w:numFmt w:val="decimal"/>', both)
    assert numbers(tmp_path, *items(0, 0), numbering=one_list(made)) == ["TC-001", "TC-002"]


def test_text_around_numbers_is_shown(tmp_path: Path) -> None:
    """A level has words of its own, and takes the numbers of those above."""
    levels = [level(0, "Objective %1:", "upperRoman"), level(1, "(%1-%2)", "lowerLetter")]
    made = one_list(*levels)
    assert numbers(tmp_path, *items(0, 1, 1), numbering=made) == ["Objective I:", "(I-a)", "(I-b)"]


def test_a_legal_level_shows_digits(tmp_path: Path) -> None:
    """A level can show all numbers as digits, whatever those above look like."""
    made = one_list(level(0, "Theme %1", "upperLetter"), level(1, "%1.%2", "lowerRoman", "<w:isLgl/>"))
    assert numbers(tmp_path, *items(0, 1), numbering=made) == ["Theme A", "1.1"]


def test_a_list_starts_where_it_says(tmp_path: Path) -> None:
    """A level has a first number; one that a list gives comes before that of its definition."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    assert numbers(tmp_path, *items(0, 0), numbering=one_list(level(0, "%1", start=4))) == ["4", "5"]
    assert numbers(tmp_path, *items(0, 0), numbering=one_list(level(0, "%1"), inner=override)) == ["7", "8"]


def test_lists_of_one_definition_share_their_count_until_one_starts_anew(tmp_path: Path) -> None:
    """A second list of the same definition goes on; one that is restarted begins again, once."""
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    made = definition(1, level(0, "%1")) + number_list(1, 1) + number_list(2, 1) + number_list(3, 1, restart)
    blocks = [*items(0, 0), *items(0, number=2), *items(0, 0, number=3), *items(0)]
    assert numbers(tmp_path, *blocks, numbering=made) == ["1", "2", "3", "1", "2", "3"]


def test_a_level_can_go_on_over_those_above(tmp_path: Path) -> None:
    """Actions can be numbered through, whatever objective they are under."""
    made = one_list(level(0, "%1"), level(1, "Action %2", inner='<w:lvlRestart w:val="0"/>'))
    assert numbers(tmp_path, *items(0, 1, 1, 0, 1), numbering=made) == ["1", "Action 1", "Action 2", "2", "Action 3"]


def test_a_level_can_begin_anew_only_after_some_above(tmp_path: Path) -> None:
    """A level that begins anew after the first level goes on after the second."""
    made = one_list(level(0, "%1"), level(1, "%1.%2"), level(2, "%3", inner='<w:lvlRestart w:val="1"/>'))
    assert numbers(tmp_path, *items(0, 1, 2, 1, 2, 0, 2), numbering=made) == ["1", "1.1", "1", "1.2", "2", "2", "1"]


def test_a_list_can_have_a_level_of_its_own(tmp_path: Path) -> None:
    """A list can show a level otherwise than its definition."""
    inner = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "lowerLetter")}</w:lvlOverride>'
    assert numbers(tmp_path, *items(0), numbering=one_list(level(0, "%1"), inner=inner)) == ["a)"]


def test_a_definition_can_be_that_of_a_list_style(tmp_path: Path) -> None:
    """A definition without levels names a style, whose list has them."""
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Plan"/></w:abstractNum>'
    target = definition(6, '<w:styleLink w:val="Plan"/>', level(0, "P%1"))
    styles = style("Plan", f"<w:pPr>{list_properties(8)}</w:pPr>", kind="numbering")
    made = link + target + number_list(1, 5) + number_list(8, 6)
    assert numbers(tmp_path, *items(0, 0), numbering=made, styles=styles) == ["P1", "P2"]


def test_definitions_that_name_each_other_show_nothing(tmp_path: Path) -> None:
    """A circle of definitions ends."""
    link = "".join(
        f'<w:abstractNum w:abstractNumId="{one}"><w:numStyleLink w:val="S{one}"/></w:abstractNum>' for one in (5, 6)
    )
    styles = "".join(
        style(f"S{one}", f"<w:pPr>{list_properties(other)}</w:pPr>", kind="numbering")
        for one, other in ((5, 6), (6, 5))
    )
    made = link + number_list(5, 5) + number_list(6, 6)
    assert numbers(tmp_path, *items(0, number=5), numbering=made, styles=styles) == [""]


def test_headings_are_numbered_by_their_styles(tmp_path: Path) -> None:
    """A style names the list, and the list says which level the style has."""
    levels = [
        level(0, "%1", inner='<w:pStyle w:val="Pillar"/>'),
        level(1, "%1.%2", inner='<w:pStyle w:val="Objective"/>'),
    ]
    outline = "<w:outlineLvl w:val='{}'/>"
    numbered = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>{}</w:pPr>"
    styles = style("Pillar", numbered.format(outline.format(0))) + style(
        "Objective", numbered.format(outline.format(1))
    )
    styles += style("Own", based_on="Objective")
    blocks = [paragraph("x", style=one) for one in ("Pillar", "Objective", "Own", "Pillar", "Objective")]
    path = write_word(tmp_path / "plan.docx", *blocks, numbering=one_list(*levels), styles=styles)
    found = [(one.number, one.heading, one.depth) for one in paragraphs_in(read_word(path).blocks)]
    assert found == [("1", 1, 0), ("1.1", 2, 0), ("1.2", 2, 0), ("2", 1, 0), ("2.1", 2, 0)]


def test_a_paragraph_can_leave_the_list_of_its_style(tmp_path: Path) -> None:
    """List 0 is no list."""
    styles = style("Numbered", f"<w:pPr>{list_properties(1)}</w:pPr>")
    blocks = [paragraph("x", style="Numbered"), paragraph("x", style="Numbered", properties=list_properties(0))]
    assert numbers(tmp_path, *blocks, paragraph("x", style="Numbered"), styles=styles) == ["1", "", "2"]


def test_deleted_and_hidden_items_are_not_counted(tmp_path: Path) -> None:
    """An item that is deleted with its end has no number."""
    deleted = paragraph("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties="<w:rPr><w:del/></w:rPr>")
    deleted = deleted.replace("<w:pPr>", f"<w:pPr>{list_properties(1)}")
    assert numbers(tmp_path, item("a"), deleted, item("b")) == ["1", "2"]
    assert numbers(tmp_path, item("a"), deleted, table(row("b")), item("c")) == ["1", "", "2"]


def test_bullets_are_the_signs_that_are_seen(tmp_path: Path) -> None:
    """A bullet is a letter in a font of symbols; a picture is a dot."""
    fonts = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    symbol = level(0, "\uf0b7", "bullet")
    square = level(1, "\uf0a7", "bullet", fonts)
    round_one = level(2, "o", "bullet")
    picture = level(3, "", "bullet", '<w:lvlPicBulletId w:val="0"/>')
    made = one_list(symbol, square, round_one, picture, level(4, "–", "bullet"))
    assert numbers(tmp_path, *items(0, 1, 2, 3, 4), numbering=made) == ["•", "▪", "◦", "•", "–"]


def test_a_list_that_shows_nothing_makes_no_items(tmp_path: Path) -> None:
    """Where nobody sees a number or a bullet there is no item."""
    made = one_list(level(0, "", "none"))
    document = read_word(write_word(tmp_path / "plan.docx", item("a"), item("b", number=9), numbering=made))
    assert [(one.number, one.depth) for one in paragraphs_in(document.blocks)] == [("", 0), ("", 0)]


def test_depth_is_that_of_the_list_or_of_the_style(tmp_path: Path) -> None:
    """An item has the level of its list; a style of Word for the second level has it in its name."""
    styles = style("ListBullet2", f"<w:pPr>{list_properties(BULLETS)}</w:pPr>", name="List Bullet 2")
    blocks = [item("a"), item("b", level=2), paragraph("c", style="ListBullet2"), paragraph("d")]
    document = read_word(write_word(tmp_path / "plan.docx", *blocks, styles=styles))
    assert [one.depth for one in paragraphs_in(document.blocks)] == [1, 3, 2, 0]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (style("X", name="heading 2"), 2),
        (style("X", name="Überschrift 3"), 3),
        (style("X", name="Titre 1"), 1),
        (style("X", name="Titel"), 1),
        (style("X", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>', name="Pillar"), 4),
        (style("X", name="Pillar", based_on="Heading2"), 2),
        (style("X", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', name="Not one", based_on="Heading2"), 0),
        (style("X", name="Body"), 0),
        (style("X", name="a") + style("Y", based_on="X").replace('"Y"', '"X"'), 0),
        ("", 0),
    ],
)
def test_headings_are_known_by_their_style(tmp_path: Path, made: str, expected: int) -> None:
    """The level of a heading is that of its style or those it is based on, by outline or by name in any language."""
    document = read_word(write_word(tmp_path / "plan.docx", paragraph("x", style="X"), styles=made))
    assert [one.heading for one in paragraphs_in(document.blocks)] == [expected]


def test_a_paragraph_can_be_a_heading_by_itself(tmp_path: Path) -> None:
    """The outline level of a paragraph comes before that of its style."""
    blocks = [
        paragraph("x", properties='<w:outlineLvl w:val="1"/>'),
        heading("x", properties='<w:outlineLvl w:val="9"/>'),
        heading("x", level=3),
    ]
    document = read_word(write_word(tmp_path / "plan.docx", *blocks))
    assert [one.heading for one in paragraphs_in(document.blocks)] == [2, 0, 3]


def test_without_styles_the_id_of_a_style_is_its_name(tmp_path: Path) -> None:
    """A file without styles still has headings."""
    made = write_word(tmp_path / "plan.docx", heading("x", level=2), parts={"styles": ""})
    assert [one.heading for one in paragraphs_in(read_word(made).blocks)] == [2]
