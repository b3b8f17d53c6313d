"""What the backlog remembers it remembers for one language."""

import json
import re

from browser.support_pains import atlas_with, world_of
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import backlog
from mkdocs_journeys.site.finishing.language import in_language
from mkdocs_journeys.site.page import Asset
from mkdocs_journeys.site.pages.pains.backlog import INDEX_URI
from mkdocs_journeys.site.pages.pains.page import pains_pages
from mkdocs_journeys.site.pages.pains.score_breakdown import pain_breakdown
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from mkdocs_journeys.translation.messages import speaking


def index_of(atlas: Atlas, language: str) -> dict[str, object]:
    items = (in_language(language, item) for item in pains_pages(world_of(atlas)))
    (index,) = (item for item in items if isinstance(item, Asset) and item.uri == INDEX_URI)
    read: dict[str, object] = json.loads(index.content)
    return read


def test_an_index_says_values_and_days_as_its_language_does() -> None:
    atlas = atlas_with(12)
    assert index_of(atlas, "en")["words"] == {"in-progress": "in progress", "wont-fix": "won’t fix"}
    pseudo, german = index_of(atlas, PSEUDO)["words"], index_of(atlas, "de")["words"]
    assert isinstance(pseudo, dict)
    assert isinstance(german, dict)
    assert pseudo["major"] == in_pseudo_letters("major")
    assert german["2026-01-11"] == "11.01.2026"
    assert "2026-01-11" not in pseudo


def test_values_that_scripts_compare_are_the_same_in_every_language() -> None:
    atlas = atlas_with(12)
    english, pseudo = index_of(atlas, "en"), index_of(atlas, PSEUDO)
    same = ("scales", "journeys", "stages", "personas", "teams", "places")
    assert [english[name] for name in same] == [pseudo[name] for name in same]


def test_how_a_score_came_about_is_remembered_for_each_language() -> None:
    (item, *_) = backlog(atlas_with(1))
    english = pain_breakdown(item.score)
    with speaking(PSEUDO):
        texts = [text for term in pain_breakdown(item.score) for text in (term.name, term.words)]
    assert not any(re.search("[A-Za-z]{2,}", text) for text in texts)
    with speaking("de"):
        assert pain_breakdown(item.score)[-1].words.endswith("1")
    assert pain_breakdown(item.score) == english


def test_a_factor_has_the_decimal_point_of_the_language() -> None:
    (scored,) = (item for item in backlog(atlas_with(4)) if item.pain.believed == "inferred")
    with speaking("de"):
        assert pain_breakdown(scored.score)[-1].words.endswith("0,8")
