"""Both workflows together, through all that happens to a pull request, against a host on this machine."""

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.reports.document import read
from recipes.conftest import Run
from recipes.support_api import Host
from recipes.support_workflow import WorkflowRun, evaluated, filled, run_workflow
from recipes.test_github_comment import BOT, REPO, packed

FALLS = "`Calls sales` fell from very positive to neutral"
PREVIEW = "https://preview.example.com/{number}/"


@dataclass
class Project:
    """A repository with a pull request, number 7 of the branch `work`, as its host knows it."""

    root: Path
    recipes: Path
    host: Host
    storage: Host
    run: Run
    folder: Path
    targets: dict[int, str] = field(default_factory=lambda: {7: "main"})
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    def git(self, *words: str) -> str:
        done = self.run("git", *words, cwd=self.root)
        assert done.returncode == 0, done.stderr
        return str(done.stdout.strip())

    def pulls(self) -> list[dict[str, Any]]:
        head = {"sha": self.git("rev-parse", "work"), "repo": {"id": 5}}
        return [
            {"number": number, "state": "open", "head": head, "base": {"ref": base, "sha": self.git("rev-parse", base)}}
            for number, base in self.targets.items()
        ]

    def happens(self, action: str, number: int = 7, **event: Any) -> WorkflowRun:
        """What the first workflow makes of an event of a pull request, in the merge that the host prepares."""
        self.git("checkout", "--quiet", "--detach", self.targets[number])
        self.git("merge", "--quiet", "--no-ff", "-m", "merge", "work")
        given = {"action": action, "number": number, **event}
        return self.first("pull_request", given, f"refs/pull/{number}/merge")

    def queued(self) -> WorkflowRun:
        """What it makes of the pull request in the merge queue."""
        base = self.git("rev-parse", "main")
        self.git("checkout", "--quiet", "-B", f"gh-readonly-queue/main/pr-7-{base}", "main")
        self.git("merge", "--quiet", "--no-ff", "-m", "merge", "work")
        group = {"base_sha": base, "head_ref": f"refs/heads/gh-readonly-queue/main/pr-7-{base}"}
        return self.first("merge_group", {"action": "checks_requested", "merge_group": group}, group["head_ref"])

    def first(self, name: str, event: dict[str, Any], ref: str) -> WorkflowRun:
        (self.root / "journeys.json").unlink(missing_ok=True)
        shutil.rmtree(self.root / "pictures", ignore_errors=True)
        return run_workflow(self.recipes / "github/journeys-diff.yml", self.root, name, event, ref)

    def is_commented(self, found: WorkflowRun) -> bool:
        """Whether the second workflow does anything after such a run."""
        run = {"conclusion": found.conclusion}
        text = (self.recipes / "github/journeys-comment.yml").read_text("utf-8")
        [condition] = [line.strip()[4:] for line in text.splitlines() if line.startswith("    if: ")]
        return bool(evaluated(condition, {"github": {"event": {"workflow_run": run}}}))

    def comment(self, found: WorkflowRun, branch: str = "work", event: str = "pull_request") -> str:
        """What the script of the second workflow says after a run of the first."""
        answers = self.host.answers = {("GET", f"{REPO}/pulls"): self.pulls()}
        listed = [{"id": at, "name": name, "size_in_bytes": 500} for at, name in enumerate(found.artefacts, 1)]
        listed += [{"id": at, "name": name, "size_in_bytes": 500} for at, name in enumerate(found.pictures, 50)]
        answers["GET", f"{REPO}/actions/runs/99/artifacts"] = {"artifacts": listed}
        for at, report in enumerate(found.artefacts.values(), 1):
            answers["GET", f"{REPO}/actions/artifacts/{at}/zip"] = f"{self.storage.address}/{at}"
            self.storage.answers["GET", f"/{at}"] = packed(report)
        for pull in self.pulls():
            number = pull["number"]
            answers["GET", f"{REPO}/pulls/{number}"] = pull
            answers["GET", f"{REPO}/issues/{number}/comments"] = self.comments.get(number, [])
            answers["POST", f"{REPO}/issues/{number}/comments"] = {}
            answers["PATCH", f"{REPO}/issues/comments/{number}"] = {}
        head = self.git("rev-parse", "HEAD" if event == "merge_group" else "work")
        run = {
            "id": 99,
            "event": event,
            "conclusion": found.conclusion,
            "head_sha": head,
            "head_branch": branch,
            "head_repository": {"id": 5, "owner": {"login": "stranger"}},
        }
        file = self.folder / "event.json"
        file.write_text(json.dumps({"workflow_run": run}))
        known = {"GITHUB_API_URL": self.host.address, "GITHUB_REPOSITORY": "acme/atlas", "GITHUB_TOKEN": "secret-token"}
        known |= {"JOURNEYS_PREVIEW_URL": PREVIEW, "GITHUB_EVENT_PATH": str(file)}
        done: subprocess.CompletedProcess[str] = self.run(
            "python", self.recipes / "github/comment.py", cwd=self.folder, **known
        )
        assert done.returncode == 0, done.stderr
        self.keep()
        return done.stdout

    def release(self) -> None:
        """Make a branch `release`, to which the change has come already."""
        self.git("checkout", "--quiet", "-b", "release", "main")
        self.git("cherry-pick", "work")

    def keep(self) -> None:
        """Let the host remember the comments that were written."""
        for _, path, body in self.host.written():
            number = int(path.split("/")[-1 if "comments/" in path else -2])
            self.comments[number] = [{"id": number, "user": BOT, "body": body}]
        self.host.asked.clear()


