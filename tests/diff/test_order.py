"""As few moves as possible, and the same ones from either side."""

from itertools import permutations

from mkdocs_journeys.diff.order import moved
from mkdocs_journeys.diff.pairing import Pair
from mkdocs_journeys.diff.things import Thing
from mkdocs_journeys.model import Stage


def pairs(old: str, new: str) -> list[Pair]:
    return [(thing(name, old.index(name)), thing(name, new.index(name))) for name in old]


def thing(name: str, at: int) -> Thing:
    return Thing("catalog-stage", name, name, name, Stage(id=name, name=name), "x.yml", number=at + 1)


def names(found: list[Pair]) -> str:
    return "".join(sorted(old.id for old, _ in found))


def test_nothing_moves_where_the_order_is_the_same() -> None:
    assert moved(pairs("abcd", "abcd")) == []


def test_one_that_goes_to_the_end_is_the_only_one_that_moves() -> None:
    assert names(moved(pairs("abcde", "bcdea"))) == "a"
    assert names(moved(pairs("bcdea", "abcde"))) == "a"


def test_of_two_that_change_places_the_same_one_moves_both_ways() -> None:
    assert names(moved(pairs("abcd", "acbd"))) == names(moved(pairs("acbd", "abcd")))


def test_every_order_is_reached_with_the_same_moves_in_both_directions() -> None:
    for order in map("".join, permutations("abcde")):
        there, back = names(moved(pairs("abcde", order))), names(moved(pairs(order, "abcde")))
        assert there == back
        assert len(there) < 5
