"""Renaming: every place where an id is written changes, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.refactor import RENAMED_KINDS, Refactoring, rename
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from refactor.support_trees import CATALOG, TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text

THINGS = [
    ("journey", "try-it", 5),
    ("journey", "use-it", 2),
    ("persona", "maya", 3),
    ("persona", "tom", 6),
    ("opportunity", "one-price", 1),
    ("evidence", "interviews", 11),
    ("pain", "hidden-fees", 5),
    ("pain", "slow-board", 2),
    ("stage", "onboarding", 3),
    ("channel", "web", 5),
    ("touchpoint", "sign-up", 5),
    ("team", "support", 6),
    ("segment", "small-firms", 6),
    ("metric", "conversion", 5),
    ("metric", "visits", 2),
    ("lane", "risk", 4),
    ("step", "try-it/compare", 2),
    ("finding", "interviews/fees-surprise", 6),
    ("solution", "one-price/counter", 1),
    ("path", "try-it/refused", 2),
    ("lifecycle", "buying", 1),
]


@pytest.mark.parametrize(("kind", "id", "places"), THINGS)
def test_everything_that_has_an_id_can_be_renamed(kind: str, id: str, places: int) -> None:
    tree = base()
    found = done(rename(tree, kind, id, "another-one"))
    after = found.applied(tree)
    assert found.places == places
    changes = Comparison(sound(tree), sound(after)).changes
    field = {"path": "paths", "lifecycle": "lifecycles"}.get(kind, "id")
    assert [change.field for change in changes if change.field != "lint.paths"] == [field]
    assert (field == "lifecycles") or (changes[0].old, changes[0].new) == (id.rpartition("/")[2], "another-one")


@pytest.mark.parametrize(("kind", "id", "places"), THINGS)
def test_renaming_there_and_back_changes_no_byte(kind: str, id: str, places: int) -> None:
    tree = base()
    above, slash, own = id.rpartition("/")
    there = done(rename(tree, kind, id, "a")).applied(tree)
    assert done(rename(there, kind, f"{above}{slash}a", own)).applied(there) == tree
    assert there != tree


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _, _ in THINGS} == set(RENAMED_KINDS)


def test_layout_and_comments_stay() -> None:
    tree = base()
    after = done(rename(tree, "pain", "hidden-fees", "late-price")).applied(tree)
    assert changed_lines(tree, after, TRY_IT) == [
        "-   It hurts most at [the price](pain:hidden-fees) and, as",
        "+   It hurts most at [the price](pain:late-price) and, as",
        "-           - id: hidden-fees",
        "+           - id: late-price",
        "-         pains: [no-trial, hidden-fees]",
        "+         pains: [no-trial, late-price]",
    ]


def test_the_file_of_a_document_gets_another_name_in_its_folder() -> None:
    found = done(rename(base(), "journey", "use-it", "live-with-it"))
    assert found.renamed == {USE_IT: "journeys/maps/small/live-with-it.yml"}
    assert USE_IT not in found.edits


def test_the_figures_of_a_metric_go_with_it() -> None:
    found = done(rename(base(), "metric", "conversion", "trial-to-paid"))
    assert found.renamed == {"journeys/metrics/conversion.csv": "journeys/metrics/trial-to-paid.csv"}
    assert done(rename(base(), "metric", "visits", "visitors")).renamed == {}


def test_settings_of_rules_that_name_the_file_follow() -> None:
    tree = base()
    lines = changed_lines(tree, done(rename(tree, "journey", "try-it", "buy-it")).applied(tree), CATALOG)
    assert "+     - {path: maps/buy-it.yml, rules: {name-too-long: off}}" in lines
    tree = swapped(tree, CATALOG, ("path: maps/try-it.yml", "path: '/maps/try-it.yml'"))
    assert "path: '/maps/buy-it.yml'" in text(done(rename(tree, "journey", "try-it", "buy-it")).applied(tree), CATALOG)


def test_a_comment_that_ignores_a_rule_follows_where_it_names_the_thing() -> None:
    comment = "# journeys: ignore pain-without-owner pain:no-trial is nobody's, no-trial or not"
    tree = swapped(base(), TRY_IT, ("- id: no-trial", f"- id: no-trial {comment}"))
    after = done(rename(tree, "pain", "no-trial", "no-test")).applied(tree)
    line = "- id: no-test # journeys: ignore pain-without-owner pain:no-test is nobody's, no-trial or not"
    assert line in text(after, TRY_IT)


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("sign-up", "new-form"),
        ("'sign-up'", "'new-form'"),
        ('"sign-up"  # here', '"new-form"  # here'),
        ("&here sign-up", "&here new-form"),
        ("&sign-up sign-up", "&sign-up new-form"),
        (">-\n          sign-up", ">-\n          new-form"),
        ("|- # folded\n          sign-up", "|- # folded\n          new-form"),
        ("\n          sign-up", "\n          new-form"),
    ],
)
def test_the_way_in_which_an_id_is_written_stays(written: str, after: str) -> None:
    tree = swapped(base(), USE_IT, ("touchpoint: sign-up", f"touchpoint: {written}"))
    assert f"touchpoint: {after}\n" in text(
        done(rename(tree, "touchpoint", "sign-up", "new-form")).applied(tree), USE_IT
    )


@pytest.mark.parametrize("new", ["null", "true", "no", "1e5", "2027", "0x1f"])
def test_an_id_that_would_be_read_as_something_else_gets_quotes(new: str) -> None:
    tree = base()
    after = done(rename(tree, "touchpoint", "sign-up", new)).applied(tree)
    assert f'touchpoint: "{new}"\n' in text(after, TRY_IT)
    assert new in sound(after).touchpoints


def test_an_id_that_is_a_number_is_renamed() -> None:
    tree = base()
    there = done(rename(tree, "step", "try-it/start", "007")).applied(tree)
    bare = swapped(there, TRY_IT, ('"007"', "007"))
    after = done(rename(bare, "step", "try-it/007", "begin")).applied(bare)
    assert "id: begin\n" in text(after, TRY_IT)
    assert "- begin\n" in text(after, TRY_IT)


@pytest.mark.parametrize(
    ("link", "after"),
    [
        ("[x](pain:no-trial)", "[x](pain:b)"),
        ("[x](<pain:no-trial>)", "[x](<pain:b>)"),
        ("[x]( pain:no-trial 'title')", "[x]( pain:b 'title')"),
        ("<pain:no-trial>", "<pain:b>"),
        ("[x](pain:no-trial) and [y](pain:no-trial)", "[x](pain:b) and [y](pain:b)"),
        ("[x](pain:no-trial-at-all) [y](pain:no-trial)", None),
        ("`pain:no-trial` (pain:no-trial) [x](pain:no-trial)", "`pain:no-trial` (pain:no-trial) [x](pain:b)"),
    ],
)
def test_a_link_in_a_rich_text_follows(link: str, after: str | None) -> None:
    line = "description: Told in [the study](evidence:interviews)."
    more = "[a](pain:no-trial-at-all)" in link or after is None
    tree = swapped(base(), TRY_IT, (line, f"description: >-\n              So\n              {link}"))
    found = done(rename(tree, "pain", "no-trial", "b"))
    assert (after or link.replace("[y](pain:no-trial)", "[y](pain:b)")) in text(found.applied(tree), TRY_IT)
    assert more == (after is None)


def test_a_link_by_a_name_of_its_own_follows() -> None:
    notes = "notes: |\n  It is [here][1].\n\n  [1]: pain:no-trial\n"
    tree = swapped(base(), USE_IT, ("part_of: try-it\n", f"part_of: try-it\n{notes}"))
    assert "[1]: pain:b\n" in text(done(rename(tree, "pain", "no-trial", "b")).applied(tree), USE_IT)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    tree = base()
    odd = Tree({path: b"\xef\xbb\xbf" + data.replace(b"\n", end.encode()) for path, data in tree.files.items()})
    for kind, id, _ in THINGS:
        after = done(rename(odd, kind, id, "longer-than-before")).applied(odd)
        plain = done(rename(tree, kind, id, "longer-than-before")).applied(tree)
        assert after.files == {
            path: b"\xef\xbb\xbf" + data.replace(b"\n", end.encode()) for path, data in plain.files.items()
        }


def test_an_id_behind_an_anchor_is_renamed_for_all_who_repeat_it() -> None:
    tree = swapped(base(), TRY_IT, ("evidence: [interviews]", "evidence: &all [interviews, interviews/ask-a-peer]"))
    tree = swapped(tree, TRY_IT, ("        opportunities: [one-price]", "        evidence: *all"))
    after = done(rename(tree, "finding", "interviews/ask-a-peer", "peers")).applied(tree)
    assert "evidence: &all [interviews, interviews/peers]" in text(after, TRY_IT)
    assert "evidence: *all" in text(after, TRY_IT)


def test_a_word_that_an_anchor_shares_with_something_else_is_refused() -> None:
    tree = swapped(base(), USE_IT, ("name: At work", "name: &word support"), ("owner: support, ev", "owner: *word, ev"))
    assert refused(rename(tree, "team", "support", "help")) == (
        "journeys/maps/small/use-it.yml:1:1: 'support' is written here in a way that cannot be renamed by itself. "
        "Change it by hand first, then try again."
    )


@pytest.mark.parametrize("written", ['"sign\\x2Dup"', '"sign\\\n          -up"'])
def test_what_is_written_with_escapes_is_refused(written: str) -> None:
    tree = swapped(base(), USE_IT, ("touchpoint: sign-up", f"touchpoint: {written}"))
    assert "use-it.yml:12:17" in refused(rename(tree, "touchpoint", "sign-up", "form"))


def test_a_link_that_is_written_with_escapes_is_refused() -> None:
    tree = swapped(base(), CATALOG, ("(pain:hidden-fees)", "(pain:hidden%2Dfees)"))
    assert "catalog.yml:2:14" in refused(rename(tree, "pain", "hidden-fees", "b"))


RULE = "An id is made of a-z, 0-9 and hyphens, and has at most 64 characters."


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("pain", "hiden-fees", "b", "There is no pain 'hiden-fees'. Did you mean 'hidden-fees'?"),
        ("evidence", "nothing", "b", "There is no study 'nothing'."),
        ("step", "compare", "b", "There is no step 'compare'. Did you mean 'try-it/compare'?"),
        ("step", "look", "b", "There is no step 'look'. Name a step as JOURNEY/STEP."),
        ("finding", "ask-a-peer", "b", "There is no finding 'ask-a-peer'. Did you mean 'interviews/ask-a-peer'?"),
        ("pain", "hidden-fees", "no-trial", "There is a pain 'no-trial' already. Choose another id."),
        ("step", "try-it/pay", "start", "There is a step 'try-it/start' already. Choose another id."),
        ("pain", "hidden-fees", "hidden-fees", "That is the id of the pain already."),
        ("persona", "maya", "index", "The site needs the name 'index' for itself. Choose another id."),
        ("pain", "no-trial", "No trial!", f"'No trial!' cannot be an id. Did you mean 'no-trial'? {RULE}"),
        ("step", "try-it/pay", "try-it/y", f"'try-it/y' cannot be an id. Did you mean 'try-it-y'? {RULE}"),
        ("pain", "no-trial", "%", f"'%' cannot be an id. {RULE}"),
    ],
)
def test_what_cannot_be_renamed_is_refused_in_a_sentence(kind: str, old: str, new: str, said: str) -> None:
    assert refused(rename(base(), kind, old, new)) == said


def test_a_thing_that_is_there_twice_is_refused() -> None:
    tree = swapped(base(), USE_IT, ("id: slow-board", "id: no-trial"))
    said = "There is more than one pain 'no-trial'. Give each an id of its own first."
    assert refused(rename(tree, "pain", "no-trial", "b")) == said


def test_a_file_in_the_way_is_not_overwritten() -> None:
    tree = Tree({**base().files, "journeys/metrics/share.csv": b"date,value\n2026-01-01,2\n"})
    said = "There is a file journeys/metrics/share.csv already. Choose another id, or remove that file first."
    assert refused(rename(tree, "metric", "conversion", "share")) == said


@pytest.mark.parametrize("broken", ["title: [\n", "title: a\ntitle: b\n", "\x01", ""])
def test_an_atlas_that_cannot_be_read_whole_is_left_alone(broken: str) -> None:
    assert "use-it.yml:" in refused(rename(base(use_it=broken), "pain", "hidden-fees", "b"))


def test_another_mistake_in_the_atlas_is_no_obstacle() -> None:
    tree = swapped(
        base(), TRY_IT, ("emotion: 1\n", "emotion: 9\n"), ("leads_to: [compare", "leads_to: [nowhere, compare")
    )
    found = rename(tree, "pain", "hidden-fees", "b")
    assert isinstance(found, Refactoring)
    assert found.places == 5


def test_a_step_is_renamed_in_the_definitions_of_what_is_measured(repository_root: Path) -> None:
    tree = worktree(repository_root)
    after = done(rename(tree, "step", "try-before-paying/compare", "weigh")).applied(tree)
    assert "weigh: pricing_viewed" in text(after, "journeys/measure.yml")
    assert "compare: pricing_viewed" not in text(after, "journeys/measure.yml")


def test_a_study_is_renamed_in_the_definition_of_the_comments_that_it_holds() -> None:
    kept = "comments:\n  - {evidence: interviews, title: What people write, source: survey}\n"
    source = "format: 1\nsources: [{id: survey, shape: responses, files: a.csv}]\n"
    tree = base()
    tree = replace(tree, files={**tree.files, "journeys/measure.yml": (source + kept).encode()})
    after = done(rename(tree, "evidence", "interviews", "talks")).applied(tree)
    assert "  - {evidence: talks, title: What people write" in text(after, "journeys/measure.yml")


def test_what_was_observed_goes_with_its_journey(repository_root: Path) -> None:
    found = done(rename(worktree(repository_root), "journey", "try-before-paying", "try-it-first"))
    assert found.renamed["journeys/observed/try-before-paying.csv"] == "journeys/observed/try-it-first.csv"
