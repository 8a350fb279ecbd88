"""A web page is read as a wide screen shows it."""

from pathlib import Path

import pytest

from tcplan.importing.document import Block, Paragraph, SourceCell, SourceDocument, SourceLink, SourceTable
from tcplan.importing.readers.html.reader import read_html

GAP = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
"""What Word puts between the number and the words."""


def read(path: Path, html: str | bytes) -> SourceDocument:
    """The document in a page."""
    file = path / "plan.html"
    file.write_bytes(html.encode() if isinstance(html, str) else html)
    return read_html(file)


def shapes(blocks: tuple[Block, ...]) -> list[tuple[str, int, int, str]]:
    """The words of paragraphs with the level of headings, the depth and number of items."""
    return [(one.text, one.heading, one.depth, one.number) for one in blocks if isinstance(one, Paragraph)]


def words(path: Path, html: str) -> list[str]:
    """The words of the paragraphs of a page."""
    return [text for text, *_ in shapes(read(path, html).blocks)]


def table(path: Path, html: str) -> SourceTable:
    """The only table of a page."""
    (only,) = (one for one in read(path, html).blocks if isinstance(one, SourceTable))
    return only


def cells(path: Path, html: str) -> list[list[str]]:
    """The words of the only table, row by row."""
    return [[cell.text for cell in row.cells] for row in table(path, html).rows]


def cell(path: Path, html: str) -> SourceCell:
    """A cell beside another."""
    return table(path, f"<table><tr>{html}<td>beside</table>").rows[0].cells[0]


def test_headings_paragraphs_and_items(tmp_path: Path) -> None:
    """Headings have their level, items their depth and the mark that is shown."""
    html = """<title>Our  plan</title><h1>Plan</h1><p>About <b>us</b> and
      more</p><ul><li>One<ul><li>Two</ul><li>Three</ul><ol type=a start=3><li>Four<li value=9>Five</ol>
      <ol><li><p>Six</p><p>more of six</p></li></ol><div>Seven</div>eight"""
    document = read(tmp_path, html)
    assert document.title == "Our plan"
    assert shapes(document.blocks) == [
        ("Plan", 1, 0, ""),
        ("About us and more", 0, 0, ""),
        ("One", 0, 1, "•"),
        ("Two", 0, 2, "•"),
        ("Three", 0, 1, "•"),
        ("Four", 0, 1, "c."),
        ("Five", 0, 1, "i."),
        ("Six", 0, 1, "1."),
        ("more of six", 0, 0, ""),
        ("Seven", 0, 0, ""),
        ("eight", 0, 0, ""),
    ]


@pytest.mark.parametrize(
    ("kind", "number"), [("1", "4."), ("a", "d."), ("A", "D."), ("i", "iv."), ("I", "IV."), ("nonsense", "4.")]
)
def test_items_have_the_number_that_is_shown(tmp_path: Path, kind: str, number: str) -> None:
    """The kind of a list is an attribute or a style."""
    assert shapes(read(tmp_path, f'<ol type="{kind}" start=4><li>One</ol>').blocks) == [("One", 0, 1, number)]


def test_numbers_of_nested_lists_can_have_several_parts(tmp_path: Path) -> None:
    """Where a rule of the page makes them."""
    rule = "<style>li::before {content: counters(item, '.') ' '}</style>"
    html = "<ol><li>Career<ol><li>Appoint<li>Consult</ol><li>Voice<ul><li>Step</ul></ol>"
    assert [one[3] for one in shapes(read(tmp_path, rule + html).blocks)] == ["1.", "1.1.", "1.2.", "2.", "•"]
    assert [one[3] for one in shapes(read(tmp_path, html).blocks)] == ["1.", "1.", "2.", "2.", "•"]


def test_words_between_items_are_not_lost(tmp_path: Path) -> None:
    """Some programs write lists without items."""
    assert words(tmp_path, "<ul>One<li>Two</li>Three <b>four</b></ul>five") == ["One", "Two", "Three four", "five"]


def test_a_number_without_words_is_kept(tmp_path: Path) -> None:
    """It may be all that a cell shows; a bullet alone says nothing."""
    html = f"<td><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.1{GAP}</span></p>"
    assert shapes(cell(tmp_path, html).blocks) == [("", 0, 1, "1.1")]
    assert shapes(cell(tmp_path, "<td><ol start=3><li></ol>").blocks) == [("", 0, 1, "3.")]
    assert shapes(cell(tmp_path, "<td><ul><li></ul>").blocks) == []


