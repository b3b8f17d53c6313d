"""The script of the second workflow, against a host on this machine."""

import io
import json
import zipfile
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from recipes.conftest import Run
from recipes.support_api import Host

SHA = "a" * 40
REPO = "/repos/acme/atlas"
MARKER = "<!-- mkdocs-journeys: changes -->"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
COMMENTS = f"{REPO}/issues/7/comments"
CHANGE = {
    "kind": "changed",
    "entity": "step",
    "id": "buy/call",
    "field": "emotion",
    "judgement": "worse",
    "fingerprint": "0" * 16,
    "sentence": "*Calls @acme/all* fell from positive to negative",
    "old": 1,
    "new": -1,
    "base": None,
    "head": None,
}


def packed(report: bytes, name: str = "journeys.json") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, report)
    return buffer.getvalue()


def report(*changes: dict[str, Any]) -> bytes:
    return json.dumps({"format": 1, "changes": changes}).encode()


def pull(number: int = 7, **head: Any) -> dict[str, Any]:
    base = {"ref": "main", "sha": "b" * 40}
    return {"number": number, "state": "open", "base": base, "head": {"sha": SHA, "repo": {"id": 5}, **head}}


class Scene:
    """A run of the first workflow in a fork, and what the host knows of it."""

    def __init__(self, host: Host, storage: Host, folder: Path, run: Run, script: Path) -> None:
        self.host, self.folder, self.run, self.script = host, folder, run, script
        self.event: dict[str, Any] = {
            "id": 99,
            "event": "pull_request",
            "conclusion": "success",
            "head_sha": SHA,
            "head_branch": "fix/a&b c",
            "head_repository": {"id": 5, "owner": {"login": "stranger"}},
            "pull_requests": [],
        }
        self.storage = storage
        found = {"id": 12, "name": "journeys-diff-7", "size_in_bytes": 500}
        host.answers = {
            ("GET", f"{REPO}/pulls"): [pull()],
            ("GET", f"{REPO}/actions/runs/99/artifacts"): {"artifacts": [found]},
            ("GET", f"{REPO}/actions/artifacts/12/zip"): f"{storage.address}/blob",
            ("GET", COMMENTS): [],
            ("POST", COMMENTS): {},
            ("PATCH", f"{REPO}/issues/comments/3"): {},
        }
        self.holds(packed(report(CHANGE)))

    def holds(self, artefact: bytes) -> None:
        self.storage.answers["GET", "/blob"] = artefact

    def play(self) -> CompletedProcess[str]:
        event = self.folder / "event.json"
        event.write_text(json.dumps({"workflow_run": self.event}))
        known = {"GITHUB_API_URL": self.host.address, "GITHUB_REPOSITORY": "acme/atlas", "GITHUB_TOKEN": "secret-token"}
        return self.run("python", self.script, cwd=self.folder, GITHUB_EVENT_PATH=str(event), **known)


@pytest.fixture
def scene(host: Host, storage: Host, tmp_path: Path, run: Run, recipes: Path) -> Scene:
    return Scene(host, storage, tmp_path, run, recipes / "github/comment.py")


def test_the_first_comment_is_written_to_the_pull_request_of_the_fork(scene: Scene) -> None:
    done = scene.play()
    assert (done.returncode, done.stdout, done.stderr) == (0, "The comment on #7 is written.\n", "")
    [(method, path, body)] = scene.host.written()
    assert (method, path) == ("POST", COMMENTS)
    assert body.startswith(MARKER)
    assert "`Calls @acme/all` fell from positive to negative" in body
    assert "As of commit `aaaaaaaaaa`." in body
    [query] = scene.host.queries(f"{REPO}/pulls")
    assert query["head"] == ["stranger:fix/a&b c"]


def test_the_token_is_shown_to_the_api_and_to_nobody_else(scene: Scene) -> None:
    scene.play()
    assert {one.headers.get("authorization") for one in scene.host.asked} == {"Bearer secret-token"}
    assert [one.headers.get("authorization") for one in scene.storage.asked] == [None]


def test_a_later_run_renews_its_own_comment_in_place(scene: Scene) -> None:
    others = [{"id": number, "user": {"login": "x", "type": "User"}, "body": "hi"} for number in range(100, 220)]
    forged = {"id": 2, "user": {"login": "stranger", "type": "User"}, "body": f"{MARKER}\nhello"}
    quoted = {"id": 4, "user": BOT, "body": f"Another robot speaks of {MARKER}"}
    mine = {"id": 3, "user": BOT, "body": f"{MARKER}\nold"}
    scene.host.answers["GET", COMMENTS] = [*others, forged, quoted, mine]
    assert scene.play().stdout == "The comment on #7 is renewed.\n"
    [(method, path, body)] = scene.host.written()
    assert (method, path) == ("PATCH", f"{REPO}/issues/comments/3")
    scene.host.answers["GET", COMMENTS] = [{**mine, "body": body.replace("\n", "\r\n")}]
    assert scene.play().stdout == "The comment on #7 is up to date.\n"
    assert len(scene.host.written()) == 1


