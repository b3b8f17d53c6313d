"""The command `journeys`. It reads journey files and never loads mkdocs.yml."""

import sys
from importlib import import_module
from importlib.metadata import version

import click

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


class Commands(click.Group):
    """A group that knows its commands by name and loads the one that is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Every command, in alphabetical order."""
        return sorted(MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if name not in MODULES:
            return None
        command: click.Command = getattr(import_module(f"mkdocs_journeys.cli.{MODULES[name]}"), name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("mkdocs-journeys"), prog_name="journeys", message="%(prog)s %(version)s")
def main() -> None:
    """Customer-journey maps as code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
