"""Where the journeys lay in a commit, before their folder was moved."""

from pathlib import Path
from posixpath import dirname, relpath

from mkdocs_journeys.sources.git_process import run_git
from mkdocs_journeys.sources.tree import Tree

CATALOG = "catalog.yml"


def former_folder(root: Path, ref: str, now: Tree) -> str | None:
    """The folder of a commit that holds the most files of `now` by their names, told from `root` as that of `now` is.

    None if there is none with the catalog and another file that is no longer there. Raises GitError without git.
    """
    listed = run_git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", ref)
    prefix = run_git(root, "rev-parse", "--show-prefix").stdout.strip().rstrip("/")
    paths = [relpath(path, prefix or ".") for path in listed.stdout.split("\0") if path]
    names = {path.removeprefix(f"{now.folder}/") for path in now.files}
    found: dict[str, int] = {}
    for folder in (dirname(path) for path in paths if path.rpartition("/")[2] == CATALOG):
        if folder not in ("", now.folder) and not (root / folder / CATALOG).exists():
            found[folder] = sum(path.removeprefix(f"{folder}/") in names for path in paths if path.startswith(folder))
    best = max(found, key=lambda folder: found[folder], default=None)
    return best if best and found[best] > 1 else None
