"""What a file says of other things, and what it defines."""

from mkdocs_journeys.refactor.files import AtlasFiles, read_files
from mkdocs_journeys.refactor.mentions import mentions_of
from refactor.support_trees import CATALOG, TRY_IT, USE_IT, base, swapped


def said(path: str, kind: str, files: AtlasFiles | None = None) -> list[tuple[str, str, bool]]:
    """Of the mentions of a kind in a file: the id, the value that holds it, and whether it is the definition."""
    found = files or read_files(base())
    assert isinstance(found, AtlasFiles)
    return [(one.id, one.value, one.defines) for one in mentions_of(found.parsed[path]) if one.kind == kind]


def test_a_step_and_a_way_are_named_with_their_journey() -> None:
    assert said(TRY_IT, "step") == [
        ("try-it/compare", "compare", True),
        ("try-it/start", "start", True),
        ("try-it/pay", "pay", True),
        ("try-it/compare", "compare", False),
        ("try-it/start", "start", False),
    ]
    assert said(TRY_IT, "path") == [("try-it/refused", "refused", True), ("try-it/refused", "refused", False)]


def test_a_finding_is_a_mention_of_its_study_too() -> None:
    assert ("interviews/fees-surprise", "interviews/fees-surprise", False) in said(TRY_IT, "finding")
    assert ("interviews", "interviews/fees-surprise", False) in said(TRY_IT, "evidence")


def test_the_volume_is_a_metric_and_the_order_of_lanes_names_lanes() -> None:
    assert ("visits", "visits", False) in said(TRY_IT, "metric")
    assert said(CATALOG, "lane")[0] == ("risk", "risk", True)
    assert ("risk", "risk", False) in said(CATALOG, "lane")


def test_a_journey_that_a_step_leads_to_is_found_behind_its_word() -> None:
    files = read_files(base())
    assert isinstance(files, AtlasFiles)
    found = [one for one in mentions_of(files.parsed[TRY_IT]) if one.kind == "journey"]
    assert [(one.id, one.value, one.start, one.renamed("b")) for one in found] == [
        ("use-it", "journey:use-it", 8, "journey:b")
    ]


def test_what_a_file_with_mistakes_says_counts_as_far_as_it_can_be_understood() -> None:
    files = read_files(swapped(base(), USE_IT, ("emotion: -2", "emotion: 7")))
    assert isinstance(files, AtlasFiles)
    assert files.parsed[USE_IT].model is None
    assert ("slow-board", "slow-board", True) in said(USE_IT, "pain", files)
    assert ("help-line", "help-line", False) in said(USE_IT, "touchpoint", files)


def test_a_step_whose_id_is_the_word_id_is_defined_by_its_value() -> None:
    files = read_files(swapped(base(), USE_IT, ("id: open", "id: id")))
    assert isinstance(files, AtlasFiles)
    assert [one.key for one in mentions_of(files.parsed[USE_IT]) if one.kind == "step"] == [False]
