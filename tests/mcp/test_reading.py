"""What an assistant is told about an atlas."""

from pathlib import Path

import pytest

from support.assistant import Assistant


def test_a_search_finds_words_in_names_and_texts_and_says_where(reader: Assistant) -> None:
    found = reader.ask("search", query="price CHECKOUT")["found"]
    assert found[0] == {
        "kind": "pain",
        "id": "hidden-fees",
        "name": "The full price shows only at checkout",
        "where": "journeys/maps/buy.yml:46",
    }


def test_a_search_shows_the_text_that_has_the_words(reader: Assistant) -> None:
    found = reader.ask("search", query="taxes late", kind="pain")["found"]
    assert [(one["id"], one["text"]) for one in found] == [("hidden-fees", "Taxes are added late")]


def test_a_search_looks_for_the_beginnings_of_words(reader: Assistant) -> None:
    assert reader.ask("search", query="check")["found"]
    assert reader.ask("search", query="eckout")["found"] is None


def test_a_search_counts_what_it_leaves_out(reader: Assistant) -> None:
    all_of_them = reader.ask("search", query="price", most=50)["found"]
    few = reader.ask("search", query="price", most=1)
    assert len(few["found"]) == 1
    assert few["more"] == len(all_of_them) - 1


def test_a_journey_comes_with_its_steps(reader: Assistant) -> None:
    journey = reader.ask("journey", id="buy")
    assert (journey["title"], journey["where"]) == (
        "Find out whether the trial is worth paying for",
        "journeys/maps/buy.yml:1",
    )
    first = journey["steps"][0]
    assert first["emotion"] == {"maya": -1, "tom": 1}
    assert (first["id"], first["stage"], first["pains"], first["where"]) == (
        "compare",
        "Looking around",
        ["hidden-fees"],
        "journeys/maps/buy.yml:30",
    )
    assert first["moment_of_truth"] is True
    assert "moment_of_truth" not in journey["steps"][1]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["hidden-fees", "cold-letter"]),
        ({"journey": "buy"}, ["hidden-fees"]),
        ({"journey": "claim"}, ["cold-letter"]),
        ({"persona": "maya", "stage": "consideration"}, ["hidden-fees"]),
        ({"stage": "renewal"}, None),
        ({"touchpoint": "sales-call"}, ["hidden-fees"]),
        ({"team": "growth"}, ["hidden-fees"]),
        ({"team": "sales"}, None),
        ({"opportunity": "one-price"}, ["hidden-fees"]),
        ({"severity": "major"}, ["hidden-fees"]),
        ({"severity": "critical"}, None),
        ({"status": "open"}, ["hidden-fees", "cold-letter"]),
        ({"status": "resolved"}, None),
        ({"status": "any"}, ["hidden-fees", "cold-letter"]),
    ],
)
def test_pains_are_narrowed_down(reader: Assistant, wanted: dict[str, str], found: list[str] | None) -> None:
    pains = reader.ask("pains", **wanted)["pains"]
    assert [one["id"] for one in pains] == found if found else pains is None


def test_a_pain_says_at_which_steps_it_is_felt(reader: Assistant) -> None:
    (pain,) = reader.ask("pains", journey="buy")["pains"]
    assert (pain["steps"], pain["where"]) == (["buy/1", "buy/2"], "journeys/maps/buy.yml:46")


def test_a_score_shows_its_working_and_what_nobody_said(reader: Assistant) -> None:
    pain = reader.ask("explain_score", kind="pain", id="hidden-fees")
    assert (pain["score"], pain["working"], pain["missing"]) == (42, "3 × 3 × 3 ÷ 64 × 100 × 1.0 = 42", None)
    opportunity = reader.ask("explain_score", kind="opportunity", id="one-price")
    assert opportunity["working"].endswith(f"= {opportunity['score']}")


def test_a_persona_comes_with_journeys_and_pains(reader: Assistant) -> None:
    persona = reader.ask("persona", id="maya")
    assert "buy" in persona["journeys"]
    assert persona["pains"] == ["hidden-fees", "cold-letter"]
    assert persona["says"]["goals"]


def test_a_metric_comes_with_figures_of_six_digits_and_its_uses(reader: Assistant) -> None:
    metric = reader.ask("metric", id="trial-conversion")
    assert metric["figures"]
    assert all(len(f"{one['value']:.10g}".replace(".", "")) <= 6 for one in metric["figures"])
    assert (metric["journeys"], metric["steps"]) == (["buy"], ["buy/1"])


def test_reach_names_the_places_and_who_stands_there(reader: Assistant) -> None:
    reach = reader.ask("reach", kind="touchpoint", id="pricing-page")
    assert [(one["kind"], one["id"], one["where"], one["text"]) for one in reach["named"]] == [
        ("step", "buy/compare", "journeys/maps/buy.yml:32", "names it in touchpoint"),
        ("step", "claim/1", "journeys/maps/service/claim.yml:16", "names it in touchpoint"),
    ]
    assert (reach["journeys"], reach["teams"]) == (["buy", "claim"], ["growth", "sales"])
    assert reach["personas"] == ["maya", "tom"]
    assert reach["pains"] == ["hidden-fees"]
    assert (reach["studies"], reach["tell"]) == (["interviews"], ["growth", "sales"])


