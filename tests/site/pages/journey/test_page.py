"""The page of a journey."""

from datetime import date

from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.journey.page import journey_pages
from support.atlases import atlas, evidence, journey, observed, opportunity, pain, persona, stage, step
from support.contexts import html_of, site


def page_of(*documents: object, id: str = "buy", **fields: object) -> Page:
    return next(
        page for page in journey_pages(site(atlas(*documents, **fields))) if page.uri == page_uri("journey", id)
    )


def test_a_page_opens_the_yaml_that_it_came_from() -> None:
    assert page_of(journey("buy", step())).source == "journeys/maps/buy.yml"


def test_the_head_tells_who_whose_and_how_fresh() -> None:
    html = html_of(
        page_of(
            journey(
                "buy", step(), owner="growth", reviewed="2026-10-02", objective="Sell more", status="live", tags=["eu"]
            ),
            persona("maya", name="Maya Okafor"),
        )
    )
    for words in ("Maya Okafor", "current state", "live", "Growth", "reviewed 51 days ago", "Sell more", "#eu"):
        assert words in html


def test_a_journey_without_owner_and_review_says_so() -> None:
    html = html_of(page_of(journey("buy", step())))
    assert "no owner" in html
    assert "never reviewed" in html


def test_every_stage_and_step_can_be_found_and_linked() -> None:
    page = page_of(journey("buy", stage("one", step("Asks", thinks="Which?")), stage("two", step("Pays"))))
    found = {section.anchor: (section.title, section.words) for section in page.sections}
    assert found["stage-2"][0] == "Two"
    assert found["step-1"] == ("Asks", "Which?")
    html = html_of(page)
    for anchor in ("stage-1", "stage-2", "step-1", "step-2"):
        assert html.count(f'id="{anchor}"') == 1


def test_a_pain_has_a_card_on_each_journey_where_it_is_felt_which_leads_to_its_page() -> None:
    home, guest = (
        journey("home", step(pains=[pain("slow", title="Slow answers")])),
        journey("buy", step(pains=["slow"])),
    )
    for page in (page_of(home, guest, id="home"), page_of(home, guest)):
        (section,) = [section for section in page.sections if section.anchor == "pain-slow"]
        assert not section.searched
        assert '<h3 id="pain-slow"><a href="../../pains/slow/">Slow answers</a>' in html_of(page)


def test_empty_parts_do_not_appear() -> None:
    anchors = [section.anchor for section in page_of(journey("buy", step())).sections]
    assert anchors == ["journey", "journey-map", "stage-1", "step-1", "about", "foot"]


def test_lists_below_the_map_follow_from_the_steps() -> None:
    page = page_of(
        journey(
            "buy",
            step("Asks", team="sales", pains=[pain("slow", evidence=["study"])], metrics=["nps"]),
            step("Waits", team="support", emotion=-2),
            notes="Some **words**",
        ),
        opportunity("faster", pains=["slow"], title="How might we answer faster?"),
        evidence("study", title="Twelve interviews"),
        observations={"nps": observed(("2026-10-31", 31))},
    )
    html = html_of(page)
    anchors = {section.anchor for section in page.sections}
    assert {"pains", "opportunities", "metrics", "evidence", "hand-offs", "notes"} <= anchors
    said = ("How might we answer faster?", "Twelve interviews", "2026-10-31", "Asks</a> <i>", "<strong>words</strong>")
    for words in said:
        assert words in html


def test_the_diagram_stands_beside_a_table_that_says_the_same() -> None:
    html = html_of(page_of(journey("buy", stage("one", step(emotion=-1), goal="Know the price"), stage("two", step()))))
    assert '<pre class="journeys-diagram"' in html
    assert "Stages as a table" in html
    assert "−1.0 negative" in html
    assert "Know the price" in html


def anchors_of(page: Page) -> list[str]:
    return [section.anchor for section in page.sections if section.anchor in ("about", "stages")]


