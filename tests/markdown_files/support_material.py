"""The example atlas as `journeys build` writes it, built by Material without our plugin."""

from pathlib import Path

from click.testing import CliRunner

from mkdocs_journeys.cli import main
from support.builds import build_here
from support.environment import TODAY

CONFIG = Path("site_src/guide/recipes/other-generators/mkdocs.yml")
"""What the guide tells people to write."""


def build_written(root: Path, folder: Path) -> Path:
    """The site made in `folder` of the atlas at `root`; a failure or a warning fails the test."""
    folder.mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text((root / CONFIG).read_text("utf-8"), encoding="utf-8")
    written = CliRunner().invoke(
        main, ["build", "--root", str(root), "--output", str(folder / "docs"), "--today", str(TODAY)]
    )
    assert written.exit_code == 0, written.output
    assert "WARNING" not in build_here(folder)
    return folder / "site"
