"""The templates of tcplan print the same where they are run directly as in the sandbox."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from render.hostile import hostile_workspace
from render.rendering import render

from tcplan.render.environment import html_environment, markdown_environment
from tcplan.views.documents.parts import Address, Badge, Prose

VALUES = ('<a href="x">&amp; *b*', "", 7, True, Address("https://a.example/<'&_*>"), Prose("<b>*c*</b> & d", 2, "e"))


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("what", ["stage3", "plan", "progress"])
def test_a_document_is_the_same_in_the_sandbox(tmp_path: Path, what: str, to: str) -> None:
    """Whatever is typed: where a workspace has a folder of templates, ours are run in the sandbox too."""
    hostile_workspace(tmp_path)
    direct = render(what, tmp_path, "--to", to, "--as-of", "2026-06-30")
    (tmp_path / "templates").mkdir()
    assert render(what, tmp_path, "--to", to, "--as-of", "2026-06-30") == direct


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("environment", [html_environment, markdown_environment])
@pytest.mark.parametrize(
    "template", ["{{ x }}", "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(y=x) }}{% set z %}{{ x }}{% endset %}{{ z }}"]
)
def test_a_value_is_escaped_once(
    environment: Callable[[Path | None], Environment], value: object, template: str, tmp_path: Path
) -> None:
    """In either environment, and also where it goes through a macro or is kept for later."""
    direct, sandboxed = environment(None).from_string(template), environment(tmp_path).from_string(template)
    assert direct.render(x=value) == sandboxed.render(x=value)


def test_a_template_of_ours_cannot_print_what_a_row_does_not_have() -> None:
    """A misspelt part is an error, never an empty text; loops and conditions know only what is there."""
    badge = Badge("red", "x", "Red")
    for template in ("{{ one.colours }}", "{% if one.gaps %}{% endif %}", "{% for _ in one.all %}{% endfor %}"):
        with pytest.raises(AttributeError, match="has no attribute"):
            html_environment(None).from_string(template).render(one=badge)
