"""Links to the repository: where the YAML behind a page is edited, and where a line of it is shown."""

import os
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

# A folder that the next part leaves again; a template's `{path!q}` writes its slashes as %2F.
_ROUND_TRIP = re.compile(r"(?P<before>^|[/=?&#]|%2F)(?!\.\.?(?:/|%2F))[^/?#=&%]+(?:/|%2F)\.\.(?:/|%2F)", re.I)
_ADDRESS_CHARACTERS = ":/?#[]@!$&()*+,;=%~"
_FILE_PATH = re.compile(r"(?P<dash>-/)?(?P<word>edit|blob|raw|src)/(?P<rest>[^?#]+)")


def edit_uri(source: str, root: Path, docs_dir: Path, template: str | None) -> str:
    """The path of a source file relative to the docs folder, such as `../journeys/maps/x.yml`.

    `source` is relative to the project's root. It is percent-encoded, unless the template of the edit
    address (`edit_uri_template`) does so itself with `{path!q}`.
    """
    folder, _, name = source.rpartition("/")
    path = f"{_relative(docs_dir, root / folder)}/{name}".removeprefix("./")
    return path if template and "!q}" in template else quote(path)


@lru_cache(maxsize=256)
def _relative(start: Path, folder: Path) -> str:
    return Path(os.path.relpath(folder, start)).as_posix()


def edit_links(root: Path, config: MkDocsConfig) -> Callable[[str], str | None]:
    """Gives the address at which a file of the project is edited, as MkDocs would build it for a page."""
    template = str(config.edit_uri_template) if config.edit_uri_template else None

    def address(source: str) -> str | None:
        probe = File.generated(config, "probe.md", content="")
        probe.edit_uri = edit_uri(source, root, Path(config.docs_dir), template)
        return edit_address(MkDocsPage(None, probe, config).edit_url)

    return address


def edit_address(url: str | None) -> str | None:
    """The address of an edit button without detours (`docs/../`) and safe in an attribute; None is none."""
    if url is None:
        return None
    rounds = 1
    while rounds:
        url, rounds = _ROUND_TRIP.subn(r"\g<before>", url, count=1)
    return quote(url, safe=_ADDRESS_CHARACTERS)


def line_links(root: Path, config: MkDocsConfig) -> Callable[[str, int], str | None]:
    """Gives the address of a line of a file of the project; None where the host's form is not known.

    It is made from the address at which the file is edited: the forms of GitHub, GitLab and Bitbucket.
    """
    edit = edit_links(root, config)
    repository = (config.repo_url or "").rstrip("/") + "/"

    def address(source: str, line: int) -> str | None:
        return line_address(repository, edit(source), line)

    return address


def line_address(repository: str, edited: str | None, line: int) -> str | None:
    """The address of a line in a repository (ends in `/`), from that at which the file is edited."""
    if not edited or not edited.startswith(repository):
        return None
    match = _FILE_PATH.match(edited, len(repository))
    host = urlsplit(repository).hostname or ""
    if not match:
        return None
    if match["word"] == "src":
        return f"{repository}src/{match['rest']}#lines-{line}" if "bitbucket" in host else None
    dash = "-/" if match["dash"] or "gitlab" in host else ""
    return f"{repository}{dash}blob/{match['rest']}#L{line}"
