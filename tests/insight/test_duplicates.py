"""Pains that read alike are proposed as one, and those that do not are left alone."""

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.duplicates import LikelyDuplicate, likely_duplicates, words_of
from mkdocs_journeys.model import Pain
from support.atlases import atlas, journey, pain, step


def two(one: Pain, other: Pain, *, apart: bool = False, names: tuple[str, str] = ("Pays", "Upgrades")) -> Atlas:
    """Two journeys with a pain each, at one touchpoint or apart."""
    return atlas(
        journey("buy", step(name=names[0], touchpoint="checkout", pains=[one])),
        journey("grow", step(name=names[1], touchpoint="settings" if apart else "checkout", pains=[other])),
    )


def only(found: Atlas) -> LikelyDuplicate:
    (pair,) = likely_duplicates(found)
    return pair


def test_the_same_words_in_another_order_at_one_touchpoint_are_proposed_with_what_they_share() -> None:
    pair = only(
        two(
            pain("fees", title="The full price shows only at checkout", evidence=["study"]),
            pain("late-price", title="Checkout shows the full price at the very end"),
        )
    )

    assert (pair.old.pain.id, pair.into.pain.id) == ("late-price", "fees")
    assert (pair.common, pair.of, pair.in_detail) == (4, 7, False)
    assert "touchpoint" in pair.shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The invoice arrives late", "The invoice shows the wrong address"),
        ("Nobody answers the phone", "Nobody tells us that sync stopped"),
        ("The export takes minutes", "The export leaves out comments"),
        ("Plans are named after animals", "The price of plans is hidden"),
    ],
)
def test_pains_of_one_thing_with_another_fault_are_left_alone(one: str, other: str) -> None:
    assert likely_duplicates(two(pain("a", title=one), pain("b", title=other))) == []


def test_half_of_the_words_are_enough_at_one_place_and_too_few_elsewhere() -> None:
    a = pain("a", title="The full price shows at checkout")
    b = pain("b", title="Checkout: the full price is shown after everything was filled in")

    assert len(likely_duplicates(two(a, b))) in (0, 1)
    assert likely_duplicates(two(a, b, apart=True)) == []


def test_what_else_is_said_can_tell_too() -> None:
    said = "Prices leave out VAT and seats until somebody reaches the last page of the form"
    pair = only(
        two(
            pain("a", title="Hidden price everywhere", description=said),
            pain("b", title="The hidden price of growing", cause=f"{said}."),
            apart=True,
        )
    )

    assert pair.in_detail
    assert pair.common == pair.of


def test_two_closed_pains_are_left_in_peace() -> None:
    a, b = (pain(id, title="The full price shows only at checkout", status="resolved") for id in "ab")

    assert likely_duplicates(two(a, b)) == []


def test_a_resolved_pain_that_comes_again_under_another_name_is_found() -> None:
    a = pain("a", title="The full price shows only at checkout", status="resolved")
    b = pain("b", title="The full price shows only at checkout")

    assert len(likely_duplicates(two(a, b))) == 1


def test_words_lose_their_endings_and_writing_without_spaces_is_read_in_pairs() -> None:
    assert words_of("The Prices of it", None) == words_of("price")
    assert words_of("価格が見えない") == {"価格", "格が", "が見", "見え", "えな", "ない"}


def test_words_that_stand_in_every_title_lead_nowhere() -> None:
    same = [pain(f"p{number}", title="The full price shows only at checkout") for number in range(21)]

    assert likely_duplicates(atlas(journey("buy", step(pains=same)))) == []


def test_pains_with_other_numbers_in_their_titles_are_two() -> None:
    one, other = (pain(f"p{number}", title=f"Form {number} asks for everything again") for number in (7, 12))

    assert likely_duplicates(two(one, other)) == []