def test_a_reversed_list_counts_down(tmp_path: Path) -> None:
    """From the number of its items, or from its start."""
    assert [one[3] for one in shapes(read(tmp_path, "<ol reversed><li>a<li>b</ol>").blocks)] == ["2.", "1."]


def test_line_breaks_are_kept_and_empty_lines_part_paragraphs(tmp_path: Path) -> None:
    """The line ends of the source are blanks."""
    assert words(tmp_path, "<p>One<br>two\nthree<br><br>four&nbsp; five</p>") == ["One\ntwo three", "four five"]
    assert words(tmp_path, "<pre>One\n two</pre>") == ["One\ntwo"]


def test_bullets_that_are_typed_are_items(tmp_path: Path) -> None:
    """Each on a line of its own."""
    html = "<td>First:<br>• one<br>• two"
    assert shapes(cell(tmp_path, html).blocks) == [("First:", 0, 0, ""), ("one", 0, 1, "•"), ("two", 0, 1, "•")]


@pytest.mark.parametrize(
    "mark", ["del", "s", "strike", 'span style="text-decoration:line-through"', 'span class="gone"']
)
def test_what_is_struck_out_stands_apart(tmp_path: Path, mark: str) -> None:
    """Whether a tag or a style says so."""
    end = mark.partition(" ")[0]
    html = f"<style>.gone {{text-decoration: line-through}}</style><p>By <{mark}>March</{end}> <ins>May</ins></p>"
    (one,) = (block for block in read(tmp_path, html).blocks if isinstance(block, Paragraph))
    assert (one.text, one.struck) == ("By May", ("March",))


PANELS = [
    (
        '<ul role="tablist"><li><a role="tab" href="#v">Visibility</a></li><li><a href="#r">Recognition</a></li></ul>'
        '<div id="v" role="tabpanel"><p>One</p></div><div id="r" role="tabpanel" hidden><p>Two</p></div>'
    ),
    (
        "<style>.tab-pane{display:none}.tab-pane.active{display:block}</style>"
        '<a href="#v">Visibility</a> <a href="#r">Recognition</a>'
        '<div id="v" class="tab-pane active"><p>One</p></div><div id="r" class="tab-pane"><p>Two</p></div>'
    ),
    (
        '<button aria-controls="v">Visibility</button><div id="v"><p>One</p></div>'
        '<button aria-controls="r">Recognition</button><div id="r" style="display:none"><p>Two</p></div>'
    ),
    (
        "<button onclick=\"openTab(event, 'v')\">Visibility</button>"
        "<button onclick=\"openTab(event, 'r')\">Recognition</button>"
        '<div id="v" class="tabcontent"><p>One</p></div><div id="r" class="tabcontent" hidden><p>Two</p></div>'
    ),
    (
        '<div data-bs-target="#v">Visibility</div><div data-bs-target="#r">Recognition</div>'
        '<div id="v" hidden><h2>Visibility</h2><p>One</p></div><div id="r" hidden><h2>Recognition</h2><p>Two</p></div>'
    ),
]


@pytest.mark.parametrize("html", PANELS)
def test_what_a_tab_or_a_button_shows_is_read(tmp_path: Path, html: str) -> None:
    """Shown now or not; the words of the tab are its heading, and it is told."""
    document = read(tmp_path, f"<h1>Action plan</h1>{html}")
    assert shapes(document.blocks) == [
        ("Action plan", 1, 0, ""),
        ("Visibility", 2, 0, ""),
        ("One", 0, 0, ""),
        ("Recognition", 2, 0, ""),
        ("Two", 0, 0, ""),
    ]
    assert [one.message for one in document.remarks] == ["parts of the page that a tab or a button shows were read too"]


