"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import sys
from importlib.metadata import version

import click

from mkdocs_journeys.cli.late import late_group

MODULES = {
    "build": "build",
    "check": "check",
    "comment": "comment",
    "diff": "diff",
    "explain": "rules",
    "export": "export",
    "init": "init",
    "new": "new",
    "rules": "rules",
    "schema": "schema",
}
"""Each command with its module here; a module is imported when its command is called, so that none waits for others."""


@click.group(cls=late_group(MODULES), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("mkdocs-journeys"), prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
