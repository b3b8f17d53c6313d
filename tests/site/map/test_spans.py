"""Entries of neighbouring steps: what they share stands once across them, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.map.lanes import LaneView
from mkdocs_journeys.site.map.spans import SpanCell, spanning_rows
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, journey, opportunity, stage, step
from support.contexts import context, html_of, site

CELLS = st.lists(st.lists(st.sampled_from("abc"), max_size=3).map(tuple), min_size=1, max_size=12)


def rows(*cells: str) -> list[list[tuple[int, int, str]]]:
    """First step, span and letters of each cell that holds something, row by row."""
    found = spanning_rows(cells, [False] * len(cells))
    return [[(cell.first, cell.span, "".join(cell.entries)) for cell in row if cell.entries] for row in found]


def test_equal_neighbours_become_one_cell_across_their_columns() -> None:
    assert rows("a", "a", "a", "", "b") == [[(1, 3, "a"), (5, 1, "b")]]


def test_where_nothing_is_shared_the_lane_stays_as_it_is() -> None:
    assert rows("a", "b", "", "a") == []


def test_what_a_step_has_besides_stands_below() -> None:
    assert rows("a", "ab", "b") == [[(1, 2, "a")], [(2, 2, "b")]]
    assert rows("ac", "a") == [[(1, 2, "a")], [(1, 1, "c")]]


def test_two_entries_of_the_same_steps_share_a_cell() -> None:
    assert rows("ab", "ab", "b") == [[(1, 2, "a")], [(1, 3, "b")]]
    assert rows("ab", "ab") == [[(1, 2, "ab")]]


@given(CELLS)
def test_every_row_covers_every_step_once_and_no_entry_is_lost_or_added(cells: list[tuple[str, ...]]) -> None:
    found = spanning_rows(cells, [False] * len(cells))
    seen: list[tuple[int, str]] = []
    for row in found:
        assert [step for cell in row for step in range(cell.first, cell.last + 1)] == list(range(1, len(cells) + 1))
        seen += [(n, entry) for cell in row for n in range(cell.first, cell.last + 1) for entry in cell.entries]
    if found:
        assert sorted(seen) == sorted((n, entry) for n, cell in enumerate(cells, 1) for entry in set(cell))


def test_a_stage_opens_in_the_cell_at_its_border() -> None:
    (row,) = spanning_rows(["a", "a", "b"], [True, False, True])
    assert row == (SpanCell(1, 2, True, ("a",)), SpanCell(3, 1, True, ("b",)))


def lane(id: str, *parts: object, others: tuple[object, ...] = ()) -> LaneView:
    made = journey("buy", *parts)
    view = map_view(context(atlas(made, *others)), made, ())
    (found,) = [row for row in view.rows.below if row.id == id]
    assert isinstance(found, LaneView)
    return found


def test_systems_policies_expectations_and_opportunities_are_shared() -> None:
    fields = {"systems": ["CRM"], "policy": "No", "expects": "Speed", "support": ["Law"], "opportunities": ["fast"]}
    steps = (step(**fields), step(**fields), step())
    for id in fields:
        (row,) = lane(id, *steps, others=(opportunity("fast"),)).layers
        assert [(cell.span, len(cell.entries)) for cell in row] == [(2, 1), (1, 0)], id


def test_what_is_said_of_one_step_is_never_shared() -> None:
    steps = (step(frontstage=["Greets"], thinks="Hm"), step(frontstage=["Greets"], thinks="Hm"))
    assert lane("frontstage", *steps).layers == ()
    assert lane("thinks", *steps).layers == ()


def test_a_page_says_which_steps_a_card_stands_for() -> None:
    made = journey("buy", stage("one", step()), stage("two", step(support=["CRM"]), step(support=["CRM"])))
    pages = [item for item in items_of(site(atlas(made))) if isinstance(item, Page)]
    (html,) = [html_of(page) for page in pages if page.uri == "journeys/buy.md"]
    assert '<td colspan="2" class="journeys-opens"><div class="journeys-spans"><span>CRM</span>' in html
    assert "(steps 2 to 3)" in html
