"""From what was understood of a source to files that an atlas takes."""

from collections.abc import Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.imports.draft import DraftJourney, DraftPain, DraftStage, DraftStep
from mkdocs_journeys.imports.files import is_as_imported
from mkdocs_journeys.imports.names import Match
from mkdocs_journeys.imports.plan import ImportPlan, plan_import
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.sources.tree import Tree

CATALOG = """\
format: 1
# Our words.
stages:
  - id: consideration
    name: Consideration
  - {id: pay, name: Pays}
channels: [{id: web, name: Website, kind: digital}]
touchpoints:
  - id: pricing-page
    name: Pricing page  # the one with three plans
    channel: web
"""
EXISTING = Tree(
    {
        "journeys/catalog.yml": CATALOG.encode(),
        "journeys/personas/maya.yml": b"name: Maya the planner\n",
        "journeys/maps/try.yml": b"title: Try\npersonas: maya\nstages: [{stage: pay, steps: [{name: Pays}]}]\n",
    }
)
STEP = DraftStep("Compares the plans", ("Maya the planner",), {"": -1.0}, touchpoints=("Pricing  page",))


def draft(
    *steps: DraftStep, stage: str = "consideration", title: str = "Buy it", origin: str = "a.md, diagram 1"
) -> DraftJourney:
    people = tuple(dict.fromkeys(name for step in steps for name in step.people))
    return DraftJourney(title, origin, (DraftStage(stage, steps),), people)


def after(tree: Tree, plan: ImportPlan) -> Tree:
    return Tree({**tree.files, **{file.path: file.text.encode() for file in plan.files}})


def texts(plan: ImportPlan) -> Mapping[str, str]:
    return {file.path: file.text for file in plan.files}


def test_names_of_the_catalog_are_taken_for_its_things() -> None:
    plan = plan_import(EXISTING, [draft(STEP)])
    assert texts(plan).keys() == {"journeys/maps/buy-it.yml"}
    assert texts(plan)["journeys/maps/buy-it.yml"].partition("\n# As imported: ")[2][13:] == (
        "title: Buy it\npersonas: maya\nstatus: draft\nstages:\n  - stage: consideration\n    steps:\n"
        "      - name: Compares the plans\n        touchpoint: pricing-page\n        emotion: -1\n"
    )


def test_a_name_that_is_like_one_of_the_catalog_is_taken_for_it_with_a_remark() -> None:
    plan = plan_import(EXISTING, [draft(STEP, stage="Considerations")])
    assert plan.naming.of("stage", "Considerations") == Match("consideration", "Consideration", 0.99)
    text = texts(plan)["journeys/maps/buy-it.yml"]
    assert "  - stage: consideration  # Consideration of the catalog is 99% alike\n    name: Considerations\n" in text


def test_what_the_catalog_lacks_is_added_and_all_else_of_it_stays() -> None:
    step = DraftStep("Calls", ("Tom",), touchpoints=("Hotline",), teams=("Support",))
    plan = plan_import(EXISTING, [draft(step, stage="Help")])
    assert texts(plan)["journeys/catalog.yml"] == (
        CATALOG.replace("Pays}\n", "Pays}\n  - id: help\n    name: Help\n")
        + "  - id: hotline\n    name: Hotline\n    channel: web\nteams:\n  - id: support\n    name: Support\n"
    )
    atlas, problems = load(after(EXISTING, plan))
    assert atlas and not [problem for problem in problems if problem.severity == Severity.ERROR]
    assert atlas.personas["tom"].name == "Tom"


def test_nothing_is_overwritten_and_ids_stay_apart() -> None:
    plan = plan_import(EXISTING, [draft(STEP, title="Try"), draft(STEP, title="Try", origin="b")])
    assert [file.path for file in plan.files] == ["journeys/maps/try-2.yml", "journeys/maps/try-3.yml"]


def test_a_second_import_finds_its_files_by_where_they_come_from() -> None:
    once = after(EXISTING, plan_import(EXISTING, [draft(STEP)]))
    (same,) = plan_import(once, [draft(STEP)]).files
    assert (same.path, same.state) == ("journeys/maps/buy-it.yml", "same")
    (changed,) = plan_import(once, [draft(STEP, title="Buy this")]).files
    assert (changed.path, changed.state) == ("journeys/maps/buy-it.yml", "changed")
    touched = Tree({**once.files, same.path: once.files[same.path].replace(b"draft", b"live")})
    (edited,) = plan_import(touched, [draft(STEP)]).files
    assert edited.state == "edited"


def test_a_pain_keeps_its_id_from_run_to_run() -> None:
    hurts = DraftStep("Waits", pains=(DraftPain("Takes too long"), DraftPain("Takes too long")))
    once = after(EXISTING, plan_import(EXISTING, [draft(hurts)]))
    assert b"- id: takes-too-long\n" in once.files["journeys/maps/buy-it.yml"]
    assert b"- id: takes-too-long-2\n" in once.files["journeys/maps/buy-it.yml"]
    assert {file.state for file in plan_import(once, [draft(hurts)]).files} == {"same"}


def test_without_an_atlas_one_is_made() -> None:
    plan = plan_import(Tree(), [draft(DraftStep("Waits"))])
    assert list(texts(plan)) == ["journeys/catalog.yml", "journeys/maps/buy-it.yml", "journeys/personas/somebody.yml"]
    atlas, problems = load(after(Tree(), plan))
    assert atlas and not problems


def test_a_catalog_with_a_mistake_is_left_alone_and_what_it_lacks_is_told() -> None:
    tree = Tree({"journeys/catalog.yml": b"format: 1\nstages: 3\n"})
    plan = plan_import(tree, [draft(STEP, stage="Help")])
    assert "journeys/catalog.yml" not in texts(plan)
    assert plan.lacking.startswith("stages:\n  - id: help\n")


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@example(title="0", stages=[("Ë", "0", "0"), ("ë", "0", "0")], note="")
@given(title=NAMES, stages=st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=4), note=st.text(max_size=60))
def test_whatever_things_are_called_the_files_are_valid(
    title: str, stages: list[tuple[str, str, str]], note: str
) -> None:
    found = tuple(
        DraftStage(stage, (DraftStep(step, (person,), touchpoints=(person,), remark=note, pains=(DraftPain(step),)),))
        for stage, step, person in stages
    )
    journey = DraftJourney(
        title, note, found, (stages[0][2],), {"scenario": note} if note.strip() else {}, (note,), (note,)
    )
    plan = plan_import(EXISTING, [journey])
    tree = after(EXISTING, plan)
    _, problems = load(tree)
    assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []
    assert all(is_as_imported(file.text) for file in plan.files if "catalog" not in file.path)
    assert {file.state for file in plan_import(tree, [journey]).files} == {"same"}
