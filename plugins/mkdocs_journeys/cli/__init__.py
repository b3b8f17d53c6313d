"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import os
import sys

import click

from mkdocs_journeys.cli.common import LazyGroup

# Searching all installed packages for plugins of pydantic takes a tenth of a small check.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

MODULES = {
    "build": "build",
    "check": "check",
    "comment": "diff",
    "diff": "diff",
    "explain": "reference",
    "export": "export",
    "init": "create",
    "lsp": "lsp",
    "merge": "refactor",
    "move": "refactor",
    "new": "create",
    "rename": "refactor",
    "rules": "reference",
    "schema": "reference",
    "split": "refactor",
}
"""Each command and its module in this package."""


@click.group(cls=LazyGroup, modules=MODULES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-journeys", prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
