"""Where text becomes safe to stand in HTML: every `{{ value }}` of our templates goes through here."""

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escaped_text
except ImportError:

    def escaped_text(text: str, /) -> str:
        """For a MarkupSafe without its compiled part, or another release of it."""
        return str(escape(text))


def escaped(value: object) -> str:
    """The characters of `markupsafe.escape(value)`, without the `Markup` that costs more than the escaping.

    A page has thousands of pieces that are joined into one text at once.
    """
    if type(value) is str:
        return escaped_text(value)
    return str(value) if type(value) is Markup or type(value) is int else str(escape(value))


class _Generator(CodeGenerator):
    """Writes `environment.escaped(…)` where Jinja writes `escape(…)`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class EscapingEnvironment(Environment):
    """An environment whose templates put everything out through `escaped`."""

    code_generator_class = _Generator
    escaped = staticmethod(escaped)
