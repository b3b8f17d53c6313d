"""The pages as Markdown files, for generators that run no plugin of ours: Zensical, TechDocs and others.

Front matter, headings with anchors, and each section's HTML as one block, in a folder beside files of others.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.atomicfile import replace_file
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.navigation import NavGroup, RowLink, nav_groups, row_of_links
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.rendering.environment import theme_text
from mkdocs_journeys.site.rendering.html_block import html_block
from mkdocs_journeys.translation.messages import speaking

if sys.platform != "win32":
    import fcntl

MANIFEST = ".journeys-files.json"
"""Maps each file that we wrote to the digests that it may have: two where a run was interrupted."""
FORMAT = 1

Digests = dict[str, list[str]]
"""Path to the digests of the content that we wrote."""
_PUNCTUATION = re.compile(r"[!-+/:<-@\[-`{-~]")
"""All ASCII punctuation but comma, hyphen, full stop and semicolon."""


class FileResult(StrEnum):
    """What was done with a file: `THEIRS` was not generated, `EDITED` was generated and edited since; both are kept."""

    SAME = "same"
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    THEIRS = "theirs"
    EDITED = "edited"


_OURS = (FileResult.SAME, FileResult.MADE, FileResult.CHANGED)


def markdown_files(atlas: Atlas, settings: SiteSettings, templates: Environment, root: Path) -> dict[str, bytes]:
    """The content of every file of a site by its path; pictures are read below `root`.

    Raises what a site's own templates raise, and OSError for a picture that cannot be read.
    """
    site = SiteContext(atlas, settings, templates)
    items = list(items_of(site))
    with speaking(settings.interface):
        rows = dict(_rows(site, nav_groups(items)))
    return {item.uri: _item_content(item, root, rows.get(item.uri, "")) for item in items}


def page_text(page: Page, sections: Iterable[Section], row: str = "") -> str:
    """The Markdown of a page, below a row of links in HTML. Its anchors need the extension `attr_list`."""
    parts = (part for section in sections for part in _parts(section))
    return "\n\n".join([_front_matter(page), *([row] if row else []), *parts]) + "\n"


def escaped_heading(title: str) -> str:
    """A title with all punctuation as character references, so that Markdown marks nothing up.

    Headings are the only place where authors' text is in Markdown itself.
    """
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(title.split()))


def write_folder(folder: Path, files: Mapping[str, bytes]) -> dict[str, FileResult]:
    """Make a folder hold these files (paths with '/'): write those that differ, remove those of earlier runs.

    Files of others and edited ones are kept. Raises OSError; nothing outside of the folder is written, and no
    symbolic link is followed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        before = _read_manifest(folder)
        results = {path: _result_for(folder / path, data, before.get(path, [])) for path, data in files.items()}
        ours = {path: [_digest(data)] for path, data in files.items() if results[path] in _OURS}
        _write_manifest(folder, before | {path: sorted({*before.get(path, []), *new}) for path, new in ours.items()})
        for path, result in results.items():
            if result in (FileResult.MADE, FileResult.CHANGED):
                _make_parents(folder, path)
                replace_file(folder / path, files[path])
        results |= {path: _remove(folder, path, before[path]) for path in before.keys() - files.keys()}
        kept = {path: before[path] for path, result in results.items() if result is FileResult.EDITED}
        _write_manifest(folder, ours | kept)
    return results


def _item_content(item: Page | Asset, root: Path, row: str) -> bytes:
    if isinstance(item, Page):
        return page_text(item, item.sections, row).encode()
    return item.content if item.path is None else (root / item.path).read_bytes()


def _rows(site: SiteContext, groups: Iterable[NavGroup]) -> Iterator[tuple[str, str]]:
    """The row of links of each index page by its uri: on wide pages the generator leaves its navigation out."""
    for group in groups:
        for page in group.pages:
            to = site.at(page.uri).to
            links = [RowLink(other.nav_title or other.title, to(other.uri), other is page) for other in group.pages]
            yield page.uri, html_block(row_of_links(group.title, links))


def _front_matter(page: Page) -> str:
    facts: dict[str, Any] = {"title": str(theme_text(page.title))}
    if page.description:
        facts["description"] = str(theme_text(page.description))
    if page.wide:
        facts["hide"] = ["navigation", "toc"]
    if page.tags:
        facts["tags"] = [str(theme_text(tag)) for tag in page.tags]
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
    return "\n".join(["---", *lines, "---"])


def _parts(section: Section) -> Iterator[str]:
    if section.headed:
        yield f"{'#' * section.level} {escaped_heading(section.title)} {{#{section.anchor}}}"
    if section.html:
        yield html_block(section.html)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold an exclusive lock on the folder; waits for other runs."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _result_for(place: Path, data: bytes, before: list[str]) -> FileResult:
    there = _content(place)
    if there == data:
        return FileResult.SAME
    if not os.path.lexists(place):
        return FileResult.MADE
    if not before:
        return FileResult.THEIRS
    return FileResult.CHANGED if there is not None and _digest(there) in before else FileResult.EDITED


def _read_manifest(folder: Path) -> Digests:
    """What earlier runs wrote; paths outside of the folder are dropped, a missing or damaged manifest is empty."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    files = manifest.get("files") if isinstance(manifest, dict) and manifest.get("format") == FORMAT else None
    if not isinstance(files, dict):
        return {}
    return {path: digests for path, digests in files.items() if isinstance(digests, list) and _is_below(path)}


def _is_below(path: str) -> bool:
    parts = path.split("/")
    return not path.startswith("/") and "\\" not in path and not {"", ".", ".."} & set(parts)


def _content(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() and not place.is_symlink() else None


def _make_parents(folder: Path, path: str) -> None:
    """Create the folders of a file; raises OSError if one of them is a symbolic link."""
    here = folder
    for part in path.split("/")[:-1]:
        here = here / part
        if here.is_symlink():
            raise OSError(f"{here} is a symbolic link")
        here.mkdir(exist_ok=True)


def _remove(folder: Path, path: str, digests: list[str]) -> FileResult:
    """Remove a generated file unless it was edited, and the folders that are empty then."""
    place = folder / path
    content = _content(place)
    if any(above.is_symlink() for above in _between(folder, place)):
        return FileResult.EDITED
    if content is None or _digest(content) not in digests:
        return FileResult.EDITED if os.path.lexists(place) else FileResult.REMOVED
    place.unlink()
    for above in _between(folder, place):
        try:
            above.rmdir()
        except OSError:
            break
    return FileResult.REMOVED


def _between(folder: Path, place: Path) -> list[Path]:
    """The folders between a file and `folder`, the nearest first."""
    return [above for above in place.parents if above.is_relative_to(folder) and above != folder]


def _write_manifest(folder: Path, files: Digests) -> None:
    manifest = {"format": FORMAT, "files": dict(sorted(files.items()))}
    data = (json.dumps(manifest, separators=(",\n", ": "), ensure_ascii=False) + "\n").encode()
    if _content(folder / MANIFEST) != data:
        replace_file(folder / MANIFEST, data)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
