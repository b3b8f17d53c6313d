import pytest

from mkdocs_journeys.mkdocs.search.words import other_words, rank_of, searched_sections
from mkdocs_journeys.site.page import Page, Section


def about(kind: str, id: str, title: str, *, label: str = "Some kind", tags: tuple[str, ...] = ()) -> Page:
    sections = (Section("top", title, 1, words="What it says."), Section("more", "More", 2, words="More of it."))
    return Page("a.md", title, lambda: sections, thing=(kind, id), label=label, tags=tags)


def first_of(page: Page, *, labelled: bool = False) -> tuple[str, str]:
    first, *_others = searched_sections(page, page.sections, labelled=labelled)
    return first.title, first.words


def test_an_index_ranks_before_things_and_things_before_other_pages() -> None:
    index = Page("teams.md", "Teams", tuple, label="Teams")
    other = Page("a.md", "Team", tuple)
    ranks = [rank_of(page) for page in (index, about("team", "support", "Customer support"), other)]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == 1


def test_of_two_things_the_one_with_the_shorter_name_ranks_higher() -> None:
    assert rank_of(about("team", "support", "Support")) > rank_of(about("touchpoint", "chat", "Support chat"))


def test_a_thing_without_a_name_has_a_rank() -> None:
    assert rank_of(about("team", "a", "")) == rank_of(about("team", "a", "A"))


@pytest.mark.parametrize(
    ("id", "title", "shown"),
    [
        ("nps", "Net promoter score", "Net promoter score · NPS"),
        ("CS", "Customer success", "Customer success · CS"),
        ("nps", "Would recommend us", "Would recommend us"),
        ("s", "Support", "Support"),
        ("", "", ""),
    ],
)
def test_an_id_of_the_initials_of_a_name_is_shown_as_its_abbreviation(id: str, title: str, shown: str) -> None:
    assert first_of(about("metric", id, title))[0] == shown


def test_a_thing_is_found_by_its_id_its_tags_and_its_words_without_hyphens() -> None:
    page = about("touchpoint", "nps-survey", "Follow-up survey", tags=("Loyalty", "survey"))
    assert other_words(page) == ("Followup", "nps", "Loyalty")
    assert first_of(page)[1] == "What it says. Followup nps Loyalty"


def test_only_the_first_section_has_other_words() -> None:
    page = about("metric", "nps", "Net promoter score")
    assert [section.words for section in searched_sections(page, page.sections)][1:] == ["More of it."]


def test_where_search_shows_no_tags_the_words_begin_with_the_kind() -> None:
    page = about("team", "support", "Support", label="Team")
    assert first_of(page, labelled=True)[1] == "Team What it says."


def test_an_index_is_found_by_its_other_words() -> None:
    page = Page("hand-offs.md", "Hand-offs", tuple, label="Hand-offs", other_words="handover between teams")
    assert other_words(page) == ("Handoffs", "handover between teams")


def test_sections_that_are_not_searched_are_left_out() -> None:
    page = about("team", "support", "Support")
    hidden = Section("others", "", 2, words="hidden", searched=False)
    assert [section.anchor for section in searched_sections(page, (hidden, *page.sections))] == ["top", "more"]
