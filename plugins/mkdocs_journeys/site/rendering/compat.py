"""Where text becomes safe to stand in HTML: every `{{ value }}` of our templates goes through here."""

from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from typing import Any

import jinja2
from jinja2 import Environment, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Assign, AssignBlock, Call, Expr, For, FromImport, Import, Name, Node
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escaped_text
except ImportError:

    def escaped_text(text: str, /) -> str:
        """For a MarkupSafe without its compiled part, or another release of it."""
        return str(escape(text))


safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a text as HTML, without the question that `Markup` asks first: whether it is HTML already."""


def escaped(value: object) -> str:
    """The characters of `markupsafe.escape(value)`, without the `Markup` that costs more than the escaping.

    A page has thousands of pieces that are joined into one text at once.
    """
    if type(value) is int:
        return str(value)
    if type(value) is Markup:
        return value
    return escaped_text(value) if type(value) is str else str(escape(value))


def when_drawn(words: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """A filter that speaks: Jinja would call it for a constant once and for all, in the language of that moment."""

    @pass_context
    def spoken(context: Context, value: Any) -> str:
        return words(value)

    return spoken


class DirectMacro(Macro):
    """A macro that goes straight to work when it is given just what it asks for, as nearly always."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._most = -1 if self.caller or self.catch_kwargs or self.catch_varargs else self._argument_count

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro draws, as Markup."""
        return super().__call__(*args, **kwargs) if kwargs or len(args) != self._most else safe(self._func(*args))

    def drawn(self, *args: Any) -> str:
        """The characters of what the macro draws, not copied into a `Markup`: a map is two hundred kilobytes."""
        drawn: str = self._func(*args) if len(args) == self._most else super().__call__(*args)
        return drawn


_LOOP_MEMORY = "_loop_vars = {}"
_MESSAGES = frozenset({"_", "gettext", "ngettext", "pgettext"})
_SETTERS: tuple[type[Node], ...] = (Assign, AssignBlock, Import, FromImport)


class _Generator(CodeGenerator):
    """Writes what costs less where Jinja writes `escape(…)`, `Macro(…)` and `context.call(…)`."""

    _put_out: Expr | None = None
    """What is being put out, without an expression around it."""
    _sets_names = False
    """Whether anything is set in the loop that is being written, or in one around it."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped, escaped_text = environment.escaped, environment.escaped_text")
        self.writeline("Macro = environment.macro")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_plain(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
        elif _is_simple_call(node):
            self._put_out = node
        else:
            self.write("(escaped_text(value) if (kind := type(value := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_plain(frame, finalize):
            super()._output_child_post(node, frame, finalize)
        elif not _is_simple_call(node):
            self.write(")) is str else value if kind is Markup else str(value) if kind is int else escaped(value))")

    def visit_For(self, node: For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """A loop that sets no names needs no memory of them, which Jinja makes anew in each round."""
        around = self._sets_names
        self._sets_names = around or any(node.find_all(_SETTERS))
        super().visit_For(node, frame)
        self._sets_names = around

    def writeline(self, x: str, node: Node | None = None, extra: int = 0) -> None:
        """Jinja's own, but for the memory of a loop."""
        super().writeline("_loop_vars = None" if x == _LOOP_MEMORY and not self._sets_names else x, node, extra)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        """What is called by a name with plain arguments is nearly always a macro, and need not be asked what it is."""
        if not forward_caller and _is_message(node):
            self._visit_message(node, frame)
            return
        if forward_caller or not _is_simple_call(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        straight = node is self._put_out
        self.write("(")
        self.visit(node.node, frame)
        self.write(".drawn(" if straight else "(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(") if type(")
        self.visit(node.node, frame)
        self.write(") is Macro else escaped(" if straight else ") is Macro else (")
        super().visit_Call(node, frame)
        self.write("))")

    def _visit_message(self, node: Call, frame: Frame) -> None:
        """A message is said by a plain function that needs no context; a page of a journey has two hundred."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for given in node.kwargs:
            self.write(f"{given.key}=")
            self.visit(given.value, frame)
            self.write(", ")
        self.write(")")


def _is_plain(frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> bool:
    """Whether all that is to be done to a value is to escape it."""
    return not frame.eval_ctx.volatile and frame.eval_ctx.autoescape and finalize.src is None


def _is_simple_call(node: Expr) -> bool:
    """Whether this calls something by its name, with arguments in order."""
    if not isinstance(node, Call) or not isinstance(node.node, Name):
        return False
    return not (node.kwargs or node.dyn_args or node.dyn_kwargs)


def _is_message(node: Call) -> bool:
    """Whether this says a message, with values whose names are names in Python, too."""
    said = isinstance(node.node, Name) and node.node.name in _MESSAGES and not (node.dyn_args or node.dyn_kwargs)
    return said and not any(iskeyword(given.key) for given in node.kwargs)


def generator_for(release: str) -> type[CodeGenerator]:
    """What writes the code of templates: ours for the releases of Jinja whose insides it knows, else Jinja's own."""
    return _Generator if release.startswith("3.1.") else CodeGenerator


class EscapingEnvironment(Environment):
    """An environment whose templates put everything out through `escaped`."""

    code_generator_class = generator_for(jinja2.__version__)
    escaped = staticmethod(escaped)
    escaped_text = staticmethod(escaped_text)
    macro = DirectMacro
