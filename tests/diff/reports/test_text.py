"""The report for a terminal."""

from diff.reports.support_hostile import atlas
from mkdocs_journeys.diff import changes
from mkdocs_journeys.diff.reports.text import report


def test_every_change_has_a_line_with_its_judgement_its_place_and_its_fingerprint() -> None:
    old, new = atlas("x", later=False), atlas("x", later=True)
    found = changes(old, new)
    lines = list(report(found, old, new))
    assert lines[0] == "x later (buy)"
    for change in found:
        assert any(change.sentence in line and line.endswith(f"({change.head}) {change.fingerprint}") for line in lines)
    assert lines[-1].startswith(f"{len(found)} changes: 5 worse for the customer")


def test_no_author_can_steer_the_terminal() -> None:
    text = "\x1b[2J\u202e\x07"
    old, new = atlas(text, later=False), atlas(text, later=True)
    shown = "".join(report(changes(old, new), old, new))
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


def test_without_a_change_it_says_so() -> None:
    one = atlas("x", later=False)
    assert list(report([], one, one)) == ["No change"]
