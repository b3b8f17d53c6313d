"""Which way the pages of a build take: kept from the last one, with a second process, one by one, or MkDocs' own."""

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journeys.host.page import AtlasPage
from mkdocs_journeys.host.printing.beside import beside
from mkdocs_journeys.host.printing.press import Loop, OneByOne, Press, Prints
from mkdocs_journeys.host.printing.printer import TEMPLATE, Printer, add_template, can_print
from mkdocs_journeys.host.printing.search import open_index
from mkdocs_journeys.host.progress import Progress
from mkdocs_journeys.host.serving.memory import Memory, circumstances
from mkdocs_journeys.host.view import View
from mkdocs_journeys.site.watch import Freshness

_BETWEEN = ("pre_template", "template_context", "post_template")
"""Events between `on_env` and the first page."""


def is_settled(config: MkDocsConfig) -> bool:
    """Whether in `on_env` all is known that a page is printed with, as no other plugin has a say after us."""
    events = config.plugins.events
    lasts = [events[name][-1] for name in ("nav", "env")]
    ours = all(type(getattr(last, "__self__", None)).__module__ == "mkdocs_journeys.plugin" for last in lasts)
    return ours and not any(events[name] for name in _BETWEEN)


def prepared(env: Environment, config: MkDocsConfig, files: Files) -> list[AtlasPage]:
    """Our pages in MkDocs' order, each told to say what was printed; none where others want to see them first.

    To be asked for in `on_env`: MkDocs looks for the template of a page before the page's first event.
    """
    if open_index(config) is None or not can_print(config):
        return []
    pages = [file.page for file in files.documentation_pages() if isinstance(file.page, AtlasPage)]
    add_template(env)
    for page in pages:
        page.meta["template"] = TEMPLATE
    return pages


def press_of(printer: Printer, pages: Sequence[AtlasPage], view: View, memory: Memory | None) -> Press | Loop:
    """The press for these prepared pages; `memory` is there while a site is served."""
    config = printer.config
    ours = sum(isinstance(file.page, AtlasPage) for file in printer.files)
    progress = Progress("pages of journeys", ours)
    index = open_index(config) if pages else None
    if index is None:
        return Loop(config, progress, view.banner, serving=memory is not None)
    return Press(config, index, _prints(printer, pages, view, memory), progress, view.banner)


def _prints(printer: Printer, pages: Sequence[AtlasPage], view: View, memory: Memory | None) -> Prints:
    one_by_one = OneByOne(printer)
    if memory is None:
        return beside(one_by_one.printed, pages) or one_by_one
    if view.world is None:
        return one_by_one
    return memory.keeper.edition(printer, Freshness(view.world), circumstances(view.world.settings))