def test_a_menu_that_a_button_shows_is_not_read(tmp_path: Path) -> None:
    """Nor is a table of contents a list of tabs."""
    menu = '<button aria-controls="m">Menu</button><div id="m" hidden><ul><li><a href="/x">Staff</a></li></ul></div>'
    assert words(tmp_path, f"{menu}<p><a href='#v'>Visibility</a></p><div id=v><p>One</p></div>") == [
        "Menu",
        "Visibility",
        "One",
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<tr><td>One<td>HR</tr><tfoot><tr><th>Action<th>Owner</tfoot>",
        "<tr><td>One<td>HR</tr><tr><th>Action<th>Owner</tr>",
        "<thead><tr><th>Action<th>Owner</thead><tr><td>One<td>HR</tr><tfoot><tr><th>Action<th>Owner</tfoot>",
        "<tbody><tr><td>One<td>HR</tbody><tbody><tr><th>Action<th>Owner</tbody>",
        "<tfoot><tr><th>Action<th>Owner</tfoot><tbody><tr><td>One<td>HR</tbody>",
    ],
)
def test_a_header_at_the_foot_is_above_the_rows(tmp_path: Path, html: str) -> None:
    """It is there once."""
    assert cells(tmp_path, f"<table>{html}</table>") == [["Action", "Owner"], ["One", "HR"]]


def test_a_remark_at_the_foot_is_below_the_table(tmp_path: Path) -> None:
    """It says something of the whole, and is no row."""
    html = "<table><tfoot><tr><td colspan=2>Updated: May</tfoot><tr><th>Action<th>Owner<tr><td>One<td>HR</table>"
    assert cells(tmp_path, html) == [["Action", "Owner"], ["One", "HR"]]
    assert words(tmp_path, html) == ["Updated: May"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<template>{}</template>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<p hidden>{}</p>",
        "<p aria-hidden=true>{}</p>",
        '<p style="DISPLAY: none !important">{}</p>',
        '<p style="visibility:hidden">{}</p>',
        '<p class="gone">{}</p>',
        '<p class="telephone">{}</p>',
        '<div class="d-block d-md-none">{}</div>',
        '<div class="visible-xs">{}</div>',
        '<div class="md:hidden">{}</div>',
        '<div class="d-none">{}</div>',
        '<div class="hidden sm:hidden">{}</div>',
        "<dialog>{}</dialog>",
        "<!-- {} -->",
        "<!--[if mso]>{}<![endif]-->",
        '<input type=hidden value="{}">',
        '<span style="mso-hide:all">{}</span>',
    ],
)
def test_what_is_not_shown_is_not_read(tmp_path: Path, hidden: str) -> None:
    """Neither what is hidden nor copies for telephones."""
    style = (
        "<style>/* x */ .gone, .other {display: none} .telephone {display:none} @media (max-width: 600px) "
        "{.telephone {display:block} .wide {display:none}} @media print {.wide {display:none}} "
        ".late {display:none} @media (min-width: 600px) {.late {display:block}}</style>"
    )
    html = f'{style}<p>One</p>{hidden.format("no")}<p class="wide d-none d-md-block late">two</p>'
    assert words(tmp_path, html) == ["One", "two"]


@pytest.mark.parametrize("shown", ["hidden md:block", "d-none d-lg-table", "mobile-friendly", "mobile", "cards"])
def test_what_a_wide_screen_shows_is_read(tmp_path: Path, shown: str) -> None:
    """A class that shows it there counts more, and only a copy of what stands elsewhere is a copy."""
    assert words(tmp_path, f'<div class="{shown}"><p>Appoint</p><p>Consult</p><p>Publish</p></div>')[0] == "Appoint"


