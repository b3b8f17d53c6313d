from mkdocs_journeys.site import PAGE_KINDS
from mkdocs_journeys.site.finishing.labels import LABELS, OTHER_WORDS, labelled
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.translation.messages import speaking
from mkdocs_journeys.vocabulary import PAGE_FOLDERS


def labels(page: Page, index: str = "things.md") -> tuple[str, str]:
    found = labelled(page, index)
    assert isinstance(found, Page)
    return found.label, found.other_words


def test_a_page_about_a_thing_is_labelled_with_its_kind() -> None:
    assert labels(Page("a.md", "Support", tuple, thing=("team", "support"))) == ("Team", "")


def test_an_index_is_labelled_with_its_title_and_has_other_words() -> None:
    title, words = labels(Page("metrics.md", "Metrics", tuple, kind="metrics"), "metrics.md")
    assert title == "Metrics"
    assert "KPIs" in words


def test_another_page_of_the_same_kind_has_no_label() -> None:
    assert labels(Page("pains/duplicates.md", "Duplicates", tuple, kind="pains"), "pains.md") == ("", "")


def test_a_file_stays_as_it_is() -> None:
    asset = Asset("a.css", data=b"")
    assert labelled(asset, "a.css") is asset


def test_labels_are_in_the_language_of_the_interface() -> None:
    with speaking("de"):
        assert labels(Page("a.md", "Ann", tuple, thing=("metric", "a"))) == ("Kennzahl", "")


def test_every_kind_with_pages_has_a_label() -> None:
    assert set(PAGE_FOLDERS) <= set(LABELS)


def test_other_words_belong_to_indexes_that_there_are() -> None:
    assert set(OTHER_WORDS) <= {kind.name for kind in PAGE_KINDS if kind.uri}
