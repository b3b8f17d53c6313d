"""Whatever is refactored in the example atlas, that happens and nothing else."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, Phase, event, given, settings

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.entities import MEASURED
from mkdocs_journeys.lint.engine import run_rules
from mkdocs_journeys.load.files import MEASURE
from mkdocs_journeys.refactor import Refactoring, Refusal, new_problems
from mkdocs_journeys.sources.tree import Tree
from refactor.support_random import LAYOUTS, NEW, Layouts, Try, loaded, tries, written
from support.budgets import LONG

TODAY = date(2026, 11, 22)


@settings(
    max_examples=200 if LONG else 20,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(tries(), LAYOUTS)
def test_a_refactoring_does_what_it_says_and_nothing_else(one: Try, layout: Layouts) -> None:
    tree, atlas = written(layout)
    done = one.do(tree)
    event(f"{one.words[0]}: {'refused' if isinstance(done, Refusal) else 'done'}")
    if isinstance(done, Refusal):
        assert one.words[0] != "rename", done
        assert done.message.endswith(".")
        return
    after = done.applied(tree)
    now, problems = loaded(after)
    assert new_problems([], problems, done) == []
    assert_only_that(one, done, Comparison(atlas, now).changes)
    assert_the_lines(one, done, tree, after)
    assert_all_events_are_somewhere(one, done, atlas, now)
    if one.words[0] == "rename":
        assert new_problems(run_rules(atlas, TODAY), run_rules(now, TODAY), done) == []


def assert_only_that(one: Try, done: Refactoring, changes: list[Change]) -> None:
    """The changes of meaning are those that the words stand for."""
    kinds = [(change.kind, change.entity, change.field) for change in changes]
    match one.words:
        case ("rename", kind, old):
            assert len(changes) == 1, [change.text for change in changes]
            if kind not in ("lifecycle", "path"):
                assert (changes[0].kind, changes[0].old, changes[0].new) == ("renamed", old.rpartition("/")[2], NEW)
        case ("pain", pain, _):
            assert {change.id for change in changes if change.entity == "pain"} <= {pain}
            assert {change.field for change in changes if change.entity != "pain"} <= {f"pains.{pain}"}
        case ("step", _, *_):
            moved = [change for change in changes if change.kind == "moved" and change.entity == "step"]
            assert len(moved) == 1, [change.text for change in changes]
            in_maps = {change.id for change in changes if change.entity not in MEASURED}
            assert in_maps <= {moved[0].id, *stages_removed(changes), *pains_moved(changes)}
        case ("merge", kind, old, new):
            removed = [change for change in changes if change.kind == "removed"]
            assert [(change.entity, change.id) for change in removed] == [(kind, old)]
            assert "added" not in {change.kind for change in changes}
            others = [change for change in changes if change.entity == kind and change.id not in (old, new)]
            assert {change.field for change in others} <= {"summary", "description"}
        case _:
            assert [(entity, field) for kind, entity, field in kinds if kind == "added" and entity == "journey"] == [
                ("journey", None)
            ]
            assert done.places >= 2


def stages_removed(changes: list[Change]) -> set[str]:
    return {change.id for change in changes if (change.kind, change.entity) == ("removed", "stage")}


def pains_moved(changes: list[Change]) -> set[str]:
    return {change.id for change in changes if (change.kind, change.entity) == ("moved", "pain")}


def events_of(atlas: Atlas) -> dict[str, str]:
    """Each step that measure.yml has an event for, to the journey of the entry."""
    assert atlas.measure
    return {step: entry.journey for entry in atlas.measure.journeys for step in entry.steps}


def assert_all_events_are_somewhere(one: Try, done: Refactoring, before: Atlas, after: Atlas) -> None:
    """A step's event stands with its journey afterwards, or the notes tell that it is lost."""
    was, now = events_of(before), events_of(after)
    lost = {note.rpartition("'")[0].rpartition("'")[2] for note in done.notes if "the event of" in note}
    own = {done.ids.get(step, step): journey for step, journey in now.items()}
    assert own.keys() == was.keys() - lost
    homes = {step.id: journey.id for journey in after.journeys.values() for step in journey.steps}
    assert all(homes[step] == journey for step, journey in now.items())


def lines_of(tree: Tree) -> Counter[str]:
    """All lines of all files but measure.yml without their indentation."""
    files = [data for path, data in tree.files.items() if not path.endswith(MEASURE)]
    texts = (data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n") for data in files)
    return Counter(line.strip() for text in texts for line in text.split("\n") if line.strip())


def assert_the_lines(one: Try, done: Refactoring, before: Tree, after: Tree) -> None:
    """Each line is what it was, but for those that name the thing."""
    gone, new = lines_of(before) - lines_of(after), lines_of(after) - lines_of(before)
    for path, content in before.files.items():
        if path not in done.edits and path not in done.removed:
            assert after.files[done.renamed.get(path, path)] == content
    match one.words:
        case ("rename", _, old):
            own = old.rpartition("/")[2]
            back = {path: data.replace(NEW.encode(), own.encode()) for path, data in after.files.items()}
            assert {done.renamed.get(path, path): data for path, data in before.files.items()} == back
        case ("pain", pain, _):
            assert all("pains:" in line or pain in line for line in gone), gone
            assert all("pains:" in line or line.startswith("- ") for line in new), new
        case ("step", *_):
            assert all(line.startswith(("- stage:", "steps:", "# note")) for line in gone), gone
            assert not new
        case ("merge", *_):
            assert sum(new.values()) <= done.places
        case _:
            assert sum(gone.values()) <= done.places
            assert not [line for line in gone if line.startswith("# note")]


def test_the_words_that_are_drawn_are_those_of_the_commands() -> None:
    seen: set[str] = set()

    @settings(max_examples=100, database=None, derandomize=True)
    @given(tries())
    def draw(one: Try) -> None:
        seen.add(one.words[0])

    draw()
    assert seen == {"rename", "merge", "step", "pain", "split"}
