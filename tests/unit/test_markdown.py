"""What a text has of links, images and code, in the words that were typed."""

import pytest

from tcplan.markdown.links_and_code import Link, links_labelled, without_code


def links(text: str) -> list[Link]:
    """All of a text."""
    return list(links_labelled(text, lambda _label: True))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see [here](https://a.org) and [there](b)", ["[here]", "[there]"]),
        ("**[Read *more*](a)**", ["[Read *more*]"]),
        ("> quoted [by name][1], [one]\n\n[1]: https://a.org\n[one]: b", ["[by name]", "[one]"]),
        ("| a |\n|---|\n| [in a cell](x) |", ["[in a cell]"]),
        ("![](map.png) and ![a \\] map](map.png)", ["![]", "![a \\] map]"]),
        ("[![Map](map.png)](map.html)", ["[![Map](map.png)]", "![Map]"]),
        ("only [brackets], `[code](x)` and <https://a.org>", []),
        ("```\n[code](x)\n```\n\n    [code](x)", []),
    ],
)
def test_links_and_images_are_found_as_they_were_typed(text: str, written: list[str]) -> None:
    """Whatever is around them; code and brackets alone are no links."""
    assert [one.written for one in links(text)] == written


def test_only_links_with_a_label_of_some_kind_are_meant() -> None:
    """A label is what is between the brackets."""
    found = list(links_labelled("[here](a) ![here](b) [there](c)", "here".__eq__))
    assert found == [Link("here", "[here]", is_image=False), Link("here", "![here]", is_image=True)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no code at all", "no code at all"),
        ("a `b` c ``d ` e`` f", "a   c   f"),
        ("a ` b", "a ` b"),
        ("a\n~~~\nb\n~~~\nc", "a\n\nc"),
        ("a\n\n    b\n\nc", "a\n\nc"),
        ("a `b` [c]\n\n[c]: https://d.org", "a   [c]\n\nhttps://d.org"),
    ],
)
def test_code_is_left_out(text: str, rest: str) -> None:
    """Spans and blocks; an address that is defined by name stays."""
    assert without_code(text) == rest


def test_a_text_nested_too_deep_is_read_as_it_was_typed() -> None:
    """It is no prose."""
    text = f"{'> ' * 60}[here](a)"
    assert links(text) == []
