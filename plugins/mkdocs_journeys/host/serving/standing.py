"""What stands in the folder of a served site, and how a file there is replaced: only where it differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.files import File

from mkdocs_journeys.host.printing.printer import Printed

Standing = tuple[Printed, bytes]
"""A page, and the banner that it stands there with."""


@dataclass(slots=True, eq=False)
class Folder:
    """The pages and assets in a site's folder, by uri; nothing is known of a file of which it is not told.

    `files` are where ours stand, `written` counts what was written or removed.
    """

    site: Path
    pages: dict[str, Standing]
    assets: dict[str, object]
    files: dict[str, File]
    written: int = field(default=0)

    def put(self, file: File, printed: Printed, banner: bytes) -> None:
        """A page is from now on this one, with this banner."""
        last = self.pages.pop(file.src_uri, None)
        if last is None or last[1] != banner or not _reads_the_same(last[0], printed):
            _write(file.abs_dest_path, printed.before, banner, printed.content)
            self.written += 1
        self.pages[file.src_uri] = (printed, banner)
        self.files[file.src_uri] = file

    def copy(self, file: File, content: object) -> None:
        """Another file is from now on this one."""
        if self.assets.pop(file.src_uri, None) != content:
            file.copy_file()
            self.written += 1
        self.assets[file.src_uri] = content
        self.files[file.src_uri] = file

    def remove(self, uri: str) -> None:
        """A file goes, with the folders that it leaves empty."""
        path = Path(self.files.pop(uri).abs_dest_path)
        self.pages.pop(uri, None)
        self.assets.pop(uri, None)
        path.unlink(missing_ok=True)
        self.written += 1
        for folder in path.parents:
            if folder == self.site or any(folder.iterdir()):
                break
            folder.rmdir()


def contents_of(files: Iterable[File]) -> Mapping[str, object]:
    """What tells the content of each file that is no page, by uri."""
    return {file.src_uri: _content(file) for file in files}


def _content(file: File) -> object:
    if file.abs_src_path is None:
        return file.content_bytes
    about = Path(file.abs_src_path).stat()
    return file.abs_src_path, about.st_mtime_ns, about.st_size


def _reads_the_same(one: Printed, other: Printed) -> bool:
    return one is other or (one.before == other.before and one.content == other.content)


def _write(name: str, *parts: bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        target.writelines(parts)
