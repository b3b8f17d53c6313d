"""In ten maps, written as people write them, the rules find what findings.toml lists with a reason, no more."""

import tomllib
from collections import defaultdict

import pytest

from maps.support_maps import HERE, TODAY, ten_maps
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.engine import run_rules
from mkdocs_journeys.lint.settings import LintSettings
from mkdocs_journeys.lint.subject import documents_by_path, subject_of
from mkdocs_journeys.model.settings.lint import Preset

ADDITIONS_TO_A_STEP = ("figures", "group", "optional", "parallel", "path", "repeats", "when")
TOLD_APART = ("emotion", "feelings", "thinks", "says", "expects")


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return ten_maps()


@pytest.mark.parametrize("preset", ["recommended", "strict"])
def test_only_what_is_right_is_found(atlas: Atlas, preset: Preset) -> None:
    documents = documents_by_path(atlas)
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for problem in run_rules(atlas, TODAY, LintSettings(preset)):
        subject = subject_of(atlas, problem, documents)
        found[subject.id].append((problem.rule, subject.step_name))
    listed = tomllib.loads((HERE / "findings.toml").read_text("utf-8"))
    expected = {
        id: [(one["rule"], one["step"]) for one in findings if preset == "strict" or not one.get("strict")]
        for id, findings in listed.items()
    }
    assert found == {id: findings for id, findings in expected.items() if findings}
    assert all(one["why"] for findings in listed.values() for one in findings)


def test_there_are_ten_maps_of_a_size_that_people_draw(atlas: Atlas) -> None:
    assert len(atlas.journeys) == 10
    assert {len(journey.steps) for journey in atlas.journeys.values()} <= set(range(5, 15))
    assert {journey.kind for journey in atlas.journeys.values()} == {"experience", "blueprint"}
    assert {journey.state for journey in atlas.journeys.values()} == {"current", "future"}


def test_together_they_use_what_the_format_has_got_for_such_maps(atlas: Atlas) -> None:
    steps = [step for journey in atlas.journeys.values() for step in journey.steps]
    stages = [stage for journey in atlas.journeys.values() for stage in journey.stages]
    assert all(any(getattr(step, field) for step in steps) for field in ADDITIONS_TO_A_STEP)
    assert {field for _, field in atlas.told_apart} == set(TOLD_APART)
    for field in ("touchpoint", "channel", "team"):
        assert any(len(getattr(step, field)) > 1 for step in steps)
    assert any(isinstance(step.emotion, float) for step in steps)
    assert any(stage.id for stage in stages)
    assert any(stage.figures for stage in stages)
    assert any(stage.duration for stage in stages)
    assert any(journey.jobs for journey in atlas.journeys.values())
    assert any(journey.links for journey in atlas.journeys.values())
    assert any(item.cost for item in atlas.opportunities.values())
    assert any(located.pain.cost for located in atlas.pains.values())
    catalog = atlas.catalog
    assert all((catalog.lifecycles, catalog.map.lanes, catalog.map.hidden, catalog.language))
