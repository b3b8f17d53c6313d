"""The Markdown extension that draws blocks, and resolves links to things of the atlas, in handwritten pages."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from mkdocs_journeys.codeframe import lines_of
from mkdocs_journeys.mkdocs.compat import file_of
from mkdocs_journeys.mkdocs.files import project_root
from mkdocs_journeys.mkdocs.view import as_text
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.blocks.reading import MISTAKE, AtlasBlock, block_of, broken_link
from mkdocs_journeys.site.blocks.scanning import BlockText, LinkText, blocks_and_links, with_replaced
from mkdocs_journeys.site.blocks.writing import html_of, relative_link
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.translation.messages import speaking

log = get_plugin_logger(__name__)

AFTER_SNIPPETS = 27
"""Before fences are taken as code (25), after snippets were included (32) and tabs became spaces (30)."""
INCLUDED = "It does not stand in the page's own file, but is included in it."


def add_extension(config: MkDocsConfig, site: Callable[[], SiteContext | None], *, serving: bool) -> None:
    """Let the handwritten pages of a build show the atlas; a mistake ends only a strict build, never a served site."""
    level = logging.INFO if serving and config.strict else logging.WARNING
    extension: Any = AtlasExtension(site, project_root(config), level, tolerant=serving)
    config.markdown_extensions.append(extension)


class AtlasExtension(Extension):  # type: ignore[misc]
    """Gives a page what it asks for of the atlas. `site` tells what the pages are drawn from, None before there is any.

    `level` is that of the messages about mistakes; the names of files in them are relative to `root`. A `tolerant` one
    shows what goes wrong in a drawing instead of raising it, as it must while a site is served.
    """

    def __init__(self, site: Callable[[], SiteContext | None], root: Path, level: int, *, tolerant: bool) -> None:
        super().__init__()
        self.site, self.root, self.level, self.tolerant = site, root, level, tolerant

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register what reads the lines of a page."""
        md.preprocessors.register(_AtlasPreprocessor(md, self), "journeys", AFTER_SNIPPETS)

    def __deepcopy__(self, memo: dict[int, Any]) -> "AtlasExtension":
        """Itself: plugins copy the configuration, and the atlas stays the one of the build."""
        return self


class _AtlasPreprocessor(Preprocessor):  # type: ignore[misc]
    def __init__(self, md: Markdown, extension: AtlasExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        file, site = file_of(self.md), self.extension.site()
        if file is None or site is None:
            return lines
        with speaking(site.settings.interface):
            page = _Page(self.md, file, site, self.extension)
            return with_replaced(lines, page.block, page.link)


class _Page:
    """One page while it becomes HTML; it knows where in its file each block and each link stands."""

    def __init__(self, md: Markdown, file: File, site: SiteContext, extension: AtlasExtension) -> None:
        self._md, self._file, self._extension = md, file, extension
        self._context: PageContext = site.for_address(file.src_uri, file.url)
        self._number = 0
        path = file.abs_src_path
        self._name = Path(os.path.relpath(path, extension.root)).as_posix() if path else file.src_uri
        self._places: dict[tuple[Any, ...], list[BlockText | LinkText]] = {}
        self._text = ""

    def block(self, text: BlockText) -> list[str]:
        """The lines that stand in place of a block."""
        own = self._in_file(text)
        block, problems = block_of(own or text, self._context.atlas, self._name)
        problems = [self._tell(problem, is_own=own is not None) for problem in problems]
        self._number += 1
        html = self._html(own or text, block, problems)
        empty = text.prefix.rstrip()
        return [empty, f"{text.prefix}{self._md.htmlStash.store(html)}", empty, empty]

    def link(self, link: LinkText) -> str:
        """The address that stands in place of a link's."""
        own = self._in_file(link)
        if problem := broken_link(own or link, self._context.atlas, self._name):
            self._tell(problem, is_own=own is not None)
            return "#"
        return relative_link(self._context, link)

    def _html(self, text: BlockText, block: AtlasBlock | None, problems: list[Problem]) -> str:
        try:
            return html_of(self._context, block, problems, self._number)
        except Exception as error:
            if not self._extension.tolerant or block is None:
                raise
            log.debug("internal error", exc_info=error)
            said = f"The block `{text.name}` cannot be drawn: {type(error).__name__}: {error}"
            problem = Problem(MISTAKE, Position(self._name, text.line, 1), said, severity=Severity.WARNING)
            return self._html(text, None, [self._tell(problem, is_own=True)])

    def _in_file(self, part: Any) -> Any:
        """The same block or link as the file has it; None for one that was included."""
        if not self._text:
            self._text = self._file.content_string
            for one in blocks_and_links(lines_of(self._text)):
                self._places.setdefault(_key(one), []).append(one)
        found = self._places.get(_key(part))
        return (found.pop(0) if len(found) > 1 else found[0]) if found else None

    def _tell(self, problem: Problem, *, is_own: bool) -> Problem:
        if not is_own:
            problem = replace(problem, position=Position(self._name, 1, 1), hint=f"{problem.hint} {INCLUDED}".strip())
        log.log(self._extension.level, "%s", as_text(problem, {self._name: self._text.encode()} if is_own else {}))
        return problem


def _key(part: BlockText | LinkText) -> tuple[Any, ...]:
    if isinstance(part, LinkText):
        return part.kind, part.id
    return part.name, "\n".join(line.expandtabs(4).rstrip() for line in part.body).rstrip()
