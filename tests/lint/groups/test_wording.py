"""Names are looked through together; what one alone would be told of is found all the same."""

import pytest

from lint.support_cases import TODAY
from mkdocs_journeys.lint.groups.clarity import step_name_repeated
from mkdocs_journeys.lint.groups.wording import company_voice
from support.atlases import atlas, journey, stage, step


@pytest.mark.parametrize(
    "name", ["User pays", "The VİSITOR looks", "our clıents ask", "Waits for a ſeamless answer", "Enters the FUNNEL"]
)
def test_a_company_s_word_is_found_in_any_spelling_of_its_letters(name: str) -> None:
    found = atlas(journey("buy", step("Looks"), step(name), step("Pays"), title="Buy it"))
    assert [finding.path for finding in company_voice(found, TODAY)] == [("stages", 0, "steps", 1, "name")]


def test_a_word_that_begins_no_name_is_no_company_s_voice() -> None:
    found = atlas(journey("buy", step("Asks the user next door"), step("Wears a uniform"), title="Buy it"))
    assert list(company_voice(found, TODAY)) == []


def test_a_repeated_name_stands_at_its_own_place_in_a_later_stage() -> None:
    found = atlas(journey("buy", stage("one", step("Waits"), step("Asks")), stage("two", step("Pays"), step("WAITS"))))
    assert [finding.path for finding in step_name_repeated(found, TODAY)] == [("stages", 1, "steps", 1, "name")]
