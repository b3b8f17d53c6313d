"""What an entity says, in a form in which the same meaning is the same value."""

from typing import get_args

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.fields import METHODS, paired_figures
from mkdocs_journeys.model.measuring import Measure
from mkdocs_journeys.model.measuring.document import LISTS
from support.atlases import atlas, evidence, journey, persona, step

QUOTE = "I want it to work at last"
SUMMARY = "Twelve calls about what it costs"


def told(old: Atlas, new: Atlas) -> list[str]:
    return [change.text for change in Comparison(old, new).changes]


def spoken(who: str, study: str) -> Atlas:
    """A journey in which a persona is quoted from a study, both under these ids."""
    says = {who: [{"text": "How much?", "evidence": study}]}
    return atlas(
        journey("buy", step("Asks", says=says, thinks={who: "Hm"}), personas=[who]),
        persona(who, name="Maya", quote=QUOTE),
        evidence(study, title="Calls", summary=SUMMARY),
    )


def test_a_quote_of_an_actor_follows_its_persona_and_its_study_to_their_new_ids() -> None:
    assert told(spoken("maya", "calls"), spoken("mia", "talks")) == [
        "*Calls* (study) has the id talks instead of calls: links to the old id break",
        "*Maya* (persona) has the id mia instead of maya: the address personas/maya breaks",
    ]


def test_one_value_for_all_is_that_of_everybody_who_acts() -> None:
    old = atlas(journey("buy", step("Asks", actors=["maya", "tom"], thinks="Hm", emotion=-0.5)))
    same = {"maya": "Hm", "tom": "Hm"}
    assert told(old, atlas(journey("buy", step("Asks", actors=["maya", "tom"], thinks=same, emotion=-0.5)))) == []
    alone = atlas(journey("buy", step("Asks", actors=["maya", "tom"], thinks={"maya": "Hm"}, emotion=-0.5)))
    assert told(old, alone) == ["*Asks* for *Tom*: thought is no longer *Hm*"]


def test_the_id_of_a_lane_is_followed_wherever_it_stands() -> None:
    steps = {id: step("Asks", lanes={id: "Late"}) for id in ("risk", "danger")}
    old, new = (
        atlas(
            journey("buy", one),
            lanes=[{"id": id, "name": "Risk", "description": "What may go wrong"}],
            map={"lanes": [id, "thinks"]},
        )
        for id, one in steps.items()
    )
    assert told(old, new) == ["*Risk* (lane) has the id danger instead of risk"]


def test_paths_that_swap_their_names_are_renamed() -> None:
    old, new = (
        journey("buy", step("Asks", path="a"), paths=paths) for paths in ({"a": "X", "b": "Y"}, {"a": "Y", "b": "X"})
    )
    assert told(atlas(old), atlas(new)) == [
        "*Journey buy*: the path *X* is now called *Y*",
        "*Journey buy*: the path *Y* is now called *X*",
    ]


def test_of_figures_with_one_name_the_equal_ones_are_pairs_first() -> None:
    january, april, corrected = (
        ["Give up", value, day] for value, day in (("38%", "Jan"), ("41%", "Apr"), ("42%", "Apr"))
    )
    assert list(paired_figures([january], [april, january])) == [("Give up", None, 0)]
    assert list(paired_figures([january, april], [corrected, january])) == [("Give up", 1, 0)]
    assert list(paired_figures([january, january], [january])) == [("Give up", 1, None)]
    assert list(paired_figures([january], [january])) == []


def test_a_figure_with_a_dot_in_its_name_is_still_found() -> None:
    old, new = (
        atlas(journey("buy", step("Asks", figures=[{"name": "No. 1. of 2", "value": value}]))) for value in (1, 2)
    )
    assert told(old, new) == ["*Asks*: figure *No. 1. of 2* rose from *1* to *2*"]


def test_every_kind_of_definition_has_a_word_for_what_it_makes_of_rows() -> None:
    models = {get_args(Measure.model_fields[name].annotation)[0].__name__ for name in LISTS}
    assert set(METHODS) == models
