"""What is wrong with a template of a workspace, as far as its text says it: nothing in it is run."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes

from tcplan.render.template_names import suggest_names
from tcplan.values.near_words import near

_DEEPEST: Final = 20
"""The number of templates that extend each other: ours are three."""


class TemplateMistakeError(Exception):
    """A mistake in a template, with its line."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.lineno = line


@dataclass(frozen=True, slots=True)
class TemplateFamily:
    """The templates that one extends, by name; `is_known` unless one of them is only computed when it is used."""

    parents: dict[str, nodes.Template]
    is_known: bool


def check_template(environment: Environment, name: str, text: str) -> Iterator[TemplateMistakeError]:
    """Its mistakes: the syntax, and names of filters, tests, templates and blocks that do not exist.

    Raises: RecursionError where it is nested too deeply to be read.
    """
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        yield TemplateMistakeError(name, error.lineno, error.message or "it is not a template")
        return
    yield from _unknown_functions(environment, name, tree)
    yield from _missing_templates(environment, name, tree)
    yield from _unknown_blocks(environment, name, tree)


def _unknown_functions(environment: Environment, name: str, tree: nodes.Template) -> Iterator[TemplateMistakeError]:
    tables = {nodes.Filter: ("filter", environment.filters), nodes.Test: ("test", environment.tests)}
    for kind, (word, table) in tables.items():
        for one in tree.find_all(kind):
            if one.name not in table:
                known = sorted(key for key in table if key.isidentifier())
                message = f"there is no {word} `{one.name}`: {suggest_names(one.name, known)}"
                yield TemplateMistakeError(name, one.lineno, message)


def named_templates(tree: nodes.Template) -> Iterator[tuple[str | None, nodes.Node]]:
    """The name of each template that another uses, None where it is only computed, with the statement."""
    for one in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = one.template  # type: ignore[attr-defined]
        for item in named.items if isinstance(named, nodes.List | nodes.Tuple) else (named,):
            yield _constant(item), one


def _constant(node: nodes.Node) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def _missing_templates(environment: Environment, name: str, tree: nodes.Template) -> Iterator[TemplateMistakeError]:
    for named, statement in named_templates(tree):
        is_needed = isinstance(statement.template, nodes.Const) and not getattr(statement, "ignore_missing", False)  # type: ignore[attr-defined]
        if named is not None and is_needed and _source(environment, named) is None:
            yield TemplateMistakeError(name, statement.lineno, missing_template(environment, named))


def missing_template(environment: Environment, name: str) -> str:
    """That there is no template of a name, and the nearest that there is."""
    found = near(name, environment.list_templates())
    return f"there is no template `{name}`" + (f": did you mean `{found}`?" if found else "")


def _unknown_blocks(environment: Environment, name: str, tree: nodes.Template) -> Iterator[TemplateMistakeError]:
    """Blocks that replace nothing, because no template that this one extends has them: jinja2 does not print them."""
    family = family_of(environment, tree)
    if not family.is_known:
        return
    known = {block.name for parent in family.parents.values() for block in parent.find_all(nodes.Block)}
    for block in outer_blocks(tree) if family.parents else ():
        if block.name not in known:
            message = f"no block `{block.name}` is in {' or '.join(family.parents)}"
            yield TemplateMistakeError(name, block.lineno, f"{message}: {suggest_names(block.name, sorted(known))}")
    known |= {block.name for block in tree.find_all(nodes.Block)}
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name == "self" and part.attr not in known:
            message = f"there is no block `{part.attr}`: {suggest_names(part.attr, sorted(known))}"
            yield TemplateMistakeError(name, part.lineno, message)


def outer_blocks(tree: nodes.Template) -> Iterator[nodes.Block]:
    """The blocks of a template that are not inside another: those replace blocks of what it extends."""
    waiting: list[nodes.Node] = list(tree.body)
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, nodes.Block):
            yield node
        else:
            waiting = [*node.iter_child_nodes(), *waiting]


def family_of(environment: Environment, tree: nodes.Template) -> TemplateFamily:
    """What a template extends, and what that extends in turn."""
    parents: dict[str, nodes.Template] = {}
    while (statement := tree.find(nodes.Extends)) is not None:
        named = _constant(statement.template)
        text = _source(environment, named) if named else None
        if named is None or text is None or named in parents or len(parents) >= _DEEPEST:
            return TemplateFamily(parents, is_known=False)
        tree = parents[named] = environment.parse(text, named)
    return TemplateFamily(parents, is_known=True)


def _source(environment: Environment, name: str) -> str | None:
    """The text of a template, or None if there is none of that name."""
    if environment.loader is None:
        return None
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return None
