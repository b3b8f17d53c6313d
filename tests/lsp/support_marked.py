"""Texts with a bar where the cursor is, and small atlases from texts."""

from collections.abc import Mapping
from datetime import date

from mkdocs_journeys.load import FileRole, Loader
from mkdocs_journeys.lsp.answers.proposals import Proposal, Request, proposals_for
from mkdocs_journeys.lsp.state.things import Snapshot, snapshot_after
from mkdocs_journeys.lsp.text.cursor import Cursor, cursor_at
from mkdocs_journeys.sources.tree import Tree

BAR = "|"
DAY = date(2026, 10, 2)
CATALOG = """\
format: 1
stages:
  - {id: awareness, name: Awareness}
  - {id: decision, name: Decision}
channels:
  - {id: web, name: Website, kind: digital}
touchpoints:
  - {id: pricing-page, name: Pricing page, channel: web}
  - {id: sign-up-form, name: Sign-up form, channel: web}
teams:
  - {id: growth, name: Growth}
metrics:
  - {id: nps, name: Net promoter score, kind: nps}
  - {id: visits, name: Visits, kind: count}
lanes:
  - {id: regulation, name: Regulation}
"""
SMALL = {
    "journeys/catalog.yml": CATALOG,
    "journeys/personas/ana.yml": "name: Ana\ngoals: [Be home by six]\n",
    "journeys/personas/tom.yml": "name: Tom\n",
    "journeys/evidence/interviews.yml": (
        "title: Talks\ndate: 2026-05-01\nfindings:\n  - {id: fees, text: Too dear}\n  - {id: calls, text: No calls}\n"
    ),
    "journeys/opportunities/one-price.yml": "title: How might we show one price?\npains: [hidden-fees]\n",
    "journeys/maps/buy.yml": (
        "title: Buy it\npersonas: ana\nstages:\n  - stage: decision\n    steps:\n"
        "      - name: Compares the plans\n        id: compare\n        touchpoint: pricing-page\n"
        "        pains:\n          - id: hidden-fees\n            title: The price shows late\n"
        "            severity: major\n"
        "      - name: Pays\n        touchpoint: pricing-page\n        leads_to: [compare]\n"
    ),
}
"""A small atlas without a mistake."""


MEASURED = SMALL | {
    "journeys/measure.yml": (
        "format: 1\nsources:\n  - {id: product, preset: mixpanel, files: exports/*.jsonl}\n"
        "counts:\n  - {metric: visits, source: product, event: seen}\n"
        "journeys:\n  - journey: buy\n    source: product\n    goal: paid\n    window: 30 d\n"
        "    steps: {compare: seen}\n"
    ),
}
"""The small atlas with figures that are measured."""


def snapshot_of(files: Mapping[str, str]) -> Snapshot:
    """An atlas of these files, as it is once it is loaded."""
    tree = Tree({path: text.encode() for path, text in files.items()}, frozenset({"journeys/assets/plans.png"}))
    loader = Loader()
    atlas, _ = loader.load(tree)
    return snapshot_after(Snapshot(), tree, loader.parsed, atlas)


def unmarked(marked: str) -> tuple[str, int]:
    """The text without its bar, and where that was."""
    return marked.replace(BAR, "", 1), marked.index(BAR)


def cursor_in(marked: str) -> Cursor:
    """The cursor at the bar."""
    return cursor_at(*unmarked(marked))


def role_of_kind(kind: str) -> FileRole:
    """A file of a kind that no atlas has."""
    folders = {"journey": "maps", "persona": "personas", "opportunity": "opportunities", "evidence": "evidence"}
    if kind in ("catalog", "measure"):
        return FileRole(f"journeys/{kind}.yml", kind, kind)
    return FileRole(f"journeys/{folders[kind]}/new.yml", kind, "new")


def proposed(marked: str, snapshot: Snapshot, kind: str = "journey") -> list[Proposal]:
    """What is proposed at the bar in a file of a kind."""
    text, offset = unmarked(marked)
    return proposals_for(Request(cursor_at(text, offset), text, role_of_kind(kind), snapshot, DAY)).items


def labels(marked: str, snapshot: Snapshot, kind: str = "journey") -> list[str]:
    """The labels of what is proposed at the bar."""
    return [one.label for one in proposed(marked, snapshot, kind)]
