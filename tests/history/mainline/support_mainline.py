"""A repository whose atlas has changed over most of a year, and what git tells of it."""

from pathlib import Path

from mkdocs_journeys.history.mainline import RecentCache, RecentChanges
from mkdocs_journeys.history.mainline.commits import NotTold
from mkdocs_journeys.history.mainline.periods import ChangePeriod
from mkdocs_journeys.history.mainline.recent import PeriodChanges
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.repositories import Repository, repository

CATALOG = """\
format: 1
name: Ours
stages: [{id: decision, name: Decide}, {id: leaving, name: Leave}]
teams: [{id: growth, name: Growth team}, {id: care, name: Care team}]
channels: [{id: web, name: Web, kind: digital}]
touchpoints: [{id: shop, name: The shop, channel: web}]
"""
BUY, LEAVE, BACK = "journeys/maps/buy.yml", "journeys/maps/leave.yml", "journeys/maps/come-back.yml"
ANA = "journeys/personas/ana.yml"


def journey(title: str, stage: str, owner: str, *steps: str) -> str:
    """A journey of one stage."""
    lines = "\n".join(f"      - {step}" for step in steps)
    return f"title: {title}\npersonas: ana\nowner: {owner}\nstages:\n  - stage: {stage}\n    steps:\n{lines}\n"


def begun(root: Path, day: str = "2026-01-10") -> Repository:
    """A repository with two journeys in its first commit."""
    made = repository(root)
    made.write("journeys/catalog.yml", CATALOG)
    made.write(ANA, "name: Ana\n")
    made.write(BUY, journey("Buy it", "decision", "growth", "{name: Compares, emotion: 1}", "{name: Pays, emotion: 0}"))
    made.write(LEAVE, journey("Leave", "leaving", "care", "{name: Cancels, emotion: -1}"))
    made.commit(day)
    return made


def lived(root: Path) -> Repository:
    """The same with a pain in May, a worse one in September (v1), a resolved one, two commits of one day (v2)."""
    made = begun(root)
    made.edit(
        BUY, "{name: Pays, emotion: 0}", "{name: Pays, emotion: 0, pains: [{id: fees, title: Fees, severity: minor}]}"
    )
    made.commit("2026-05-10")
    made.edit(BUY, "severity: minor", "severity: major")
    made.commit("2026-09-15")
    made.git("tag", "v1")
    made.edit(BUY, "severity: major", "severity: major, status: resolved")
    made.edit(BUY, "{name: Compares, emotion: 1}", "{name: Compares, emotion: -2}")
    made.commit("2026-11-05", message="Fees are shown")
    made.write(BACK, journey("Come back", "decision", "growth", "{name: Signs in again, emotion: 2}"))
    made.commit("2026-11-20")
    made.edit(LEAVE, "title: Leave", "title: Leave for good")
    made.commit("2026-11-20", message="Another name")
    made.git("tag", "v2")
    return made


def recent(made: Repository, releases: str = "", cache: RecentCache | None = None) -> RecentChanges:
    """What git tells of the files as they are, by a cache that remembers nothing."""
    tree = worktree(made.root)
    atlas, problems = load(tree)
    assert atlas, problems
    return (cache or RecentCache()).recent(made.root, tree, atlas, releases)


def period(found: RecentChanges, name: str) -> ChangePeriod:
    """The period of so many days, or of that release."""
    return next(one for one in found.periods if name in (str(one.days), one.name))


def told(found: RecentChanges, name: str) -> PeriodChanges:
    """What changed in that period."""
    answer = found.told(period(found, name))
    assert isinstance(answer, PeriodChanges), answer
    return answer


def not_told(found: RecentChanges, name: str) -> NotTold:
    """Why nobody knows what changed in that period."""
    answer = found.told(period(found, name))
    assert isinstance(answer, NotTold), answer
    return answer


def texts(found: PeriodChanges) -> list[str]:
    """The sentences as text."""
    return [
        "".join(part if isinstance(part, str) else part.text for part in one.sentence) for one in found.changes.changes
    ]
