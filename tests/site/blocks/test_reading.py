"""What blocks say, and each mistake at its own line."""

import pytest

from mkdocs_journeys.problem import Severity
from mkdocs_journeys.site.blocks.reading import AtlasBlock, block_of, broken_link
from mkdocs_journeys.site.blocks.scanning import BlockText, LinkText
from support.atlases import atlas, evidence, journey, pain, stage, step

ATLAS = atlas(
    journey("buy", stage("finding", step(pains=[pain("slow")])), stage("choosing"), stage("paying"), owner="sales"),
    journey("use", personas=["ana"]),
    evidence("talks", findings=[{"id": "price", "text": "Too dear"}]),
    metrics=["nps"],
)


def read(name: str, *body: str, prefix: str = "", closed: bool = True) -> tuple[AtlasBlock | None, list[str]]:
    block, problems = block_of(BlockText(name, 5, prefix, body, closed), ATLAS, "docs/a.md")
    assert all(problem.severity is Severity.WARNING for problem in problems)
    assert all(problem.position.file == "docs/a.md" for problem in problems)
    at = (f"{one.position.line}:{one.position.column} {one.message} {one.hint}".strip() for one in problems)
    return block, list(at)


def test_a_block_names_one_thing_or_several() -> None:
    assert read("journey", "id: buy") == (AtlasBlock("journey", ("buy",)), [])
    block, _ = read("curve", "id: [buy, use]", "caption: Ours")
    assert block == AtlasBlock("curve", ("buy", "use"), caption="Ours")


def test_options_hold_texts_and_the_things_that_they_name_are_mentioned() -> None:
    block, problems = read("pains", "journey: buy", "owner: sales", "band: [high, low]", "limit: 3")
    assert problems == []
    assert block is not None
    assert (block.options["band"], block.limit) == (("high", "low"), 3)
    assert list(block.things) == [("journey", "buy"), ("team", "sales")]


def test_a_backlog_and_a_heat_map_need_say_nothing() -> None:
    assert read("pains") == (AtlasBlock("pains"), [])
    assert read("heatmap", "", "  ") == (AtlasBlock("heatmap"), [])


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("journey", [], "5:1 The block `journey` is empty. Write `id:` with the id of a journey."),
        (
            "journey",
            ["stages: [paying]"],
            "5:1 The block `journey` does not say which. Add `id:` with the id of a journey.",
        ),
        ("journey", ["id: bye"], "6:5 There is no journey 'bye'. Known: buy and use."),
        ("journey", ["id: ana"], "6:5 There is no journey 'ana'. 'ana' is a persona."),
        ("journey", ["id: [buy, use]"], "6:5 A block `journey` shows one. Write further blocks for the others."),
        ("persona", ["", "id:", "  - ana", "  - bob"], "9:5 There is no persona 'bob'. Known: maya and ana."),
        (
            "journey",
            ["id: buy", "stage: paying"],
            "7:1 A block `journey` has no option 'stage'. Did you mean 'stages'?",
        ),
        ("metric", ["id: nps", "size: 3"], "7:1 A block `metric` has no option 'size'. Known: id and caption."),
        (
            "journey",
            ["id: buy", "stages: [payin]"],
            "7:10 The journey 'buy' has no stage 'payin'. Did you mean 'paying'?",
        ),
        (
            "journey",
            ["id: buy", "stages: [finding, paying]"],
            "7:9 These stages do not follow each other. Between them stands choosing.",
        ),
        ("journey", ["id: buy", "lanes: [feel]"], "7:9 Maps have no lane 'feel'. Did you mean 'feels'?"),
        ("curve", ["id: buy", "persona: ana"], "7:10 The journey 'buy' has no persona 'ana'. Known: maya."),
        ("pains", ["limit: 0"], "6:8 `limit` is not a whole number from 1 to 100. It says how many pains are shown."),
        (
            "pains",
            ["limit: true"],
            "6:8 `limit` is not a whole number from 1 to 100. It says how many pains are shown.",
        ),
        ("pains", ["band: hi"], "6:7 No pain is in the band 'hi'. Known: high, medium and low."),
        ("heatmap", ["group: a"], "6:8 No journey stands in the folder 'a'."),
        ("metric", ["id: 5"], "6:5 `id` is not a text or a list of texts."),
        ("metric", ["id: nps", "caption: [a]"], "7:10 `caption` is not a text."),
    ],
)
def test_each_mistake_is_told_at_its_own_line(name: str, body: list[str], said: str) -> None:
    assert read(name, *body) == (None, [said])


def test_a_mistake_in_the_yaml_is_told_at_its_own_line() -> None:
    block, said = read("metric", "id: nps", "id: nps", prefix="    ")
    assert block is None
    assert [line.partition(" ")[0] for line in said] == ["7:5"]
    assert read("metric", "just words")[0] is None
    assert read("metric", "id: *all")[0] is None


def test_a_block_without_an_end_says_so() -> None:
    assert read("metric", "id: nps", closed=False)[1] == [
        "5:1 The block `metric` has no end. End it with a line that holds the same signs as its first one."
    ]


def test_a_link_to_nothing_is_told_at_its_place() -> None:
    def said(kind: str, id: str) -> str:
        problem = broken_link(LinkText(kind, id, "", 3, 7), ATLAS, "docs/a.md")
        return f"{problem.position.line}:{problem.position.column} {problem.message} {problem.hint}" if problem else ""

    assert said("journey", "buy") == said("evidence", "talks/price") == said("pain", "slow") == ""
    assert said("pain", "slo") == "3:7 There is no pain 'slo'. Did you mean 'slow'?"
    assert said("evidence", "talks/pric") == "3:7 The study 'talks' has no finding 'pric'. Did you mean 'talks/price'?"
