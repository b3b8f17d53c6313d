"""The history section of a journey's page, and its charts."""

from datetime import date

import pytest

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import ChangeSentence, Commit, State
from mkdocs_journeys.site.pages.journey.history import HEIGHT, WIDTH, HistoryChart, charts_of, history_section
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from mkdocs_journeys.translation.messages import speaking
from support.atlases import atlas, journey, step
from support.contexts import site

BUY = journey("buy", step("Pays", emotion=1))
TODAY = date(2026, 11, 22)
ATLAS = atlas(BUY, teams=[{"id": "growth", "name": "Growers & co"}])
FELL = ChangeSentence(Judgement.WORSE, (Quote("Pays <now>"), " fell for ", Quote("Growers & co")))


def event(day: int, *told: ChangeSentence, author: str = "Ann", more: int = 0) -> Event:
    return Event(Commit("0123456789abc", date(2026, 1, day), author, "Why <b>"), State(0.5, 2), told, more)


def html(*events: Event, cut: bool = False) -> str:
    context = site(ATLAS, history=lambda _: {"buy": JourneyHistory(events, cut)}).at("journeys/buy.md")
    (section,) = history_section(context, BUY)
    return section.html


def test_without_a_history_there_is_no_section() -> None:
    assert list(history_section(site(ATLAS).at("journeys/buy.md"), BUY)) == []


def test_in_another_language_only_the_sentences_of_changes_are_english_and_marked_as_such() -> None:
    with speaking(PSEUDO):
        found = html(event(2), event(1, FELL), cut=True)
    assert '<span lang="en" dir="ltr"><i>Pays &lt;now&gt;</i> fell for <i>' in found
    assert in_pseudo_letters("worse") in found
    assert found.count("lang=") == 1
    assert in_pseudo_letters("There is more in git than is told here.") in found
    english = html(event(1, FELL), cut=True)
    assert " lang=" not in english
    assert "There is more in git than is told here." in english
    assert not any(word in found for word in ("emotion", "open pain", "over time", "positive"))


def test_an_entry_has_its_day_author_reason_sentences_and_state() -> None:
    found = html(event(2, FELL, more=3))
    assert '<time datetime="2026-01-02">2026-01-02</time> · Ann' in found
    assert "Why &lt;b&gt; <code>0123456789</code>" in found
    assert "<i>Pays &lt;now&gt;</i> fell for <i>Growers &amp; co</i>" in found
    assert ">worse</span>" in found
    assert "and 3 more changes" in found
    assert "emotion +0.5 · 2 own open pains" in found


def test_without_an_author_there_is_no_mark_of_one() -> None:
    assert "</time> <span" in html(event(2, FELL, author=""))


def test_older_entries_are_folded() -> None:
    found = html(*(event(day, FELL) for day in (9, 8, 7, 6, 5)))
    assert found.partition("<details")[0].count("datetime=") == 3 + 2 * 2
    assert "2 older versions</summary>" in found
    assert "2 older versions are told on the site." in found


def test_a_page_does_not_grow_with_each_commit_for_ever() -> None:
    found = html(*(event(1 + at % 28, FELL) for at in range(50)))
    assert "17 older versions</summary>" in found
    assert "There is more in git" in found


def test_many_changes_of_one_version_are_counted() -> None:
    assert "and 2 more changes" in html(event(2, *[FELL] * 8))


def test_a_cut_history_says_so() -> None:
    assert "There is more in git" in html(event(2, FELL), cut=True)


def version(day: str, emotion: float | None, pains: int = 0) -> Event:
    return Event(Commit("c", date.fromisoformat(day), "Ann", "x"), State(emotion, pains))


def emotion_chart(*events: Event) -> HistoryChart:
    return charts_of(tuple(reversed(events)), TODAY)[0]


def test_a_line_is_level_until_the_next_version_and_goes_on_to_today() -> None:
    chart = emotion_chart(version("2026-01-01", 2), version("2026-06-01", -2))
    (line,) = chart.lines
    assert line.startswith("M26 10H")
    assert line.endswith(f"V86H{WIDTH - 8}")
    assert (chart.start, chart.end) == (date(2026, 1, 1), TODAY)


def test_a_time_in_which_nothing_was_known_is_a_gap() -> None:
    chart = emotion_chart(version("2026-01-01", 1), version("2026-02-01", None), version("2026-03-01", 0))
    assert len(chart.lines) == 2
    assert len(chart.dots) == 2


def test_it_says_in_words_when_a_value_became_another() -> None:
    chart = emotion_chart(version("2026-01-01", 0.5), version("2026-02-01", 0.5), version("2026-03-01", -1))
    assert chart.description == "2026-01-01: +0.5, positive; 2026-03-01: −1.0, negative"


def test_open_pains_are_counted_from_zero() -> None:
    _, pains = charts_of((version("2026-02-01", 0, 3), version("2026-01-01", 0, 1)), TODAY)
    assert pains.description == "2026-01-01: 1 open pain; 2026-02-01: 3 open pains"
    assert [tick.text for tick in pains.ticks] == ["3", "0"]


def test_everything_lies_inside_the_box() -> None:
    events = [version(f"2026-{month:02}-05", month % 5 - 2, month) for month in range(1, 12)]
    for chart in charts_of(tuple(reversed(events)), TODAY):
        assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in chart.dots)


@pytest.mark.parametrize(
    "events", [(), (version("2026-01-01", 1),), (version("2026-01-01", 1), version("2026-01-01", 2))]
)
def test_one_day_is_no_line(events: tuple[Event, ...]) -> None:
    assert charts_of(events, TODAY) == ()


def test_a_commit_from_the_future_is_not_drawn() -> None:
    assert charts_of((version("2027-01-01", 1), version("2026-01-01", 1)), TODAY) == ()
