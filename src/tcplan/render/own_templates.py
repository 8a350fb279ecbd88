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

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 (jinja2's own)
        del node, frame
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 (as above)
        del node, frame, finalize
        self.write(")")


class OwnEnvironment(Environment):
    """The environment of the templates of tcplan."""

    code_generator_class = _OwnCode
    context_class = _OwnContext
