"""A sign of life while an import or an export takes its time."""

import io
import sys
from collections.abc import Callable

import pytest

from mkdocs_journeys.cli.exchange.progress import progress
from support.waiting import until


class Screen(io.StringIO):
    """Standard error that somebody looks at, or not."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], Screen]:
    def shown(is_terminal: bool) -> Screen:
        found = Screen(is_terminal=is_terminal)
        monkeypatch.setattr(sys, "stderr", found)
        return found

    return shown


def test_what_takes_long_is_told_again_and_again(screen: Callable[[bool], Screen]) -> None:
    shown = screen(True)
    with progress("Reading \x1b[31ma.pdf", first=0.0, next_=0.001):
        until(lambda: shown.getvalue().count("\n") > 1)
    first, second, *_ = shown.getvalue().splitlines()
    assert first.startswith("Reading ") and first.endswith("a.pdf … 0 s") and "\x1b" not in first
    assert second.startswith("Reading ")


def test_when_it_is_done_nothing_more_is_told(screen: Callable[[bool], Screen]) -> None:
    shown = screen(True)
    with progress("Reading a.pdf"):
        pass
    assert shown.getvalue() == ""


@pytest.mark.parametrize(("is_terminal", "quiet"), [(False, False), (True, True)], ids=["a file", "quiet"])
def test_nobody_is_told_who_does_not_look(screen: Callable[[bool], Screen], is_terminal: bool, quiet: bool) -> None:
    shown = screen(is_terminal)
    with progress("Reading a.pdf", quiet=quiet, first=0.0, next_=0.0):
        pass
    assert shown.getvalue() == ""


def test_a_mistake_passes_through(screen: Callable[[bool], Screen]) -> None:
    screen(True)
    with pytest.raises(ValueError, match="broken"), progress("Reading a.pdf"):
        raise ValueError("broken")
