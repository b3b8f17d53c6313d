"""Keystrokes in the language server are measured."""

from pathlib import Path

from bench.report import report
from bench.typing import Typing, typing


def test_each_keystroke_and_each_request_is_measured(atlas_root: Path) -> None:
    found = typing(atlas_root, 10, 2)
    assert (len(found.loading), len(found.rules), len(found.sound), len(found.broken)) == (4, 4, 2, 2)
    assert all(seconds > 0 for seconds in (found.start, *found.loading, *found.rules, *found.sound, *found.broken))


def test_keystrokes_have_a_part_of_their_own_in_the_report() -> None:
    one = Typing(100, 1.5, loading=[0.02, 0.04], rules=[0.1], sound=[0.01], broken=[0.012])
    assert report({}, {}, [], {}, (), [one]).splitlines()[-5:] == [
        "keystroke to diagnostics, 100 journeys: p50 20 ms, p95 40 ms",
        "- until the rules have looked, too: p50 100 ms, p95 100 ms",
        "- proposals in a file that can be read: p50 10 ms, p95 10 ms",
        "- proposals in a broken file: p50 12 ms, p95 12 ms",
        "- from the start to the first diagnostics: 1.50 s",
    ]
