"""The workflows: linted, pinned, without rights where they run strangers' work, and doing what they say."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.reports.document import read
from recipes.conftest import Run
from recipes.support_workflow import started

PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
WRITING = re.compile(r"write|secrets\.|token", re.IGNORECASE)
TARGET, BASE = ("rev-parse", "HEAD^1"), ("merge-base", "HEAD^1", "HEAD^2")
FALLS = "*Calls sales* fell from very positive to neutral"


def workflow(recipes: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((recipes / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def test_zizmor_finds_nothing(recipes: Path, run: Run, tmp_path: Path) -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    ours = [recipes / "github/journeys-diff.yml", recipes / "github/journeys-comment.yml"]
    done = run(zizmor, "--offline", "--no-progress", "--persona", "pedantic", *ours, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings" in done.stdout
    every = sorted((recipes / "github").glob("*.yml"))
    done = run(zizmor, "--offline", "--no-progress", *every, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_to_a_commit(recipes: Path) -> None:
    for path in (recipes / "github").glob("*.yml"):
        uses = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
        assert uses
        assert [line for line in uses if not PINNED.search(line)] == []


def test_the_job_that_reads_the_pull_request_has_no_right_and_no_secret(recipes: Path) -> None:
    text = (recipes / "github/journeys-diff.yml").read_text("utf-8")
    assert not WRITING.search(re.sub("#.*", "", text))
    found = workflow(recipes, "github/journeys-diff.yml")
    assert set(found["on"]) == {"pull_request", "merge_group"}
    assert found["permissions"] == {}
    assert found["jobs"]["diff"]["permissions"] == {"contents": "read"}


def test_the_job_that_writes_takes_nothing_from_the_pull_request(recipes: Path) -> None:
    found = workflow(recipes, "github/journeys-comment.yml")
    assert found["on"] == {"workflow_run": {"workflows": ["journeys diff"], "types": ["completed"]}}
    assert found["on"]["workflow_run"]["workflows"] == [workflow(recipes, "github/journeys-diff.yml")["name"]]
    [job] = found["jobs"].values()
    assert [step["with"].get("ref") for step in job["steps"] if "checkout" in step.get("uses", "")] == [None]
    assert not any("${{" in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("name", ["github/journeys-diff.yml", "github/journeys-comment.yml"])
def test_every_job_says_where_how_long_and_with_what_rights_it_runs(recipes: Path, name: str) -> None:
    found = workflow(recipes, name)
    assert set(found) - {"run-name"} == {"name", "on", "permissions", "concurrency", "jobs"}
    for job in found["jobs"].values():
        assert {"name", "runs-on", "timeout-minutes", "permissions", "steps"} <= set(job)
        assert set(job) <= {"name", "if", "runs-on", "timeout-minutes", "permissions", "env", "steps"}
        assert all(
            ("uses" in step) != ("run" in step)
            and set(step) <= {"if", "uses", "run", "with", "env", "continue-on-error"}
            for step in job["steps"]
        )


def steps(recipes: Path, name: str, job: str) -> list[str]:
    """The commands of a job that need neither a network nor a browser."""
    found = workflow(recipes, name)["jobs"][job]["steps"]
    return [step["run"] for step in found if not re.search("pip install|--png|^$", step.get("run", ""))]


def test_the_first_job_leaves_a_report_then_annotates_the_lines_and_fails_for_what_is_worse(
    recipes: Path, repository: Path, run: Run, tmp_path: Path
) -> None:
    known = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "BASE": "HEAD^1"}
    report, gate = (
        run("bash", "-e", "-c", command, cwd=repository, **known)
        for command in steps(recipes, "github/journeys-diff.yml", "diff")
    )
    assert (report.returncode, report.stdout, gate.returncode) == (0, "", 1)
    assert gate.stdout == (
        f"::error file=journeys/maps/buy.yml,line=83,col=18,title=Journey%3A worse for the customer::{FALLS}\n"
    )
    assert "`Calls sales` fell from very positive to neutral" in (tmp_path / "summary.md").read_text("utf-8")
    found = read((repository / "journeys.json").read_bytes())
    assert [plain_text(change.sentence) for change in found.changes] == [FALLS]


def test_the_job_of_a_merge_request_leaves_the_same_report_and_then_fails(
    recipes: Path, repository: Path, run: Run
) -> None:
    job = yaml.safe_load((recipes / "gitlab/journeys.gitlab-ci.yml").read_text("utf-8"))["journeys-diff"]
    assert job["artifacts"]["when"] == "always"
    choice, report, pictures, gate = [line for line in job["script"] if "pip install" not in line]
    commands = [report, pictures.removesuffix(" || true"), gate]
    target, base = (run("git", *words, cwd=repository).stdout.strip() for words in (TARGET, BASE))
    merged = {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA": target, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    for branch, known in (("HEAD", merged), ("work", {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base})):
        run("git", "checkout", "--quiet", branch, cwd=repository)
        chosen = run("bash", "-e", "-c", f"{choice}; echo $BASE", cwd=repository, **known).stdout.strip()
        assert [started(command, repository, {"BASE": chosen})[0] for command in commands] == [0, 0, 1]
        report = json.loads((repository / "journeys.json").read_bytes())
        assert [change["sentence"] for change in report["changes"]] == [FALLS]
        (repository / "journeys.json").unlink()


def test_the_token_of_gitlab_is_used_on_the_default_branch_alone(recipes: Path) -> None:
    found: dict[str, Any] = yaml.safe_load((recipes / "gitlab/journeys.gitlab-ci.yml").read_text("utf-8"))
    [rule] = found["journeys-comment"]["rules"]
    assert rule == {"if": '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'}
    assert "TOKEN" not in json.dumps(found["journeys-diff"])


@pytest.mark.parametrize("name", ["github/comment.py", "gitlab/note.py"])
def test_the_scripts_need_nothing_but_python(recipes: Path, name: str) -> None:
    text = (recipes / name).read_text("utf-8")
    imported = set(re.findall(r"(?m)^(?:import|from) (\w+)", text))
    assert imported <= set(sys.stdlib_module_names)
    assert len(text.splitlines()) <= 150