@pytest.fixture
def project(repository: Path, recipes: Path, host: Host, storage: Host, run: Run, tmp_path: Path) -> Project:
    found = Project(repository, recipes, host, storage, run, tmp_path)
    found.git("reset", "--quiet", "--hard", "HEAD^1")
    return found


def test_a_gate_that_fails_still_leaves_a_comment_and_one_that_passes_renews_it(project: Project) -> None:
    found = project.happens("opened")
    assert (found.conclusion, list(found.artefacts), found.depths) == ("failure", ["journeys-diff-7"], ["2"])
    assert "::error file=journeys/maps/buy.yml,line=83" in found.output
    assert project.is_commented(found)
    assert project.comment(found) == "The comment on #7 is written.\n"
    [comment] = project.comments[7]
    assert f"**Worse for the customer:** {FALLS}" in comment["body"]
    head, base = project.git("rev-parse", "work"), project.git("rev-parse", "main")
    assert f"https://github.com/acme/atlas/blob/{head}/journeys/maps/buy.yml#L83" in comment["body"]
    assert "https://github.com/acme/atlas/pull/7/files#diff-" in comment["body"]
    assert "https://preview.example.com/7/changes/#change-" in comment["body"]
    assert found.pictures == {"journeys-pictures-7": ["buy.svg"]}
    assert "(https://github.com/acme/atlas/actions/runs/99)" in comment["body"]
    assert base != head
    project.git("checkout", "--quiet", "work")
    project.git("revert", "--no-edit", "HEAD")
    mended = project.happens("synchronize")
    assert (mended.conclusion, mended.title, mended.group) == ("success", found.title, found.group)
    assert project.comment(mended) == "The comment on #7 is renewed.\n"
    assert "Nothing: no journey means anything else than before." in project.comments[7][0]["body"]


def test_a_pull_request_that_goes_to_another_branch_is_compared_with_that(project: Project) -> None:
    project.release()
    project.comment(project.happens("opened"))
    project.targets[7] = "release"
    found = project.happens("edited", changes={"base": {"ref": {"from": "main"}}})
    assert found.conclusion == "success"
    assert read(found.artefacts["journeys-diff-7"]).changes == ()
    assert project.comment(found) == "The comment on #7 is renewed.\n"


def test_a_new_title_ends_no_run_and_renews_nothing(project: Project) -> None:
    workflow = project.recipes / "github/journeys-diff.yml"
    retitled = run_workflow(
        workflow,
        project.root,
        "pull_request",
        {"action": "edited", "number": 7, "changes": {"title": {"from": "Old"}}},
        "refs/pull/7/merge",
    )
    opened = project.happens("opened")
    assert retitled.conclusion == "skipped"
    assert not project.is_commented(retitled)
    assert retitled.group != opened.group
    assert retitled.title != opened.title


def test_the_state_in_the_merge_queue_is_compared_with_what_it_goes_onto(project: Project) -> None:
    project.comments[7] = [{"id": 7, "user": BOT, "body": "<!-- mkdocs-journeys: changes -->\nold"}]
    found = project.queued()
    assert (found.conclusion, list(found.artefacts), found.depths) == ("failure", ["journeys-diff-queue"], ["0"])
    assert len(read(found.artefacts["journeys-diff-queue"]).changes) == 1
    branch = found.title.removeprefix("journeys diff of refs/heads/")
    assert project.comment(found, branch, "merge_group") == "The comment on #7 is renewed.\n"
    assert FALLS in project.comments[7][0]["body"]
    project.targets[7] = "work"
    assert project.comment(found, branch, "merge_group").endswith("nothing is written.\n")
    assert project.comment(found, "gh-readonly-queue/main/pr-7", "merge_group").endswith("nothing is written.\n")


def test_two_pull_requests_of_one_branch_have_a_comment_each(project: Project) -> None:
    project.release()
    project.targets[8] = "release"
    worse, same = project.happens("opened", 7), project.happens("opened", 8)
    assert worse.group != same.group
    assert worse.title != same.title
    project.comments[8] = [{"id": 8, "user": BOT, "body": "<!-- mkdocs-journeys: changes -->\nold"}]
    assert project.comment(worse) == "The comment on #7 is written.\n"
    assert project.comment(same) == "The comment on #8 is renewed.\n"
    assert FALLS in project.comments[7][0]["body"]
    assert "Nothing: no journey" in project.comments[8][0]["body"]


def test_runs_of_one_pull_request_are_commented_one_after_the_other(recipes: Path) -> None:
    text = (recipes / "github/journeys-comment.yml").read_text("utf-8")
    [group] = [line.partition(": ")[2] for line in text.splitlines() if line.startswith("  group: ")]

    def of(title: str) -> str:
        run = {"head_repository": {"id": 5}, "head_branch": "work", "display_title": title}
        return filled(group, {"github": {"event": {"workflow_run": run}}})

    assert of("journeys diff of 7") == "journeys-comment-5-work-journeys diff of 7"
    assert of("journeys diff of 7") != of("journeys diff of 8")


def test_a_head_with_mistakes_renews_the_comment_with_them(project: Project) -> None:
    project.comment(project.happens("opened"))
    project.git("checkout", "--quiet", "work")
    file = project.root / "journeys/maps/buy.yml"
    file.write_text(file.read_text("utf-8").replace("emotion: 0\n", "emotion: 9\n", 1), encoding="utf-8")
    project.git("commit", "--quiet", "--all", "-m", "x")
    found = project.happens("synchronize")
    assert (found.conclusion, list(found.artefacts)) == ("failure", ["journeys-diff-7"])
    assert project.comment(found) == "The comment on #7 is renewed.\n"
    assert (
        "**Not all of it can be read:** 1 mistake, the first in `journeys/maps/buy.yml:83`"
        in project.comments[7][0]["body"]
    )
