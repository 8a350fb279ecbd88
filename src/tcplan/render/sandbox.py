"""The sandbox of the templates of a workspace, which a stranger may have sent."""

from types import CodeType
from typing import Any, Final

from jinja2 import TemplateRuntimeError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from tcplan.render.template_check import check_template
from tcplan.render.template_names import kind_of
from tcplan.render.workspace_templates import WorkspaceLoader

MOST_BITS: Final = 10_000
"""Of a number that a template computes; with more of them one operation can take minutes, which nothing interrupts."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox of jinja2, in which numbers stay small, nothing is left to chance and mistakes are told."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (those of jinja2)
        super().__init__(**settings)
        for table, name in ((self.filters, "random"), (self.globals, "lipsum")):
            del table[name]  # the same files give the same document

    def compile(  # type: ignore[override]  # what jinja2 passes when it loads a template
        self, source: str, name: str = "", filename: str = "", *rest: bool
    ) -> CodeType | str:
        """A template as Python; raises TemplateMistakeError for what the text of one of the workspace shows."""
        if WorkspaceLoader.of(self).name_of(filename):
            for mistake in check_template(self, name, source):
                raise mistake
        return super().compile(source, name or None, filename or None, *rest)  # type: ignore[call-overload,no-any-return]

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401 (any value)
        """What a template gets for an attribute that is none of its business."""
        hint = f"`{attribute}` of {kind_of(obj)} is not for templates"
        return self.undefined(hint, name=attribute, obj=obj, exc=SecurityError)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 (any value)
        """The result of an operation; raises TemplateRuntimeError for one on numbers beyond reason."""
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * abs(right) if operator == "**" else left.bit_length() + right.bit_length()
            if bits > MOST_BITS:
                raise TemplateRuntimeError("it computes a number that is too large")
        return super().call_binop(context, operator, left, right)
