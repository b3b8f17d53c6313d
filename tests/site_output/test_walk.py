"""A walk over all references of an atlas: what names a thing leads to its page, and that page to all that names it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.references import KIND_MEANT, Slot, slots_of
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.addresses import address_of, served_at
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.vocabulary import DOCUMENTS, PAGE_FOLDERS
from site_output.support_output import HERE, Document, read_html
from support.contexts import html_of
from support.contexts import site as site_of
from support.references import Naming, Thing, namings_of

WITHOUT_PAGE = {
    "lane": "is a row of the maps",
    "path": "is a way through the map of its journey",
    "source": "is of those who measure, and its address is in the environment",
    "step": "stands on the page of its journey, which has an anchor for it",
}
"""Kinds of things that fields name and that have no page, with what they are instead."""
WITHOUT_LINK = {
    ("catalog.description", ""): "it stands on the home page, and things do not lead there but by the site's own title",
    ("measure", ""): "no reader asks for the file of definitions; pages of metrics say what it brings",
    ("journey.evidence", "finding"): "the list of studies at the end of a journey leads to the study",
}
"""Namings that need no link, by the start of the field and the kind that is named, "" for any."""
FILTERED = {("team", "pain"): ("pains/index.html", "team")}
"""What leads to a filtered list of what names it: the page of the list, and the parameter that holds its id."""
Links = Mapping[str, frozenset[tuple[str, str, str]]]
"""The links of each page, as the file, the parameters and the anchor."""


def links_of(pages: Iterable[Document]) -> Links:
    return {page.path: frozenset(_targets(page)) for page in pages}


def _targets(page: Document) -> Iterator[tuple[str, str, str]]:
    for value in {one.value for one in page.addresses if (one.tag, one.attribute) == ("a", "href")}:
        parts = urlsplit(urljoin(HERE + page.path, value))
        yield f"{parts.path.lstrip('/')}{'index.html' if parts.path.endswith('/') else ''}", parts.query, parts.fragment


def place_of(atlas: Atlas, thing: Thing) -> tuple[str, str] | None:
    """The file of the page of a thing and its anchor there; None for a kind without pages."""
    kind, id = thing
    if kind == "catalog":
        return "catalog/index.html", ""
    address = address_of(atlas, "evidence" if kind == "finding" else kind, id)
    return (f"{served_at(address[0], True)}index.html", address[1]) if address else None


def excuse(one: Naming) -> bool:
    """Whether a naming stands in one of the tables above."""
    exempt = any(one.field.startswith(field) and kind in (one.named[0], "") for field, kind in WITHOUT_LINK)
    return exempt or one.named[0] in WITHOUT_PAGE


def lost(atlas: Atlas, namings: Iterable[Naming], links: Links) -> list[str]:
    """A line for each naming without its link, or without the link back."""
    lines = []
    for one in namings:
        if excuse(one):
            continue
        here, there = place_of(atlas, one.by), place_of(atlas, one.named)
        assert here and there, one
        if here[0] == there[0]:
            continue
        if not any(file == there[0] and there[1] in ("", anchor) for file, _query, anchor in links[here[0]]):
            lines.append(f"{one.field}: {one.by} does not lead to {one.named}")
        if not leads_back(one, here[0], links[there[0]]):
            lines.append(f"{one.field}: {one.named} does not lead back to {one.by}")
    return lines


def leads_back(one: Naming, here: str, links: Iterable[tuple[str, str, str]]) -> bool:
    list_of, parameter = FILTERED.get((one.named[0], one.by[0]), ("", ""))
    return any(
        file == here or (file == list_of and (parameter, one.named[1]) in parse_qsl(query))
        for file, query, _anchor in links
    )


@pytest.fixture(scope="module")
def every_reference() -> Tree:
    """A small atlas in which each field of the format that can name a thing does so."""
    return worktree(Path(__file__).parent / "every_reference")


def fields_with_names(kind: str) -> set[tuple[str, str]]:
    """The fields of a kind of file that can hold ids, as `Naming.field` has them, each with the kind that it names."""

    def below(slot: Slot, path: str) -> Iterator[tuple[str, str]]:
        if slot.kind and slot.kind != "asset":
            yield path, KIND_MEANT.get(slot.kind, "step" if slot.kind == "next" else slot.kind)
        for inner in (slot.items, slot.keys, slot.values):
            if inner:
                yield from below(inner, path)
        for name, inner in slot.fields.items():
            yield from below(inner, f"{path}.{name}")

    return {found for name, slot in slots_of(MODELS[kind]).items() for found in below(slot, f"{kind}.{name}")}


@pytest.mark.parametrize("site", ["example"], indirect=True)
def test_all_that_is_named_in_the_example_has_its_link_and_a_link_back(
    site: Path, pages: list[Document], repository_root: Path
) -> None:
    tree = worktree(repository_root)
    atlas, _problems = load(tree)
    assert atlas
    namings = list(namings_of(tree))
    assert len(namings) > 1_000
    assert lost(atlas, namings, links_of(pages)) == []


def test_whatever_a_field_can_name_has_its_link_and_a_link_back(every_reference: Tree) -> None:
    atlas, problems = load(every_reference)
    assert atlas, problems
    made = [page for page in items_of(site_of(atlas)) if isinstance(page, Page)]
    pages = [read_html(f"{served_at(page.uri, True)}index.html", html_of(page)) for page in made]
    assert lost(atlas, namings_of(every_reference), links_of(pages)) == []


def test_the_small_atlas_names_something_in_every_field_that_can(every_reference: Tree) -> None:
    named = {(one.field, one.named[0]) for one in namings_of(every_reference)}
    for kind in ("catalog", *DOCUMENTS):
        wanted = fields_with_names(kind)
        assert wanted
        missing = {
            (path, kind)
            for path, kind in wanted
            if not any(kind == other and f"{field}.".startswith(f"{path}.") for field, other in named)
        }
        assert missing == set(), "name something there in site_output/every_reference, so that the walk looks at it"


def test_every_kind_that_is_excused_has_no_page() -> None:
    assert not WITHOUT_PAGE.keys() & PAGE_FOLDERS.keys()
