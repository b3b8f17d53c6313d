"""The buffers that an editor has open, and the atlases that they and the folders of its workspace belong to."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pygls.uris import from_fs_path, to_fs_path

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.lsp.state.project import Project, UnsavedFiles
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.state.worker import Versions
from mkdocs_journeys.lsp.text.document import BufferText, TextChange, document_of
from mkdocs_journeys.sources.worktree import find_root


class ProjectFile(NamedTuple):
    """The atlas that a file belongs to, and its path there."""

    project: Project
    path: str


class Buffer(NamedTuple):
    """The unsaved text of a file; `home` is None for files outside any atlas."""

    uri: str
    version: int | None
    document: BufferText
    home: ProjectFile | None


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A buffer that is part of an atlas, with what that atlas was when it was last loaded."""

    uri: str
    document: BufferText
    home: ProjectFile
    role: FileRole | None

    @property
    def snapshot(self) -> Snapshot:
        """The last state of the atlas."""
        return self.home.project.snapshot


class Buffers:
    """All buffers and atlases. `folder` is the name of the journeys folders, `encoding` that of places."""

    def __init__(self, folder: str, encoding: str) -> None:
        self.folder = folder
        self.encoding = encoding
        self.projects: list[Project] = []
        self._buffers: dict[str, Buffer] = {}

    def add_folder(self, uri: str) -> Project | None:
        """Take in the atlas of a folder of the workspace, below it or around it; None where there is none."""
        path = to_fs_path(uri)
        root = find_root(Path(path), self.folder) if path else None
        return self._added(root) if root else None

    def remove_folder(self, uri: str) -> list[Project]:
        """Forget the atlases in a folder that have no open buffer; they are returned."""
        path = to_fs_path(uri) or ""
        used = {buffer.home.project for buffer in self._buffers.values() if buffer.home}
        gone = [one for one in self.projects if one not in used and (one.root == Path(path) or _below(path, one.root))]
        self.projects = [one for one in self.projects if one not in gone]
        return gone

    def open(self, uri: str, version: int | None, text: str) -> Buffer:
        """Take in a buffer, and the atlas that it belongs to."""
        buffer = self._buffers[uri] = Buffer(uri, version, BufferText(text, self.encoding), self._home(uri))
        return buffer

    def change(self, uri: str, version: int | None, changes: Iterable[TextChange]) -> Buffer | None:
        """Change a buffer; None where it is not open."""
        before = self._buffers.get(uri)
        if before is None:
            return None
        after = self._buffers[uri] = before._replace(version=version, document=before.document.changed(changes))
        return after

    def close(self, uri: str) -> Buffer | None:
        """Forget a buffer."""
        return self._buffers.pop(uri, None)

    def file(self, uri: str) -> OpenFile | None:
        """A buffer that is part of an atlas; None for all others."""
        buffer = self._buffers.get(uri)
        if buffer is None or buffer.home is None:
            return None
        home = buffer.home
        return OpenFile(uri, buffer.document, home, home.project.snapshot.role(home.path))

    def unsaved(self, project: Project) -> tuple[UnsavedFiles, Versions]:
        """The texts of an atlas's buffers as bytes, and their versions."""
        mine = list(self._of(project))
        texts = {path: buffer.document.text.encode("utf-8", "replace") for path, buffer in mine}
        return texts, {path: buffer.version for path, buffer in mine}

    def uri_of(self, project: Project, path: str) -> str:
        """The address of a file: as the editor writes it, where it is open."""
        buffer = self._at(project, path)
        return buffer.uri if buffer else str(from_fs_path(str(project.root / path)))

    def version_of(self, project: Project, path: str) -> int | None:
        """The version of a file's buffer; None where it is not open."""
        buffer = self._at(project, path)
        return buffer.version if buffer else None

    def document_of(self, project: Project, path: str) -> BufferText:
        """The text of a file as it is now: that of its buffer, else as it was last read."""
        buffer = self._at(project, path)
        return buffer.document if buffer else document_of(project.snapshot.files.get(path, b""), self.encoding)

    def _of(self, project: Project) -> Iterator[tuple[str, Buffer]]:
        for buffer in list(self._buffers.values()):
            if buffer.home and buffer.home.project is project:
                yield buffer.home.path, buffer

    def _at(self, project: Project, path: str) -> Buffer | None:
        return next((buffer for home, buffer in self._of(project) if home == path), None)

    def _home(self, uri: str) -> ProjectFile | None:
        path = to_fs_path(uri)
        if not path:
            return None
        for project in self.projects:
            if inside := _below(project.root / project.folder, path):
                return ProjectFile(project, f"{project.folder}/{inside}")
        root = find_root(Path(path).parent, self.folder)
        inside = _below(root / self.folder, path) if root else ""
        return ProjectFile(self._added(root), f"{self.folder}/{inside}") if root and inside else None

    def _added(self, root: Path) -> Project:
        known = next((project for project in self.projects if project.root == root), None)
        if known is None:
            known = Project(root, self.folder)
            self.projects.append(known)
        return known


def _below(folder: str | Path, path: str | Path) -> str:
    """The path of a file as seen from a folder above it, with '/'; "" where it is not below."""
    try:
        relative = Path(os.path.normpath(path)).relative_to(os.path.normpath(folder))
    except ValueError:
        return ""
    return "" if relative == Path() else relative.as_posix()
