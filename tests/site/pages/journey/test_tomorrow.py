"""What a page says of the journey that would replace another."""

from markupsafe import Markup

from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.journey.tomorrow import emotion_today, plans_for, tomorrow_section
from support.atlases import atlas, journey, pain, stage, step
from support.contexts import context

TODAY = journey(
    "now",
    stage("choose", step(emotion=-1, pains=[pain("form", title="A <long> form")], moment_of_truth=True)),
    stage("pay", step(emotion=-1, wait="2 d"), step(team="desk")),
)
TOMORROW = journey(
    "then", stage("choose", step(emotion=2, wait="1 h")), state="future", baseline="now", title="A better way"
)
ATLAS = atlas(TODAY, TOMORROW)


def words_of(section: Section) -> str:
    """The words of a section, with a space between those of neighbouring cells."""
    return " ".join(Markup(str(section.html).replace("<", " <")).striptags().split())


def test_figures_stand_side_by_side_above_the_way_to_the_comparison() -> None:
    (section,) = tomorrow_section(context(ATLAS, "journeys/then.md"), TOMORROW)
    text = words_of(section)
    assert section.title == "Today against tomorrow"
    assert "Against today’s journey, Journey now" in text
    assert "Emotion on the whole −1.0 +2.0 +3.0 better" in text
    assert "Open pains 1 0 −1 better" in text
    assert "Moments of truth that hurt 1 0 −1 better" in text
    assert "Steps 3 1 −2 better" in text
    assert "Time 2 d 1 h shorter better" in text
    assert "Hand-offs" not in text
    assert 'href="../../compare/now/then/"' in section.html


def test_both_pages_lead_to_the_comparison() -> None:
    (plan,) = plans_for(context(ATLAS, "journeys/now.md"), TODAY)
    assert plan == ("A better way", "../../compare/now/then/", "")
    assert emotion_today(ATLAS, TOMORROW) == "−1.0"
    assert (plans_for(context(ATLAS, "journeys/then.md"), TOMORROW), emotion_today(ATLAS, TODAY)) == ((), "")


def test_what_stays_the_same_is_no_change_and_what_is_not_known_is_none_either() -> None:
    same = atlas(journey("now", step(emotion=1)), journey("then", step(), state="future", baseline="now"))
    assert emotion_today(same, same.journeys["then"]) == ""
    (section,) = tomorrow_section(context(same, "journeys/then.md"), same.journeys["then"])
    text = words_of(section)
    assert "Emotion on the whole +1.0 not known –" in text
    assert "Steps 1 1 the same" in text
    assert "better" not in text


def test_a_journey_that_replaces_nothing_has_no_such_section() -> None:
    assert list(tomorrow_section(context(ATLAS), TODAY)) == []
