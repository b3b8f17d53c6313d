"""Files that commands create, replace and mend; every refusal of the system becomes a ClickException."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from mkdocs_journeys import atomicfile
from mkdocs_journeys.wording import terminal_safe


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
        raise _cannot_write(path, error) from error


def mend_file(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a journey file below `root` that still holds `before`; never through a symbolic link.

    Raises ClickException if it is a link, no regular file, or was changed meanwhile.
    """
    here = root
    for part in path.split("/"):
        here = here / part
        if here.is_symlink():
            raise click.ClickException(f"{terminal_safe(path)} was not mended: {terminal_safe(str(here))} is a link.")
    try:
        now = here.read_bytes() if here.is_file() else b""
    except OSError as error:
        raise click.ClickException(f"{terminal_safe(path)} cannot be read: {error.strerror}.") from error
    if now != before:
        raise click.ClickException(f"{terminal_safe(path)} was changed meanwhile, and was not mended.")
    replace_file(here, after)


def create_files(base: Path, files: Mapping[str, str]) -> dict[str, bool]:
    """Write each file below `base` that does not exist yet; path to True if it was written.

    `files` maps paths with '/' to texts. Raises ClickException: before anything is written if a folder is a link
    or a file.
    """
    for path in files:
        _check_folders(base, path)
    try:
        return {path: _create(base / path, text) for path, text in files.items()}
    except OSError as error:
        raise _cannot_write(Path(error.filename or base), error) from error


def print_created(created: Mapping[str, bool]) -> None:
    """Print one line for each file of `create_files`."""
    for path, is_new in created.items():
        click.echo(f"{'created' if is_new else 'kept   '}  {terminal_safe(path)}")


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


def _cannot_write(path: Path, error: OSError) -> click.ClickException:
    why = error.strerror or type(error).__name__
    return click.ClickException(f"{terminal_safe(str(path))} cannot be written: {why}.")


def _check_folders(base: Path, path: str) -> None:
    folder = base
    for part in path.split("/")[:-1]:
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
