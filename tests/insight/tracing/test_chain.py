"""The chain from quotes to metrics, with its links in both directions."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.chain import CHAIN, ChainNode, chain_of
from support.atlases import atlas, evidence, journey, opportunity, pain, step
from support.budgets import examples

FINDINGS = [{"id": "fees", "text": "What does it cost?"}, {"id": "slow", "text": "It took a week."}]
WHOLE = atlas(
    journey(
        "buy",
        step(says=["Hm.", {"text": "What does it cost?", "evidence": "talks/fees"}]),
        step(pains=[pain("hidden", evidence=["talks/fees"]), pain("late", evidence=["talks"])]),
    ),
    evidence("talks", findings=FINDINGS),
    opportunity(
        "honest",
        pains=["hidden"],
        metrics=["revenue"],
        solutions=[
            {"id": "counter", "name": "A counter", "experiment": {"kind": "pilot", "metric": "paid"}},
            {"id": "letter", "name": "A letter"},
        ],
    ),
    metrics=["paid", "revenue"],
)


def node(text: str) -> ChainNode:
    kind, _, id = text.partition(":")
    return ChainNode(kind, id)


def around(found: Atlas, *things: str) -> list[str]:
    return [f"{kind}:{one.id}" for kind, of in chain_of(found).around(*map(node, things)).items() for one in of]


def test_from_a_quote_the_chain_leads_to_every_metric() -> None:
    assert around(WHOLE, "quote:buy/1/2") == [
        "quote:buy/1/2",
        "finding:talks/fees",
        "pain:hidden",
        "opportunity:honest",
        "solution:honest/counter",
        "solution:honest/letter",
        "experiment:honest/counter",
        "metric:revenue",
        "metric:paid",
    ]


def test_back_from_a_metric_it_leads_to_the_quote_but_not_to_what_stands_beside() -> None:
    assert around(WHOLE, "metric:paid") == [
        "quote:buy/1/2",
        "finding:talks/fees",
        "pain:hidden",
        "opportunity:honest",
        "solution:honest/counter",
        "experiment:honest/counter",
        "metric:paid",
    ]


def test_a_study_that_is_cited_as_a_whole_is_no_finding_of_it() -> None:
    assert around(WHOLE, "pain:late") == ["finding:talks", "pain:late"]
    assert around(WHOLE, "finding:talks/slow") == ["finding:talks/slow"]


numbers = st.sets(st.integers(0, 3), max_size=3).map(sorted)
solutions = st.lists(st.sampled_from(["plain", "tried", "measured"]), max_size=2)


def solution(number: int, kind: str) -> dict[str, object]:
    tried = {"experiment": {"metric": f"m{number}"} if kind == "measured" else {}} if kind != "plain" else {}
    return {"id": f"s{number}", "name": "A solution", **tried}


@st.composite
def drawn_atlases(draw: st.DrawFn) -> Atlas:
    """Atlases of up to four findings, pains and opportunities that hang together in any way."""
    cited = [[f"talks/f{n}" for n in draw(numbers)] for _ in range(4)]
    said = [{"text": "So!", "evidence": f"talks/f{n}"} for n in draw(numbers)]
    pains = [pain(f"p{n}", evidence=each) for n, each in enumerate(cited)]
    items = [
        opportunity(
            f"o{n}",
            pains=[f"p{each}" for each in draw(numbers)],
            evidence=[f"talks/f{each}" for each in draw(numbers)],
            metrics=[f"m{each}" for each in draw(numbers)],
            solutions=[solution(number, kind) for number, kind in enumerate(draw(solutions))],
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    findings = [{"id": f"f{n}", "text": f"Finding {n}"} for n in range(4)]
    return atlas(journey("buy", step(says=said, pains=pains)), evidence("talks", findings=findings), *items)


@settings(max_examples=examples(30))
@given(drawn_atlases())
def test_every_link_forwards_has_its_link_backwards_and_leads_on(found: Atlas) -> None:
    chain = chain_of(found)
    forwards = {(before, after) for before, every in chain.forwards.items() for after in every}
    assert forwards == {(before, after) for after, every in chain.backwards.items() for before in every}
    order = {kind: number for number, kind in enumerate(CHAIN)}
    assert all(order[before.kind] < order[after.kind] for before, after in forwards)
    for before, after in forwards:
        assert after in chain.around(before)[after.kind]
        assert before in chain.around(after)[before.kind]


def test_the_kinds_of_a_chain_stand_in_its_order() -> None:
    kinds = [one.partition(":")[0] for one in around(WHOLE, "opportunity:honest")]
    assert all(CHAIN.index(one) <= CHAIN.index(other) for one, other in pairwise(kinds))
