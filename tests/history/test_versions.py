"""Sentences that name teams, stages and personas as they are called today."""

from history.support_history import plain
from mkdocs_journeys.history.record import Name
from mkdocs_journeys.history.versions import MAX_CHANGES, describe, state_of, with_ids_as_names
from support.atlases import atlas, journey, stage, step

FIRST = journey("buy", step("Pays", emotion={"maya": 1}))
NAMES = with_ids_as_names(atlas(FIRST, journey("sell", owner="growth"), teams=["growth"]))


def test_a_name_is_kept_as_an_id_and_shown_as_it_is_now() -> None:
    later = FIRST.model_copy(update={"owner": "growth"})
    ((change,), more) = describe(FIRST, later, NAMES)
    assert more == 0
    assert Name("team", "growth") in change.words
    assert plain(change.words, {("team", "growth"): "The growers"}) == "Journey buy now has the owner The growers"
    assert plain(change.words, {}) == "Journey buy now has the owner growth"


def test_a_stage_and_a_persona_are_named_too() -> None:
    grown = journey("buy", stage("consideration", step("Pays", emotion={"maya": 0})), stage("decision"))
    words = [plain(one.words, {}) for one in describe(FIRST, grown, NAMES)[0]]
    assert words == ["Pays for maya fell from positive to neutral", "New stage: decision with 1 step in Journey buy"]


def test_a_step_at_a_touchpoint_that_is_gone_today_is_told_without_its_team() -> None:
    before = journey("buy", step("Pays", touchpoint="old-shop", emotion=-1))
    after = journey("buy", step("Pays", touchpoint="old-shop", emotion=1))
    ((change,), _) = describe(before, after, NAMES)
    assert plain(change.words, {}) == "Pays rose from negative to positive"


def test_the_first_version_tells_its_size() -> None:
    assert plain(describe(None, FIRST, NAMES)[0][0].words, {}) == "First version, with 1 step"


def test_of_many_changes_the_weightiest_are_told() -> None:
    before = journey("buy", *(step(f"Step {n}", emotion=1, thinks=f"a{n}") for n in range(9)))
    after = journey("buy", *(step(f"Step {n}", emotion=0, thinks=f"b{n}") for n in range(9)))
    shown, more = describe(before, after, NAMES)
    assert (len(shown), more) == (MAX_CHANGES, 18 - MAX_CHANGES)
    assert "fell" in plain(shown[0].words, {})


def test_places_and_teams_of_former_days_need_not_be_known_any_more() -> None:
    before = journey("buy", step("Pays", emotion=1, touchpoint="fax", team=["growth", "typists"]))
    after = journey("buy", step("Pays", emotion=0, touchpoint="fax", team="growth"))
    words = [plain(one.words, {("team", "growth"): "Growth"}) for one in describe(before, after, NAMES)[0]]
    assert words == ["Pays fell from positive to neutral", "Pays: teams lost typists"]


def test_teams_of_a_list_and_paths_are_named_as_they_are_now() -> None:
    before = journey("buy", step("Pays", team="growth"), paths={"late": "Too late"})
    after = journey("buy", step("Pays", team=["growth", "sales"], path="late"), paths={"late": "Too late"})
    names = with_ids_as_names(atlas(before, teams=["growth", "sales"]))
    (path, teams), _ = describe(before, after, names)
    assert plain(path.words, {}) == "Pays is now on the path Too late"
    assert Name("team", "sales") in teams.words


def test_the_mean_of_a_version_is_that_of_its_main_way() -> None:
    assert state_of(journey("buy", step("Asks", emotion=-1), step("Waits", emotion=1, optional=True))).emotion == -1
    assert state_of(journey("buy", step("Asks", emotion=-0.5), step("Pays", emotion=1))).emotion == 0.25
