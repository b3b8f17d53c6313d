"""The home page."""

import re

from mkdocs_journeys.site.pages.home.page import home_pages
from support.atlases import atlas, journey, pain, stage, step
from support.contexts import html_of, site


def home(*documents: object, **fields: object) -> str:
    (page,) = home_pages(site(atlas(*documents, **fields)))
    return html_of(page)


def test_a_cell_of_the_heat_map_leads_to_that_stage_of_that_journey() -> None:
    html = home(journey("buy", stage("one", step(emotion=1)), stage("two", step(emotion=-2, pains=[pain()]))))
    assert 'href="./journeys/buy/#stage-2"' in html
    assert "−2.0" in html
    assert "very negative" in html
    assert "1 pain" in html


def test_an_unknown_emotion_is_a_question_mark_and_no_colour() -> None:
    html = home(journey("buy", step()))
    assert "journeys-heat-unknown" in html
    assert "journeys-emotion-" not in html


def test_figures_count_what_there_is() -> None:
    html = home(journey("buy", step(pains=[pain(severity="critical", frequency="always", impact="critical")])))
    assert "<b>1</b><span>journey</span>" in html
    assert 'href="./pains/?band=high"><b>' in html
    assert "never reviewed" in html


def test_urgent_pains_name_the_step_where_they_hurt() -> None:
    html = home(journey("buy", step("Pays", pains=[pain("slow", title="Slow answers")])))
    assert "Slow answers" in html
    assert 'at <a href="./journeys/buy/#step-1">Pays</a>' in html
    assert "no owner" in html


def test_moments_of_truth_that_hurt_are_listed() -> None:
    html = home(journey("buy", step("Pays", emotion=-2, moment_of_truth=True), step("Shares", emotion=2)))
    assert 'href="./journeys/buy/#step-1">Pays</a>' in html


def test_home_takes_another_address_where_the_site_has_a_page_of_its_own() -> None:
    (page,) = home_pages(site(atlas(journey("buy", step())), home_uri="atlas.md"))
    assert page.uri == "atlas.md"
    assert 'href="../journeys/buy/#stage-1"' in html_of(page)


MANY = [journey(f"j{n}", step(emotion=n % 3 - 1), group=("retail", "retail/returns", "")[n % 3]) for n in range(60)]


def test_the_heat_map_of_many_journeys_has_a_line_for_each_group() -> None:
    html = home(*MANY)
    assert 'href="./journeys/group/retail/">Retail</a> <span class="journeys-soft">40 journeys</span>' in html
    assert 'href="./journeys/lifecycle/1/">Across the lifecycle</a>' in html
    assert "/journeys/j1/" not in html[: html.index("All 60 journeys")]


def test_the_curve_of_a_group_runs_through_the_means_of_its_stages() -> None:
    many = [journey(f"j{n}", step(emotion=1), step(emotion=-1), group="ab"[n % 2]) for n in range(60)]
    (curve,) = set(re.findall(r'<path d="M0 12H100"/><path d="([^"]+)"', home(*many)))
    assert curve == "M42 12l16 0"


def test_the_heat_map_of_many_journeys_without_groups_shows_those_that_feel_worst() -> None:
    html = home(*(journey(f"j{n}", step(emotion=2 if n < 30 else -2)) for n in range(70)))
    assert "The 40 journeys that feel worst" in html
    assert html.count("journeys-heat-cell") == 40
    assert "/journeys/j69/#stage-1" in html
    assert "/journeys/j0/#stage-1" not in html


def test_long_lists_are_cut_and_counted() -> None:
    steps = [step(f"Pays {n}", emotion=-2, moment_of_truth=True) for n in range(20)]
    html = home(journey("buy", *steps), *(journey(f"j{n}", step()) for n in range(14)))
    assert "and 15 more, each on the map" in html
    assert html.count("never reviewed") == 12
    assert "and 3 more" in html


def test_each_lifecycle_has_its_heat_map_under_its_name() -> None:
    cycles = [{"id": id, "name": f"The {id}", "stages": [id]} for id in ("buyers", "suppliers")]
    trips = [journey("a", stage("suppliers")), journey("b", stage("buyers")), journey("c", stage("other"))]
    (page,) = home_pages(site(atlas(*trips, lifecycles=cycles)))
    maps = {one.anchor: one for one in page.sections if "journeys-heat" in one.html}
    assert {anchor: one.title for anchor, one in maps.items()} == {
        "lifecycle-buyers": "The buyers",
        "lifecycle-suppliers": "The suppliers",
        "other-journeys": "Other journeys",
    }
    assert [name for name, one in maps.items() if "/journeys/a/" in one.html] == ["lifecycle-suppliers"]
    assert "All present journeys" in maps["other-journeys"].html
    assert 'aria-label="Journeys across the lifecycle: The buyers"' in maps["lifecycle-buyers"].html
    assert html_of(page).count("Every cell leads to that stage.") == 1


def test_a_blueprint_on_the_heat_map_is_not_asked_how_it_feels() -> None:
    html = home(journey("buy", step(pains=[pain()]), kind="blueprint"))
    line = html[html.index("<tbody", html.index("journeys-heat")) : html.index("</tbody>")]
    assert '<span class="journeys-chip">blueprint</span>' in line
    assert "not asked for" in line
    assert "1 pain" in line
    assert "not known" not in line


def test_a_moment_that_hurts_shows_the_lowest_emotion_there_and_the_worst_come_first() -> None:
    mixed = step("Hears two sides", actors=["maya", "tom"], emotion={"maya": -1, "tom": 1}, moment_of_truth=True)
    html = home(journey("buy", mixed, step("Pays twice", emotion=-2, moment_of_truth=True)))
    moments = html[html.index("journeys-moments") :]
    assert moments.index("Pays twice") < moments.index("Hears two sides")
    assert "−1" in moments[moments.index("Pays twice") :]
    assert "0.0" not in moments


def test_what_nobody_owns_is_listed_with_its_reason() -> None:
    html = home(
        journey("buy", step(touchpoint="chat", pains=[pain("slow")]), step(touchpoint="chat")),
        touchpoints=["chat", "poster"],
    )
    for reason in (
        "journey: journey without an owner",
        "touchpoint: live touchpoint without a team, used by 2 steps",
        "touchpoint: live touchpoint without a team, used by no step",
        "pain: open pain without an owner, score 6",
    ):
        assert reason in html
