import copy
import pickle
from dataclasses import field, fields, replace

import pytest

from mkdocs_journeys.frozen import frozen


@frozen
class Stop:
    """A value of the kind that the package is made of."""

    name: str
    minutes: int = 0
    notes: tuple[str, ...] = field(default=(), compare=False)


@frozen
class Named:
    """Says itself how it is shown."""

    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


@frozen
class Loose:
    """Says itself what it is equal to."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose)


@frozen
class Also:
    """Has the same parts as `Named`."""

    name: str


def test_values_with_the_same_parts_are_equal_and_found_in_a_set() -> None:
    assert Stop("a", 1) == Stop("a", 1) != Stop("a", 2)
    assert Stop("a") in {Stop("a")}


def test_a_part_that_is_not_compared_makes_no_difference() -> None:
    assert Stop("a", notes=("x",)) == Stop("a")
    assert hash(Stop("a", notes=("x",))) == hash(Stop("a"))


def test_values_of_different_kinds_are_never_equal() -> None:
    assert Named("a") != Also("a")
    assert Also("a") != "a"


def test_a_value_is_shown_with_its_parts() -> None:
    assert repr(Stop("a", 1)) == "Stop(name='a', minutes=1, notes=())"


def test_what_a_class_says_itself_stays() -> None:
    assert repr(Named("a")) == "<a>"
    assert Loose("a") == Loose("b")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Loose("a"))


def test_a_value_is_a_dataclass_without_a_dict() -> None:
    assert [part.name for part in fields(Stop)] == ["name", "minutes", "notes"]
    assert replace(Stop("a"), minutes=2) == Stop("a", 2)
    assert not hasattr(Stop("a"), "__dict__")


def test_a_value_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Stop("a", 1))) == copy.copy(Stop("a", 1)) == Stop("a", 1)
