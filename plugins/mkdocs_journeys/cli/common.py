"""What several commands share: lazy groups, finding the project, and files, whose errors become ClickExceptions."""

import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_journeys import atomicfile
from mkdocs_journeys.sources.worktree import find_root
from mkdocs_journeys.wording import terminal_safe

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])
Function = TypeVar("Function", bound=Callable[..., Any])


class LazyGroup(click.Group):
    """A group that imports the module of a command only when the command is used.

    `modules` maps each command's name to the module in `mkdocs_journeys.cli` that defines it.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self._modules = modules

    def list_commands(self, context: click.Context) -> list[str]:
        """All commands in alphabetical order."""
        return sorted(self._modules)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of this name, None if there is none."""
        if name not in self._modules:
            return None
        command: click.Command = getattr(import_module(f"mkdocs_journeys.cli.{self._modules[name]}"), name)
        return command


def project_options(command: Function) -> Function:
    """Add the options --root and --journeys-dir, for `find_project`."""
    with_folder = click.option(
        "--journeys-dir", default="journeys", show_default=True, help="The journeys' folder below the root."
    )(command)
    return click.option("--root", type=FOLDER, help="The project's folder.")(with_folder)


def find_project(root: Path | None, journeys_dir: str, hint: str = "Name the project's folder with --root.") -> Path:
    """The project's folder: `root`, else the nearest folder upwards that holds the journeys. Raises UsageError."""
    found = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if found is None:
        raise click.UsageError(f"There is no folder {terminal_safe(journeys_dir)}/ here or above. {hint}")
    return found


def folder_in_repository(root: Path) -> str:
    """The project's folder below the top of its repository, such as "docs/cx"; "" at the top or outside of any."""
    for folder in (root, *root.parents):
        if os.path.lexists(folder / ".git"):
            relative = root.relative_to(folder).as_posix()
            return "" if relative == "." else relative
    return ""


def print_line(text: str) -> None:
    """Print a line; in colour if the terminal has it and NO_COLOR is not set."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file that the user named, atomically; a link leads to its target, a device is written to.

    An older file keeps its permissions. Raises ClickException.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            atomicfile.replace_file(path.resolve(), content)
    except OSError as error:
        raise cannot_write(path, error) from error


def mend_file(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a journey file below `root` that still holds `before`; never through a symbolic link.

    Raises ClickException if it is a link, no regular file, or was changed meanwhile.
    """
    check_unchanged(root, path, before)
    replace_file(root / path, after)


def check_unchanged(root: Path, path: str, content: bytes) -> None:
    """Raise ClickException unless a file below `root` still holds this content, and is reached through no link."""
    here = root
    for part in path.split("/"):
        here = here / part
        if here.is_symlink():
            where = terminal_safe(str(here))
            raise click.ClickException(f"{terminal_safe(path)} was left as it is: {where} is a link.")
    try:
        now = here.read_bytes() if here.is_file() else b""
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(path)} cannot be read: {error.strerror}.") from error
    if now != content:
        raise click.ClickException(f"{terminal_safe(path)} was changed meanwhile, and was left as it is.")


def append_step_summary(text_of: Callable[[int], str]) -> bool:
    """Append a text to the summary of the step in GitHub Actions; True if there is such a summary and a text.

    `text_of` gets the size of the summary so far in bytes. A failure is printed on standard error.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return False
    try:
        text = text_of(Path(path).stat().st_size if Path(path).exists() else 0)
        with Path(path).open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or terminal_safe(str(error))
        click.echo(f"The summary of the step cannot be written: {why}.", err=True)
        return False
    return bool(text)


def cannot_write(path: Path, error: OSError) -> click.ClickException:
    """The exception for a file that the system refuses to write."""
    why = error.strerror or type(error).__name__
    return click.ClickException(f"{terminal_safe(str(path))} cannot be written: {why}.")
