"""Filters choose journeys."""

import pytest

from mkdocs_journeys.exports.selection import FilterError, selected
from support.atlases import atlas, journey, step

ATLAS = atlas(
    journey("buy", step(), group="sales/small", owner="growth"),
    journey("renew", step(actors=["tom"]), group="sales", owner="service"),
    journey("leave", step(), owner="service"),
)


def chosen(*filters: str) -> list[str]:
    return [one.id for one in selected(ATLAS, filters)]


def test_without_a_filter_all_are_chosen() -> None:
    assert chosen() == ["buy", "renew", "leave"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["journey=buy"], ["buy"]),
        (["journey=buy", "journey=leave"], ["buy", "leave"]),
        (["group=sales"], ["buy", "renew"]),
        (["group=sales/small"], ["buy"]),
        (["persona=tom"], ["renew"]),
        (["owner=service"], ["renew", "leave"]),
        (["owner=service", "group=sales"], ["renew"]),
    ],
)
def test_a_filter_of_a_kind_widens_and_one_of_another_kind_narrows(filters: list[str], expected: list[str]) -> None:
    assert chosen(*filters) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("owner=grwth", "No journey has the owner 'grwth'. Did you mean 'growth'?"),
        ("journey=by", "There is no journey 'by'. Did you mean 'buy'?"),
        ("ownr=growth", "Did you mean 'owner=…'?"),
        ("growth", "Write it as owner=ID."),
    ],
)
def test_what_is_unknown_is_told_with_what_may_be_meant(text: str, said: str) -> None:
    with pytest.raises(FilterError) as raised:
        chosen(text)
    assert said in str(raised.value)
