"""What people paste and type in Markdown: lists of a document, bare addresses, and comments."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.rendering import Element, Page, leaves, markdown_tokens

from tcplan.markdown.pasted_lists import mark_lists
from tcplan.render.escape import link_target
from tcplan.render.prose import prose_html, prose_markdown
from tcplan.views.documents.parts import Prose

LISTS = {
    "bullets": ("• one\n• two", ["one", "two"]),
    "bullets without a space": ("•one\n•two", ["one", "two"]),
    "bullets and tabs": ("•\tone\n•\ttwo", ["one", "two"]),
    "bullets far to the right": ("Done:\n\n      • one\n      • two", ["one", "two"]),
    "bullets with empty lines between": ("• one\n\n• two", ["one", "two"]),
    "one bullet": ("We did this:\n• one", ["one"]),
    "bullets of a symbol font": ("\uf0a7 one\n\uf0a7 two", ["one", "two"]),
    "squares and triangles": ("▪ one\n▪ two\n‣ three", ["one", "two", "three"]),
    "a bullet below another": ("• one\no below\no beside\n• two", ["one below beside", "below", "beside", "two"]),
    "bullets in one line": ("We did: • one • two", ["one", "two"]),
    "bullets that go on": ("• one and\nmore of it\n• two", ["one and more of it", "two"]),
    "dashes": ("– one\n– two", ["one", "two"]),
    "long dashes": ("— one\n— two", ["one", "two"]),
    "hyphens": ("- one\n- two", ["one", "two"]),
    "hyphens after words": ("We did:\n- one\n- two", ["one", "two"]),
    "hyphens without a space": ("-one\n-two", ["one", "two"]),
    "hyphens in one line": ("- one - two - three", ["one", "two", "three"]),
    "asterisks": ("We did:\n* one\n* two", ["one", "two"]),
    "middle dots": ("· one\n· two", ["one", "two"]),
    "the letter o": ("o one\no two", ["one", "two"]),
    "numbers": ("1) one\n2) two", ["one", "two"]),
    "numbers after words": ("We did:\n1) one\n2) two", ["one", "two"]),
    "numbers in brackets": ("We did:\n(1) one\n(2) two", ["one", "two"]),
    "numbers without a space": ("1.One\n2.Two", ["One", "Two"]),
    "numbers in one line": ("We did: 1) one 2) two", ["one", "two"]),
    "letters": ("a) one\nb) two", ["a) one", "b) two"]),
    "Roman numbers": ("i) one\nii) two", ["i) one", "ii) two"]),
}
NO_LISTS = (
    "— the network",
    "We met – twice – in June",
    "Chapter 1. We met\nagain",
    "Home • About",
    "2019. We met\n2020. We met again",
    "- 5 degrees outside",
    "We paid 3) and 4)",
    "o dear",
    "Section a) applies",
    "```\n• one\n• two\n```",
    "~~~\n1) one\n(2) two\n~~~",
    "| • a | • b |\n|---|---|\n| • c | d |",
)
ADDRESSES = {
    "See https://x.org/a_b_c.": ("https://x.org/a_b_c", "."),
    "See www.x.org/_a": ("https://www.x.org/_a", ""),
    "(https://x.org/a_(b))": ("https://x.org/a_(b)", ")"),
    "https://x.org/?a[]=1&b=2, and": ("https://x.org/?a[]=1&b=2", ", and"),
    "https://x.org/?a=1&amp;b=2": ("https://x.org/?a=1&b=2", ""),
    "https://x.org/a\\_b!": ("https://x.org/a_b", "!"),
    "**https://x.org/a**": ("https://x.org/a", ""),
    "_https://x.org/a_": ("https://x.org/a", ""),
    "https://x.org/a*b*c?": ("https://x.org/a*b*c", "?"),
    "[see https://x.org/a]": ("https://x.org/a", "]"),
    "“https://x.org/a”": ("https://x.org/a", "”"),
    "<https://x.org/a_b>": ("https://x.org/a_b", ""),
    "write to tech_team@x.ac.uk.": ("mailto:tech_team@x.ac.uk", "."),
    "HTTPS://X.ORG/A": ("HTTPS://X.ORG/A", ""),
    "http://x.org:8080/~a/#b": ("http://x.org:8080/~a/#b", ""),
}
COMMENTS = {
    "a <!-- SECRET --> b": "a b",
    "a\n<!-- SECRET -->\nb": "a b",
    "a <!-- SECRET\n\nSECRET --> b": "a b",
    "a <!-- SECRET": "a",
    "<!-- SECRET -->": "",
    "a <!-- SECRET `code` ``` SECRET --> b": "a b",
    "a `b` <!-- SECRET --> c": "a b c",
    "a ` b <!-- SECRET --> c": "a ` b c",
    "a\n\n```\nb\n```\n<!-- SECRET -->": "a b",
    "• a <!-- SECRET -->\n• b": "a b",
    "<!--> a <!-- SECRET --> b": "a b",
    "a <!-- SECRET --> b <!-- SECRET": "a b",
}


def items(page: Page) -> list[str]:
    """The words of the items of all lists, with those of the lists in them."""
    return [" ".join(one.text.split()) for one in page.all("li")]


def html(text: str) -> Page:
    """A prose as HTML."""
    return Page(str(prose_html(Prose(text, 3, "a note"))))


def from_markdown(text: str) -> Page:
    """A prose as Markdown, as another program reads it."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 (the reader of the tests)

    return Page(MarkdownIt("commonmark").enable("table").render(str(prose_markdown(Prose(text, 3, "a note")))))


