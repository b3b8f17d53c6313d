"""mermaid-py at arm's length: imported late and in silence, never asked to draw (that needs the network)."""

import contextlib
import io
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Library:
    """The two modules of mermaid-py that the site writes text with."""

    flowchart: Any
    userjourney: Any


@cache
def library() -> Library:
    """Import mermaid-py; it prints a warning where IPython is missing, and takes about 0.3 s."""
    with contextlib.redirect_stdout(io.StringIO()):
        return Library(import_module("mermaid.flowchart"), import_module("mermaid.userjourney"))


def body(script: str) -> list[str]:
    """The lines of a script without its front matter (whose title is not escaped) and without empty lines."""
    without_front_matter = script.split("---\n", 2)[2]
    return [line.rstrip() for line in without_front_matter.splitlines() if line.strip()]
