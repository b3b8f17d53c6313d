"""A group whose commands are imported when they are used, not to be listed or completed; and `journeys completion`."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem, get_completion_class


class LazyCommand(NamedTuple):
    """The module in `mkdocs_journeys.cli` that defines a command, and what help and shells say of it."""

    module: str
    summary: str
    function: str = ""
    """Its name there, where that is not the command's."""


class LazyGroup(click.Group):
    """A group that imports the module of a command only when the command is used; `modules` holds them by name."""

    def __init__(self, *args: Any, modules: Mapping[str, LazyCommand], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._modules = modules

    def list_commands(self, context: click.Context) -> list[str]:
        """All commands in alphabetical order."""
        return sorted(self._modules)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if name not in self._modules:
            return None
        lazy = self._modules[name]
        command: click.Command = getattr(import_module(f"mkdocs_journeys.cli.{lazy.module}"), lazy.function or name)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each command with its summary."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._modules[name].summary) for name in self.list_commands(context)])

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin with a word, and the options."""
        names = [name for name in self.list_commands(context) if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=self._modules[name].summary) for name in names]
        return [*commands, *click.Command.shell_complete(self, context, incomplete)]


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script by which a SHELL completes what you type.

    It completes commands, options, their values, rules and files. For bash, add this line to ~/.bashrc:
    eval "$(journeys completion bash)". The guide has the lines for zsh and fish.
    """
    root, script = context.find_root(), get_completion_class(shell)
    if script is None:
        raise click.ClickException(f"This version of click knows nothing of {shell}.")
    click.echo(script(root.command, {}, "journeys", "_JOURNEYS_COMPLETE").source())
