"""Links out of a comment: to a line, to a file among the changed ones, and to the preview of the site.

Addresses come from whoever calls us and are checked; of a report, which may be forged, a link holds file names as
percent-encoded paths or hashes, numbers of lines, and fingerprints.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha1, sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from mkdocs_journeys.reports.document import ChangeItem, FilePosition, JourneyPart

_ADDRESS = re.compile(r"https://[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:/[\w.~-]+)*/?", re.IGNORECASE | re.ASCII)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def is_address(text: str) -> bool:
    """Whether a text is an https address of plain characters without a query, or a part such as `..`."""
    return _ADDRESS.fullmatch(text) is not None and _is_path(text.removeprefix("https://").rstrip("/"))


@dataclass(frozen=True, slots=True)
class CommentLinks:
    """Where the files of a comparison are to be seen; what is empty or 0 gives no links.

    `repository`, `preview` and `pictures` are addresses (see `is_address`), `commit` and `base` hashes of both sides,
    `folder` is the project's path in its repository, `number` that of the pull request, or of the merge request
    if it is `on_gitlab`.
    """

    repository: str = ""
    number: int = 0
    on_gitlab: bool = False
    commit: str = ""
    base: str = ""
    preview: str = ""
    folder: str = ""
    pictures: str = ""

    def below(self, folder: str) -> "CommentLinks":
        """The same for a project in this folder of the repository, "" for its top."""
        return replace(self, folder=folder.strip("/"))

    def of_change(self, change: "ChangeItem") -> Iterator[tuple[str, str]]:
        """The (text, address) of each link of a change: its line, its file among the changed ones, the preview."""
        place = change.head or change.base
        if place and (line := self.to_line(place, self.commit if change.head else self.base)):
            yield f"line\N{NO-BREAK SPACE}{place.line}", line
        if changed := self._to_changed_file(change.base, change.head):
            yield "diff", changed
        if self.preview:
            yield "preview", f"{self.preview.rstrip('/')}/changes/#change-{change.fingerprint}"

    def of_journey(self, journey: "JourneyPart") -> str:
        """The address of a journey's page in the preview; "" for none."""
        known = self.preview and _ID.fullmatch(journey.id) and any(step.number for step in journey.steps)
        return f"{self.preview.rstrip('/')}/journeys/{journey.id}/" if known else ""

    def to_line(self, place: "FilePosition", commit: str) -> str:
        """The address of a line in a commit; "" if it cannot be told."""
        path = self._path(place)
        if not (path and self.repository and commit):
            return ""
        within = "/-/blob/" if self.on_gitlab else "/blob/"
        return f"{self.repository.rstrip('/')}{within}{commit}/{quote(path, safe='/')}#L{place.line}"

    def _to_changed_file(self, base: "FilePosition | None", head: "FilePosition | None") -> str:
        """The address of a line among the changed files.

        GitLab's anchor holds the numbers of both sides, which are not all known here; it knows the file by the rest.
        """
        place = head or base
        path = self._path(place) if place else ""
        if not (place and path and self.repository and self.number):
            return ""
        pull = self.repository.rstrip("/")
        if self.on_gitlab:
            lines = f"{(base or place).line}_{place.line}"
            name = sha1(path.encode(), usedforsecurity=False).hexdigest()
            return f"{pull}/-/merge_requests/{self.number}/diffs#{name}_{lines}"
        side = "R" if head else "L"
        return f"{pull}/pull/{self.number}/files#diff-{sha256(path.encode()).hexdigest()}{side}{place.line}"

    def _path(self, place: "FilePosition") -> str:
        """The path of a file in the repository; "" for one that could lead elsewhere, or has no UTF-8."""
        path = f"{self.folder}/{place.file}" if self.folder else place.file
        return path if _is_path(path) and path.isprintable() else ""


def _is_path(path: str) -> bool:
    return not {"", ".", ".."} & set(path.split("/")) and "\\" not in path
