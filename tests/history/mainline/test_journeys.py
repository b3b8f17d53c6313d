"""What each commit along the first parents did to the journeys."""

from pathlib import Path

from history.conftest import BUY, FILE
from history.support_history import atlas_of, record, said
from mkdocs_journeys.history import HistoryCache
from support.repositories import Repository

NOBODY = {f"GIT_{role}_{key}": "x@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}


def test_what_a_merge_brings_is_told_of_the_merge_with_those_who_wrote_it(lived: Repository) -> None:
    lived.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    lived.edit(FILE, "title: Buy it", "title: Buy it\ntags: [new]")
    lived.commit("2026-03-01", "Eve", "Tag it")
    lived.edit(FILE, "title: Buy it", "title: Buy it at the till")
    lived.commit("2026-03-02", "Dan", "It got better\n\nCo-authored-by: Ben Pair <ben@example.com>")
    lived.git("checkout", "--quiet", "main")
    title = ("-m", "Merge pull request #7 from side", "-m", "Better at the till")
    lived.git("merge", "--quiet", "--no-ff", *title, "side", **NOBODY)
    newest, *older = record(lived).events
    assert (newest.commit.authors, newest.commit.subject) == (("Eve", "Dan", "Ben Pair"), "Better at the till")
    assert len(newest.changes) == 2
    assert [event.commit.author for event in older] == ["Ann", "Bob", "Ann"]


def test_a_state_that_only_a_branch_had_is_never_told(lived: Repository) -> None:
    lived.git("checkout", "--quiet", "-b", "side")
    lived.edit(FILE, "emotion: 1", "emotion: -2")
    lived.commit("2026-04-01", "Eve")
    lived.edit(FILE, "        emotion: -2\n        pains", "        emotion: 2\n        pains")
    lived.commit("2026-04-02", "Eve")
    lived.git("checkout", "--quiet", "main")
    lived.git("merge", "--quiet", "--no-ff", "--no-edit", "side", **NOBODY)
    assert [event.state.emotion for event in record(lived).events] == [0, -0.5, -0.5, 0.5]


def test_co_authors_are_named(lived: Repository) -> None:
    lived.edit(FILE, "emotion: 1", "emotion: 2")
    lived.commit("2026-04-01", message="A pair\n\nCo-authored-by: Ben Pair <ben@example.com>")
    assert record(lived).events[0].commit.authors == ("Ann", "Ben Pair")


def test_an_id_of_another_file_that_changes_is_no_news_of_a_journey(lived: Repository) -> None:
    lived.write("journeys/maps/sell.yml", BUY.replace("id: fees, title: Fees come late", "id: late, title: It is late"))
    lived.edit("journeys/maps/sell.yml", "        emotion: 0\n", "        emotion: 0\n        pains: [fees]\n")
    lived.commit("2026-04-01")
    lived.edit(FILE, "id: fees", "id: hidden-fees")
    lived.edit("journeys/maps/sell.yml", "[fees]", "[hidden-fees]")
    for file in (FILE, "journeys/maps/sell.yml"):
        lived.edit(file, "owner: growth", "owner: growers")
        lived.edit(file, "stage: decision", "stage: choice")
    lived.edit("journeys/catalog.yml", "id: growth", "id: growers")
    lived.edit("journeys/catalog.yml", "id: decision", "id: choice")
    lived.commit("2026-04-02")
    assert [str(event.commit.day) for event in record(lived, "sell").events] == ["2026-04-01"]


def test_a_step_that_moves_to_another_journey_is_told_as_a_move_in_both(lived: Repository) -> None:
    lived.write("journeys/maps/sell.yml", BUY.replace("title: Buy it", "title: Sell it").replace("fees", "late"))
    lived.edit("journeys/maps/sell.yml", "name: Pays", "name: Is paid")
    lived.edit("journeys/maps/sell.yml", "name: Compares the plans", "name: Shows the plans")
    lived.edit("journeys/maps/sell.yml", "title: Fees come late", "title: It is late")
    moved = "      - name: Signs at the desk\n        emotion: -1\n        thinks: Where is the pen?\n"
    lived.write(FILE, (lived.root / FILE).read_text("utf-8") + moved)
    lived.commit("2026-04-01")
    lived.edit(FILE, moved, "")
    lived.write("journeys/maps/sell.yml", (lived.root / "journeys/maps/sell.yml").read_text("utf-8") + moved)
    lived.commit("2026-04-02")
    for journey in ("buy", "sell"):
        (told,) = said(record(lived, journey).events[0])
        assert told.startswith("Signs at the desk moved"), journey


def test_what_a_partial_clone_lacks_is_left_out_told_and_not_kept(lived: Repository, tmp_path: Path) -> None:
    lived.git("config", "uploadpack.allowFilter", "true")
    clone = Repository(tmp_path / "partial")
    lived.git("clone", "--quiet", "--filter=blob:none", f"file://{lived.root}", str(clone.root))
    kept = HistoryCache()
    assert kept.histories(clone.root, "journeys", atlas_of(clone)) == {}
    assert kept.obstacle and "git fetch --refetch --no-filter origin" in kept.obstacle.detail
    clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin")
    assert record(clone) == record(lived)
