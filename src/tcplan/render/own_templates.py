"""How the templates of tcplan become Python: more directly than those of a workspace, which a stranger may have sent.

jinja2 looks at each value, each attribute and each call for what a template must not do or has forgotten. Ours do
neither, which the tests see to, and a long document consists of a million values.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context


class _OwnContext(Context):
    """What a template of ours knows; a macro needs nothing of what is around its call, which jinja2 hands on."""

    @staticmethod
    def call(
        macro: Callable[..., str],
        *values: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> str:
        """What a macro makes of values."""
        return macro(*values, **named)


class _OwnCode(CodeGenerator):
    """Writes templates of ours as Python. What `finalize` returns is escaped, and is printed as it is."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (jinja2 calls it so)
        """Write an attribute as one of Python."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 (as above)
        """Write what is printed as it is: jinja2 does so where it is told that nothing is to be escaped."""
        self._visit_with(node, frame, super().visit_Output, escapes=False)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 (as above)
        """Write texts that are put together: their parts are escaped, and the whole is not escaped again."""
        self._visit_with(node, frame, super().visit_Concat, escapes=True)

    @staticmethod
    def _visit_with(node: Any, frame: Frame, visit: Callable[[Any, Frame], None], *, escapes: bool) -> None:  # noqa: ANN401 (any node)
        before, frame.eval_ctx.autoescape = frame.eval_ctx.autoescape, escapes
        try:
            visit(node, frame)
        finally:
            frame.eval_ctx.autoescape = before


class OwnEnvironment(Environment):
    """The environment of the templates of tcplan."""

    code_generator_class = _OwnCode
    context_class = _OwnContext
