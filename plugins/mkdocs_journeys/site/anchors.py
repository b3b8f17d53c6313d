"""The permanent ids of places on pages, and the page that each kind of thing has its place on."""

from mkdocs_journeys.atlas import Atlas

GATHERED = {
    "opportunity": "opportunities.md",
    "evidence": "evidence.md",
    "metric": "metrics.md",
    "stage": "catalog.md",
    "touchpoint": "catalog.md",
    "team": "catalog.md",
    "channel": "catalog.md",
    "segment": "catalog.md",
}
"""Kinds whose things are sections of one page, anchored `kind-ID`."""


def place_of(atlas: Atlas, kind: str, target: str) -> tuple[str, str] | None:
    """The (uri, anchor) of a thing; None for a kind without a page or an id that nothing has."""
    if kind == "journey" and target in atlas.journeys:
        return f"journeys/{target}.md", ""
    if kind == "persona" and target in atlas.personas:
        return f"personas/{target}.md", ""
    if kind == "pain" and target in atlas.hurts:
        return f"journeys/{atlas.hurts[target].home.journey.id}.md", f"pain-{target}"
    if kind in GATHERED:
        return GATHERED[kind], f"{kind}-{target.replace('/', '-')}"
    return None


def stage_anchor(number: int) -> str:
    """The anchor of a journey's stage, counted from 1."""
    return f"stage-{number}"


def step_anchor(number: int) -> str:
    """The anchor of a journey's step, counted from 1 over the whole journey."""
    return f"step-{number}"
