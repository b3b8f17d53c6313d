"""The history section of a journey's page."""

from datetime import date

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import ChangeSentence, Commit, Name, State
from mkdocs_journeys.site.history import history_section
from support.atlases import atlas, journey, step
from support.contexts import site

BUY = journey("buy", step("Pays", emotion=1))
ATLAS = atlas(BUY, teams=[{"id": "growth", "name": "Growers & co"}])
FELL = ChangeSentence(
    Judgement.WORSE, (Quote("Pays <now>"), " fell for ", Name("team", "growth"), " and ", Name("team", "gone"))
)


def event(day: int, *told: ChangeSentence, author: str = "Ann", more: int = 0) -> Event:
    return Event(Commit("0123456789abc", date(2026, 1, day), author, "Why <b>"), State(0.5, 2), told, more)


def html(*events: Event, cut: bool = False) -> str:
    context = site(ATLAS, history=lambda _: {"buy": JourneyHistory(events, cut)}).at("journeys/buy.md")
    (section,) = history_section(context, BUY)
    return section.html


def test_without_a_history_there_is_no_section() -> None:
    assert list(history_section(site(ATLAS).at("journeys/buy.md"), BUY)) == []


def test_an_entry_has_its_day_author_reason_sentences_and_state() -> None:
    found = html(event(2, FELL, more=3))
    assert '<time datetime="2026-01-02">2026-01-02</time> · Ann' in found
    assert "Why &lt;b&gt; <code>0123456789</code>" in found
    assert "<i>Pays &lt;now&gt;</i> fell for <i>Growers &amp; co</i> and <i>gone</i>" in found
    assert ">worse</span>" in found
    assert "and 3 more changes" in found
    assert "emotion +0.5 · 2 own open pains" in found


def test_without_an_author_there_is_no_mark_of_one() -> None:
    assert "</time> <span" in html(event(2, FELL, author=""))


def test_older_entries_are_folded() -> None:
    found = html(*(event(day, FELL) for day in (9, 8, 7, 6, 5)))
    assert found.partition("<details")[0].count("datetime=") == 3 + 2 * 2
    assert "2 older versions" in found


def test_many_changes_of_one_version_are_counted() -> None:
    assert "and 2 more changes" in html(event(2, *[FELL] * 8))


def test_a_cut_history_says_so() -> None:
    assert "There is more in git" in html(event(2, FELL), cut=True)
