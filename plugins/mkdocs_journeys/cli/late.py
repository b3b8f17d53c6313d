"""Groups of commands that load the module of the one that is called, so that none waits for the others."""

from collections.abc import Mapping
from importlib import import_module

import click


def late_group(modules: Mapping[str, str]) -> type[click.Group]:
    """A class for a group: `modules` gives for each command's name the module of `mkdocs_journeys.cli` that has it."""

    class Late(click.Group):
        def list_commands(self, context: click.Context) -> list[str]:
            """Every command, in alphabetical order."""
            return sorted(modules)

        def get_command(self, context: click.Context, name: str) -> click.Command | None:
            """The command of this name, None if there is none."""
            if name not in modules:
                return None
            command: click.Command = getattr(import_module(f"mkdocs_journeys.cli.{modules[name]}"), name)
            return command

    return Late
