from collections.abc import Callable

import pytest
from mkdocs.exceptions import PluginError

from host.support_build import page, problem
from mkdocs_journeys.host.reading import Reading
from mkdocs_journeys.host.view import View, built, refreshed
from mkdocs_journeys.problem import Severity

GOOD = (page("journeys.md", "Journeys", in_nav=True), page("journeys/buy.md"))
WRONG = Reading(None, (problem(),), {"journeys/a.yml": b"a: 1"})


def reads(reading: Reading) -> Callable[[], Reading]:
    return lambda: reading


def nothing(view: View) -> None:
    """Show it nowhere."""


def broken() -> Reading:
    raise KeyError("oh")


def test_a_build_shows_what_was_read() -> None:
    shown: list[View] = []
    view = built(reads(Reading(GOOD, (problem(severity=Severity.WARNING),))), shown.append)
    assert shown == [view]
    assert list(view.shown("index.md")) == list(GOOD)
    assert not view.banner


def test_a_build_ends_with_one_error() -> None:
    with pytest.raises(PluginError, match="1 error in the journeys"):
        built(reads(WRONG), nothing)


def test_while_serving_the_last_good_version_stays() -> None:
    view = refreshed(View(GOOD), reads(WRONG), nothing)
    assert view.items == GOOD
    assert "journeys/a.yml:1:3" in view.banner
    assert "the last version that was right" in view.banner


def test_the_next_good_version_takes_the_banner_away() -> None:
    wrong = refreshed(View(GOOD), reads(WRONG), nothing)
    assert refreshed(wrong, reads(Reading(GOOD[:1])), nothing) == View(GOOD[:1])


def test_without_a_good_version_there_are_error_pages() -> None:
    view = refreshed(View(), reads(WRONG), nothing)
    assert view.items is None
    assert view.index_uris("index.md")[:2] == ["index.md", "journeys.md"]
    assert "Nothing can be shown yet" in view.banner


def test_a_mistake_of_ours_never_rises_while_serving() -> None:
    view = refreshed(View(GOOD), broken, nothing)
    assert view.items == GOOD
    assert "KeyError" in view.banner


def test_pages_that_cannot_be_shown_are_not_kept() -> None:
    good, bad = View(GOOD), (page("journeys.md", "Bad"),)

    def show(view: View) -> None:
        if view.items == bad:
            raise ValueError("cannot be shown")

    view = refreshed(good, reads(Reading(bad)), show)
    assert view.items == GOOD
    assert "cannot be shown" in view.banner


@pytest.mark.parametrize("read", [reads(WRONG), broken])
def test_a_strict_server_logs_no_warning_that_would_end_it(
    read: Callable[[], Reading], caplog: pytest.LogCaptureFixture
) -> None:
    refreshed(View(), read, nothing, strict=True)
    assert all(record.levelname in ("INFO", "DEBUG") for record in caplog.records)


def test_index_pages_are_those_in_the_navigation() -> None:
    assert View(GOOD).index_uris("index.md") == ["journeys.md"]
