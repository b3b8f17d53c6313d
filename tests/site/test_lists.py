"""Lists that pages of several kinds have."""

import re
from dataclasses import replace
from typing import Any

from mkdocs_journeys.model import Observation
from mkdocs_journeys.site.lists import LISTS, MOST_TILES, metric_tiles
from support.atlases import atlas, observed
from support.contexts import context


def drawn(*ids: str, rows: tuple[Observation, ...] = (), **fields: Any) -> str:
    metrics = [{"id": id, "kind": "conversion", **fields} for id in ids]
    page = context(atlas(metrics=metrics, observations={ids[0]: rows} if rows else {}))
    html = page.macro(LISTS, "metrics", metric_tiles(page, ids))
    return " ".join(re.sub(r"<(?!a |svg)[^>]*>", " ", str(html)).split())


def rates(*figures: tuple[str, float], n: float = 4000) -> tuple[Observation, ...]:
    return tuple(replace(one, n=n) for one in observed(*figures))


def test_a_tile_tells_the_last_figure_its_sample_its_change_and_its_target() -> None:
    html = drawn("paid", rows=rates(("2025-10-31", 5), ("2026-10-31", 8)), target=10)
    assert "8% <svg" in html
    assert "2026-10-31, n = 4,000 +3 points ▲ better against 2025-10-31 target 10%, 2 points to go" in html


def test_a_metric_that_has_only_figures_of_segments_or_none_says_so() -> None:
    assert "by segment" in drawn("paid", rows=observed(("2026-10-31", 5, "small")))
    assert "no figure yet" in drawn("paid")


def test_a_figure_that_is_old_is_marked() -> None:
    assert "2025-01-31, n = 4,000 old" in drawn("paid", rows=rates(("2025-01-31", 5)))
    assert " old" not in drawn("paid", rows=rates(("2026-10-31", 5)))


def test_of_many_metrics_the_first_have_tiles_and_the_others_a_name() -> None:
    ids = [f"m{number}" for number in range(MOST_TILES + 2)]
    tiles, _, others = drawn(*ids).partition("Also measured:")
    assert tiles.count("<a ") == MOST_TILES
    assert re.findall(r">([^<]*)", others) == ["M6 , ", "M7"]
