"""The example atlas as `journeys build` writes it, built by Material without our plugin."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from mkdocs_journeys.cli import main

CONFIG = Path("site_src/guide/recipes/other-generators/mkdocs.yml")
"""What the guide tells people to write."""


def build_written(root: Path, folder: Path) -> Path:
    """The site made in `folder` of the atlas at `root`; a failure or a warning fails the test."""
    (folder / "mkdocs.yml").write_text((root / CONFIG).read_text("utf-8"), encoding="utf-8")
    written = CliRunner().invoke(main, ["build", "--root", str(root), "--out", str(folder / "docs")])
    assert written.exit_code == 0, written.output
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout
    assert "WARNING" not in built.stdout
    return folder / "site"
