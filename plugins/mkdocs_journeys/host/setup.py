"""What the plugin does with the configuration, before anything is read."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

STYLE = "assets/journeys/journeys.css"
SCRIPTS = ("assets/journeys/journeys.js", "assets/journeys/mermaid-theme.js")
"""The second loads Mermaid itself, and only where something is to be drawn."""


def project_root(config: MkDocsConfig) -> Path:
    """The folder of the configuration file: what every path in a message is relative to."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def journeys_folder(root: Path, journeys_dir: str) -> str:
    """The journeys folder relative to the project's root, with '/', however it was written."""
    return Path(os.path.relpath(root / journeys_dir, root)).as_posix()


def templates_folder(root: Path, templates_dir: str | None) -> str | None:
    """The absolute folder of a site's own templates, if it has any."""
    return str(root / templates_dir) if templates_dir else None


def watch(config: MkDocsConfig, *folders: str | None) -> None:
    """Adds those folders that exist to what live reload watches; it cannot watch what is not there."""
    for folder in folders:
        if folder and Path(folder).is_dir() and folder not in config.watch:
            config.watch.append(folder)


def add_assets(config: MkDocsConfig) -> None:
    """Loads our stylesheet before the site's own ones, so that they may change it, and our scripts."""
    if STYLE not in config.extra_css:
        config.extra_css.insert(0, STYLE)
    config.extra_javascript.extend(name for name in SCRIPTS if name not in config.extra_javascript)
