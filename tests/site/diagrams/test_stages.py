import pytest
from markupsafe import Markup

from mkdocs_journeys.site.diagrams.stages import StageNode, css_class, in_words, mermaid_block, stage_flowchart
from mkdocs_journeys.site.links import NamedLink
from support.processes import PYTHON, run


def _drawn(*stages: StageNode) -> list[str]:
    source = stage_flowchart(stages, "What happens", "Stages of the journey")
    assert source is not None
    return [line.strip() for line in source.splitlines()]


def test_a_stage_is_a_node_with_its_mood_and_its_counts() -> None:
    lines = _drawn(StageNode("Wait", "#wait", -0.5, 4, 1))
    assert lines == [
        "flowchart LR",
        "accTitle: Stages of the journey",
        "accDescr: What happens",
        's1["<b>Wait</b><br><small>−0#46;5 negative</small><br><small>4 steps · 1 open pain</small>"]',
        'click s1 "#wait" _self',
        "class s1 e2",
    ]


def test_a_moment_of_truth_is_named_in_its_stage() -> None:
    assert "moment of truth" in _drawn(StageNode("Renewal", steps=1, moment_of_truth=True))[3]


def test_consecutive_stages_are_joined_by_arrows() -> None:
    lines = _drawn(StageNode("A"), StageNode("B"), StageNode("C"))
    assert [line for line in lines if "-->" in line] == ["s1 --> s2", "s2 --> s3"]


def test_a_branch_or_loop_is_dashed_and_drawn_once() -> None:
    lines = _drawn(StageNode("A", leads_to=(2, 2)), StageNode("B"), StageNode("C", leads_to=(0,)))
    assert [line for line in lines if "-.->" in line] == ["s1 -.-> s3", "s3 -.-> s1"]


def test_what_stays_in_the_stage_or_goes_on_to_the_next_is_no_branch() -> None:
    assert not [line for line in _drawn(StageNode("A", leads_to=(0, 1, 7)), StageNode("B")) if "-.->" in line]


def test_journeys_that_a_stage_leads_to_stand_in_its_node() -> None:
    assert (
        "<small>↗ Get the team on board</small>"
        in _drawn(StageNode("A", journeys=(NamedLink("Get the team on board", ""),)))[3]
    )
    assert (
        "<small>↗ 2 other journeys</small>"
        in _drawn(StageNode("A", journeys=(NamedLink("One", ""), NamedLink("Two", ""))))[3]
    )


def test_classes_come_in_a_fixed_order() -> None:
    lines = _drawn(StageNode("A", emotion=2), StageNode("B"), StageNode("C", emotion=-2), StageNode("D", emotion=2))
    assert lines[-3:] == ["class s3 e1", "class s1,s4 e5", "class s2 none"]


def test_names_that_differ_in_one_umlaut_stay_two_nodes() -> None:
    lines = _drawn(StageNode("Über"), StageNode("Äber"))
    assert [line[:11] for line in lines if line.startswith("s") and "[" in line] == [
        's1["<b>Über',
        's2["<b>Äber',
    ]


def test_a_refused_link_leaves_a_node_without_a_link() -> None:
    assert not [line for line in _drawn(StageNode("A", "javascript:alert(1)")) if line.startswith("click")]


def test_a_name_with_braces_is_written_as_it_is() -> None:
    lines = _drawn(StageNode("{0} {x}", "#{1}"), StageNode("B", "#b"))
    assert lines[3:5] == [
        's1["<b>#123;0#125; #123;x#125;</b><br><small>emotion not known</small><br><small>0 steps</small>"]',
        'click s1 "#%7B1%7D" _self',
    ]


def test_without_stages_there_is_no_diagram() -> None:
    assert stage_flowchart([], "Nothing", "None") is None


def test_past_what_mermaid_draws_there_is_no_diagram() -> None:
    assert stage_flowchart([StageNode("A")] * 402, "Too many", "Stages") is None
    assert stage_flowchart([StageNode("[" * 80)] * 150, "Too long", "Stages") is None


@pytest.mark.parametrize(
    ("mean", "face"), [(-2, 1), (-1.5, 1), (-0.5, 2), (-0.4, 3), (0, 3), (0.5, 4), (1.49, 4), (1.5, 5)]
)
def test_a_mean_falls_on_the_nearest_face_and_halves_away_from_neutral(mean: float, face: int) -> None:
    assert css_class(mean) == f"e{face}"


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (-0.5, "−0.5 negative"),
        (1.25, "+1.3 positive"),
        (2, "+2 very positive"),
        (-0.04, "0.0 neutral"),
        (None, "emotion not known"),
    ],
)
def test_a_mean_is_said_with_its_sign_and_a_word(mean: float | None, words: str) -> None:
    assert in_words(mean) == words


def test_an_unknown_emotion_has_a_class_of_its_own() -> None:
    assert css_class(None) == "none"


def _python(code: str) -> str:
    return run([PYTHON, "-c", code]).stdout


def test_importing_the_diagrams_imports_neither_mermaid_py_nor_requests() -> None:
    loaded = "import sys, mkdocs_journeys.site.diagrams.stages; print({'mermaid', 'requests'} & set(sys.modules))"
    assert _python(loaded) == "set()\n"


def test_the_first_diagram_prints_nothing() -> None:
    first = "import mkdocs_journeys.site.diagrams.stages as d; d.stage_flowchart([d.StageNode('A')], 'x', 'x')"
    assert _python(first) == ""


def test_a_diagram_stands_escaped_in_the_page() -> None:
    block = mermaid_block('a["<b>x</b>"] --> b & c')
    assert isinstance(block, Markup)
    assert block == (
        '<pre class="journeys-diagram"><code>a[&#34;&lt;b&gt;x&lt;/b&gt;&#34;] --&gt; b &amp; c</code></pre>'
    )


def test_a_stage_of_a_blueprint_says_nothing_of_an_emotion_that_nobody_knows() -> None:
    assert "not known" not in "".join(_drawn(StageNode("A", steps=2, asked=False)))
    assert "−1 negative" in "".join(_drawn(StageNode("A", emotion=-1, asked=False)))
