"""From the site that stands in its folder to the next one: only what differs is written."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_theme_template
from mkdocs.structure.files import File, Files

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.search import Entry, open_index
from mkdocs_journeys.host.serving.whole import Whole


def assets_among(files: Files, others: Iterable[File]) -> Mapping[str, object]:
    """What tells the content of our files that are no pages, by uri."""
    theirs = {id(file) for file in others}
    ours = (file for file in files if id(file) not in theirs and not isinstance(file.page, AtlasPage))
    return {file.src_uri: _content(file) for file in ours}


def write_changes(last: Whole, now: Whole) -> int:
    """Brings the folder of `last` to what `now` says; how many pages and assets were written or removed."""
    written = sum(1 for _ in (*_pages(last, now), *_assets(last, now), *_removed(last, now)))
    if last.files.documentation_pages() != now.files.documentation_pages():
        for name in now.config.theme.static_templates:
            _build_theme_template(name, now.printer.env, now.files, now.config, now.printer.nav)
    _search(last, now)
    return written


def _pages(last: Whole, now: Whole) -> Iterator[str]:
    banner = str(now.view.banner).encode()
    anew = now.view.banner != last.view.banner
    ours = ((now.files.src_uris[uri], page) for uri, page in now.printed.items())
    theirs = ((one.page.file, one.printed) for one in now.handwritten if anew and one.printed)
    for file, page in (*ours, *theirs):
        if anew or last.printed.get(file.src_uri) is not page:
            _write(file.abs_dest_path, page.before, banner, page.content)
            yield file.src_uri


def _assets(last: Whole, now: Whole) -> Iterator[str]:
    for uri, content in now.assets.items():
        if uri not in last.assets or last.assets[uri] != content:
            now.files.src_uris[uri].copy_file()
            yield uri


def _removed(last: Whole, now: Whole) -> Iterator[str]:
    site = Path(now.config.site_dir)
    for uri in (last.printed.keys() | last.assets.keys()) - now.files.src_uris.keys():
        path = Path(last.files.src_uris[uri].abs_dest_path)
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()
        yield uri


def _search(last: Whole, now: Whole) -> None:
    if _entries(last) == _entries(now):
        return
    index = open_index(now.config)
    plugin = next((plugin for name, plugin in now.config.plugins.items() if name.rpartition("/")[2] == "search"), None)
    if index is not None and plugin is not None:
        index[:] = [*now.entries, *(entry for entries in _entries(now) for entry in entries)]
        search: Any = plugin
        search.on_post_build(config=now.config)


def _entries(whole: Whole) -> list[tuple[Entry, ...]]:
    return [page.entries for page in whole.printed.values()]


def _content(file: File) -> object:
    if file.abs_src_path is None:
        return file.content_bytes
    about = Path(file.abs_src_path).stat()
    return file.abs_src_path, about.st_mtime_ns, about.st_size


def _write(name: str, *parts: bytes) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as target:
        target.writelines(parts)
