"""What happens at the steps where a thing occurs."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.things.occurrences import Occurrences, occurrences_at
from mkdocs_journeys.insight.things.places import places_of_kind
from support.atlases import atlas, evidence, journey, opportunity, pain, step


def at_chat(found: Atlas) -> Occurrences:
    return occurrences_at(found, places_of_kind(found, "touchpoint")["chat"])


def test_the_journey_that_feels_worst_there_comes_first_and_unknown_ones_last() -> None:
    found = at_chat(
        atlas(
            journey("calm", step(touchpoint="chat", emotion=1)),
            journey("unknown", step(touchpoint="chat")),
            journey("sad", step(touchpoint="chat", emotion=-1), step(emotion=2), step(touchpoint="chat", emotion=-2)),
        )
    )
    assert [one.id for one, _ in found.journeys] == ["sad", "calm", "unknown"]
    assert found.emotions == (1, -1, -2)
    assert found.steps == 4


def test_only_journeys_of_today_count_and_future_ones_are_named() -> None:
    found = at_chat(
        atlas(
            journey("now", step(touchpoint="chat", emotion=1)),
            journey("dream", step(touchpoint="chat", emotion=2), step(touchpoint="chat"), state="future"),
            journey("old", step(touchpoint="chat", emotion=-2), status="retired"),
            journey("given-up", step(touchpoint="chat"), state="future", status="retired"),
        )
    )
    assert found.steps == 1
    assert found.emotion == 1
    assert [one.id for one in found.planned] == ["dream"]


def test_open_pains_come_by_score_and_closed_ones_are_counted() -> None:
    grave, mild, past = pain("grave", severity="critical"), pain("mild"), pain("past", status="resolved")
    found = at_chat(
        atlas(
            journey("a", step(touchpoint="chat", pains=[mild, past]), step(pains=[pain("elsewhere")])),
            journey("b", step(touchpoint="chat", pains=[grave, "mild"])),
        )
    )
    assert [item.pain.id for item in found.pains] == ["grave", "mild"]
    assert found.closed == 1


def test_it_knows_what_answers_its_pains_and_what_its_steps_measure_and_rest_on() -> None:
    slow = pain("slow", evidence=["talks"])
    found = at_chat(
        atlas(
            journey(
                "a", step(touchpoint="chat", pains=[slow], opportunities=["named"], metrics=["nps"], evidence=["log"])
            ),
            journey("b", step(touchpoint="chat", metrics=["wait", "nps"], evidence=["talks"])),
            opportunity("answers", pains=["slow"], effort="small"),
            opportunity("named", effort="huge"),
            opportunity("other"),
            evidence("talks"),
            evidence("log"),
        )
    )
    assert [item.opportunity.id for item in found.opportunities] == ["answers", "named"]
    assert found.metrics == ("nps", "wait")
    assert found.studies.most_common() == [("talks", 2), ("log", 1)]


def test_a_thing_that_occurs_nowhere_has_nothing_to_tell() -> None:
    found = occurrences_at(atlas(), ())
    assert (found.steps, found.emotion, found.pains, found.closed, found.journeys) == (0, None, (), 0, ())
