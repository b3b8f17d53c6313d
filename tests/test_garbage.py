"""The search for cycles among objects can be stopped for a while."""

import gc

import pytest

from mkdocs_journeys.garbage import left_out_of_searches, without_collecting


def test_the_search_for_cycles_stops_and_goes_on() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), without_collecting():
        raise ValueError("x")
    assert gc.isenabled()


def test_what_came_meanwhile_is_not_searched_at_once() -> None:
    with without_collecting():
        made: list[object] = []
    assert not any(one is made for one in gc.get_objects(generation=0))


def test_what_is_left_out_of_searches_stays_so() -> None:
    with left_out_of_searches():
        before = gc.get_freeze_count()
        with without_collecting():
            pass
        assert gc.get_freeze_count() == before


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_there_is_left_out_of_later_searches() -> None:
    before = gc.get_freeze_count()
    with left_out_of_searches():
        assert gc.get_freeze_count() > before
    assert gc.get_freeze_count() == 0
