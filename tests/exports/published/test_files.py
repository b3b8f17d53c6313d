"""What a site has for programs: JSON, llms.txt, and its pages as Markdown."""

import json
import re
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator

from exports.support_drawn import HOSTILE, atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.published.files import api_of, with_twins
from mkdocs_journeys.exports.published.folder import llms_folder
from mkdocs_journeys.exports.published.twins import twin_uri
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.whole import whole_atlas
from mkdocs_journeys.imports.outline import understood
from mkdocs_journeys.load import load
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.sources.worktree import worktree
from support.atlases import atlas, catalog, evidence, journey, observed, opportunity, pain, persona, step
from support.budgets import examples

LINK = re.compile(r"(?<!\\)\]\(([^)\s]*)\)")


def site_of(of: Atlas, *, directory_urls: bool = True) -> SiteContext:
    settings = SiteSettings(today=date(2026, 11, 1), directory_urls=directory_urls)
    return SiteContext(of, settings, environment())


def twins_of(of: Atlas, *, directory_urls: bool = True, site_url: str = "") -> dict[str, str]:
    """The files that follow the pages, by uri."""
    site = site_of(of, directory_urls=directory_urls)
    pages = [item for item in items_of(site) if isinstance(item, Page)]
    items = list(with_twins(pages, site, site_url))[len(pages) :]
    return {item.uri: item.content.decode() for item in items if isinstance(item, Asset)}


def api(of: Atlas) -> dict[str, bytes]:
    return {item.uri: item.content for item in api_of(site_of(of))}


FULL = atlas(
    journey(
        "buy",
        step("Compares", emotion=-1, pains=[pain("dear", title="Too dear", severity="major", cause="VAT comes late")]),
        title="Buy",
        evidence=["interviews/fees"],
        notes="As [Maya](persona:maya) <b>said</b>",
    ),
    persona("maya", role="Buyer", goals=["Knows the price", "Sleeps"]),
    opportunity(
        "faster",
        title="How might we be faster?",
        pains=["dear"],
        owner="growth",
        solutions=[{"id": "a", "name": "A counter", "experiment": {"kind": "ab-test", "decision": "adopt"}}],
    ),
    evidence("interviews", title="Talks", n=12, findings=[{"id": "fees", "text": "Just tell me"}]),
    metrics=["visits"],
    observations={"visits": observed(("2026-01-01", 3), ("2026-02-01", 4.5))},
)


def test_a_page_says_where_its_markdown_is_and_others_say_nothing() -> None:
    site = site_of(FULL)
    pages = {page.uri: page.twin for page in with_twins(items_of(site), site, "") if isinstance(page, Page)}
    assert pages["journeys/buy.md"] == "journeys/buy/index.md"
    assert pages["index.md"] == "index.md"
    assert {uri for uri, twin in pages.items() if not twin} <= {
        "health.md",
        "health/rules.md",
        "changes.md",
        "board.md",
        "compare.md",
        "outcomes.md",
        "what-changed.md",
        "findings.md",
        "traceability.md",
    }


@pytest.mark.parametrize(
    ("uri", "pretty", "plain"),
    [
        ("index.md", "index.md", "index.md"),
        ("atlas.md", "atlas/index.md", "atlas.md"),
        ("journeys/buy.md", "journeys/buy/index.md", "journeys/buy.md"),
        ("stages/index/index.md", "stages/index/index.md", "stages/index/index.md"),
    ],
)
def test_markdown_stands_beside_its_page(uri: str, pretty: str, plain: str) -> None:
    assert (twin_uri(uri, True), twin_uri(uri, False)) == (pretty, plain)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_to_a_file_that_is_there(directory_urls: bool) -> None:
    of, _ = load(worktree(Path(__file__).parents[3]))
    assert of
    found = twins_of(of, directory_urls=directory_urls)
    for uri, text in found.items():
        for link in LINK.findall(text) if uri != "llms-full.txt" else ():
            assert re.match(r"https?:", link) or normpath(join(dirname(uri), link)) in found, f"{uri}: {link}"


def test_the_markdown_of_a_journey_has_its_table_and_is_imported_again() -> None:
    text = twins_of(FULL)["journeys/buy/index.md"]
    assert text.startswith("# Buy\n")
    assert "- [Too dear](../../pains/dear/index.md): major, open, score " in text
    assert "VAT comes late" in text
    assert "As [Maya](../../personas/maya/index.md) &lt;b>said&lt;/b>" in text
    (draft,) = understood(text.encode(), "index.md", {}).journeys
    assert [one.name for one in draft.stages[0].steps] == ["Compares"]


