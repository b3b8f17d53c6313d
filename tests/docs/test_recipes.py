"""The files for other programs that the guide offers: whole, careful with rights, and with commands that work."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from docs.support_documents import DOCUMENTS, RECIPES, TUTORIAL, blocks_of
from docs.support_terminal import Terminal, begin
from docs.support_ways import RECIPE, reason_not_to_run, way_of

FILES = sorted(path for path in RECIPES.rglob("*") if path.is_file())
SHOWN = [block for path in DOCUMENTS for block in blocks_of(path) if way_of(block) == RECIPE]
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
POLICY = (RECIPES / "server" / "content-security-policy.txt").read_text("utf-8").strip()
every_yaml = pytest.mark.parametrize(
    "file", [path for path in FILES if path.suffix == ".yml"], ids=lambda path: path.name
)


@pytest.fixture
def workflow() -> Any:
    """The GitHub workflow; YAML 1.1 takes its key `on` for true, so all is read as text."""
    return yaml.load((RECIPES / "github" / "journeys.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture
def pipeline() -> Any:
    """The GitLab pipeline."""
    return yaml.safe_load((RECIPES / "gitlab" / "pages.gitlab-ci.yml").read_text("utf-8"))


def scripts(jobs: Any) -> Iterator[str]:
    """The commands of all jobs: of a workflow's steps, or of a pipeline's scripts."""
    for job in jobs.values():
        yield from (step["run"] for step in job.get("steps", ()) if "run" in step)
        yield from job.get("script", ())


def test_every_recipe_is_shown_on_a_page_or_linked() -> None:
    written = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    names = [path.relative_to(RECIPES).as_posix() for path in FILES]
    assert [name for name in names if f'--8<-- "{name}"' not in written and f"recipes/{name})" not in written] == []


@every_yaml
def test_recipes_are_yaml(file: Path) -> None:
    assert yaml.safe_load(file.read_text("utf-8"))


@pytest.mark.parametrize("text", [block.text for block in SHOWN if block.language == "yaml"])
def test_what_is_shown_in_part_is_yaml_too(text: str) -> None:
    assert isinstance(yaml.safe_load(text), dict | list)


def test_the_workflow_may_read_and_only_the_job_that_publishes_may_more(workflow: Any) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in workflow["jobs"]["check"]
    publish = workflow["jobs"]["publish"]
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["if"] == "github.ref == 'refs/heads/main'"
    assert not [step for step in publish["steps"] if "run" in step]


def test_the_workflow_runs_on_pull_requests_without_rights_of_the_repository(workflow: Any) -> None:
    assert set(workflow["on"]) == {"push", "pull_request"}
    checkout = workflow["jobs"]["check"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": "false", "fetch-depth": "0"}


@every_yaml
def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(file: Path) -> None:
    for one in re.findall(r"uses: (.+)", file.read_text("utf-8")):
        action, _, version = one.partition(" # ")
        assert PINNED.fullmatch(action), one
        assert re.fullmatch(r"v\d+\.\d+\.\d+", version), one


def test_nothing_is_published_before_it_is_checked(workflow: Any, pipeline: Any) -> None:
    assert workflow["jobs"]["publish"]["needs"] == "check"
    assert pipeline["pages"]["needs"] == ["journeys"]
    assert pipeline["stages"] == [pipeline["journeys"]["stage"], pipeline["pages"]["stage"]]
    assert pipeline["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_what_the_workflow_publishes_is_what_it_builds(workflow: Any, tmp_path: Path) -> None:
    project = begin(TUTORIAL.with_name("ci.md"), tmp_path)
    run_all(project, scripts(workflow["jobs"]))
    (upload,) = (step for step in workflow["jobs"]["check"]["steps"] if "upload-pages-artifact" in step.get("uses", ""))
    assert (project / upload["with"]["path"] / "index.html").is_file()


def test_what_the_pipeline_keeps_is_what_it_makes(pipeline: Any, tmp_path: Path) -> None:
    project = begin(TUTORIAL.with_name("ci.md"), tmp_path)
    jobs = {name: job for name, job in pipeline.items() if isinstance(job, dict)}
    run_all(project, scripts(jobs))
    kept = pipeline["journeys"]["artifacts"]
    assert (project / kept["reports"]["codequality"]).read_text("utf-8").startswith("[")
    assert [path for path in kept["paths"] if not (project / path / "index.html").is_file()] == []
    assert pipeline["pages"]["artifacts"]["paths"] == kept["paths"]


def test_the_pipeline_fails_and_says_why_when_there_is_a_mistake(pipeline: Any, tmp_path: Path) -> None:
    project = begin(TUTORIAL.with_name("ci.md"), tmp_path)
    journey = project / "journeys" / "maps" / "try-it.yml"
    journey.write_text(journey.read_text("utf-8").replace("pricing-page", "pricing-pag"), encoding="utf-8")
    (check,) = (line for line in pipeline["journeys"]["script"] if line.startswith("journeys check"))
    printed = Terminal(project).run(f"{check}; echo ended with $?")
    assert "There is no touchpoint 'pricing-pag'." in printed
    assert printed.endswith("ended with 1\n")


def test_backstage_finds_the_settings_beside_its_file() -> None:
    entity = yaml.safe_load((RECIPES / "backstage" / "catalog-info.yml").read_text("utf-8"))
    assert entity["metadata"]["annotations"] == {"backstage.io/techdocs-ref": "dir:."}
    assert all(link["url"].startswith("https://") for link in entity["metadata"]["links"])
    plugins = yaml.safe_load((RECIPES / "backstage" / "mkdocs.yml").read_text("utf-8"))["plugins"]
    assert plugins == ["techdocs-core", "journeys"]


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-oauth2.conf", "apache.conf"])
def test_every_server_sends_the_policy_that_was_tried(name: str) -> None:
    assert f'Content-Security-Policy "{POLICY}"' in (RECIPES / "server" / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["nginx.conf", "nginx-oauth2.conf"])
def test_nginx_s_blocks_close_and_its_lines_end(name: str) -> None:
    text = (RECIPES / "server" / name).read_text("utf-8")
    assert text.count("{") == text.count("}")
    lines = [line.strip() for line in text.splitlines()]
    assert [line for line in lines if line and not line.endswith(("{", "}", ";"))] == []


def test_apache_s_blocks_close() -> None:
    text = (RECIPES / "server" / "apache.conf").read_text("utf-8")
    assert re.findall(r"<(\w+)", text) == ["VirtualHost", "Directory"]
    assert re.findall(r"</(\w+)>", text) == ["Directory", "VirtualHost"]


def run_all(project: Path, lines: Iterator[str]) -> None:
    """Run what can be run here of a job's commands."""
    terminal = Terminal(project)
    for line in lines:
        if not reason_not_to_run(line):
            terminal.run(line)
