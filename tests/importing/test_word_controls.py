"""Content controls and old form fields of a Word document: what is chosen, ticked or picked; prompts are empty."""

from pathlib import Path

import pytest
from importing.making.word import cell, control, field, paragraph, row, run, table, write_word

from tcplan.importing.document import paragraphs_in
from tcplan.importing.readers.word.document import read_word

LEVELS = "".join(f'<w:listItem w:displayText="{name}" w:value="{at}"/>' for at, name in enumerate(("High", "Low"), 1))


def text(folder: Path, *words: str) -> str:
    """The text of the only paragraph of a Word file."""
    document = read_word(write_word(folder / "plan.docx", paragraph("=", *words)))
    return "".join(one.text for one in paragraphs_in(document.blocks)).removeprefix("=")


@pytest.mark.parametrize(
    ("content", "properties", "expected"),
    [
        (run("High"), f"<w:dropDownList>{LEVELS}</w:dropDownList>", "High"),
        (run(""), f'<w:dropDownList w:lastValue="2">{LEVELS}</w:dropDownList>', "Low"),
        (run(""), f'<w:dropDownList w:lastValue="9">{LEVELS}</w:dropDownList>', ""),
        (run("Choose an item."), f"<w:dropDownList>{LEVELS}</w:dropDownList>", ""),
        (run("Anything"), f"<w:comboBox>{LEVELS}</w:comboBox>", "Anything"),
        (run("31/03/2027"), '<w:date w:fullDate="2027-03-31T00:00:00Z"/>', "31/03/2027"),
        (run(""), '<w:date w:fullDate="2027-03-31T00:00:00Z"/>', "2027-03-31"),
        (run("words"), "<w:text/>", "words"),
        (run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "☒"),
        (run("þ", '<w:rFonts w:ascii="Arial"/>'), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "☒"),
        (run("☐"), '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "☐"),
        (run("☐"), "<w14:checkbox/>", "☐"),
    ],
)
def test_a_control_gives_its_value(tmp_path: Path, content: str, properties: str, expected: str) -> None:
    """A drop-down list, a date picker and a tick box give what is chosen, as it is shown where it is shown."""
    assert text(tmp_path, control(content, properties)) == expected


@pytest.mark.parametrize(
    "prompt",
    ["Choose an item.", "Click or tap here to enter text.", "Click or tap to enter a date.", "Wählen Sie aus."],
)
def test_the_prompt_of_an_untouched_control_is_empty(tmp_path: Path, prompt: str) -> None:
    """What Word shows in a control that nobody has touched is not text, in any language."""
    assert text(tmp_path, control(run(prompt), is_prompt=True)) == ""


def test_a_prompt_is_empty_around_paragraphs_cells_and_rows(tmp_path: Path) -> None:
    """Wherever a control is, its prompt is empty, and its row keeps its cells."""
    prompt = paragraph("Click here.")
    blocks = [
        control(prompt, is_prompt=True),
        table(row(control(cell(prompt), is_prompt=True), "HR"), control(row("Click", "here"), is_prompt=True)),
    ]
    document = read_word(write_word(tmp_path / "plan.docx", *blocks))
    assert [one.text for one in paragraphs_in(document.blocks)] == ["HR"]
    assert [len(line.cells) for line in getattr(document.blocks[0], "rows", ())] == [2, 2]


def test_a_control_around_controls_is_not_a_prompt(tmp_path: Path) -> None:
    """A control that shows its prompt, and has one in it that is filled in, gives the value of that one."""
    inner = control(run("High"), f"<w:dropDownList>{LEVELS}</w:dropDownList>")
    assert text(tmp_path, control(inner, is_prompt=True)) == "High"


def test_words_like_a_prompt_are_text_elsewhere(tmp_path: Path) -> None:
    """Outside of controls, words that read like a prompt are words."""
    assert text(tmp_path, "Choose an item.") == "Choose an item."
    assert text(tmp_path, control(run("Select a champion"), "<w:text/>")) == "Select a champion"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('<w:ddList><w:result w:val="1"/>{}</w:ddList>', "Amber"),
        ('<w:ddList><w:default w:val="2"/>{}</w:ddList>', "Green"),
        ("<w:ddList>{}</w:ddList>", "Red"),
        ('<w:ddList><w:listEntry w:val="Choose one"/>{}</w:ddList>', ""),
        ('<w:ddList><w:result w:val="7"/>{}</w:ddList>', ""),
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox/>", "☐"),
        ("<w:textInput/>", ""),
    ],
)
def test_an_old_form_field_gives_its_value(tmp_path: Path, form: str, expected: str) -> None:
    """A drop-down list holds an index, and a tick box a mark; neither is a word of the text."""
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Red", "Amber", "Green"))
    assert text(tmp_path, field("FORM", "", f"<w:ffData>{form.format(entries)}</w:ffData>")) == expected


def test_an_old_form_field_that_shows_its_value_gives_it_once(tmp_path: Path) -> None:
    """Some programs write the value of a field as text besides; a text field is its text."""
    form = '<w:ffData><w:ddList><w:result w:val="0"/><w:listEntry w:val="Red"/></w:ddList></w:ffData>'
    assert text(tmp_path, field("FORMDROPDOWN", "Red", form)) == "Red"
    assert text(tmp_path, field("FORMTEXT", "By May", "<w:ffData><w:textInput/></w:ffData>")) == "By May"
    assert text(tmp_path, field("FORMTEXT", "\u2002" * 5, "<w:ffData><w:textInput/></w:ffData>")) == ""


def test_a_field_that_asks_for_a_click_is_empty(tmp_path: Path) -> None:
    """The prompt of an old template is part of the instruction of its field."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    prompt = f"{begin}<w:r><w:instrText>MACROBUTTON NoMacro [Click here]</w:instrText></w:r>{run('Click')}{end}"
    assert text(tmp_path, prompt, "x") == "x"


def test_a_placeholder_style_alone_is_text(tmp_path: Path) -> None:
    """Words that were typed over a prompt may have kept its style."""
    words = run("HR Director", '<w:rStyle w:val="PlaceholderText"/>')
    assert text(tmp_path, control(words, "<w:text/>")) == "HR Director"
