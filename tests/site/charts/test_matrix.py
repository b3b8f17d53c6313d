"""The matrices of pains and of opportunities."""

from browser.support_pains import atlas_of, journey, pain
from mkdocs_journeys.insight.scoring import backlog, ranked_opportunities
from mkdocs_journeys.site.charts.matrix import PainMatrix, opportunity_matrix, pain_matrix
from mkdocs_journeys.site.pages.pains.page import open_link
from support.atlases import atlas, opportunity


def charted(axis: str, *pains: dict[str, object]) -> PainMatrix:
    found = backlog(atlas_of(journey("j", "maya", [*pains])))
    return pain_matrix("impact" if axis == "impact" else "severity", found, open_link)


def test_the_chart_draws_a_pain_as_its_score_where_its_words_meet() -> None:
    chart = charted("severity", pain(4, severity="major", frequency="often", impact="high"))
    (cell,) = (cell for cell in chart.cells if cell.count)
    assert cell.title == "1 open pain: severity major, frequency often"
    assert cell.href == "?severity=major&frequency=often&status=not-closed#backlog"
    assert [mark.text for mark in cell.marks] == ["42"]
    assert len(chart.cells) == 16


def test_where_many_pains_meet_the_chart_counts_them_in_one_bubble() -> None:
    same = [pain(n, severity="major", frequency="often", status="open") for n in range(30)]
    (cell,) = (cell for cell in charted("severity", *same).cells if cell.count)
    assert [mark.text for mark in cell.marks] == ["×30"]


def test_up_to_six_discs_stay_inside_their_square_and_apart() -> None:
    same = [pain(n, severity="major", frequency="often", status="open") for n in range(6)]
    (cell,) = (cell for cell in charted("severity", *same).cells if cell.count)
    assert len({(mark.x, mark.y) for mark in cell.marks}) == 6
    assert all(cell.x <= mark.x - mark.radius and mark.x + mark.radius <= cell.x + 75 for mark in cell.marks)
    assert all(cell.y <= mark.y - mark.radius and mark.y + mark.radius <= cell.y + 60 for mark in cell.marks)


def test_a_pain_without_a_word_is_not_guessed_onto_the_chart() -> None:
    chart = charted("impact", {"id": "slow", "title": "Slow", "frequency": "often"})
    assert not any(cell.count for cell in chart.cells)
    (undrawn,) = chart.undrawn
    assert (undrawn.text, undrawn.href) == ("1 without impact", "?impact=-&status=not-closed#backlog")


EASY = opportunity("easy", title="How might we begin?", value="critical", effort="small")
HARD = opportunity("hard", value="low", effort="huge", status="parked")


def test_much_value_for_little_effort_stands_at_the_top_left_of_the_matrix() -> None:
    drawn = opportunity_matrix(ranked_opportunities(atlas(EASY, HARD)), str.upper)
    assert drawn is not None
    (easy,), (hard,) = (cell.dots for cell in drawn.cells if cell.dots)
    assert easy.x < hard.x
    assert easy.y < hard.y
    assert (easy.rank, easy.look, easy.href) == (1, "active", "EASY")
    assert hard.look == "parked"


def test_a_crowded_cell_says_how_many_more_there_are() -> None:
    crowd = [opportunity(f"o{n}", value="high", effort="small") for n in range(20)]
    drawn = opportunity_matrix(ranked_opportunities(atlas(*crowd)), str)
    assert drawn is not None
    (cell,) = (cell for cell in drawn.cells if cell.dots)
    assert len(cell.dots) + cell.more == 20
    assert all(cell.x < dot.x < cell.x + 102 and cell.y < dot.y < cell.y + 62 for dot in cell.dots)


def test_what_nobody_weighed_is_named_beside_the_matrix() -> None:
    drawn = opportunity_matrix(ranked_opportunities(atlas(EASY, opportunity("unweighed"))), str)
    assert drawn is not None
    assert drawn.undrawn == (2,)
    assert opportunity_matrix(ranked_opportunities(atlas(opportunity("unweighed"))), str) is None
