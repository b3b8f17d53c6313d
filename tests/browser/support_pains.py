"""Atlases with as many pains as a test needs, without any file."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from markupsafe import escape

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog, Evidence, Journey, Opportunity, Persona
from mkdocs_journeys.site.addresses import links_from, served_at
from mkdocs_journeys.site.assets import assets_of
from mkdocs_journeys.site.context import SiteContext, SiteSettings
from mkdocs_journeys.site.finishing.language import in_language
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from mkdocs_journeys.site.pages.pains.page import pains_pages
from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.translation.messages import speaking

TODAY = date(2026, 11, 22)
HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"> {{ 7*7 }} & 'quoted'"
OUTLINES = """rows => rows.map(row => {
  const outline = node => node.nodeType === Node.TEXT_NODE ? node.textContent : [
    node.tagName,
    [...node.attributes].map(a => `${a.name}=${a.value}`).sort(),
    [...node.childNodes].filter(n => n.nodeType !== Node.TEXT_NODE || n.textContent.trim()).map(outline),
  ];
  return JSON.stringify(outline(row));
})"""
"""Each row as its elements, attributes and texts, whatever white space stands between elements."""

SEVERITIES = ("critical", "major", "minor", "cosmetic", None)
FREQUENCIES = ("always", "often", "sometimes", "rare")
IMPACTS = ("high", None, "critical", "medium", "low")
STATUSES = ("open", "open", "accepted", "in-progress", "open", "resolved", "wont-fix")
CONFIDENCES = ("validated", None, "inferred", "assumed")
OWNERS = ("growth", "support", None)
PAINS_IN_A_STEP = 5


def pain(number: int, **given: object) -> dict[str, object]:
    """The YAML of one pain, each number another mix of words."""
    status = STATUSES[number % len(STATUSES)]
    values: dict[str, object] = {
        "id": f"pain-{number}",
        "title": f"Number {number} goes wrong",
        "severity": SEVERITIES[number % 5],
        "frequency": FREQUENCIES[number % 4],
        "impact": IMPACTS[number * 3 % 5],
        "status": status,
        "confidence": CONFIDENCES[number % 4],
        "owner": OWNERS[number % 3],
        "since": f"2026-0{1 + number % 9}-11",
        "resolved": "2026-10-01" if status == "resolved" else None,
        "evidence": ["interviews/slow"] if number % 3 == 0 else [],
        "cost": {"low": 200 * number, "high": 500 * number, "unit": "EUR", "per": "month"} if number % 7 == 1 else None,
    }
    return {name: value for name, value in (values | given).items() if value is not None}


def journey(id: str, persona: str, pains: list[dict[str, object] | str]) -> Journey:
    """A journey with two stages; its steps hold five pains each."""
    starts = range(0, max(1, len(pains)), PAINS_IN_A_STEP)
    groups = [pains[start : start + PAINS_IN_A_STEP] for start in starts]
    steps = [{"name": f"Takes step {n}", "pains": group} for n, group in enumerate(groups, 1)]
    half = (len(steps) + 1) // 2
    stages = [{"stage": "buy", "steps": steps[:half]}]
    if steps[half:]:
        stages.append({"stage": "use", "name": "Work with it", "steps": steps[half:]})
    title = f"Journey {id}"
    return Journey.model_validate(
        {"id": id, "path": f"journeys/maps/{id}.yml", "title": title, "personas": persona, "stages": stages}
    )


def atlas_of(*journeys: Journey, **opportunities: dict[str, object]) -> Atlas:
    """An atlas with two teams, two stages, two personas and one study."""
    catalog = {
        "id": "catalog",
        "path": "journeys/catalog.yml",
        "format": 1,
        "stages": [{"id": "buy", "name": "Buy"}, {"id": "use", "name": "Use"}],
        "teams": [{"id": "growth", "name": "Growth"}, {"id": "support", "name": "Support & care"}],
    }
    study = {
        "id": "interviews",
        "path": "journeys/evidence/interviews.yml",
        "title": "Twelve interviews",
        "kind": "interview",
        "date": "2026-06-01",
        "findings": [{"id": "slow", "text": "It takes a week"}],
    }
    folder = "journeys/personas"
    personas = [{"id": id, "name": id.title(), "path": f"{folder}/{id}.yml"} for id in ("maya", "tom")]
    return Atlas(
        Catalog.model_validate(catalog),
        {item.id: item for item in journeys},
        {str(item["id"]): Persona.model_validate(item) for item in personas},
        {
            id: Opportunity.model_validate({"id": id, "path": f"journeys/opportunities/{id}.yml", **values})
            for id, values in opportunities.items()
        },
        {"interviews": Evidence.model_validate(study)},
    )


def atlas_with(count: int) -> Atlas:
    """An atlas with so many pains in journeys of 40 each; the first hurts in the first two journeys."""
    made: list[dict[str, object] | str] = [pain(number) for number in range(count)]
    groups = [made[start : start + 40] for start in range(0, count, 40)]
    if len(groups) > 1:
        groups[1] = [*groups[1], "pain-0"]
    return atlas_of(*(journey(f"j{n}", ("maya", "tom")[n % 2], group) for n, group in enumerate(groups)))


def world_of(atlas: Atlas, directory_urls: bool = True) -> SiteContext:
    """The site of an atlas on a fixed day."""
    return SiteContext(atlas, SiteSettings(TODAY, directory_urls), environment())


def write_backlog(
    folder: Path,
    atlas: Atlas,
    language: str = "en",
    kinds: Sequence[Callable[[SiteContext], Iterable[Page | Asset]]] = (pains_pages, opportunities_pages),
) -> Path:
    """The backlog, the opportunities, our styles and scripts as plain files in a folder; gives the folder."""
    site = world_of(atlas)
    with speaking(language):
        pages = [page for pages in kinds for page in pages(site)]
    for item in (*(in_language(language, page) for page in pages), *assets_of(atlas)):
        if isinstance(item, Page):
            _write(folder / served_at(item.uri, True) / "index.html", _document(item, language).encode())
        elif item.path is None:
            _write(folder / item.uri, item.content)
    return folder


def _document(page: Page, language: str) -> str:
    base = links_from(page.uri).base
    sections = (f"<h{s.level} id={s.anchor}>{escape(s.title)}</h{s.level}>{s.html}" for s in page.sections)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(page.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{base}assets/journeys/journeys.css">'
        "<style>html { font-size: 125% }</style>"
        f'<script defer src="{base}assets/journeys/journeys.js"></script></head>'
        '<body class="md-typeset" data-md-color-scheme="default">'
        f"<main>{''.join(sections)}</main></body></html>"
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
