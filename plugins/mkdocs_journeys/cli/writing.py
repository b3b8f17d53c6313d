"""Files that are added to a project: never over something that is there, never through a link."""

import os
from collections.abc import Mapping
from pathlib import Path

import click

from mkdocs_journeys.wording import terminal_safe


def add(base: Path, files: Mapping[str, str]) -> dict[str, bool]:
    """Write each file below `base` that is not there yet, and tell which were written.

    `files` maps paths with '/' to texts. Raises ClickException, before anything is written, where a folder
    cannot be one; and where the system refuses.
    """
    for path in files:
        _check_folders(base, path)
    try:
        return {path: _written(base / path, text) for path, text in files.items()}
    except OSError as error:
        where = terminal_safe(str(error.filename or base))
        raise click.ClickException(f"{where} cannot be written: {error.strerror or type(error).__name__}.") from error


def said(added: Mapping[str, bool]) -> None:
    """One line for each file."""
    for path, is_new in added.items():
        click.echo(f"{'created' if is_new else 'kept   '}  {terminal_safe(path)}")


def _check_folders(base: Path, path: str) -> None:
    folder = base
    for part in path.split("/")[:-1]:
        folder = folder / part
        if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
            what = "a symbolic link" if folder.is_symlink() else "a file"
            message = f"{terminal_safe(str(folder))} is {what}, and a folder is needed there. Nothing was written."
            raise click.ClickException(message)


def _written(path: Path, text: str) -> bool:
    if os.path.lexists(path):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return True
