"""A sentence for each change, one for many figures, and a row for each pain."""

from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.reports.document import DiffDocument, PainPart
from mkdocs_journeys.reports.html import format_diff as format_html
from mkdocs_journeys.reports.markdown import format_diff as format_markdown
from mkdocs_journeys.reports.summary import lines_of, pain_rows
from reports.support_documents import figures, item


def said(*changes: object) -> list[str]:
    return [plain_text(line.sentence) for line in lines_of(changes)]  # type: ignore[arg-type]


def test_the_weightiest_come_first_and_else_their_order_stays() -> None:
    found = [item(1, judgement="editorial", sentence="b"), item(2, sentence="c"), item(3, sentence="a")]
    assert said(*found) == ["c", "a", "b"]


def test_many_figures_of_a_metric_share_a_line() -> None:
    assert said(*figures(12)) == ["12 figures of *Promoters* were added, from *2026-01-01* to *2026-12-01*"]
    assert lines_of(figures(12))[0].count == 12


def test_the_line_ends_with_what_is_said_of_the_last() -> None:
    (line,) = said(*figures(4, said=", *7%* (n = 9); *5%* on 2026-03-01: up 2 points"))
    assert line.endswith("to *2026-04-01*; the last, *7%* (n = 9); *5%* on 2026-03-01: up 2 points")
    assert said(*figures(4, kind="removed", said="; it was 7")) == [
        "4 figures of *Promoters* were removed, from *2026-01-01* to *2026-04-01*"
    ]


def test_each_segment_has_a_line_even_if_their_rows_alternate() -> None:
    alternating = [one for pair in zip(figures(5), figures(5, segment="small"), strict=True) for one in pair]
    assert said(*alternating) == [
        "5 figures of *Promoters* were added, from *2026-01-01* to *2026-05-01*",
        "5 figures of *Promoters, small* were added, from *2026-01-01* to *2026-05-01*",
    ]


def test_few_figures_and_those_of_other_metrics_do_not() -> None:
    assert len(said(*figures(3))) == 3
    assert len(said(*figures(5), *figures(4, metric="csat"))) == 2
    assert len(said(*figures(5), *figures(5, kind="removed"))) == 2


def test_four_changes_of_a_step_are_four_lines() -> None:
    assert len(said(*(item(number) for number in range(4)))) == 4


def test_all_that_happened_to_a_pain_stands_in_one_row() -> None:
    pain = {"entity": "pain", "id": "fees"}
    found = DiffDocument(
        format=1,
        changes=(
            item(1, **pain, field="cause", judgement="editorial", old="x" * 99, new="y" * 99),
            item(2, **pain, field="severity", judgement="worse", old="minor", new="major"),
            item(3, **pain, field="title", kind="renamed", judgement="editorial", old="Fees", new="Hidden fees"),
            item(4, entity="pain", id="slow", kind="removed", judgement="look", field=None),
            item(5, entity="pain", id="wait", field="status", judgement="better", old="open", new="resolved"),
            item(6, entity="pain", id="hot", field="reach", judgement="worse", old=20, new=None),
        ),
        pains=(PainPart(id="fees", title="Hidden fees", severity="major"),),
    )
    assert [(row.judgement, row.title, plain_text(row.words), row.severity) for row in pain_rows(found)] == [
        ("worse", "Hidden fees", "cause rewritten; severity *minor* → *major*; was called *Fees*", "major"),
        ("worse", "hot", "reach *20* → *none*", ""),
        ("look", "slow", "removed", ""),
        ("better", "wait", "resolved", ""),
    ]


def test_a_removed_pain_has_no_severity_now() -> None:
    removed = item(1, entity="pain", id="fees", kind="removed", judgement="look", field=None)
    found = DiffDocument(
        format=1, changes=(removed,), pains=(PainPart(id="fees", title="Hidden fees", severity="major"),)
    )
    assert "| `Hidden fees` | removed |  |" in format_markdown(found)
    assert "now major" not in format_html(found)
    assert "major" not in format_markdown(found)
