"""The pairs that an atlas implies."""

from typing import Any

from mkdocs_journeys.insight.comparison.pairs import are_for_others, compared_pairs
from mkdocs_journeys.model import Document, Journey
from support.atlases import atlas, journey, stage, step


def found(*documents: Document) -> list[tuple[str, str, str]]:
    return [(pair.kind, *map(name, pair[1:])) for pair in compared_pairs(atlas(*documents))]


def name(side: Any) -> str:
    return f"{side.journey.id} {side.persona}".strip()


def variant(id: str, *stages: str, **fields: Any) -> Journey:
    return journey(id, *(stage(one) for one in stages or ("choose", "pay")), **fields)


def test_a_future_journey_is_compared_with_today() -> None:
    assert found(journey("now"), journey("then", state="future", baseline="now")) == [("future", "now", "then")]


def test_journeys_over_the_same_span_for_other_segments_are_variants() -> None:
    small, large = variant("small", segments=["small"]), variant("large", "choose", "try", "pay", segments=["large"])
    assert found(small, large) == [("variants", "small", "large")]


def test_another_span_a_shared_segment_or_another_state_makes_no_variant() -> None:
    small = variant("small", segments=["small"])
    assert found(small, variant("short", "choose", segments=["large"])) == []
    assert found(small, variant("both", segments=["small", "large"])) == []
    assert found(small, variant("old", segments=["large"], status="retired")) == []
    assert found(small, variant("map", segments=["large"], kind="blueprint")) == []


def test_without_segments_folders_such_as_countries_tell() -> None:
    assert found(variant("de", group="germany"), variant("fr", group="france")) == [("variants", "de", "fr")]
    assert not are_for_others(variant("de", group="germany"), variant("top"))
    assert not are_for_others(variant("de", group="germany"), variant("also-de", group="germany"))


def test_the_main_person_is_compared_with_each_of_the_others() -> None:
    three = journey("buy", step(actors=["maya", "tom"]), step(actors=["zoe"]), personas=["maya", "tom"])
    assert found(three) == [("people", "buy maya", "buy tom"), ("people", "buy maya", "buy zoe")]
    assert found(journey("alone")) == []