@pytest.mark.parametrize("name", ["mobile-cards", "plan plan--mobile", "cards", "table_small"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_copy_for_small_screens_is_read_once(tmp_path: Path, name: str, is_first: bool) -> None:  # noqa: FBT001 - a case
    """Even where no rule of the page says which screens show it."""
    rows = [("Appoint", "Estates"), ("Consult", "Library"), ("Publish", "Finance")]
    cards = "".join(f"<div><b>Action</b> {one} <b>Owner</b> {two}</div>" for one, two in rows)
    parts = [
        f'<div class="{name}">{cards}</div>',
        f"<table><tr><th>Action<th>Owner{''.join(f'<tr><td>{one}<td>{two}' for one, two in rows)}</table>",
    ]
    document = read(tmp_path, "".join(parts if is_first else reversed(parts)))
    assert [type(one) for one in document.blocks] == [SourceTable]
    assert len(document.remarks) == 1


def test_words_that_are_only_heard_are_no_words_of_a_cell(tmp_path: Path) -> None:
    """Unless they are all that it says, as beside a picture of a colour; links past the navigation are no words."""
    assert cell(tmp_path, '<td><span class="sr-only">RAG status: </span>Green').text == "Green"
    assert cell(tmp_path, '<td><i class="dot"></i><b class="visually-hidden">Green</b>').text == "Green"
    assert words(tmp_path, '<a class="sr-only" href="#main">Skip to main content</a><p>Plan</p>') == ["Plan"]


def test_hidden_words_are_told(tmp_path: Path) -> None:
    """In one sentence; the code of a page is none of its words."""
    assert [one.message for one in read(tmp_path, "<p hidden>a</p><p hidden>b</p><script>c</script>d").remarks] == [
        "parts of the page that a wide screen does not show were not read"
    ]
    assert read(tmp_path, "<script>c</script><p>d</p>").remarks == ()
    assert "navigation" in read(tmp_path, "<nav><a href=/>Home</a></nav><p>d</p>").remarks[0].message


def test_a_table_is_the_grid_that_is_shown(tmp_path: Path) -> None:
    """Cells from above take their columns, the foot is below it, and tags need no end."""
    html = """<table><caption>Actions <b>2025</b></caption><tfoot><tr><td colspan=3>foot</tfoot>
      <thead><tr><th>Id<th>Action<th>Owner</thead>
      <tr><td rowspan=2>1<td>Appoint<td>HR<tr><td>Consult<td>Estates</table>"""
    found = table(tmp_path, html)
    assert found.name == "Actions 2025"
    assert cells(tmp_path, html) == [
        ["Id", "Action", "Owner"],
        ["1", "Appoint", "HR"],
        ["Consult", "Estates"],
    ]
    assert words(tmp_path, html) == ["foot"]
    assert [row.is_header for row in found.rows] == [True, False, False]
    assert [one.is_header for one in found.rows[0].cells] == [True] * 3
    assert found.rows[2].cells[0].place == ("table 1", 3, 2, "", 0)
    assert found.rows[1].cells[0].rows == 2


@pytest.mark.parametrize("span", ["65534", "0", "3"])
def test_a_cell_spans_no_further_than_its_section(tmp_path: Path, span: str) -> None:
    """Programs write spans of thousands; browsers end them where the rows end."""
    html = f"<table><tr><td rowspan={span}>1<td>a<tr><td>b<tr><td>c</table>"
    assert table(tmp_path, html).rows[0].cells[0].rows == 3
    html = f"<table><tbody><tr><td rowspan={span}>1<td>a</tbody><tbody><tr><td>2<td>b</table>"
    assert table(tmp_path, html).rows[0].cells[0].rows == 1


def test_a_title_cell_spans_no_more_columns_than_there_are(tmp_path: Path) -> None:
    """Whatever it says."""
    html = "<table><tr><td colspan=1000>Career<tr><td>a<td>b</table>"
    assert table(tmp_path, html).rows[0].cells[0].columns == 2


def test_a_table_within_a_cell_is_a_block_of_it(tmp_path: Path) -> None:
    """Steps are often a table of their own."""
    found = table(tmp_path, "<table><tr><th>Action<th>Steps<tr><td>One<td><table><tr><td>a<td>b</table></table>")
    (inner,) = found.rows[1].cells[1].blocks
    assert isinstance(inner, SourceTable)
    assert found.rows[1].cells[1].text == "a\nb"


@pytest.mark.parametrize("outer", ["<table role=presentation><tr><td>", "<table><tr><td>nav<td>", "<table><tr><td>"])
def test_a_table_for_the_layout_is_none(tmp_path: Path, outer: str) -> None:
    """What is in it is read as if it were not there."""
    found = read(
        tmp_path, f"{outer}<h2>Plan</h2><table><tr><th>Action<th>Owner<tr><td>One<td>HR</table></table>"
    ).blocks
    assert isinstance(found[-1], SourceTable)
    assert len(found[-1].rows) == 2


def test_tables_can_be_made_of_roles(tmp_path: Path) -> None:
    """Elements without a meaning say what they are for those who hear the page."""
    html = (
        "<div role=table><div role=row><span role=columnheader>Action</span><span role=columnheader>Owner</span></div>"
    )
    html += "<div role=rowgroup><div role=row><span role=cell>One</span><span role=cell>HR</span></div></div></div>"
    assert cells(tmp_path, html) == [["Action", "Owner"], ["One", "HR"]]


def test_a_header_repeated_in_its_cells_is_left_out(tmp_path: Path) -> None:
    """Pages for small screens write it into each cell, and hide it or not."""
    html = """<table><tr><th>Action<th>Owner<tr><td data-label=Action><span class=label>Action:</span> Appoint
      <td data-label=Owner><b>Owner</b><br>HR<tr><td><span>Action</span><td><b>Owner group</b> Estates</table>"""
    assert cells(tmp_path, html)[1:] == [["Appoint", "HR"], ["Action", "Owner group Estates"]]


@pytest.mark.parametrize(
    "look",
    [
        "bgcolor=#00B050",
        "bgcolor=00b050",
        'style="background:#00b050"',
        'style="background-color: rgb(0, 176, 80)"',
        'style="background: rgba(0,176,80,1) none"',
        'style="background-color:hsl(147.3,100%,34.5%)"',
        "class=ok",
    ],
)
def test_the_colour_of_a_cell_is_its_fill(tmp_path: Path, look: str) -> None:
    """However it is written."""
    assert cell(tmp_path, f"<style>td.ok {{background: #00B050}}</style><td {look}>On track").fill == "00b050"


@pytest.mark.parametrize(
    ("html", "fill"),
    [
        ("<td bgcolor=red>", "ff0000"),
        ("<td bgcolor=white>x", ""),
        ('<td style="background:#fff">x', ""),
        ('<td style="background:transparent">x', ""),
        ('<td><span style="background:green">Green</span>', "008000"),
        ('<td>Half <span style="background:green">green</span>', ""),
        ('<td style="background:#0f0">x', "00ff00"),
        ('<td style="background:rgba(255,0,0,.5)">x', "ff8080"),
    ],
)
def test_what_counts_as_a_fill(tmp_path: Path, html: str, fill: str) -> None:
    """White is none, and a label that fills its cell is one."""
    assert cell(tmp_path, html).fill == fill


def test_a_row_gives_its_cells_its_colour(tmp_path: Path) -> None:
    """A cell without a colour of its own shows that of its row."""
    assert [
        one.fill for one in table(tmp_path, "<table><tr bgcolor=red><td>a<td bgcolor=lime>b</table>").rows[0].cells
    ] == [
        "ff0000",
        "00ff00",
    ]


def test_links_are_kept_and_never_followed(tmp_path: Path) -> None:
    """Only those that lead somewhere."""
    html = '<p>See <a href="https://example.ac.uk/m">the minutes</a>, <a href="#top">top</a>, <a href="mail:x">x</a>'
    (one,) = (block for block in read(tmp_path, html).blocks if isinstance(block, Paragraph))
    assert one.text == "See the minutes, top, x"
    assert one.links == (SourceLink("the minutes", "https://example.ac.uk/m"),)


def test_marks_of_footnotes_are_no_words(tmp_path: Path) -> None:
    """Other raised letters are."""
    html = '<p>Appoint a lead<sup><a href="#n1">1</a></sup> by the 10<sup>th</sup></p><p id=n1>1. See above</p>'
    assert words(tmp_path, html) == ["Appoint a lead by the 10th", "1. See above"]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>1</sup>", "<p><sup>1</sup> Each term.</p>"),
        ("<sup>*</sup>", "<div><sup>*</sup>Each term.</div>"),
        ("<sup>a</sup>", "<small><sup>a</sup> Each term.</small>"),
        ("<sup>[2]</sup>", "<ul><li><sup>[2]</sup> Each term.</li></ul>"),
        (".<sup>†</sup>", "<p><sup>†</sup> Each term.</p>"),
    ],
)
def test_a_note_hangs_on_the_words_of_its_mark(tmp_path: Path, mark: str, note: str) -> None:
    """The mark is no letter of the word, and the note stands beside the action that it is about."""
    (first, *others) = read(tmp_path, f"<p>Brief new technicians{mark}</p>{note}<p>After it</p>").blocks
    assert isinstance(first, Paragraph)
    assert (first.text.rstrip("."), first.notes) == ("Brief new technicians", ("Each term.",))
    assert [one.text for one in others if isinstance(one, Paragraph) and one.text] == ["After it"]


