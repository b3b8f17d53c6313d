"""The files for programs as assets of a site, and its pages with the address of their Markdown."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.published.twins import INDEXES, TwinWriter, has_twin, twin_uri
from mkdocs_journeys.exports.whole import atlas_document, journey_document
from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.insight.scoring import ranked_pains
from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.schema import text_of
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.page import Asset, Page

API, WHOLE, SCHEMA = "api", "api/atlas.json", "api/atlas.schema.json"
LLMS, LLMS_FULL = "llms.txt", "llms-full.txt"
_HERE = "(journeys)"
"""A key that no document has."""
MOST_PAINS = 50
"""How many pains llms.txt lists, the worst first: a page lists all of them."""
_LISTED = ("journey", "persona", "pain", "opportunity", "metric", "evidence")


def api_of(site: SiteContext) -> Iterator[Asset]:
    """The atlas as JSON: whole, with its schema, and each journey at an address of its own."""
    yield Asset(WHOLE, make=partial(_whole, site.atlas))
    yield Asset(SCHEMA, make=_schema)
    for id in site.atlas.journeys:
        yield Asset(f"{API}/journeys/{id}.json", make=partial(_journey, site.atlas, id))


def _journey(atlas: Atlas, id: str) -> bytes:
    return f"{atlas.cached(_journey_text, id)}\n".encode("utf-8", "replace")


def _journey_text(atlas: Atlas, id: str) -> str:
    """A journey as it stands in the whole atlas."""
    return json.dumps(journey_document(atlas.journeys[id]), ensure_ascii=False)


def _whole(atlas: Atlas) -> bytes:
    """The atlas without what no page of a site shows: where figures come from, and where tickets go.

    Journeys, nearly all of it, are written once for both of their places.
    """
    catalog = atlas.catalog.model_copy(update={"trackers": Trackers()})
    shown = json.dumps(atlas_document(replace(atlas, catalog=catalog, measure=None), {_HERE: 0}), ensure_ascii=False)
    before, _, after = shown.partition(f'{{"{_HERE}": 0}}')
    journeys = ", ".join(f"{json.dumps(id)}: {atlas.cached(_journey_text, id)}" for id in atlas.journeys)
    return f"{before}{{{journeys}}}{after}\n".encode("utf-8", "replace")


def _schema() -> bytes:
    return text_of("atlas").encode()


def with_twins(items: Iterable[Page | Asset], site: SiteContext, site_url: str) -> Iterator[Page | Asset]:
    """The items of a site, its pages with their Markdown, which follows as assets, and llms.txt.

    Links in llms.txt begin with `site_url`, "" for none.
    """
    directory_urls = site.settings.directory_urls
    writer = TwinWriter(site.atlas, site.addresses, directory_urls)
    pages: list[Page] = []
    for item in items:
        if isinstance(item, Page) and has_twin(item):
            pages.append(item)
            yield replace(item, twin=twin_uri(item.uri, directory_urls))
        else:
            yield item
    for page in pages:
        yield Asset(twin_uri(page.uri, directory_urls), make=partial(_twin, writer, page))
    yield Asset(LLMS, make=partial(_llms, writer, site_url))
    yield Asset(LLMS_FULL, make=partial(_llms_full, writer, tuple(pages)))


def _twin(writer: TwinWriter, page: Page) -> bytes:
    return writer.text(page).encode()


def _llms(writer: TwinWriter, site_url: str) -> bytes:
    """What there is, as llmstxt.org has it: a heading, a summary, and lists of links with notes."""
    catalog = writer.atlas.catalog

    def link(name: str, uri: str, note: str) -> str:
        return f"- [{escaped_markdown(name)}]({urljoin(site_url, uri) if site_url else uri}){note}"

    summary = " ".join(writer.rich(catalog.description or "An atlas of customer journeys.", LLMS).split())
    lines = [f"# {escaped_markdown(catalog.name)}", "", f"> {summary}", ""]
    lines.append("Each link leads to the Markdown of a page. Emotions go from -2 to 2; scores of pains from 0 to 100.")
    for kind in _LISTED:
        ids = [one.pain.id for one in ranked_pains(writer.atlas)[:MOST_PAINS]] if kind == "pain" else writer.ids(kind)
        if ids:
            lines += ["", f"## {INDEXES[kind].capitalize()}", ""]
        lines += [link(writer.name_of(kind, id), writer.uri_of(kind, id), writer.note_of(kind, id)) for id in ids]
    lines += ["", "## Optional", "", link("All of it in one file", LLMS_FULL, "")]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _llms_full(writer: TwinWriter, pages: Iterable[Page]) -> bytes:
    """The Markdown of all pages of things, one after the other."""
    return "\n".join(writer.text(page) for page in pages if page.thing).encode()
