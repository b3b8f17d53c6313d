"""The page that compares any two journeys, and the pages of pairs."""

import json
from datetime import date
from typing import Any

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.pages.compare import page as compare
from mkdocs_journeys.site.pages.compare.page import compare_pages, comparisons_with
from support.atlases import atlas, journey, observed, opportunity, pain, persona, stage, step
from support.contexts import context, html_of, site

NOW = journey(
    "now",
    stage("choose", step("Asks", emotion=-1, touchpoint="desk", pains=[pain("form", title="A <b>long</b> form")])),
    stage("pay", step("Waits", emotion=-2, wait="2 d"), step("Pays", emotion=0)),
)
THEN = journey(
    "then",
    stage("choose", step("Asks", emotion=1, touchpoint="desk"), step("Tries", emotion=0.5)),
    stage("pay", step("Pays", emotion=0, moment_of_truth=True, pains=["form"])),
    state="future",
    baseline="now",
    title="A better way",
)
GONE = THEN.model_copy(update={"stages": THEN.stages[:1]})


def pages(found: Atlas, **settings: Any) -> dict[str, Page]:
    return {page.uri: page for page in compare_pages(site(found, **settings)) if isinstance(page, Page)}


def data(found: Atlas, id: str) -> Any:
    (asset,) = (one for one in compare_pages(site(found)) if isinstance(one, Asset) and one.uri.endswith(f"/{id}.json"))
    return json.loads(asset.content)


def html(page: Page) -> str:
    return " ".join(html_of(page).split())


def test_a_future_journey_has_a_page_beside_today() -> None:
    page = pages(atlas(NOW, THEN))["compare/now/then.md"]
    shown = html(page)
    assert page.title == "Journey now: today against tomorrow"
    assert (page.source, page.kind, page.in_nav) == ("journeys/maps/then.yml", "compare", False)
    assert "−</b> would go <b>1</b>" in shown
    assert "+</b> new <b>1</b>" in shown
    assert "≠</b> changes <small>emotion, pains</small>" in shown
    assert '<a href="../../../journeys/then/#step-2">Tries</a>' in shown
    assert "<small>waits 2 d</small>" in shown
    assert "Pains that would stay" in shown


def test_pains_that_would_go_are_struck_through_and_called_so_and_author_text_is_escaped() -> None:
    shown = html(pages(atlas(NOW, GONE))["compare/now/then.md"])
    assert "<s><a href=" in shown
    assert "A &lt;b&gt;long&lt;/b&gt; form</a></s> <small>would go</small>" in shown
    assert "<b>long" not in shown
    assert "Stages that only today’s journey passes:" in shown


def test_the_curves_of_both_run_through_one_row_of_columns() -> None:
    shown = html(pages(atlas(NOW, THEN))["compare/now/then.md"])
    assert 'class="journeys-pair-dots" d="M80 76h0M400 96h0M560 56h0"' in shown
    assert 'class="journeys-pair-line" d="M80 36c80 0 80 10 160 10c160 0 160 10 320 10"' in shown
    assert shown.count("<use ") == 4


def test_where_nothing_is_delivered_the_page_says_so() -> None:
    shown = html(pages(atlas(NOW, THEN))["compare/now/then.md"])
    assert "No opportunity stands behind this journey yet." in shown
    assert "Nothing of it is delivered yet." in shown
    assert "No metric stands behind this journey" in shown


