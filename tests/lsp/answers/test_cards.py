"""What is shown of a thing, and of keys and words, when the mouse rests on them."""

import pytest
from markdown_it import MarkdownIt

from lsp.support_marked import MEASURED, SMALL, role_of_kind, snapshot_of, unmarked
from mkdocs_journeys.lsp.answers.cards import card, escaped
from mkdocs_journeys.lsp.answers.hover import hover_at
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS


@pytest.fixture(scope="module")
def small() -> Snapshot:
    return snapshot_of(SMALL)


def shown(marked: str, snapshot: Snapshot, kind: str = "journey") -> str:
    text, offset = unmarked(marked)
    found = hover_at(text, role_of_kind(kind), offset, snapshot)
    return found.markdown if found else ""


def test_a_pain_is_shown_with_its_score_and_its_working(example: Snapshot) -> None:
    text = card(example.things("pain")["hidden-fees"], example)
    assert text.startswith("**The full price shows only at checkout**\n\npain `hidden-fees`, used 4 times\n\n")
    assert "Score 100, high: 4 × 4 × 4 ÷ 64 × 100 × 1.0 = 100" in text
    assert "touchpoint:" not in text


def test_a_persona_is_shown_with_their_goals(example: Snapshot) -> None:
    text = card(example.things("persona")["noemie-studio-lead"], example)
    assert "Goals:\n\n- Knows on Monday what will be late on Friday\n" in text


def test_a_metric_is_shown_with_its_latest_figure(example: Snapshot) -> None:
    assert "Latest: " in card(example.things("metric")["nps"], example)


def test_steps_and_metrics_of_measure_yml_are_shown() -> None:
    snapshot, measure = snapshot_of(MEASURED), MEASURED["journeys/measure.yml"]
    step = shown(measure.replace("{compare", "{com|pare"), snapshot, "measure")
    assert step == "**Compares the plans**\n\nstep `buy/compare`, used 2 times\n\ntouchpoint Pricing page"
    assert shown(measure.replace("metric: visits", "metric: vi|sits"), snapshot, "measure").startswith("**Visits**")


@pytest.mark.parametrize("kind", [*DOCUMENTS, "pain", "finding", "step", "asset", *CATALOG_LISTS.values()])
def test_everything_has_a_card(kind: str, example: Snapshot) -> None:
    for thing in example.things(kind).values():
        assert f"`{thing.id}`" in card(thing, example)


def test_a_thing_of_a_file_that_could_never_be_read_has_a_card() -> None:
    broken = SMALL | {"journeys/personas/ana.yml": "name: [Ana\n"}
    snapshot = snapshot_of(broken)
    assert card(snapshot.things("persona")["ana"], snapshot).startswith("**ana**\n\npersona `ana`, used 1 time")


HOSTILE = (
    *("<script>alert(1)</script>", "- item", "1. item", "12) item", "+ x", "# head", "=== x", "> quote", "| a | b |"),
    *(
        "a_b *c* **d**",
        "`code`",
        "[x](javascript:alert(1))",
        "![x](y)",
        "&lt;",
        "~~~ x",
        "a\\*b",
        "<https://x.example>",
    ),
    *("one\n\n# two", "***", "___", "--- x"),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_an_author_is_shown_as_it_is(text: str) -> None:
    (opening, inline, closing) = MarkdownIt("commonmark").parse(escaped(text))
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or ()) == " ".join(text.split())


def test_the_word_under_the_mouse_is_explained(small: Snapshot) -> None:
    assert shown("personas: a|na", small).startswith("**Ana**\n\npersona `ana`")
    assert shown("per|sonas: ana", small).startswith("**personas** (id of a persona, or a list of them)")
    assert shown("status: li|ve", small) == "**live**: agreed, and kept up to date"
    assert shown("lint: {rules: {no-low|-point: off}}", small, "catalog").endswith(".")
    assert shown("objective: Some w|ords", small) == ""
    assert shown("no_such_k|ey: x", small) == ""
    assert shown("personas: nob|ody", small) == ""


def test_a_new_pain_that_is_not_loaded_yet_has_no_card(small: Snapshot) -> None:
    assert shown("stages:\n  - steps:\n      - pains:\n          - id: brand-n|ew\n", small) == ""
