"""The pages of the ten maps say what the maps say: every step, path, condition, figure, quote and time."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml

from browser.support_site import once
from maps.support_maps import HERE, ten_maps
from mkdocs_journeys.model import Journey, Pain, SourcedQuote, Step
from mkdocs_journeys.model.step import by_actor
from support.builds import build_here

ATLAS = ten_maps()
SETTINGS = {
    "site_name": "Ten maps",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", "journeys"],
    "markdown_extensions": ["pymdownx.superfences"],
}
WORKED_OUT = tomllib.loads((HERE / "pages.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def site(shared_folder: Path) -> Path:
    """The site of the ten maps, built strictly, once for all test workers."""
    return once(shared_folder, "ten-maps-site", _build)


def _build(site: Path) -> None:
    project = site.with_name(f"{site.name}-project")
    shutil.copytree(HERE / "journeys", project / "journeys")
    (project / "docs").mkdir()
    (project / "docs" / "guide.md").write_text("# A page of our own\n", "utf-8")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), "utf-8")
    build_here(project, "--site-dir", str(site))


def said_on(site: Path, id: str) -> str:
    """All words of a map's page, with those for pictures, in one line."""
    html = (site / "journeys" / id / "index.html").read_text("utf-8")
    pictures = re.findall(r'\balt="([^"]*)"', html)
    text = " ".join([re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL), *pictures])
    return re.sub(r" (?=[.,;:)”])|(?<=[(“]) ", "", " ".join(unescape(text).split()))


def words_of(journey: Journey) -> Iterator[str]:
    """Every text of a map that its readers have to find."""
    yield journey.title
    yield from filter(
        None, (journey.scenario, journey.objective, journey.expectation, journey.trigger, journey.success)
    )
    yield from journey.paths.values()
    yield from (link.title for link in journey.links)
    for stage in journey.stages:
        yield ATLAS.stage_name(stage)
        yield from filter(None, (stage.goal, stage.expectation))
        yield from (figure.name for figure in stage.figures)
        for step in stage.steps:
            yield from words_of_step(step)


def words_of_step(step: Step) -> Iterator[str]:
    """Every text of a step."""
    yield from filter(None, (step.name, step.when, step.repeats, step.group, step.wait, step.policy))
    yield from (text for field in (step.thinks, step.expects) for _, text in by_actor(field))
    yield from (word for _, words in by_actor(step.feelings) for word in words)
    yield from (quote.text if isinstance(quote, SourcedQuote) else quote for quote in step.quotes)
    yield from (figure.name for figure in step.figures)
    yield from (pain.title for pain in step.pains if isinstance(pain, Pain))
    yield from (*step.gains, *step.ideas, *step.frontstage, *step.backstage, *step.support, *step.systems)
    yield from (text for texts in step.lanes.values() for text in texts)


@pytest.mark.parametrize("id", ATLAS.journeys)
def test_a_page_holds_the_words_of_its_map(site: Path, id: str) -> None:
    said = said_on(site, id)
    assert [words for words in words_of(ATLAS.journeys[id]) if words not in said] == []


@pytest.mark.parametrize("id", ATLAS.journeys)
def test_a_page_holds_what_is_worked_out(site: Path, id: str) -> None:
    said = said_on(site, id)
    assert [words for words in WORKED_OUT[id] if words not in said] == []


@pytest.mark.parametrize("id", ATLAS.journeys)
def test_a_page_has_its_sections(site: Path, id: str) -> None:
    html = (site / "journeys" / id / "index.html").read_text("utf-8")
    sections = {unescape(title).strip() for title in re.findall(r"<h2[^>]*>\s*([^<]+)", html)}
    assert "Journey map" in sections
    assert ("Pains" in sections) == (id in ATLAS.pains_of_journey)
    assert ("Opportunities" in sections) == (id in ATLAS.opportunities_of_journey)
