"""Mermaid at arm's length: mermaid-py, imported lazily and only for text, the limits of Mermaid, and its HTML."""

import contextlib
import io
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from markupsafe import Markup, escape

MAX_CHARACTERS = 50_000
MAX_EDGES = 400
"""Past either limit, Mermaid draws an error in place of the diagram."""


@dataclass(frozen=True, slots=True)
class MermaidLibrary:
    """The two modules of mermaid-py in use."""

    flowchart: Any
    userjourney: Any


@cache
def library() -> MermaidLibrary:
    """Import mermaid-py, which takes about 0.3 s; its warning about a missing IPython is silenced."""
    with contextlib.redirect_stdout(io.StringIO()):
        return MermaidLibrary(import_module("mermaid.flowchart"), import_module("mermaid.userjourney"))


def body(script: str) -> list[str]:
    """The lines of a script without its front matter (whose title is not escaped) and without empty lines."""
    without_front_matter = script.split("---\n", 2)[2]
    return [line.rstrip() for line in without_front_matter.splitlines() if line.strip()]


def within_limits(source: str, edges: int = 0) -> str | None:
    """The source; None if it exceeds a limit, as its table says the same."""
    return source if len(source) <= MAX_CHARACTERS and edges <= MAX_EDGES else None


def mermaid_block(source: str) -> Markup:
    """The HTML that the theme draws; without scripts our style sheet hides it, as its table says the same."""
    return Markup(f'<pre class="mermaid" data-journeys><code>{escape(source)}</code></pre>')  # noqa: S704 - escaped
