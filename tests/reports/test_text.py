"""Reports for a terminal."""

import re

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.reports.text import check_summary, format_diff, format_line, format_problem
from reports.support_hostile import atlas
from reports.support_outcomes import CLEAN, FILES, PLAIN, many
from support.atlases import atlas as small_atlas
from support.atlases import observed

COLOURS = re.compile("\x1b\\[(?:0|1|3[1-6])m")
"""The only escapes that a report may hold."""


def lines(comparison: Comparison) -> list[str]:
    return [COLOURS.sub("", line) for line in format_diff(comparison.changes, comparison)]


def test_every_change_has_a_line_with_its_judgement_its_place_and_its_fingerprint() -> None:
    comparison = Comparison(atlas("x", later=False), atlas("x", later=True))
    found = lines(comparison)
    assert found[0] == "x later (buy)"
    for change in comparison.changes:
        end = f"({change.head}) {change.fingerprint}"
        assert any(change.text in line and line.endswith(end) for line in found)
    assert found[-1].startswith(f"{len(comparison.changes)} changes: 5 worse for the customer")


def test_many_figures_share_a_line() -> None:
    figures = observed(*[(f"2026-0{month}-01", month) for month in range(1, 9)])
    old, new = (small_atlas(metrics=["nps"], observations={"nps": rows}) for rows in (figures[:2], figures))
    found = lines(Comparison(old, new))
    assert len(found) == 4
    assert (
        "6 figures of *Nps* were added, from *2026-03-01* to *2026-08-01*; the last, *8*; *7* on 2026-07-01" in found[1]
    )
    assert found[1].endswith("nps.csv:4:1) 6 fingerprints")


def test_no_author_can_steer_the_terminal() -> None:
    text = "\x1b[2J\u202e\x07"
    shown = "".join(lines(Comparison(atlas(text, later=False), atlas(text, later=True))))
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)
    for problem in PLAIN.problems:
        found = COLOURS.sub("", format_problem(problem, FILES[problem.position.file])) + format_line(problem)
        assert not {"\x1b", "\u202e", "\x00"} & set(found)


def test_without_a_change_it_says_so() -> None:
    one = atlas("x", later=False)
    assert lines(Comparison(one, one)) == ["No change"]


def test_the_summary_counts_problems_and_their_files() -> None:
    assert check_summary(CLEAN.problems, 3) == "No mistakes; 3 files checked"
    assert check_summary(many(2, 1).problems, 1, 4) == (
        "2 errors in 1 file, 1 warning in 1 file; 4 in the baseline; 1 file checked"
    )
