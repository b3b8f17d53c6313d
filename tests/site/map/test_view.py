"""What stands on a journey map."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import scored_pains
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.lanes import LaneView
from mkdocs_journeys.site.map.view import MapView, map_view
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from mkdocs_journeys.translation.messages import speaking
from support.atlases import atlas, journey, observed, opportunity, pain, stage, step
from support.contexts import context


def view_of(of: Atlas, made: Journey) -> MapView:
    scored = scored_pains(of.pains_of_journey.get(made.id, ()), of.catalog.scoring)
    return map_view(context(of), made, scored)


def seen(*parts: object, **fields: object) -> MapView:
    made = journey("buy", *parts, **fields)
    return view_of(atlas(made), made)


def lanes_of(view: MapView) -> list[LaneView]:
    """The lanes with a cell for each step."""
    return [row for row in view.rows.below if isinstance(row, LaneView) and row.cells]


def ids_of(view: MapView) -> list[str]:
    """The ids of all rows below the heads; of a line across the map with a dash before it."""
    return [row.id if isinstance(row, LaneView) else f"-{row.id}" for row in view.rows.below]


def felt_words(view: MapView) -> set[str]:
    """The words for all known emotions below the curve."""
    return {one.word for _, feelings, _, _ in view.felt for one in feelings if one.word}


def test_a_lane_that_is_empty_everywhere_does_not_appear() -> None:
    assert ids_of(seen(step(thinks="Hm"), step())) == ["feels", "thinks"]
    assert ids_of(seen(step())) == ["feels"]


def test_every_lane_has_one_cell_per_step() -> None:
    view = seen(
        step(thinks="Hm", gains=["Quick"]),
        step(backstage=["Checks"]),
        step(image={"src": "a.png", "alt": "A"}),
    )
    assert [len(lane.cells) for lane in lanes_of(view)] == [3, 3, 3, 3]


def test_what_customers_do_not_see_stands_behind_the_line_of_visibility() -> None:
    view = seen(step(frontstage=["Greets"], backstage=["Checks"], support=["CRM"], systems=["A"], policy="None"))
    assert ids_of(view) == ["feels", "frontstage", "-visibility", "backstage", "support", "systems", "policy"]


def test_custom_lanes_stand_in_the_order_of_the_catalog() -> None:
    made = journey("buy", step(lanes={"legal": ["Terms"], "data": "Name"}))
    lanes = [{"id": "data", "name": "Personal data"}, {"id": "legal", "name": "Legal"}]
    whole = atlas(made, lanes=lanes)
    view = view_of(whole, made)
    assert [(lane.title, lane.cells) for lane in lanes_of(view)] == [
        ("Personal data", (("Name",),)),
        ("Legal", (("Terms",),)),
    ]


def test_a_hand_off_is_marked_where_the_team_changes() -> None:
    view = seen(step(team="sales"), step(team="sales"), step(team="support"), step())
    assert [("+".join(team.name for team in bar.teams), bar.span, bool(bar.handoff)) for bar in view.teams] == [
        ("Sales", 2, False),
        ("Support", 1, True),
        ("", 1, False),
    ]
    assert view.handoffs == 1


def test_the_team_comes_from_the_touchpoint_unless_the_step_names_its_own() -> None:
    made = journey("buy", step(touchpoint="chat"), step(touchpoint="chat", team="sales"))
    touchpoints = [{"id": "chat", "name": "Chat", "channel": "web", "team": "support"}]
    view = view_of(atlas(made, touchpoints=touchpoints), made)
    assert [team.href for bar in view.teams for team in bar.teams] == ["../../teams/support/", "../../teams/sales/"]


def test_a_pain_of_another_journey_is_shared_and_leads_to_its_page() -> None:
    home = journey("home", step(pains=[pain("slow")]))
    guest = journey("buy", step(pains=["slow"]))
    view = view_of(atlas(home, guest), guest)
    (card,) = lanes_of(view)[0].cells[0]
    assert card.shared
    assert card.href == "../../pains/slow/"


def test_an_opportunity_that_a_step_names_and_that_answers_its_pain_stands_there_once() -> None:
    made = journey("buy", step(pains=[pain("slow")], opportunities=["fast"]), step(pains=["slow"]), step())
    view = view_of(atlas(made, opportunity("fast", pains=["slow"])), made)
    (lane,) = [lane for lane in lanes_of(view) if lane.id == "opportunities"]
    assert [len(cards) for cards in lane.cells] == [1, 1, 0]


def test_the_pain_lane_counts_open_pains_only() -> None:
    view = seen(step(pains=[pain("a"), pain("b", status="resolved"), pain("c", status="in-progress")]))
    assert lanes_of(view)[0].hint == "2 open"


def test_a_branch_names_the_step_that_it_leads_to() -> None:
    view = seen(step("Asks", leads_to=["pay"]), step("Waits"), step("Pays", id="pay"))
    (card,) = lanes_of(view)[0].cells[0]
    assert (card.text, card.href, card.note) == ("Pays", "#step-3", "step 3")


def test_the_funnel_stands_under_the_stages_that_it_measures() -> None:
    made = journey(
        "buy",
        stage("one", step(), volume="visits"),
        stage("two", step(), step()),
        stage("three", volume="trials"),
    )
    figures = {"visits": observed(("2026-10-31", 200)), "trials": observed(("2026-10-31", 50))}
    view = view_of(atlas(made, observations=figures), made)
    first, none, last = view.reached.bars
    assert (first.figure, first.share) == ("200", 100)
    assert (first.on, first.off) == ("25% go on (19.5 to 31.4)", "150 (75%) do not")
    assert (none.span, none.figure) == (2, "")
    assert (last.figure, last.share, last.on) == ("50", 25, "")


@given(st.lists(st.lists(st.sampled_from(["", "sales", "support"]), min_size=1, max_size=8), min_size=1, max_size=6))
def test_stages_and_team_bars_cover_every_step_once(teams: list[list[str]]) -> None:
    stages = [stage(f"s{n}", *(step(team=t) if t else step() for t in names)) for n, names in enumerate(teams)]
    view = seen(*stages)
    count = sum(len(names) for names in teams)
    assert len(view.steps) == count
    assert sum(head.span for head in view.stages) == count
    assert sum(bar.span for bar in view.teams) in (0, count)
    assert sum("journeys-opens" in step.looks for step in view.steps) == len(teams)


def test_a_blueprint_without_emotions_has_no_curve() -> None:
    view = seen(step(touchpoint="shop", frontstage=["Greets"], pains=[pain()]), step(), kind="blueprint")
    assert [row.id for row in view.rows.above_steps] == ["touchpoint"]
    assert ids_of(view) == ["-interaction", "frontstage", "-besides", "pains"]


def test_a_blueprint_with_an_emotion_has_its_curve_beside_the_blueprint() -> None:
    view = seen(step(backstage=["Checks"], emotion=0), step(), kind="blueprint")
    assert ids_of(view) == ["-interaction", "-visibility", "backstage", "-besides", "feels"]


def test_feelings_of_a_blueprint_without_emotions_are_words_in_a_lane() -> None:
    view = seen(step(feelings=["glad", "tired"]), step(feelings={"tom": ["proud"]}), kind="blueprint")
    (lane,) = lanes_of(view)
    assert (lane.id, lane.title) == ("feels", "Feels")
    assert [[(one.text, one.who.name) for one in cell] for cell in lane.cells] == [
        [("glad, tired", "Maya")],
        [("proud", "Tom")],
    ]


def test_lanes_that_the_catalog_hides_are_told_where_the_map_has_them() -> None:
    made = journey("buy", step(policy="None", lanes={"legal": ["Terms"]}, thinks="Hm"))
    lanes = [{"id": "legal", "name": "Legal"}]
    whole = atlas(made, lanes=lanes, map={"hidden": ["gains", "legal", "policy"]})
    assert view_of(whole, made).hidden == ("own-legal", "policy")


def test_our_lanes_speak_the_language_of_the_site_and_one_of_the_catalog_keeps_its_name() -> None:
    made = journey("buy", step(thinks="Hm", frontstage=["Greets"], lanes={"rules": ["Sign"]}))
    with speaking(PSEUDO):
        view = view_of(atlas(made, lanes=[{"id": "rules", "name": "Thinks"}]), made)
    titles = {lane.id: lane.title for lane in lanes_of(view)}
    assert titles == {
        "thinks": in_pseudo_letters("Thinks"),
        "own-rules": "Thinks",
        "frontstage": in_pseudo_letters("Frontstage"),
    }


def test_a_map_says_nothing_in_the_language_that_was_spoken_before() -> None:
    made = journey("buy", step("Asks", emotion={"maya": -1.5}, actors=["maya", "tom"]), step("Pays", emotion=2), step())
    of = atlas(made)
    before = view_of(of, made)
    with speaking(PSEUDO):
        between = view_of(of, made)
    assert view_of(of, made) == before
    assert felt_words(before) == {"very negative", "very positive"}
    assert felt_words(between) == {in_pseudo_letters("very negative"), in_pseudo_letters("very positive")}
    assert "feels" not in between.curve.summary
