"""The files beside the pages."""

from mkdocs_journeys.site.assets import HUES, assets_of, stage_colours
from support.atlases import atlas, journey, step


def test_every_lifecycle_stage_has_a_colour_its_own_or_the_next_of_ours() -> None:
    stages = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two", "colour": "#123456"}]
    css = stage_colours(atlas(journey("buy"), stages=stages))
    assert css.splitlines()[:2] == [
        f".journeys-stage-one{{--stage:{HUES[0]}}}",
        ".journeys-stage-two{--stage:#123456}",
    ]


def test_tokens_come_before_the_rules_that_use_them() -> None:
    files = {asset.uri: asset for asset in assets_of(atlas(journey("buy", step())))}
    css = (files["assets/journeys/journeys.css"].data or b"").decode()
    assert css.index("--journeys-ink:") < css.index("var(--journeys-ink)")
    assert "pre.journeys-diagram" in css


def test_mermaid_and_our_scripts_are_there() -> None:
    uris = {asset.uri for asset in assets_of(atlas(journey("buy", step())))}
    names = ("journeys.js", "mermaid-theme.js", "vendor/mermaid.min.js", "vendor/mermaid.LICENSE")
    assert {f"assets/journeys/{name}" for name in names} <= uris
