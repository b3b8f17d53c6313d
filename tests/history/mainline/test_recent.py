"""What changed in the whole atlas over days, in releases and day by day; and why nobody may know."""

from datetime import date
from pathlib import Path

import pytest

from history.mainline.support_mainline import (
    BACK,
    BUY,
    LEAVE,
    begun,
    lived,
    not_told,
    period,
    recent,
    texts,
    told,
)
from mkdocs_journeys.diff import Comparison, Judgement
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.history.mainline import RecentCache
from mkdocs_journeys.history.mainline import recent as module
from mkdocs_journeys.history.mainline.commits import Obstacle
from mkdocs_journeys.history.mainline.told import PainFlow
from mkdocs_journeys.history.store import cache_folder
from mkdocs_journeys.sources.git import revision
from mkdocs_journeys.sources.worktree import worktree
from support.repositories import Repository, repository


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return lived(tmp_path_factory.mktemp("git") / "lived")


def test_days_count_back_from_the_newest_commit(atlas: Repository) -> None:
    month, quarter = recent(atlas).periods
    assert (month.since, month.until, quarter.since) == (date(2026, 10, 21), date(2026, 11, 20), date(2026, 8, 22))


def test_a_month_tells_what_the_last_state_before_it_did_not_have(atlas: Repository) -> None:
    found = told(recent(atlas), "30")
    assert found.changes.pains == PainFlow(resolved=1)
    assert found.changes.new == ("come-back",)
    assert found.changes.counts == {
        Judgement.WORSE: 1,
        Judgement.REVIEW: 1,
        Judgement.BETTER: 1,
        Judgement.EDITORIAL: 1,
    }


def test_a_pain_that_got_worse_and_was_then_resolved_is_told_as_resolved_and_worse(atlas: Repository) -> None:
    assert told(recent(atlas), "90").changes.pains == PainFlow(resolved=1, worse=1)


def test_words_are_those_of_journeys_diff(atlas: Repository) -> None:
    found = recent(atlas)
    base, head = revision(atlas.root, period(found, "90").base), worktree(atlas.root)
    (old, _), (new, _) = load_sides(base, head)
    assert old and new
    changes = Comparison(old, new).changes
    assert [one.fingerprint for one in told(found, "90").changes.changes] == [one.fingerprint for one in changes]
    assert texts(told(found, "90")) == [one.text.replace("*", "") for one in changes]


def test_emotions_at_each_stage_come_with_the_number_of_steps(atlas: Repository) -> None:
    found = told(recent(atlas), "30")
    assert found.before == {"decision": (1, 2), "leaving": (-1, 1)}
    assert found.after == {"decision": (0, 3), "leaving": (-1, 1)}


def test_a_release_is_compared_with_the_one_before_it(atlas: Repository) -> None:
    found = recent(atlas, "v*")
    assert [(one.earlier, one.name) for one in found.periods if one.name] == [("v1", "v2")]
    assert told(found, "v2").changes.pains == PainFlow(resolved=1)
    assert told(found, "v2").after == {"decision": (0, 3), "leaving": (-1, 1)}
    assert len(recent(atlas).periods) == 2


def test_of_many_releases_the_newest_are_told(tmp_path: Path) -> None:
    made = begun(tmp_path / "many")
    for number in range(15):
        made.git("tag", f"v{number:02}")
    found = recent(made, "v*")
    assert [one.name for one in found.periods if one.name] == [f"v{number:02}" for number in range(14, 2, -1)]
    assert found.older == 2


def test_a_release_of_another_branch_is_none(tmp_path: Path) -> None:
    made = begun(tmp_path / "branches")
    made.git("tag", "v1")
    made.git("checkout", "--quiet", "-b", "elsewhere")
    made.commit("2026-02-01")
    made.git("tag", "v2")
    made.git("checkout", "--quiet", "main")
    assert [one.name for one in recent(made, "v*").periods if one.name] == []


def test_days_tell_what_their_commits_changed_and_those_without_a_change_are_left_out(atlas: Repository) -> None:
    days = recent(atlas).days()
    assert [one.commits[0].commit.day for one in days] == [date(2026, 11, 20), date(2026, 11, 5), date(2026, 9, 15)]
    assert [len(one.commits) for one in days] == [2, 1, 1]
    assert [one.changes.total for one in days] == [2, 2, 1]


def test_what_is_not_committed_is_told_too(tmp_path: Path) -> None:
    made = begun(tmp_path / "dirty")
    made.edit(BUY, "emotion: 0", "emotion: -2")
    assert texts(told(recent(made), "30")) == ["Pays fell from neutral to very negative"]


def test_an_atlas_that_is_younger_than_the_period_is_told_from_its_first_commit_on(tmp_path: Path) -> None:
    made = begun(tmp_path / "young", "2026-11-10")
    made.edit(BUY, "title: Buy it", "title: Buy it now")
    made.commit("2026-11-20")
    found = recent(made)
    assert period(found, "30").begun
    assert period(found, "30").since == date(2026, 11, 10)
    assert told(found, "30").changes.total == 1


def test_the_first_commit_alone_changed_nothing(tmp_path: Path) -> None:
    found = recent(begun(tmp_path / "first"))
    assert told(found, "90").changes.total == 0
    assert found.days() == ()


