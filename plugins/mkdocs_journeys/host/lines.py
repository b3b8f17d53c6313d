"""Where a line of a file is shown in the repository on its host."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_journeys.host.edit import editor

_WAY = re.compile(r"(?P<dash>-/)?(?P<word>edit|blob|raw|src)/(?P<rest>[^?#]+)")


def liner(root: Path, config: MkDocsConfig) -> Callable[[str, int], str | None]:
    """Gives the address of a line of a file of the project; None where the host's form is not known.

    It is made from the address at which the file is edited: the forms of GitHub, GitLab and Bitbucket.
    """
    edit = editor(root, config)
    repository = (config.repo_url or "").rstrip("/") + "/"

    def address(source: str, line: int) -> str | None:
        return line_address(repository, edit(source), line)

    return address


def line_address(repository: str, edited: str | None, line: int) -> str | None:
    """The address of a line in a repository (ends in `/`), from that at which the file is edited."""
    if not edited or not edited.startswith(repository):
        return None
    way = _WAY.match(edited, len(repository))
    host = urlsplit(repository).hostname or ""
    if not way:
        return None
    if way["word"] == "src":
        return f"{repository}src/{way['rest']}#lines-{line}" if "bitbucket" in host else None
    dash = "-/" if way["dash"] or "gitlab" in host else ""
    return f"{repository}{dash}blob/{way['rest']}#L{line}"