def links(page: Page) -> list[Element]:
    """All links."""
    return page.all("a")


@pytest.mark.parametrize("name", LISTS)
def test_a_pasted_list_is_a_list(name: str) -> None:
    """In HTML and in Markdown, with its items in their order."""
    text, expected = LISTS[name]
    assert items(html(text)) == items(from_markdown(text)) == expected


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_only_looks_like_a_list_stays_as_it_is(text: str) -> None:
    """A dash before a name, a number in a sentence, code, a table."""
    assert mark_lists(text) == (text, ())


def test_what_follows_a_list_is_not_in_it() -> None:
    """And what is before it is a paragraph."""
    page = html("Before:\n• one\n• two\n\nAfter **it**.")
    assert [" ".join(one.text.split()) for one in page.all("p")] == ["Before:", "After it."]


@given(
    st.lists(st.text("abcdefgh ", min_size=1).map(str.strip).filter(bool), min_size=2, max_size=6),
    st.sampled_from("•▪◦–—·"),
    st.sampled_from(["", "Before:\n", "Before\n\n"]),
    st.sampled_from(["", "\n\nAfter"]),
)
def test_every_item_of_a_list_is_one(words: list[str], mark: str, before: str, after: str) -> None:
    """Whatever the bullet, and what is around it."""
    text = before + "\n".join(f"{mark} {one}" for one in words) + after
    assert items(html(text)) == items(from_markdown(text)) == [" ".join(one.split()) for one in words]


@pytest.mark.parametrize("text", ADDRESSES)
def test_a_bare_address_is_a_link(text: str) -> None:
    """With no sign of the sentence in it, in HTML and in Markdown."""
    address, after = ADDRESSES[text]
    for page in (html(text), from_markdown(text)):
        [found] = links(page)
        assert found.attrs["href"] in (address, link_target(address).replace("*", "%2A"), quoted(address))
        assert page.root.text.strip().endswith(after)
        assert page.root.text.strip().removesuffix(after).endswith(found.text)


def quoted(address: str) -> str:
    """An address as it is in the brackets of a Markdown link."""
    return re.sub(r"[()\[\]*]", lambda one: f"%{ord(one[0]):02X}", address)


@pytest.mark.parametrize(
    "text",
    ["`https://x.org/a`", "```\nhttps://x.org/a\n```", "http://localhost", "a@b", "ftp://x.org/a", "x.org", "@x.org"],
)
def test_code_and_what_is_not_an_address_is_no_link(text: str) -> None:
    """Nor a name of a machine, another scheme, or half an address."""
    assert links(html(text)) == links(from_markdown(text)) == []


@pytest.mark.parametrize("text", ["[x https://y.org z](https://x.org)", "[https://x.org](https://x.org)"])
def test_an_address_in_a_link_is_no_link_in_it(text: str) -> None:
    """A link is in no other link."""
    assert [one.attrs["href"] for one in links(html(text))] == ["https://x.org"]


@given(st.text("abc/_*~()[].,;:!?&=#%-+@'\\$ ", max_size=30), st.sampled_from(["https://x.org/a", "www.x.org/a"]))
def test_an_address_with_any_signs_is_the_same_link_in_both(rest: str, start: str) -> None:
    """Nothing in it is read as emphasis, as another link or as code, and no word is lost."""
    text = f"See {start}{rest} now"
    found, again = links(html(text)), links(from_markdown(text))
    assert found
    assert [one.text for one in found] == [one.text for one in again]
    assert html(text).root.text.split() == from_markdown(text).root.text.split()


@pytest.mark.parametrize("text", COMMENTS)
def test_a_comment_is_not_published(text: str) -> None:
    """Over several lines, in a list, between pieces of code, and if it is never closed."""
    for page in (html(text), from_markdown(text)):
        assert " ".join(page.root.text.split()) == COMMENTS[text]


@pytest.mark.parametrize(
    "text", ["`<!-- a -->`", "``<!-- ` -->``", "```\n<!-- a -->\n```", "~~~ html\n<!-- a\n-->\n~~~"]
)
def test_a_comment_in_code_is_code(text: str) -> None:
    """A page about pages can show one."""
    for page in (html(text), from_markdown(text)):
        assert "<!--" in page.root.text
        assert "-->" in page.root.text


@given(
    st.lists(st.sampled_from(["<!--", "-->", "`", "```", "\n", "\n\n", "• ", "a ", "<", "!", "-", ">"]), max_size=25)
)
def test_no_document_has_a_comment(parts: list[str]) -> None:
    """However the marks of comments and of code follow each other."""
    text = "".join(parts)
    html(text)
    tokens = markdown_tokens(str(prose_markdown(Prose(text, 3, "a note"))))
    assert all(one.type not in ("html_block", "html_inline") for one in leaves(tokens))
