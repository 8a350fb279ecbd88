"""The two environments of jinja2: they escape everything that a template prints."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateRuntimeError,
    Undefined,
    pass_eval_context,
)
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from tcplan.files.package_files import templates_folder
from tcplan.render.escape import css_text, link_target, markdown_target, refuse_surrogates
from tcplan.render.own_templates import OwnEnvironment
from tcplan.render.prose import prose_html, prose_in_cell, prose_markdown
from tcplan.render.sandbox import Sandbox
from tcplan.render.template_names import NamedUndefined, kind_of, part_names
from tcplan.render.workspace_templates import PREFIX, WorkspaceLoader
from tcplan.values.plain_text import clean, markdown_text
from tcplan.views.documents.header import own_language
from tcplan.views.documents.parts import Address, Prose
from tcplan.views.site.script import SiteScript


def make_environment(to: str, root: Path | None, language: str) -> Environment:
    """The environment for a format of a document in a language, with the templates of a workspace if it has any."""
    environment = FORMATS[to](root)
    environment.globals["own_language"] = own_language(language)
    return environment


def html_environment(root: Path | None) -> Environment:
    """For HTML, with the templates of a workspace before ours, if its root is given."""
    environment = _environment(root, _finalize_html)
    environment.filters["css_text"] = _css_text
    return environment


def markdown_environment(root: Path | None) -> Environment:
    """For Markdown."""
    environment = _environment(root, _finalize_markdown)
    environment.filters["inside"] = _indent
    environment.filters["in_cell"] = prose_in_cell
    environment.filters["quoted"] = _quote
    environment.filters["hashes"] = _hashes
    return environment


def _environment(root: Path | None, finalize: Callable[[Any], str]) -> Environment:
    ours = FileSystemLoader(templates_folder())
    return (OwnEnvironment if root is None else Sandbox)(
        loader=ours if root is None else ChoiceLoader([PrefixLoader({PREFIX: ours}), WorkspaceLoader(root), ours]),
        undefined=StrictUndefined if root is None else NamedUndefined,
        autoescape=True,
        finalize=finalize if root is None else _writable(finalize),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _writable(finalize: Callable[[Any], str]) -> Callable[[EvalContext, Any], Markup]:
    """The same for a template of a workspace, which can make texts that no file can hold."""

    @pass_eval_context  # else jinja2 prints what is the same in each document without asking
    def print_value(context: EvalContext, value: object) -> Markup:
        del context
        return Markup(refuse_surrogates(finalize(value)))  # noqa: S704 (it is already)

    return print_value


def _finalize_html(value: object) -> str:
    """A value as HTML. Most values are texts, so they are told first."""
    if type(value) is str:
        return escape(clean(value))
    match value:
        case Markup():
            return value
        case Prose():
            return prose_html(value)
        case Address():
            return escape(link_target(value.url))
        case SiteScript():
            return Markup(value.text)  # noqa: S704 (ours, without anything of a plan)
        case _:
            return escape(clean(_text(value)))


def _finalize_markdown(value: object) -> str:
    """A value as Markdown; it is not `Markup`, which takes longer to make than a text to escape."""
    if type(value) is str:
        return markdown_text(value)
    match value:
        case Markup():
            return value
        case Prose():
            return prose_markdown(value)
        case Address():
            return markdown_target(value.url)
        case _:
            return markdown_text(_text(value))


def _text(value: object) -> str:
    """A value as text; a template must not print a value that is absent."""
    if value is None:
        raise TemplateRuntimeError("a template prints a value that is absent: test it with `if` first")
    if isinstance(value, str | int | float | Undefined):
        return str(value)
    parts = part_names(value)
    raise TemplateRuntimeError(
        f"a template prints {kind_of(value)}, which is not a text"
        + (f": print one of its parts: {', '.join(parts)}" if parts else "")
    )


def _indent(value: object) -> Markup:
    """A value as the content of a list item: every line but the first is indented."""
    return Markup(str(_finalize_markdown(value)).replace("\n", "\n  ").replace("\n  \n", "\n\n"))  # noqa: S704 (escaped above)


def _quote(value: object) -> Markup:
    """A value as a block quote."""
    lines = str(_finalize_markdown(value)).split("\n")
    return Markup("\n".join(f"> {line}" if line else ">" for line in lines))  # noqa: S704 (escaped above)


def _css_text(value: object) -> Markup:
    """A value for a string of a style sheet."""
    return Markup(css_text(_text(value)))  # noqa: S704 (escaped above)


def _hashes(level: int) -> Markup:
    """The mark of a heading."""
    return Markup("#" * level)  # noqa: S704 (number signs)


FORMATS: Final = {"md": markdown_environment, "html": html_environment}
"""The formats of a document."""
