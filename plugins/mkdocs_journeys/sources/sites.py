"""The sites of a repository, by the files that configure them, and the top of the repository itself."""

import os
from pathlib import Path

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
DEEPEST = 3
NO_SITES = frozenset(
    ("build", "dist", "env", "examples", "fixtures", "node_modules", "site", "templates", "test", "tests", "vendor")
)
"""Folders in which no site of the repository's own is looked for; nor is one in a hidden folder."""


def repository_of(folder: Path) -> Path | None:
    """The top of the git repository that a folder, absolute, lies in; None outside of any."""
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above / ".git")), None)


def config_in(folder: Path) -> str:
    """The name of the file that configures a site in this very folder, "" for none."""
    return next((name for name in CONFIGS if os.path.lexists(folder / name)), "")


def find_sites(folder: Path) -> list[Path]:
    """The folders of the sites that an absolute folder has to do with, in its repository.

    That is itself or the nearest one above with a site, else all those at most DEEPEST levels below it.
    """
    top = repository_of(folder)
    if top is None:
        return [folder] if config_in(folder) else []
    inside = (above for above in (folder, *folder.parents) if above.is_relative_to(top))
    nearest = next((above for above in inside if config_in(above)), None)
    return [nearest] if nearest else _sites_below(folder, DEEPEST)


def _sites_below(folder: Path, levels: int) -> list[Path]:
    try:
        with os.scandir(folder) as listing:
            names = sorted(entry.name for entry in listing if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []
    found: list[Path] = []
    for inner in (folder / name for name in names if name not in NO_SITES and not name.startswith(".")):
        if config_in(inner):
            found.append(inner)
        elif levels > 1:
            found += _sites_below(inner, levels - 1)
    return found
