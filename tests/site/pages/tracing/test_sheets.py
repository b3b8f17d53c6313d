"""Long tables in sheets."""

import pytest

from mkdocs_journeys.site.pages.tracing.sheets import ROWS_PER_PAGE, sheets_of


@pytest.mark.parametrize(
    ("total", "ends"), [(0, [0]), (1, [1]), (200, [200]), (201, [200, 201]), (450, [200, 400, 450])]
)
def test_a_sheet_ends_when_it_is_full(total: int, ends: list[int]) -> None:
    found = sheets_of(total)
    assert [sheet.last for sheet in found] == ends
    assert [sheet.first for sheet in found] == [0, *ends[:-1]]
    assert {(sheet.count, sheet.total) for sheet in found} == {(len(ends), total)}


def test_a_sheet_ends_where_it_may_be_split_if_it_can() -> None:
    assert [sheet.last for sheet in sheets_of(500, lambda index: index in (150, 340))] == [150, 340, 500]
    assert [sheet.last for sheet in sheets_of(500, lambda index: False)] == [ROWS_PER_PAGE, 2 * ROWS_PER_PAGE, 500]