def test_raised_letters_that_are_no_marks_are_words(tmp_path: Path) -> None:
    """A unit, a power, an ending; a mark whose note is not on the page is dropped all the same."""
    html = "<p>50 m<sup>2</sup>, 10<sup>3</sup>, 1<sup>st</sup></p><p>All technicians<sup>4</sup></p>"
    assert words(tmp_path, html) == ["50 m2, 103, 1st", "All technicians"]


def test_bold_and_coloured_words(tmp_path: Path) -> None:
    """A paragraph is bold where all its words are."""
    html = '<p><b>Owner</b></p><p><b>Owner</b>: HR</p><p style="font-weight:700;color:#C00000">Late</p>'
    found = [one for one in read(tmp_path, html).blocks if isinstance(one, Paragraph)]
    assert [(one.is_bold, one.colour) for one in found] == [(True, ""), (False, ""), (True, "c00000")]


def test_controls_show_their_value(tmp_path: Path) -> None:
    """A prompt is no value."""
    html = (
        "<td><select><option value=''>Ask<option selected>High</select> <input type=checkbox checked><input value=HR>"
    )
    assert cell(tmp_path, html).text == "High ☒HR"
    assert cell(tmp_path, "<td><select><option value=''>Choose<option>High</select>").text == ""


def test_entities_are_letters(tmp_path: Path) -> None:
    """Also those without an end."""
    assert words(tmp_path, "<p>Research &amp; HR &#8211; caf&eacute; R&D &lt;b&gt;</p>") == [
        "Research & HR – café R&D <b>"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "iso-8859-15"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    """A page that says iso-8859-1 means Windows-1252."""
    real = "windows-1252" if encoding == "iso-8859-1" else encoding
    text = "café – naïve" if real != "iso-8859-15" else "café 5 €"
    html = f'<meta http-equiv=Content-Type content="text/html; charset={encoding}"><p>{text}</p>'
    (one,) = (block for block in read(tmp_path, html.encode(real)).blocks if isinstance(block, Paragraph))
    assert one.text == text


@pytest.mark.parametrize(
    ("html", "shape"),
    [
        (
            f"<p style='mso-list:l0 level3 lfo1'><![if !a]><span style='mso-list:Ignore'>1.1.2{GAP}</span>Appoint",
            ("Appoint", 0, 3, "1.1.2"),
        ),
        (f"<p class=MsoListParagraph style='margin-left:72.0pt'>2.{GAP}Consult</p>", ("Consult", 0, 2, "2.")),
        (
            f"<p class=MsoListParagraph><span style='font-family:Symbol'>·{GAP}</span>Publish</p>",
            ("Publish", 0, 1, "•"),
        ),
        ("<p class=MsoListParagraph>Report</p>", ("Report", 0, 0, "")),
        ("<p class=MsoTitle>Plan</p>", ("Plan", 1, 0, "")),
    ],
)
def test_lists_of_word_keep_their_numbers(tmp_path: Path, html: str, shape: tuple[str, int, int, str]) -> None:
    """Pages that Word saved have no lists: a number stands in a span before its words."""
    assert shapes(read(tmp_path, html).blocks) == [shape]


def test_lists_of_google_docs_keep_their_depth(tmp_path: Path) -> None:
    """Nested lists stand beside each other, with the level in a class; links go through an address of Google's."""
    html = """<style>ol.lst-kix_a1-0 {list-style-type: none}</style>
      <ol class="c1 lst-kix_a1-0 start" start="1"><li>One</li></ol>
      <ul class="c2 lst-kix_a1-1"><li>Two</li></ul><ol class="c1 lst-kix_a1-0" start="2"><li>Three</li></ol>
      <p><a href="https://www.google.com/url?q=https://example.ac.uk/a&amp;sa=D">a</a></p>"""
    document = read(tmp_path, html)
    assert shapes(document.blocks)[:3] == [("One", 0, 1, "1."), ("Two", 0, 2, "•"), ("Three", 0, 1, "2.")]
    assert isinstance(document.blocks[-1], Paragraph)
    assert document.blocks[-1].links == (SourceLink("a", "https://example.ac.uk/a"),)


def test_details_and_definitions_are_read(tmp_path: Path) -> None:
    """Whether they are open or not."""
    html = "<details><summary>More</summary>Words</details><dl><dt>Owner<dd>HR</dl>"
    assert words(tmp_path, html) == ["More", "Words", "Owner: HR"]


def test_a_page_that_is_nested_without_end_is_read(tmp_path: Path) -> None:
    """The words are kept, the depth is not."""
    assert words(tmp_path, "<div>" * 50_000 + "One" + "</div>" * 50_000) == ["One"]
    deep = "<table><tr><td>a<td>" * 3000 + "One"
    assert "One" in str(read(tmp_path, deep).blocks)
