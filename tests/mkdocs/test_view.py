import logging
from collections.abc import Callable

import pytest
from mkdocs.exceptions import PluginError

from mkdocs_journeys.mkdocs.view import (
    Reading,
    View,
    as_text,
    build_error,
    built,
    error_pages,
    internal_banner,
    log_all,
    problem_banner,
    refreshed,
    with_banner,
)
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.navigation import NavGroup
from support.builds import page, problem

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
    groups = view.nav_groups("index.md")
    assert [group.title for group in groups] == ["Journeys", "Work", "Proof"]
    first = ["index.md", "journeys.md", "personas.md", "hand-offs.md", "compare.md", "what-changed.md"]
    assert [page.uri for page in groups[0].pages] == first
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
    assert View(GOOD).nav_groups("index.md") == (NavGroup("", GOOD[:1]),)


TEXTS = {"journeys/a.yml": b"a: 1\nb: 2\n"}


def test_a_problem_is_logged_with_its_frame_and_hint() -> None:
    assert as_text(problem(line=2), TEXTS).splitlines() == [
        "journeys/a.yml:2:3: error[some-rule] This is wrong.",
        "  1 | a: 1",
        "> 2 | b: 2",
        "    |   ^",
        "  3 |",
        "  hint: Mend it.",
    ]


def test_a_problem_in_a_file_that_could_not_be_read_has_no_frame() -> None:
    assert "|" not in as_text(problem(), {})


def test_the_build_error_names_the_first_ten() -> None:
    lines = str(build_error([problem(f"No {n}.") for n in range(12)])).splitlines()
    assert lines[0] == "12 errors in the journeys:"
    assert lines[1].endswith("No 0.")
    assert lines[-1].strip() == "and 2 more"
    assert len(lines) == 12


def test_a_warning_is_no_error_in_the_list() -> None:
    found = [problem("Careful.", severity=Severity.WARNING), problem()]
    assert str(build_error(found)).startswith("1 error in the journeys:")
    assert "Careful" not in str(build_error(found))


@pytest.mark.parametrize(("highest", "expected"), [(logging.ERROR, "WARNING"), (logging.INFO, "INFO")])
def test_a_problem_is_never_logged_above_the_highest_level(
    caplog: pytest.LogCaptureFixture, highest: int, expected: str
) -> None:
    with caplog.at_level(logging.INFO):
        log_all([problem(severity=Severity.WARNING)], TEXTS, highest)
    assert [record.levelname for record in caplog.records] == [expected]


HOSTILE = "</pre><script>alert(1)</script>"


def test_the_banner_shows_where_what_and_how_to_mend_it() -> None:
    banner = problem_banner([problem(line=2)], {"journeys/a.yml": b"a: 1\nb: 2\n"}, kept=True)
    for words in (
        "1 mistake in the journeys",
        "journeys/a.yml:2:3",
        "This is wrong.",
        "Mend it.",
        "2 | b: 2",
    ):
        assert words in banner
    assert "the last version that was right" in banner


def test_the_banner_brings_its_own_style() -> None:
    assert ".journeys-problems {" in problem_banner([problem()], {}, kept=True)


def test_everything_an_author_typed_is_text() -> None:
    where = Position(f"journeys/{HOSTILE}.yml", 1, 1)
    hostile = Problem("rule", where, HOSTILE, HOSTILE, related=((where, HOSTILE),))
    banner = problem_banner([hostile], {where.file: HOSTILE.encode()}, kept=False)
    assert "<script" not in banner
    assert banner.count("&lt;script&gt;alert(1)") == 6


def test_many_problems_are_counted_and_the_first_ones_shown() -> None:
    banner = problem_banner([problem()] * 25, {}, kept=False)
    assert "25 mistakes" in banner
    assert "And 5 more" in banner
    assert "Nothing can be shown yet" in banner


def test_a_mistake_of_ours_asks_to_be_reported() -> None:
    try:
        raise RuntimeError(HOSTILE)
    except RuntimeError as error:
        banner = internal_banner(error, kept=True)
    assert "<script" not in banner
    assert "RuntimeError: &lt;/pre&gt;" in banner
    assert "please report it" in banner
    assert "test_view.py, line" in banner


def test_without_a_good_atlas_every_index_page_is_there() -> None:
    pages = list(error_pages("atlas.md"))
    assert [page.uri for page in pages][:3] == ["atlas.md", "journeys.md", "personas.md"]
    assert all(page.in_nav for page in pages)


BANNER = '<div><p id="journeys-problems-title">wrong</p></div>'


def test_a_template_that_leaves_the_content_out_still_shows_the_banner() -> None:
    assert with_banner("<html><body class='x'>y", BANNER) == f"<html><body class='x'>{BANNER}y"
    assert with_banner(f"<body>{BANNER}y", BANNER) == f"<body>{BANNER}y"
    assert with_banner("<body>y", "") == "<body>y"


def test_a_page_without_a_body_gets_the_banner_first() -> None:
    assert with_banner("no body at all", BANNER) == f"{BANNER}no body at all"
