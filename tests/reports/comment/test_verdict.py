"""The first sentence of a report says what matters most."""

from collections.abc import Sequence

from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.reports.comment.verdict import verdict, weightiest
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, PainPart
from reports.support_documents import ACCEPTED, item, journey, mistake


def said(*changes: ChangeItem, **values: object) -> str:
    lead, sentence = verdict(DiffDocument.model_validate({"format": 1, "changes": changes, **values}))
    return f"{lead} {plain_text(sentence)}".strip()


def order(changes: Sequence[ChangeItem], *pains: PainPart) -> list[int]:
    document = DiffDocument(format=1, changes=tuple(changes), pains=pains)
    return [int(line.first.fingerprint, 16) for line in weightiest(document, changes[0].judgement)]


def test_the_worst_change_comes_first_with_its_journey() -> None:
    worst = item(3, new=-2, sentence="*Pays* fell from positive to very negative")
    found = said(item(1, judgement="better"), item(2), worst, journeys=(journey(changes=(worst.fingerprint,)),))
    assert found == "Worse for the customer: *Pays* fell from positive to very negative, in *Buy it*"


def test_a_deep_fall_weighs_more_than_a_new_pain_and_that_more_than_a_longer_wait() -> None:
    pains = [
        item(number, entity="pain", kind="added", id=id, field=None) for number, id in ((1, "minor"), (2, "critical"))
    ]
    steps = [item(3, new=-2), item(4, field="wait", old="1 day", new="2 days"), item(5, kind="added", field=None)]
    known = [PainPart(id="minor", title="x", severity="minor"), PainPart(id="critical", title="x", severity="critical")]
    assert order([*pains, *steps], *known) == [3, 2, 5, 1, 4]


def test_a_review_date_is_the_least_of_what_is_to_look_at() -> None:
    assert order([item(1, judgement="look", field="reviewed"), item(2, judgement="look", field="owner")]) == [2, 1]


def test_a_change_of_the_journey_itself_does_not_name_it_twice() -> None:
    own = item(1, entity="journey", id="buy", sentence="*Buy it* has lost its owner *Sales*")
    found = said(own, journeys=(journey(changes=(own.fingerprint,)),))
    assert found == "Worse for the customer: *Buy it* has lost its owner *Sales*"


def test_without_anything_worse_it_is_the_best_and_then_what_is_to_look_at() -> None:
    better, look = item(1, judgement="better"), item(2, judgement="look")
    assert said(better, look).startswith("Better for the customer, and nothing worse: *Pays*")
    assert said(look, item(3, judgement="editorial")).startswith("Neither better nor worse, but to look at: *Pays*")
    assert said(item(3, judgement="editorial")) == "Nothing changes for the customer: only words and order."
    assert said() == "Nothing: no journey means anything else than before."


def test_what_was_accepted_is_not_the_worst() -> None:
    taken = item(1, acknowledged=ACCEPTED)
    assert said(taken) == "Nothing is worse but what was accepted: 1 change."
    assert said(taken, item(2, judgement="better")).startswith("Better")


def test_mistakes_come_before_everything() -> None:
    found = said(item(1), problems=(mistake(line=9), mistake(), mistake("base")))
    assert found == (
        "Not all of it can be read: 2 mistakes, the first in *journeys/maps/buy.yml:4*: *There is no team 'nobody'.*"
    )
    assert said(item(1), problems=(mistake("base"),)).startswith("Worse")
    assert said(problems=(mistake("base"),)) == "Nothing changed in what can be read."


def test_the_first_journeys_and_the_last_are_told_as_that() -> None:
    assert said(item(1), absent="base", journeys=(journey(),)) == ("The first journeys: *Buy it*")
    assert said(absent="base", journeys=(journey(),) * 5).startswith(
        "The first journeys: *Buy it*, *Buy it*, *Buy it* and 2 more"
    )
    assert said(item(1), absent="head") == (
        "All journeys are gone: their folder is not there any more, or has another name."
    )
