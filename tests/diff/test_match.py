"""As few moves as possible, and the same ones from either side."""

from itertools import permutations

from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.match import Pair, minimal_moves
from mkdocs_journeys.model import Stage


def pairs(old: str, new: str) -> list[Pair]:
    return [(thing(name, old.index(name)), thing(name, new.index(name))) for name in old]


def thing(name: str, at: int) -> Entity:
    return Entity("catalog-stage", name, name, name, Stage(id=name, name=name), "x.yml", number=at + 1)


def names(found: list[Pair]) -> str:
    return "".join(sorted(old.id for old, _ in found))


def test_nothing_moves_where_the_order_is_the_same() -> None:
    assert minimal_moves(pairs("abcd", "abcd")) == []


def test_one_that_goes_to_the_end_is_the_only_one_that_moves() -> None:
    assert names(minimal_moves(pairs("abcde", "bcdea"))) == "a"
    assert names(minimal_moves(pairs("bcdea", "abcde"))) == "a"


def test_of_two_that_change_places_the_same_one_moves_both_ways() -> None:
    assert names(minimal_moves(pairs("abcd", "acbd"))) == names(minimal_moves(pairs("acbd", "abcd")))


def test_every_order_is_reached_with_the_same_moves_in_both_directions() -> None:
    for order in map("".join, permutations("abcde")):
        there, back = names(minimal_moves(pairs("abcde", order))), names(minimal_moves(pairs(order, "abcde")))
        assert there == back
        assert len(there) < 5
