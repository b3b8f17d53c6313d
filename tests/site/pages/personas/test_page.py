"""The pages of the personas."""

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.personas.index import personas_pages
from support.atlases import atlas, evidence, journey, pain, persona, step
from support.contexts import html_of, site


def pages(*documents: object, **fields: object) -> dict[str, Page]:
    return {page.uri: page for page in personas_pages(site(atlas(*documents, **fields)))}


def html_for(*documents: object, **fields: object) -> str:
    return html_of(pages(*documents, **fields)["personas/maya.md"])


WHOLE = persona(
    "maya",
    name="Maya Okoye",
    role="Operations lead",
    quote="Tell me what it costs.",
    summary="Runs **nine** projects.",
    segment="small",
    share=46,
    goals=["Leaves at five"],
    frustrations=["Chases everybody"],
    needs=["A clear price"],
    motivations=["Quiet days"],
    behaviours=["Asks a peer"],
    skills=["Planning"],
    channels=["web"],
    devices=["Laptop"],
    accessibility=["Large type"],
    context="On site half the day",
    demographics={"Place": "Lyon"},
    traits=[{"name": "Patience", "low": "Short", "high": "Long", "value": 40}],
    empathy={"says": ["Hello"], "thinks": ["Hm"], "does": ["Walks"], "feels": ["Calm"]},
    evidence=["talks/price"],
    confidence="validated",
    owner="growth",
    reviewed="2026-01-01",
)
TALKS = evidence("talks", title="Talks", findings=[{"id": "price", "text": "Wants one price"}])


def test_the_page_holds_everything_that_the_file_says() -> None:
    html = html_for(WHOLE, TALKS)
    given = (
        *("Maya Okoye", "Operations lead", "Tell me what it costs.", "Runs <strong>nine</strong> projects.", "46%"),
        *("Leaves at five", "Chases everybody", "A clear price", "Quiet days", "Asks a peer", "Planning"),
        *("Laptop", "Large type", "On site half the day", "Lyon", "Hello", "Hm", "Walks", "Calm"),
        *("Wants one price", "validated", "Growth", "Small", "Web"),
    )
    assert [text for text in given if text not in html] == []


def test_a_trait_is_a_slider_with_its_number_in_words() -> None:
    html = html_for(WHOLE, TALKS)
    assert "<title>Patience: 40 of 100, from Short to Long</title>" in html
    assert 'cx="40%"' in html


def test_parts_without_content_do_not_appear() -> None:
    html = html_for(persona("maya"))
    parts = ("Goals", "Frustrations", "Empathy map", "Journeys</", "Worst pains", "Traits", "Context", "Devices")
    assert [part for part in parts if part in html] == []


def test_initials_stand_in_for_a_portrait() -> None:
    html = html_for(persona("maya", name="Maya de Souza Okoye"))
    assert ">MO</span>" in html
    assert "<img" not in html


def test_a_portrait_comes_from_the_pictures_folder() -> None:
    html = html_for(persona("maya", image={"src": "assets/people/maya.png", "alt": "Maya at her desk"}))
    assert 'src="../../assets/journeys/pictures/people/maya.png" alt="Maya at her desk"' in html


def test_a_proto_persona_says_that_it_is_a_sketch() -> None:
    html = html_for(persona("maya", kind="proto-persona"))
    assert "journeys-provisional" in html
    assert "Talk to people before building on it" in html
    assert "journeys-provisional" not in html_for(persona("maya"))


def test_journeys_say_the_role_and_the_persons_own_mean() -> None:
    lead = journey("lead", step(emotion={"maya": 2, "tom": -2}), title="Leads")
    helps = journey("help", step(actors=["maya", "tom"], emotion=-1), personas=["tom"], title="Helps")
    html = html_for(persona("maya"), lead, helps)
    assert html.index("Leads</a>") < html.index("main person") < html.index("Helps</a>") < html.index("also acts")
    assert "+2.0" in html
    assert "−1.0" in html


def test_only_the_eight_worst_open_pains_of_the_person_stand_on_the_page() -> None:
    words = ["cosmetic", "minor", "major", "critical"]
    own = [pain(f"p{n}", severity=words[n % 4]) for n in range(10)]
    healed = pain("healed", severity="critical", status="resolved")
    others = step(actors=["tom"], pains=[pain("elsewhere", severity="critical")])
    page = pages(persona("maya"), journey("buy", step(pains=[*own, healed]), others))["personas/maya.md"]
    html = html_of(page)
    assert html.count('class="journeys-pain-badge ') == 8
    assert html.index("Pain p3") < html.index("Pain p2") < html.index("Pain p1")
    assert "Pain healed" not in html
    assert "Pain elsewhere" not in html
    assert 'href="../../pains/?persona=maya#backlog">All 10 open pains' in html


def test_search_finds_the_parts_by_their_words() -> None:
    found = {section.anchor: section.words for section in pages(WHOLE, TALKS)["personas/maya.md"].sections}
    assert "Leaves at five" in found["goals"]
    assert "Calm" in found["empathy-map"]
    assert "Runs nine projects." in found["persona"]


def test_every_anchor_of_the_page_stands_in_its_html() -> None:
    page = pages(WHOLE, TALKS, journey("buy", step(pains=[pain()])))["personas/maya.md"]
    html = html_of(page)
    missing = [one.anchor for one in page.sections if f'id="{one.anchor}"' not in html]
    assert missing == []


def test_the_index_shows_the_largest_share_first() -> None:
    html = html_of(pages(persona("small", share=10), persona("large", share=60))["personas.md"])
    assert html.index("Large") < html.index("Small")


def test_the_index_counts_journeys_and_names_the_worst_pain() -> None:
    bad = pain("bad", severity="critical", title="Nobody answers")
    html = html_of(pages(persona("maya"), journey("buy", step(emotion=-2, pains=[bad])))["personas.md"])
    assert "<dt>Journeys</dt><dd>1</dd>" in html
    assert "−2.0" in html
    assert "Nobody answers" in html


def test_an_atlas_without_personas_has_no_such_pages() -> None:
    assert pages() == {}


JOBS = ["Be home by six", {"job": "Know the price", "when": "When I compare", "so_that": "so that nobody asks twice"}]


def test_jobs_to_be_done_stand_with_their_situation_and_their_gain() -> None:
    page = pages(persona("maya", jobs=JOBS))["personas/maya.md"]
    html = html_of(page)
    assert '<h2 id="jobs">Jobs to be done' in html
    assert "<li><b>Be home by six</b></li>" in html
    assert 'When I compare:</span> <b>Know the price</b> <span class="journeys-soft">so that nobody' in html
    (section,) = [one for one in page.sections if one.anchor == "jobs"]
    assert section.words == "Be home by six When I compare: Know the price, so that nobody asks twice"
    assert "Jobs to be done" not in html_for(persona("maya"))


def test_a_persona_leads_to_where_more_is_written() -> None:
    html = html_for(persona("maya", links=[{"title": "The talks", "url": "https://example.com/talks"}]))
    assert '<b>Links:</b> <a href="https://example.com/talks" rel="noopener noreferrer">The talks</a>' in html


def test_a_blueprint_among_the_journeys_is_called_so() -> None:
    html = html_for(persona("maya"), journey("buy", step(), kind="blueprint"))
    assert "<bdi>main person</bdi> · service blueprint" in html
    assert "journeys-spark" not in html
    assert "not known" not in html
