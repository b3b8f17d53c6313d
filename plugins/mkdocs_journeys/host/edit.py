"""Where a page is edited: at the YAML behind it."""

import os
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as HostPage

# A folder that the next part leaves again; a template's `{path!q}` writes its slashes as %2F.
_ROUND_TRIP = re.compile(r"(?P<before>^|[/=?&#]|%2F)(?!\.\.?(?:/|%2F))[^/?#=&%]+(?:/|%2F)\.\.(?:/|%2F)", re.I)
_ADDRESS_CHARACTERS = ":/?#[]@!$&()*+,;=%~"


def edit_uri(source: str, root: Path, docs_dir: Path, template: str | None) -> str:
    """The path of a source file relative to the docs folder, such as `../journeys/maps/x.yml`.

    `source` is relative to the project's root. It is percent-encoded, unless the template of the edit
    address (`edit_uri_template`) does so itself with `{path!q}`.
    """
    folder, _, name = source.rpartition("/")
    path = f"{_way(docs_dir, root / folder)}/{name}".removeprefix("./")
    return path if template and "!q}" in template else quote(path)


@lru_cache(maxsize=256)
def _way(start: Path, folder: Path) -> str:
    return Path(os.path.relpath(folder, start)).as_posix()


def editor(root: Path, config: MkDocsConfig) -> Callable[[str], str | None]:
    """Gives the address at which a file of the project is edited, as MkDocs would build it for a page."""
    template = str(config.edit_uri_template) if config.edit_uri_template else None

    def address(source: str) -> str | None:
        probe = File.generated(config, "probe.md", content="")
        probe.edit_uri = edit_uri(source, root, Path(config.docs_dir), template)
        return edit_address(HostPage(None, probe, config).edit_url)

    return address


def edit_address(url: str | None) -> str | None:
    """The address of an edit button without detours (`docs/../`) and safe in an attribute; None is none."""
    if url is None:
        return None
    shorter, rounds = _ROUND_TRIP.subn(r"\g<before>", url, count=1)
    while rounds:
        shorter, rounds = _ROUND_TRIP.subn(r"\g<before>", shorter, count=1)
    return quote(shorter, safe=_ADDRESS_CHARACTERS)
