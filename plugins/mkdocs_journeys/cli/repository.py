"""Where a project lies in its repository: what a git host names files from."""

import os
from pathlib import Path


def folder_in_repository(root: Path) -> str:
    """The project's folder below the top of its repository: "" at the top or outside of any, else "docs/cx"."""
    for folder in (root, *root.parents):
        if os.path.lexists(folder / ".git"):
            relative = root.relative_to(folder).as_posix()
            return "" if relative == "." else relative
    return ""
