"""Comments to look at: of the twelve edits, of many files, of a first pull request, and of a head with mistakes."""

from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.reports.comment.links import CommentLinks
from mkdocs_journeys.reports.document import (
    ChangeItem,
    DiffDocument,
    FilePosition,
    JourneyPart,
    PainPart,
    TeamPart,
)
from mkdocs_journeys.reports.markdown import format_diff
from mkdocs_journeys.sources.worktree import worktree
from reports.support_documents import ACCEPTED, document, item, mistake

ROOT = Path(__file__).resolve().parents[2]
LINKS = CommentLinks(
    repository="https://github.com/brackenboard-example/atlas",
    number=12,
    commit="4f1c9e07b2" * 4,
    base="9a7d3b60c5" * 4,
    preview="https://preview.example.com/12/",
)
MEANINGS = ("worse", "look", "better", "editorial", "worse")
NOTHING = Catalog.model_validate({"format": 1, "id": "catalog", "path": "journeys/catalog.yml"})


def comments() -> dict[str, str]:
    """Each comment by its name."""
    return {
        "twelve-edits": (ROOT / "tests/reports/comment.md").read_text("utf-8"),
        "many-files": format_diff(of_many_files(300), links=LINKS),
        "first": format_diff(of_first_journeys(), links=LINKS),
        "broken": format_diff(of_broken_head(), links=LINKS),
    }


def of_many_files(count: int) -> DiffDocument:
    """So many journeys with five changes of every meaning each, and twenty teams."""
    changes: list[ChangeItem] = []
    parts: list[JourneyPart] = []
    meanings = ("worse", "look", "better", "editorial", "worse")
    for number in range(count):
        place = FilePosition(file=f"journeys/maps/group/journey-{number}.yml", line=20, column=5)
        found = [
            item(
                number * 10 + at, judgement=one, head=place, base=place, sentence=f"*{'Waits for long ' * 6}* is {one}"
            )
            for at, one in enumerate(meanings)
        ]
        changes += found
        title = f"Find out whether number {number} is worth paying for"
        parts.append(
            JourneyPart(id=f"j-{number}", title=title, changes=tuple(one.fingerprint for one in found), steps=())
        )
    teams = [
        TeamPart(
            id=f"team-{at}", name=f"Team {at}", handle=None, changes=tuple(one.fingerprint for one in changes[at::20])
        )
        for at in range(20)
    ]
    pains = tuple(PainPart(id=f"pain-{at}", title="x", severity="major") for at in range(100))
    return DiffDocument(format=1, changes=tuple(changes), journeys=tuple(parts), teams=tuple(teams), pains=pains)


def of_first_journeys() -> DiffDocument:
    """The example atlas where there was nothing before."""
    atlas, _ = load(worktree(ROOT))
    assert atlas
    return document(Atlas(catalog=NOTHING), atlas).model_copy(update={"absent": "base"})


def of_broken_head() -> DiffDocument:
    """Two changes, one of which was accepted, beside files that cannot be read."""
    changes = (
        item(1),
        item(2, sentence="*Gets the keys*: waits for *3 days* instead of *1 day*", acknowledged=ACCEPTED),
    )
    part = JourneyPart(id="buy", title="Buy it", changes=tuple(one.fingerprint for one in changes), steps=())
    wrong = (
        mistake(),
        mistake(file="journeys/catalog.yml", line=31, message="This list has two teams with the id 'sales'.", hint=""),
        mistake("base", file="journeys/pains/old.yml"),
    )
    return DiffDocument(format=1, changes=changes, journeys=(part,), problems=wrong)