def test_after_a_delivery_promised_stands_beside_measured() -> None:
    metric = {"id": "effort", "name": "Effort", "kind": "duration", "unit": "d", "better": "lower", "target": 6}
    form = {"id": "f", "name": "F", "status": "delivered"}
    done = opportunity("easy", title="Easier", journeys=["then"], metrics=["effort", "none"], solutions=[form])
    rows = {"effort": observed(("2026-01-01", 11), ("2026-05-01", 7))}
    found = atlas(NOW, THEN, done, metrics=[metric, {"id": "none", "name": "None", "kind": "count"}], observations=rows)
    shown = html(pages(found, deliveries=lambda _: {("easy", "f"): date(2026, 3, 1)})["compare/now/then.md"])
    assert "new, 1 of 1 solution delivered, 2026-03-01" in shown
    assert "Before and after 2026-03-01<br>Of 1 metric nothing was measured since." in shown
    assert 'data-label="Promised">6 d</td>' in shown
    assert 'data-label="Measured before">11 d (2026-01-01)</td>' in shown
    assert 'data-label="Measured since">7 d (2026-05-01)</td>' in shown
    assert "1 d to go" in shown
    assert 'data-label="Measured since">not measured</td>' in shown


def test_variants_and_two_people_are_compared_without_saying_what_is_better() -> None:
    small = journey("small", step("Asks", emotion={"maya": 1, "tom": -1}), segments=["small"], personas=["maya", "tom"])
    large = journey("large", step("Asks", emotion=2), segments=["large"])
    found = pages(atlas(small, large, persona("tom", name="Tom <i>")))
    assert list(found) == ["compare.md", "compare/small/large.md", "compare/small/maya/tom.md"]
    assert found["compare/small/maya/tom.md"].title == "Maya against Tom <i>: Journey small"
    variants, people = html(found["compare/small/large.md"]), html(found["compare/small/maya/tom.md"])
    assert '<bdi dir="ltr">+2.0</bdi>' in variants
    assert 'on the journey <a href="../../../../journeys/small/">' in people
    assert "Tom &lt;i&gt;" in people
    assert "the mean of what they feel" in variants
    assert "the mean of what they feel" not in people
    for text in ("better", "Promised", "would go"):
        assert text not in variants + people


def test_the_page_by_address_lists_pairs_and_holds_what_its_script_says() -> None:
    shown = html(pages(atlas(NOW, THEN))["compare.md"])
    assert '<option value="then">A better way</option>' in shown
    assert "Choosing any two needs JavaScript." in shown
    assert '<a href="../compare/now/then/">Journey now: today against tomorrow</a>' in shown
    assert "<form class=" in shown
    assert " hidden>" in shown


def test_one_journey_of_one_person_has_nothing_to_compare() -> None:
    assert pages(atlas(journey("buy"))) == {}
    assert list(comparisons_with(context(atlas(journey("buy"))), journey("buy"))) == []


def test_the_page_of_a_journey_leads_to_what_it_can_be_compared_with() -> None:
    small = journey("small", step(emotion={"maya": 1, "tom": -1}), segments=["small"])
    large = journey("large", segments=["large"])
    found = comparisons_with(context(atlas(small, large), "journeys/small.md"), small)
    assert [(link.name, link.href) for link in found] == [
        ("Journey large", "../../compare/small/large/"),
        ("Maya against Tom", "../../compare/small/maya/tom/"),
        ("any other journey", "../../compare/?a=small"),
    ]


def test_of_many_journeys_only_futures_have_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "MOST_JOURNEYS", 1)
    both = journey("both", step(emotion={"maya": 1, "tom": -1}))
    assert list(pages(atlas(NOW, THEN, both))) == ["compare.md", "compare/now/then.md"]


def test_the_data_of_a_journey_is_what_its_script_cannot_work_out() -> None:
    found = data(atlas(NOW, THEN), "now")
    assert found["href"] == "../journeys/now/"
    assert found["sides"][""] == {"emotion": -1.0, "counts": [1, 0, 3, 0], "time": [172800, 172800, "2 d"]}
    assert found["steps"][1] == {
        "name": "Waits",
        "stage": "pay",
        "felt": {"": -2.0},
        "time": ", 2 d",
        "notes": ["waits 2 d"],
    }
    assert found["pains"]["form"][0] == "A <b>long</b> form"
    assert found["people"] == []
