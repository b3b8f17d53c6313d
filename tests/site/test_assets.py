"""The files beside the pages."""

import re
from importlib.resources import files

from mkdocs_journeys.site.assets import BUNDLES, EVERYWHERE, HUES, assets_of, bundles, stage_colours
from support.atlases import atlas, journey, step

_SIDES = re.compile(
    r"(?:border|margin|padding)-(?:left|right)\b|[\s{;](?:left|right):(?! *50%)|(?:align|float): *(?:left|right)"
)


def test_every_lifecycle_stage_has_a_colour_its_own_or_the_next_of_ours() -> None:
    stages = [{"id": "one", "name": "One"}, {"id": "two", "name": "Two", "colour": "#123456"}]
    css = stage_colours(atlas(journey("buy"), stages=stages))
    assert css.splitlines()[:2] == [
        f".journeys-stage-one{{--stage:{HUES[0]}}}",
        ".journeys-stage-two{--stage:#123456}",
    ]


def test_tokens_come_before_the_rules_that_use_them() -> None:
    assets = {asset.uri: asset for asset in assets_of(atlas(journey("buy", step())))}
    css = (assets["assets/journeys/journeys.css"].data or b"").decode()
    assert css.index("--journeys-ink:") < css.index("var(--journeys-ink)")
    assert "pre.journeys-diagram" in css


def test_mermaid_and_our_scripts_are_there() -> None:
    uris = {asset.uri for asset in assets_of(atlas(journey("buy", step())))}
    names = ("journeys.js", "mermaid-theme.js", "vendor/mermaid.min.js", "vendor/mermaid.LICENSE")
    assert {f"assets/journeys/{name}" for name in names} <= uris


def test_every_style_and_script_of_ours_belongs_to_a_group_of_pages() -> None:
    folder = files("mkdocs_journeys.templates") / "assets"
    begins = (*EVERYWHERE, *(begin for group in BUNDLES.values() for begin in group))
    names = [file.name for kind in ("css", "js") for file in (folder / kind).iterdir()]
    assert [name for name in names if not name.startswith(begins) and name != "problems.css"] == []


def test_readers_load_no_comments() -> None:
    ours = [asset for asset in bundles() if asset.uri.endswith((".css", ".js"))]
    assert len(ours) > 4
    for asset in ours:
        text = (asset.data or b"").decode()
        assert text
        assert [line for line in text.splitlines() if line.startswith(("/*", " "))] == [], asset.uri


def test_a_script_in_two_bundles_runs_once() -> None:
    found = {asset.uri: (asset.data or b"").decode() for asset in bundles()}
    both = [found[f"assets/journeys/journeys-{group}.js"] for group in ("journey", "others")]
    assert all('if (!(window.journeysScripts ??= {})["changes.js"])' in text for text in both)


def test_styles_speak_of_start_and_end_and_name_a_side_for_one_direction_only() -> None:
    css = next(asset.data or b"" for asset in bundles() if asset.uri.endswith("/journeys.css")).decode()
    rules = re.findall(r"[^{}]+\{[^{}]*\}", css)
    assert len(rules) > 300
    assert [rule for rule in rules if _SIDES.search(rule) and '[dir="rtl"]' not in rule] == []