def test_the_markdown_of_a_thing_has_its_fields_and_what_names_it() -> None:
    found = twins_of(FULL)
    assert found["personas/maya/index.md"].splitlines() == [
        *("# Maya", "", "- Role: Buyer", "- Goals: Knows the price, Sleeps", "", "## Journeys", ""),
        "- [Buy](../../journeys/buy/index.md): Maya, 1 open pain, live",
    ]
    opportunity_ = found["opportunities/faster/index.md"]
    assert "- Owner: [Growth](../../teams/growth/index.md)" in opportunity_
    assert "- Pains: [Too dear](../../pains/dear/index.md)" in opportunity_
    assert "  - A counter\n    - Experiment\n      - Kind: ab-test\n      - Decision: adopt" in opportunity_
    assert "| 2026-02-01 | 4.5 |  |" in found["metrics/visits/index.md"]
    assert "step 1: Compares" in found["pains/dear/index.md"]


def test_llms_txt_is_a_heading_a_summary_and_lists_of_links() -> None:
    lines = twins_of(FULL)["llms.txt"].splitlines()
    assert lines[0].startswith("# ")
    assert lines[2] == "> An atlas of customer journeys."
    heads = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert heads == ["Journeys", "Personas", "Pains", "Opportunities", "Metrics", "Evidence", "Optional"]
    assert all(re.fullmatch(r"- \[.+\]\([^)]+\)(: .+)?", line) for line in lines if line.startswith("- "))
    assert "- [Buy](journeys/buy/index.md): Maya, 1 open pain, live" in lines


def test_links_of_llms_txt_begin_with_the_address_of_the_site() -> None:
    text = twins_of(FULL, site_url="https://example.com/cx/")["llms.txt"]
    assert "(https://example.com/cx/journeys/buy/index.md)" in text
    assert "(https://example.com/cx/llms-full.txt)" in text


def test_llms_full_has_each_thing_once() -> None:
    text = twins_of(FULL)["llms-full.txt"]
    heads = [line for line in text.splitlines() if line.startswith("# ")]
    assert len(set(heads)) == len(heads)
    assert {"# Buy", "# Maya", "# Too dear", "# How might we be faster?", "# Talks"} <= set(heads)


@settings(max_examples=examples(10))
@given(atlases())
def test_hostile_texts_make_no_link_no_html_and_the_same_bytes_again(of: Atlas) -> None:
    found = twins_of(of)
    assert found == twins_of(of)
    for text in found.values():
        assert not re.search(r"(?<!\\)<(?!br>|!-- journeys: )", text)
        assert all("javascript" not in link for link in LINK.findall(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_one_heading(text: str) -> None:
    of = atlas(journey("j", step(), title=text), opportunity("faster", title=text))
    found = twins_of(of)
    for uri in ("journeys/j/index.md", "opportunities/faster/index.md"):
        assert [line[:2] for line in found[uri].splitlines() if line.startswith("#")][:1] == ["# "]


def test_the_json_is_the_whole_atlas_and_each_journey_as_it_stands_there() -> None:
    of, _ = load(worktree(Path(__file__).parents[3]))
    assert of
    found = api(of)
    whole = json.loads(found["api/atlas.json"])
    exported = json.loads(whole_atlas(of, selected(of)))
    exported.pop("measure")
    exported["catalog"].pop("trackers", None)
    assert whole == exported
    assert {uri for uri in found if uri.startswith("api/journeys/")} == {
        f"api/journeys/{id}.json" for id in of.journeys
    }
    for id, document in whole["journeys"].items():
        assert json.loads(found[f"api/journeys/{id}.json"]) == document
    schema = json.loads(found["api/atlas.schema.json"])
    assert [error.json_path for error in Draft7Validator(schema).iter_errors(whole)] == []


def test_where_tickets_go_is_nobody_else_s_business() -> None:
    of = atlas(journey("j"), trackers={"jira": {"url": "https://internal.example.com", "pain_type": "Bug"}})
    assert b"internal.example.com" in whole_atlas(of, selected(of))
    for text in (*(data.decode() for data in api(of).values()), *twins_of(of).values()):
        assert "internal.example.com" not in text


def test_the_json_of_an_atlas_without_journeys_is_sound() -> None:
    assert json.loads(api(Atlas(catalog(name='"(journeys)": 0')))["api/atlas.json"])["journeys"] == {}


def test_a_folder_has_what_a_site_has() -> None:
    assert {path: content.decode() for path, content in llms_folder(FULL).items()} == twins_of(FULL)