@pytest.mark.parametrize(
    ("kind", "id", "journeys"),
    [
        ("journey", "buy", ["buy"]),
        ("step", "buy/1", ["buy"]),
        ("step", "buy/call", ["buy"]),
        ("pain", "hidden-fees", ["buy"]),
        ("opportunity", "one-price", ["buy"]),
        ("channel", "phone", ["buy", "claim"]),
        ("team", "growth", ["buy", "claim"]),
        ("metric", "trial-conversion", ["buy"]),
        ("evidence", "interviews", ["buy"]),
        ("finding", "interviews/fees", ["buy"]),
        ("segment", "small-firms", ["buy", "buy-later", "whole-life", "claim"]),
    ],
)
def test_everything_has_a_reach(reader: Assistant, kind: str, id: str, journeys: list[str]) -> None:
    assert reader.ask("reach", kind=kind, id=id)["journeys"] == journeys


@pytest.mark.parametrize(
    ("tool", "arguments", "refusal"),
    [
        ("journey", {"id": "buyy"}, "There is no journey 'buyy'. Did you mean 'buy'?"),
        ("persona", {"id": "nobody"}, "There is no persona 'nobody'. Use search to find its id."),
        ("pains", {"journey": "nowhere"}, "There is no journey 'nowhere'. Use search to find its id."),
        ("reach", {"kind": "step", "id": "buy/9"}, "There is no step 'buy/9'."),
        ("explain_score", {"kind": "pain", "id": "hidden-fee"}, "There is no pain 'hidden-fee'. Did you mean"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    reader: Assistant, tool: str, arguments: dict[str, str], refusal: str
) -> None:
    assert reader.ask(tool, **arguments).refusal.startswith(refusal)


def test_a_thing_is_read_as_it_stands_in_its_file(reader: Assistant) -> None:
    pain = reader.read("journeys://pain/hidden-fees").splitlines()
    assert pain[:3] == [
        "# journeys/maps/buy.yml:46",
        "- id: hidden-fees",
        "  title: The full price shows only at checkout",
    ]
    assert "name: Calls sales" in reader.read("journeys://step/buy/2")
    assert "Ten of twelve" in reader.read("journeys://finding/interviews/fees")
    assert reader.read("journeys://persona/maya").startswith("# journeys/personas/maya.yml:1\n")


def test_the_format_the_rules_and_an_overview_can_be_read(reader: Assistant) -> None:
    assert '"title": "Persona"' in reader.read("journeys://schema/persona")
    assert "Why:" in reader.read("journeys://rule/review-overdue")
    assert '"buy": "Find out whether the trial is worth paying for"' in reader.read("journeys://atlas")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("journeys://pain/nothing", "There is no pain 'nothing'."),
        ("journeys://schema/nothing", "There is no schema 'nothing'."),
        ("journeys://rule/review-overdu", "Did you mean 'review-overdue'?"),
        ("journeys://files/etc", "There is no kind 'files'."),
    ],
)
def test_an_address_that_leads_nowhere_is_said(reader: Assistant, address: str, said: str) -> None:
    assert said in reader.read(address)


def test_a_changed_file_is_read_anew(assistant: Assistant, root: Path) -> None:
    map_file = root / "journeys/maps/buy.yml"

    async def talk(client: object) -> list[str]:
        titles = []
        for title in ("Find out whether", "See whether"):
            map_file.write_text(map_file.read_text("utf-8").replace("Find out whether", title), "utf-8")
            result = await client.call_tool("journey", {"id": "buy"})  # type: ignore[attr-defined]
            titles.append(result.structured_content["title"])
        return titles

    assert assistant.run(talk) == [
        "Find out whether the trial is worth paying for",
        "See whether the trial is worth paying for",
    ]


def test_a_mistake_in_the_atlas_is_told_in_place_of_an_answer(assistant: Assistant, root: Path) -> None:
    (root / "journeys/personas/maya.yml").write_text("name: [", "utf-8")
    refusal = assistant.ask("journey", id="buy").refusal
    assert refusal.startswith("The atlas has ")
    assert "journeys/personas/maya.yml:" in refusal
    assert any("maya.yml" in line for line in assistant.ask("check")["problems"])


def test_a_check_names_the_worst_first(reader: Assistant) -> None:
    found = reader.ask("check")
    levels = [line.split(": ")[1].split("[")[0] for line in found["problems"] or ()]
    assert levels == sorted(levels, key=["error", "warning", "info"].index)
    assert "files checked" in found["summary"]