def test_a_pull_request_without_a_change_gets_no_first_comment(scene: Scene) -> None:
    scene.holds(packed(report()))
    assert scene.play().stdout == "Nothing changes for the customer in #7.\n"
    assert scene.host.written() == []
    scene.host.answers["GET", COMMENTS] = [{"id": 3, "user": BOT, "body": f"{MARKER}\nold"}]
    scene.play()
    assert "Nothing: no journey means anything else than before." in scene.host.written()[0][2]


@pytest.mark.parametrize(
    "found",
    [
        [],
        [pull(sha="b" * 40)],
        [pull(repo={"id": 6})],
        [pull(repo=None)],
        [pull(8)],
    ],
)
def test_nothing_is_written_where_the_pull_request_is_not_certain(scene: Scene, found: list[Any]) -> None:
    scene.host.answers["GET", f"{REPO}/pulls"] = found
    done = scene.play()
    assert done.returncode == 0
    assert done.stdout.endswith("nothing is written.\n")
    assert scene.host.written() == []


@pytest.mark.parametrize(("key", "value"), [("event", "push"), ("conclusion", "skipped"), ("head_repository", None)])
def test_other_runs_are_left_alone(scene: Scene, key: str, value: str | None) -> None:
    scene.event[key] = value
    assert "pull request" in scene.play().stdout
    assert scene.host.asked == []


def test_a_number_in_the_report_is_never_taken(scene: Scene) -> None:
    scene.holds(packed(b'{"format": 1, "changes": [], "number": 1}'))
    done = scene.play()
    assert done.returncode == 1
    assert "This is no report of journeys diff" in done.stderr
    assert scene.host.written() == []


@pytest.mark.parametrize(
    ("artefact", "why"),
    [
        (b"no archive", "holds no journeys.json"),
        (packed(report(CHANGE), "../journeys.json"), "holds no journeys.json"),
        (packed(b" " * 6_000_000), "The report is too large."),
        (packed(b"[" * 100_000), "This is no report of journeys diff"),
        (packed(report({**CHANGE, "judgement": "@acme/all"})), "does not fit the schema"),
        (b"0" * 1_000_001, "answered too much"),
    ],
)
def test_an_artefact_that_is_not_what_it_should_be_stops_everything(scene: Scene, artefact: bytes, why: str) -> None:
    scene.holds(artefact)
    done = scene.play()
    assert done.returncode == 1
    assert why in done.stderr
    assert "Traceback" not in done.stderr
    assert scene.host.written() == []


def test_an_artefact_that_says_it_is_large_is_not_even_fetched(scene: Scene) -> None:
    scene.host.answers["GET", f"{REPO}/actions/runs/99/artifacts"] = {
        "artifacts": [{"id": 12, "name": "journeys-diff-7", "size_in_bytes": 10**7}]
    }
    assert scene.play().returncode == 1
    assert scene.storage.asked == []


def test_of_two_pull_requests_with_one_head_the_name_of_the_artefact_chooses_and_no_other_one(scene: Scene) -> None:
    scene.host.answers["GET", f"{REPO}/pulls"] = [pull(), pull(8)]
    scene.play()
    assert [path for _, path, _ in scene.host.written()] == [COMMENTS]
    for name in ("journeys-diff-1", "journeys-diff", "journeys-diff-queue"):
        found = [{"id": 12, "name": name, "size_in_bytes": 500}]
        scene.host.answers["GET", f"{REPO}/actions/runs/99/artifacts"] = {"artifacts": found}
        assert scene.play().stdout == "The run left no report of an open pull request: nothing is written.\n"
    assert len(scene.host.written()) == 1


def test_of_a_run_that_was_started_again_the_newest_report_counts(scene: Scene) -> None:
    found = [{"id": number, "name": "journeys-diff-7", "size_in_bytes": 500} for number in (11, 12, 10)]
    scene.host.answers["GET", f"{REPO}/actions/runs/99/artifacts"] = {"artifacts": found}
    assert scene.play().stdout == "The comment on #7 is written.\n"


def test_a_head_with_mistakes_renews_the_comment_with_them(scene: Scene) -> None:
    scene.event["conclusion"] = "failure"
    scene.host.answers["GET", COMMENTS] = [{"id": 3, "user": BOT, "body": f"{MARKER}\nold"}]
    wrong = {
        "side": "head",
        "file": "journeys/maps/buy.yml",
        "line": 4,
        "column": 9,
        "hint": "",
        "message": "No @team.",
    }
    scene.holds(packed(json.dumps({"format": 1, "changes": [], "problems": [wrong]}).encode()))
    assert scene.play().stdout == "The comment on #7 is renewed.\n"
    [(_, _, body)] = scene.host.written()
    assert "**Not all of it can be read:** 1 mistake, the first in `journeys/maps/buy.yml:4`: `No @team.`" in body
