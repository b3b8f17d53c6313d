"""What several commands share: options, finding the project, and files, whose errors become ClickExceptions.

An option that more than one command has is spelt, and means, the same in all of them.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from mkdocs_journeys import atomicfile
from mkdocs_journeys.sources.sites import repository_of
from mkdocs_journeys.sources.worktree import find_root
from mkdocs_journeys.unified_diff import safe_diff_line
from mkdocs_journeys.wording import terminal_safe

Function = TypeVar("Function", bound=Callable[..., Any])
Decorator = Callable[[Function], Function]

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
NEW_FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


class RenamedOption(click.Option):
    """An option that still understands its `old` name; help and completion show the new ones alone."""

    def __init__(self, *args: Any, old: str, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.old = old

    def add_to_parser(self, parser: Any, context: click.Context) -> None:
        """Make a parser understand all names."""
        super().add_to_parser(parser, context)
        parser.add_option(self, [self.old], dest=self.name)


def project_options(command: Function) -> Function:
    """Add the options --root and --journeys-dir, for `find_project`."""
    with_folder = click.option(
        "--journeys-dir",
        default="journeys",
        show_default=True,
        help="Read the journeys from this folder below the root.",
    )(command)
    sentence = "Take this folder for the project's; without it, it is the nearest one upwards that holds the journeys."
    return click.option("--root", type=FOLDER, help=sentence)(with_folder)


def output_option(kind: click.Path, *, old: str = "", required: bool = False) -> Decorator[Any]:
    """Add the option --output for a file or a folder; `old` is what the command called it before."""
    renamed: dict[str, Any] = {"cls": RenamedOption, "old": old} if old else {}
    return click.option("--output", "-o", type=kind, required=required, help="Write the result here.", **renamed)


def format_option(forms: Sequence[str]) -> Decorator[Any]:
    """Add the option --format, called `form` in Python; the first form is the default."""
    choice = click.Choice(forms)
    return click.option(
        "--format", "form", type=choice, default=forms[0], show_default=True, help="Give the result this form."
    )


quiet_option = click.option(
    "--quiet", "-q", is_flag=True, help="Print at most one line for each finding, change or file, and nothing else."
)
"""The option --quiet."""

today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="Count ages as on this day, such as 2026-11-22."
)
"""The option --today."""


def find_project(root: Path | None, journeys_dir: str, hint: str = "Name the project's folder with --root.") -> Path:
    """The project's folder: `root`, else the nearest folder upwards that holds the journeys. Raises UsageError."""
    found = root.absolute() if root else find_root(Path.cwd(), journeys_dir)
    if found is None:
        raise click.UsageError(f"There is no folder {terminal_safe(journeys_dir)}/ here or above. {hint}")
    return found


def folder_in_repository(root: Path) -> str:
    """The project's folder below the top of its repository, such as "docs/cx"; "" at the top or outside of any."""
    top = repository_of(root)
    return "" if top in (None, root) else root.relative_to(top).as_posix()


class NewFile(NamedTuple):
    """A file to create: its path with '/' below a folder, and its text."""

    base: Path
    path: str
    text: str

    @property
    def target(self) -> Path:
        """Where it is created."""
        return self.base / self.path


def create_files(files: Iterable[NewFile]) -> dict[Path, bool]:
    """Write each file that does not exist yet; the target to True if it was written.

    Raises ClickException: before anything is written if a folder on the way is a link or a file.
    """
    wanted = list(files)
    for file in wanted:
        _check_folders(file)
    created: dict[Path, bool] = {}
    for file in wanted:
        try:
            created[file.target] = _create(file.target, file.text)
        except OSError as error:
            raise cannot_write(Path(error.filename or file.target), error) from error
    return created


def print_created(created: Mapping[str, bool]) -> None:
    """Print a line for each path: whether it was created or kept."""
    for path, is_new in created.items():
        click.echo(f"{'created' if is_new else 'kept   '}  {terminal_safe(path)}")


def _check_folders(file: NewFile) -> None:
    folder = file.base
    for part in file.path.split("/")[:-1]:
        folder = folder / part
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            what = "a symbolic link" if folder.is_symlink() else "a file"
            message = f"{terminal_safe(str(folder))} is {what}, and a folder is needed there. Nothing was written."
            raise click.ClickException(message)


def _create(path: Path, text: str) -> bool:
    if os.path.lexists(path):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return True


def print_line(text: str) -> None:
    """Print a line; in colour if the terminal has it and NO_COLOR is not set."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def print_diff(lines: Iterable[str]) -> bool:
    """Print the lines of a diff, escaped where a terminal shows them; False if there are none."""
    found = False
    for line in lines:
        found = True
        click.echo(safe_diff_line(line) if sys.stdout.isatty() else line, nl=False)
    return found


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


def write_report(report: str, output: Path | None) -> None:
    """Write a report into a file that the user named, or print it. Raises ClickException."""
    if output:
        replace_file(output, report.encode("utf-8", "backslashreplace"))
    else:
        click.echo(report, nl=False)


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
