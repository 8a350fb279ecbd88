"""What stands at the foot of each printed page is in the style sheet, and nothing typed gets out of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.rendering import DOCUMENTS, PAPERS, Page, render, rendered
from support import write

from tcplan.render.escape import css_text
from tcplan.values.plain_text import clean

PLAN = """\
kind: plan
format: 1
title: "A \\"plan\\"; } </style><script>{x} \\\\22 ##[group] ::error:: 100 %"
"""
FOOT = re.compile(r'@bottom-left \{ content: "([^"\n]*)";')


def unescaped(text: str) -> str:
    """What a style sheet means by the inside of a string."""
    return re.sub(r"\\([0-9a-f]{1,6}) ", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize("name", [*DOCUMENTS, *PAPERS])
def test_the_foot_has_the_institution_and_the_title(name: str) -> None:
    """Of plans, submissions and papers; the day and the numbers of the pages are beside it."""
    page = Page(rendered(name, "html"))
    [style], [title] = page.all("style"), page.all("h1")
    [organisation] = page.all("p", "organisation")
    [foot] = FOOT.findall(style.text)
    assert unescaped(foot) == " ".join(f"{organisation.text}, {title.text}".split())
    assert "counter(page)" in style.text
    assert "counter(pages)" in style.text


def test_a_title_stays_inside_its_string(tmp_path: Path) -> None:
    """Whatever it holds."""
    page = Page(render("plan", write(tmp_path, plan=PLAN), "--to", "html"))
    [style] = page.all("style")
    [foot] = FOOT.findall(style.text)
    assert unescaped(foot).endswith('A "plan"; } </style><script>{x} \\22 ##[group] ::error:: 100 %')
    assert page.all("script") == []


@given(st.text())
def test_any_text_is_safe_in_a_style_sheet(text: str) -> None:
    """It reads the same, on one line, and has no sign that ends a string, a rule or the sheet."""
    written = css_text(text)
    assert unescaped(written) == " ".join(clean(text).split())
    assert not re.search(r"[\"'<>{}&@:#\n]|\*/", written)
