"""A preview site: what a branch with the edits of tests/reports does to the example atlas, in a scratch repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from reports.test_comment import EDITS
from support.repositories import repository

ROOT = Path(__file__).resolve().parent.parent


def preview_site(folder: Path) -> Path:
    """The built site, below a folder that is there only for this."""
    project = repository(folder / "project")
    for name in ("journeys", "site_src"):
        shutil.copytree(ROOT / name, project.root / name)
    shutil.copy(ROOT / "mkdocs.yml", project.root)
    project.commit("2026-03-01", message="Begin")
    project.git("checkout", "--quiet", "-b", "work")
    for name, old, new in EDITS:
        project.edit(f"journeys/{name}", old, new)
    project.commit("2026-05-01", message="Be honest")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict"]
    subprocess.run(command, cwd=project.root, env=os.environ | {"JOURNEYS_COMPARE": "main"}, check=True)  # noqa: S603
    return project.root / "site"
