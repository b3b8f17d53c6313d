"""`journeys export`: an atlas in the forms that other programs read."""

from importlib import import_module

import click

MODULES = {"codeowners": "codeowners"}
"""Each format with its module here, imported when it is asked for."""


class Formats(click.Group):
    """A group that knows its formats by name and loads the one that is called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Every format, in alphabetical order."""
        return sorted(MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if name not in MODULES:
            return None
        command: click.Command = getattr(import_module(f"mkdocs_journeys.cli.{MODULES[name]}"), name)
        return command


@click.group(cls=Formats)
def export() -> None:
    """Write the atlas for other programs."""
