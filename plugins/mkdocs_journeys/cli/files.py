"""Files that a command replaces: whole, or not at all."""

import os
import stat
import tempfile
from pathlib import Path

import click

from mkdocs_journeys.wording import terminal_safe


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees half of it.

    An older one keeps its permissions. Raises ClickException where the system refuses.
    """
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        with tempfile.NamedTemporaryFile(dir=path.resolve().parent, prefix=".journeys-", delete=False) as file:
            beside = Path(file.name)
            file.write(content)
        _move(beside, path.resolve(), mode)
    except OSError as error:
        where, why = terminal_safe(str(path)), error.strerror or type(error).__name__
        raise click.ClickException(f"{where} cannot be written: {why}.") from error


def mend_file(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a journey file below `root` that still holds `before`; never through a link.

    Raises ClickException where it is a link, no ordinary file, or was changed meanwhile.
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


def _move(beside: Path, path: Path, mode: int) -> None:
    try:
        beside.chmod(mode)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
