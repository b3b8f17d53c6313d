"""A row for each pain."""

from diff.reports.support_documents import item
from mkdocs_journeys.diff.reports.document import Document, PainPart
from mkdocs_journeys.diff.reports.pains import pain_rows
from mkdocs_journeys.diff.sentences import plain


def test_all_that_happened_to_a_pain_stands_in_one_row() -> None:
    pain = {"entity": "pain", "id": "fees"}
    found = Document(
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
    assert [(row.judgement, row.title, plain(row.words), row.severity) for row in pain_rows(found)] == [
        ("worse", "Hidden fees", "cause rewritten; severity *minor* → *major*; was called *Fees*", "major"),
        ("worse", "hot", "reach *20* → *none*", ""),
        ("look", "slow", "removed", ""),
        ("better", "wait", "resolved", ""),
    ]