def test_a_diagram_stands_in_sight_where_stages_lead_back_or_to_several_journeys_and_else_in_the_fold() -> None:
    others = (journey("pay", step()), journey("leave", step()))
    loop = (stage("one", step(id="ask")), stage("two", step(leads_to=["ask"])))
    plain = (stage("one", step(leads_to=["pay-it"])), stage("two", step(id="pay-it", leads_to=["journey:pay"])))
    several = (stage("one", step(leads_to=["journey:pay", "journey:leave"])),)
    for stages, anchors in ((loop, ["about", "stages"]), (several, ["about", "stages"]), (plain, ["about"])):
        page = page_of(journey("buy", *stages), *others)
        assert anchors_of(page) == anchors
        assert html_of(page).count('<pre class="journeys-diagram"') == 1


def test_neighbours_follow_the_lifecycle() -> None:
    early, late = journey("b-early", stage("one")), journey("a-late", stage("two"))
    pages = {page.uri: html_of(page) for page in journey_pages(site(atlas(early, late)))}
    assert list(pages) == ["journeys/b-early.md", "journeys/a-late.md"]
    assert 'rel="next" href="../../journeys/a-late/"' in pages["journeys/b-early.md"]
    assert 'rel="prev"' not in pages["journeys/b-early.md"]


def test_relations_lead_both_ways() -> None:
    now = journey("now", step())
    later = journey("buy", step(), state="future", baseline="now", part_of="now")
    assert "Would replace" in html_of(page_of(now, later))
    html = html_of(page_of(now, later, id="now"))
    assert "Future version" in html
    assert "In detail" in html


def test_an_expired_study_is_marked() -> None:
    html = html_of(page_of(journey("buy", step(evidence=["old"])), evidence("old", expires=date(2026, 1, 1))))
    assert "expired" in html


FIGURES = [{"name": "Give up", "value": 38, "unit": "%", "n": 1412, "date": "2026-06-30", "evidence": "talks/fees"}]
TALKS = evidence("talks", findings=[{"id": "fees", "text": "Fees surprise"}])


def test_figures_stand_in_a_table_with_their_source_and_their_place() -> None:
    call = step("Calls", figures=[{"name": "Calls a month", "value": 120}])
    page = page_of(journey("buy", stage("one", step(), figures=FIGURES), stage("two", call)), TALKS)
    (section,) = [one for one in page.sections if one.title == "Figures"]
    source = '/evidence/talks/#finding-fees">Fees surprise</a>'
    for text in ("38%", "n = 1,412", "2026-06-30", source, '"#stage-1">One</a>'):
        assert text in section.html
    assert '<td data-label="Value">120</td>' in section.html
    assert '<td data-label="Source">–</td><td data-label="Where"><a href="#step-2">Calls</a></td>' in section.html
    assert section.words == "Give up 38% Calls a month 120"
    assert "Cited here" in html_of(page)


def test_a_future_journey_tells_how_long_it_takes_and_how_long_it_takes_today() -> None:
    today = journey("now", step(duration="2–5 d"), step(wait="3 d"))
    html = html_of(page_of(today, journey("buy", step(duration="2 d"), state="future", baseline="now")))
    assert "<dd>takes 2 d in all, today 5–8 d in all</dd>" in html
    assert "<dd>takes" not in html_of(page_of(today, journey("buy", step(), state="future", baseline="now")))


def test_a_blueprint_is_called_so_and_not_asked_for_emotions() -> None:
    teams = step(team="one"), step(team="two", backstage=["Checks"])
    html = html_of(page_of(journey("buy", *teams, kind="blueprint")))
    assert '<li class="journeys-chip">service blueprint</li>' in html
    assert "emotion not known" not in html
    assert "not known" not in html
    assert "journeys-curve" not in html
    assert "service blueprint" not in html_of(page_of(journey("buy", step())))


def test_the_mean_emotion_of_a_blueprint_is_told_where_it_is_known() -> None:
    html = html_of(page_of(journey("buy", step(emotion=-1), step(), kind="blueprint")))
    assert "negative on the whole" in html
    assert "journeys-curve" in html
