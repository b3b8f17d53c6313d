"""The page of outcomes: what was done, what moved, and what nobody measured."""

from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import Commit, PainState, State
from mkdocs_journeys.model import Observation
from mkdocs_journeys.site.pages.outcomes import outcomes_pages
from support.atlases import atlas, journey, opportunity, pain, step
from support.contexts import html_of, site

FORM = {"id": "form", "name": "A short form", "status": "delivered"}


def page(found: Atlas, **settings: Any) -> str:
    (made,) = outcomes_pages(site(found, **settings))
    assert made.in_nav
    return " ".join(html_of(made).split())


def rates(*rows: tuple[str, float, int]) -> dict[str, tuple[Observation, ...]]:
    return {
        "sign-ups": tuple(
            Observation(date.fromisoformat(day), value, n, None, line, (float(round(value * n / 100)), float(n)))
            for line, (day, value, n) in enumerate(rows, 2)
        )
    }


def delivered(**fields: Any) -> Atlas:
    item = opportunity("easy", title="How might we begin?", metrics=["sign-ups"], solutions=[FORM], pains=["slow"])
    found = journey("buy", step(emotion=1, pains=[pain(title="It is slow", status="resolved", resolved="2026-03-02")]))
    metric = {"id": "sign-ups", "name": "Sign ups", "kind": "conversion"}
    return atlas(found, item, metrics=[metric], **fields)


def on_the_first_of_march(atlas: Atlas) -> dict[tuple[str, str], date]:
    return {("easy", "form"): date(2026, 3, 1)}


def test_figures_from_before_and_after_the_delivery_are_compared_beyond_chance() -> None:
    found = delivered(observations=rates(("2026-02-01", 5, 4000), ("2026-06-01", 8, 4000)))
    html = page(found, deliveries=on_the_first_of_march)
    assert "✓ A short form (delivered 2026-03-01)" in html
    assert "Before and after 2026-03-01" in html
    assert "<bdi>+3 points</bdi>" in html
    assert "▲ better" in html
    assert "5% (2026-02-01, n = 4,000, " in html
    assert "Nothing measured yet" not in html


def test_a_difference_that_may_be_chance_is_called_so() -> None:
    found = delivered(observations=rates(("2026-02-01", 5, 100), ("2026-06-01", 6, 100)))
    assert "may be chance" in page(found, deliveries=on_the_first_of_march)


def test_without_figures_on_both_sides_nothing_is_measured() -> None:
    found = delivered(observations=rates(("2026-02-01", 5, 100)))
    html = page(found, deliveries=on_the_first_of_march)
    assert "no figures from before and after" in html
    assert "Nothing measured yet" in html
    assert "Of 1 thing that was delivered nothing is measured yet." in html


def test_without_a_day_nothing_is_compared() -> None:
    found = delivered(observations=rates(("2026-02-01", 5, 4000), ("2026-06-01", 8, 4000)))
    assert "Nothing measured yet" in page(found)


def test_pains_are_told_with_the_day_of_their_end() -> None:
    assert '<a href="../pains/slow/">It is slow</a> <span class="journeys-soft">resolved 2026-03-02</span>' in page(
        delivered()
    )


def test_the_emotion_of_the_steps_then_and_now_comes_from_git() -> None:
    states = (("2026-01-01", -2.0), ("2026-05-01", 1.0))
    events = [
        Event(Commit("c", date.fromisoformat(day), "", ""), State(None, 0, (PainState("slow", "open", felt),)))
        for day, felt in states
    ]
    history = {"buy": JourneyHistory(tuple(reversed(events)))}
    html = page(delivered(), deliveries=on_the_first_of_march, history=lambda atlas: history)
    assert "Emotion at 1 step where it hurt: −2.0 then, +1.0 now" in html


def test_an_experiment_with_groups_says_whether_it_was_chance() -> None:
    arms = [{"name": "As it was", "n": 4000, "converted": 200}, {"name": "Short", "n": 4000, "converted": 250}]
    tried = {"metric": "sign-ups", "kind": "ab-test", "arms": arms, "decision": "adopt"}
    item = opportunity("easy", solutions=[{"id": "form", "name": "Form", "experiment": tried}])
    html = page(atlas(item))
    assert "Tried and decided" in html
    assert "Short: +1.2 points: more than chance (+0.2 to +2.3)" in html
    assert "chance is not ruled out" not in html


def test_an_experiment_without_groups_is_no_proof() -> None:
    tried = {"decision": "drop"}
    item = opportunity("easy", solutions=[{"id": "form", "name": "Form", "experiment": tried}])
    assert "No groups were compared, so chance is not ruled out." in page(atlas(item))


def test_pains_that_no_opportunity_answers_stand_below() -> None:
    html = page(atlas(journey("buy", step(pains=[pain(status="resolved")]))))
    assert "Resolved without an opportunity" in html
    assert '<a href="../pains/slow/">' in html


def test_an_atlas_in_which_nothing_was_done_says_so() -> None:
    assert "Nothing was delivered or resolved yet." in page(atlas(opportunity("easy")))


def test_an_atlas_without_opportunities_and_without_resolved_pains_has_no_such_page() -> None:
    assert list(outcomes_pages(site(atlas(journey("buy", step(pains=[pain()])))))) == []


def test_texts_of_authors_are_escaped() -> None:
    item = opportunity("easy", title="<script>", status="delivered", solutions=[FORM | {"name": "<script>"}])
    assert "<script>" not in page(atlas(item))