def test_a_branch_is_told_on_the_day_of_its_merge(tmp_path: Path) -> None:
    made = begun(tmp_path / "merged")
    made.git("checkout", "--quiet", "-b", "work")
    made.edit(BUY, "emotion: 0", "emotion: -1")
    made.commit("2026-03-01")
    made.edit(BUY, "emotion: -1", "emotion: -2")
    made.commit("2026-03-02")
    made.git("checkout", "--quiet", "main")
    made.edit(LEAVE, "title: Leave", "title: Go")
    made.commit("2026-03-03")
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "Ann"), ("EMAIL", "a@example.com"), ("DATE", "2026-03-04T12:00:00+00:00"))
    }
    made.git("merge", "--quiet", "--no-ff", "-m", "Merge", "work", **who)
    days = recent(made).days()
    assert [(one.commits[0].commit.day.day, one.changes.total) for one in days] == [(4, 1), (3, 1)]


def test_a_state_with_mistakes_is_told_with_the_next_one_that_can_be_read(tmp_path: Path) -> None:
    made = begun(tmp_path / "broken")
    made.edit(BUY, "emotion: 0", "emotion: happy")
    made.commit("2026-01-12")
    made.edit(BUY, "emotion: happy", "emotion: -2")
    made.commit("2026-01-14")
    (day,) = recent(made).days()
    assert [one.commit.day.day for one in day.commits] == [14, 12]
    assert day.changes.counts == {Judgement.WORSE: 1}


def test_a_base_with_a_mistake_is_named_and_not_kept(tmp_path: Path) -> None:
    made = begun(tmp_path / "base")
    made.edit(BUY, "emotion: 0", "emotion: happy")
    made.commit("2026-01-12")
    made.edit(BUY, "emotion: happy", "emotion: -2")
    made.commit("2026-03-14")
    found = recent(made)
    why = not_told(found, "30")
    assert why.obstacle is Obstacle.UNREADABLE
    assert "journeys/maps/buy.yml" in why.detail
    found.work_out()
    assert not_told(recent(made), "30") == why


def test_a_shallow_clone_says_so_until_it_is_mended(atlas: Repository, tmp_path: Path) -> None:
    atlas.git("clone", "--quiet", "--depth=2", f"file://{atlas.root}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    found = recent(clone)
    found.work_out()
    assert not_told(found, "30").obstacle is Obstacle.SHALLOW
    assert [one.changes.total for one in found.days()] == []
    clone.git("fetch", "--quiet", "--unshallow")
    assert told(recent(clone), "30") == told(recent(atlas), "30")
    assert recent(clone).days() == recent(atlas).days()


def test_a_clone_without_old_contents_says_what_it_lacks_and_keeps_nothing_of_it(
    atlas: Repository, tmp_path: Path
) -> None:
    atlas.git("config", "uploadpack.allowFilter", "true")
    atlas.git("clone", "--quiet", "--filter=blob:none", f"file://{atlas.root}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    found = recent(clone)
    found.work_out()
    assert not_told(found, "30").obstacle is Obstacle.PARTIAL
    assert found.former == {}
    clone.git("fetch", "--quiet", "--refetch", "--no-filter")
    assert told(recent(clone), "30") == told(recent(atlas), "30")


def test_without_git_or_a_repository_or_a_commit_the_reason_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def why(made: Repository) -> Obstacle:
        found = recent(made)
        assert found.obstacle and not found.periods
        return found.obstacle.obstacle

    made = begun(tmp_path / "ours")
    without = Repository(tmp_path / "plain")
    empty = repository(tmp_path / "empty")
    other = repository(tmp_path / "other")
    other.commit()
    for one in (without, empty, other):
        for path in (*made.root.glob("journeys/*.yml"), *made.root.glob("journeys/*/*.yml")):
            one.write(str(path.relative_to(made.root)), path.read_text("utf-8"))
    assert why(without) is Obstacle.NO_REPOSITORY
    assert why(empty) is why(other) is Obstacle.NO_COMMIT
    with monkeypatch.context() as foreign:
        foreign.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
        assert why(made) is Obstacle.FOREIGN
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert why(made) is Obstacle.NO_GIT


def test_what_was_worked_out_is_kept_and_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lived(tmp_path / "kept")
    first = recent(made, "v*")
    first.work_out()
    monkeypatch.setattr(module, "load_sides", None)
    second = recent(made, "v*")
    assert [second.told(one) for one in second.periods] == [first.told(one) for one in first.periods]
    assert second.days() == first.days()
    assert second.former == first.former
    made.edit(BACK, "title: Come back", "title: Come home")
    with pytest.raises(TypeError):
        told(recent(made), "30")


def test_a_damaged_cache_is_named_and_worked_out_anew(tmp_path: Path) -> None:
    made = lived(tmp_path / "damaged")
    recent(made).work_out()
    folder = cache_folder(made.root, module.CACHE_FOLDER)
    assert folder
    for file in folder.glob("*.json"):
        file.write_text("{", encoding="ascii")
    cache = RecentCache()
    assert told(recent(made, cache=cache), "30").changes.total == 4
    assert cache.damaged_files()


def test_a_save_asks_git_for_no_history_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, cache = lived(tmp_path / "saved"), RecentCache()
    recent(made, cache=cache)
    monkeypatch.setattr(module, "mainline_of", None)
    made.edit(BACK, "title: Come back", "title: Come home")
    assert told(recent(made, cache=cache), "30").changes.total == 4
    made.commit("2026-11-25")
    with pytest.raises(TypeError):
        recent(made, cache=cache)
