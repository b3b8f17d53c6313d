"""Whose figures are counted in another way: those of a definition, of a source, or all of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.measuring import counted_anew
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree

GOOD = Path(__file__).parents[1] / "load" / "good"
MEASURE = """\
format: 1
sources:
  - {id: product, preset: mixpanel, files: exports/*.jsonl}
  - {id: survey, preset: delighted, files: exports/survey.csv}
counts:
  - {metric: site-visits, source: product, event: seen}
scores:
  - {metric: nps, source: survey, score: nps}
"""


def atlas(measure: str = "", **texts: str) -> Atlas:
    tree = worktree(GOOD)
    files = {f"journeys/metrics/{metric}.csv": text.encode() for metric, text in texts.items()}
    files |= {"journeys/measure.yml": measure.encode()} if measure else {}
    found, problems = load(replace(tree, files=dict(sorted((tree.files | files).items()))))
    assert found, problems
    return found


def anew(old: str, new: str) -> set[str]:
    found = Comparison(atlas(old), atlas(new))
    return set(counted_anew(found.differences, found.old, found.new))


@pytest.mark.parametrize(
    ("old", "new", "metrics"),
    [
        ("event: seen", "event: viewed", {"site-visits"}),
        ("survey.csv", "answers.csv", {"nps"}),
        ("format: 1", "format: 1\ntime_zone: Europe/Berlin", {"site-visits", "nps"}),
        ("  - {metric: nps, source: survey, score: nps}", "  []", {"nps"}),
        ("format: 1", "# The figures of the shop.\nformat: 1", set()),
        ("scores:", "comments: [{evidence: said, title: What people write, source: survey}]\nscores:", set()),
        ("event: seen", "event: [seen]", set()),
        ("event: seen", "event: {event: seen}", set()),
    ],
)
def test_what_changes_how_a_figure_is_counted(old: str, new: str, metrics: set[str]) -> None:
    assert anew(MEASURE, MEASURE.replace(old, new)) == metrics
    assert anew(MEASURE.replace(old, new), MEASURE) == metrics


def test_what_comes_to_be_measured_was_counted_in_another_way() -> None:
    found = Comparison(atlas(), atlas(MEASURE))
    assert [change.text for change in found.changes] == ["New file of definitions: *measure.yml*"]
    assert counted_anew(found.differences, found.old, found.new) == {"site-visits", "nps"}


def test_a_figure_that_is_counted_in_another_way_says_so_and_is_to_be_looked_at() -> None:
    rows = "date,value\n2026-01-31,800\n"
    old = atlas(MEASURE, **{"site-visits": rows})
    new = atlas(MEASURE.replace("event: seen", "event: viewed"), **{"site-visits": rows + "2026-02-28,900\n"})
    (figure,) = (change for change in Comparison(old, new).changes if change.entity == "figure")
    assert figure.text.endswith("up 100; how it is counted changed")
    assert figure.judgement == "look"
    (as_before,) = Comparison(old, atlas(MEASURE, **{"site-visits": rows + "2026-02-28,900\n"})).changes
    assert as_before.text.endswith("up 100")
    assert as_before.judgement == "editorial"


def test_a_study_of_comments_that_gets_another_id_is_told_once() -> None:
    said = "format: 1\nsources:\n  - {id: survey, preset: delighted, files: a.csv}\ncomments:\n"
    comments = "  - {evidence: %s, title: What people write, source: survey}\n"
    study = b"title: What people write\nkind: survey\ndate: 2026-10-31\nfindings: [{id: one, text: Too dear}]\n"

    def named(id: str) -> Atlas:
        files = {f"journeys/evidence/{id}.yml": study, "journeys/measure.yml": (said + comments % id).encode()}
        tree = worktree(GOOD)
        found, problems = load(replace(tree, files=dict(sorted((tree.files | files).items()))))
        assert found, problems
        return found

    assert [change.text for change in Comparison(named("said"), named("written")).changes] == [
        "*What people write* (study) has the id written instead of said: links to the old id break"
    ]
