"""Atomic writes: a reader finds the old file or the new one, whole, whenever the writer is stopped."""

import stat
from pathlib import Path
from secrets import token_hex


def replace_file(path: Path, content: bytes) -> None:
    """Write a draft beside a file and rename it over the file, which keeps its permissions.

    A symbolic link at `path` is replaced and not followed. Raises OSError, with no draft left behind.
    """
    draft = path.with_name(f".journeys-{token_hex(8)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
        if path.is_file():
            draft.chmod(stat.S_IMODE(path.stat().st_mode))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
