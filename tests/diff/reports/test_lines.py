"""A sentence for each change, and one for many figures."""

from diff.reports.support_documents import figures, item
from mkdocs_journeys.diff.reports.lines import lines_of
from mkdocs_journeys.diff.sentences import plain


def said(*changes: object) -> list[str]:
    return [plain(line.words) for line in lines_of(changes)]  # type: ignore[arg-type]


def test_the_weightiest_come_first_and_else_their_order_stays() -> None:
    found = [item(1, judgement="editorial", sentence="b"), item(2, sentence="c"), item(3, sentence="a")]
    assert said(*found) == ["c", "a", "b"]


def test_many_figures_of_a_metric_share_a_line() -> None:
    assert said(*figures(12)) == ["12 figures of *Promoters* were added, from *2026-01-01* to *2026-12-01*"]
    assert lines_of(figures(12))[0].count == 12


def test_few_figures_and_those_of_other_metrics_do_not() -> None:
    assert len(said(*figures(3))) == 3
    assert len(said(*figures(5), *figures(4, metric="csat"))) == 2
    assert len(said(*figures(5), *figures(5, kind="removed"))) == 2


def test_four_changes_of_a_step_are_four_lines() -> None:
    assert len(said(*(item(number) for number in range(4)))) == 4
