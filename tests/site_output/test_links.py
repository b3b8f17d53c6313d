"""Every link and anchor of the built pages leads somewhere, and nothing is loaded from another host."""

import json
from collections import Counter
from pathlib import Path

from site_output.support_output import (
    Address,
    Document,
    addresses_in_css,
    is_elsewhere,
    is_page_address,
    target,
)


def dead(site: Path, ids: dict[str, set[str]], page: Document) -> list[str]:
    """The addresses in a page that lead to no file of the site, or to no id in it."""
    return [
        f"{page.path}: {address}"
        for address in page.addresses
        if is_page_address(address.value) and not leads_somewhere(site, ids, page.path, address.value)
    ]


def leads_somewhere(site: Path, ids: dict[str, set[str]], path: str, value: str) -> bool:
    """Whether there is such a file and, if it is a page, such an id: an image's fragment is a mark for themes."""
    found = target(site, path, value)
    if found is None:
        return False
    name, anchor = found
    return not anchor or name not in ids or anchor in ids[name]


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(site: Path, pages: list[Document]) -> None:
    ids = {page.path: set(page.ids) for page in pages}
    assert [line for page in pages for line in dead(site, ids, page)] == []


def test_no_id_stands_twice_or_is_empty_on_a_page(pages: list[Document]) -> None:
    twice = {page.path: [id for id, count in Counter(page.ids).items() if count > 1 or not id] for page in pages}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_pages_load_nothing_from_another_host(pages: list[Document]) -> None:
    def is_loaded(address: Address) -> bool:
        return (address.tag, address.attribute) != ("a", "href") and is_elsewhere(address.value)

    assert [f"{page.path}: {address}" for page in pages for address in page.addresses if is_loaded(address)] == []


def test_stylesheets_load_only_files_of_the_site(site: Path) -> None:
    sheets = addresses_in_css(site)
    assert any(path.endswith("journeys.css") for path in sheets)
    wrong = [
        f"{path}: {address}"
        for path, addresses in sheets.items()
        for address in addresses
        if not address.value.startswith(("data:", "#"))
        and (is_elsewhere(address.value) or target(site, path, address.value) is None)
    ]
    assert wrong == []


def test_our_html_needs_no_inline_styles(pages: list[Document]) -> None:
    assert {page.path: page.styled for page in pages if page.styled} == {}


def test_everything_that_search_finds_is_there(site: Path, pages: list[Document]) -> None:
    ids = {page.path: set(page.ids) for page in pages}
    entries = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    locations = [str(entry["location"]) for entry in entries]
    assert len(locations) == len(set(locations))
    assert any("#step-" in location for location in locations)
    assert [each for each in locations if not leads_somewhere(site, ids, "", each)] == []
