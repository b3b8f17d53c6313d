"""The script of the scheduled job, against a host on this machine."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from recipes.conftest import Run
from recipes.support_api import Host
from recipes.test_github_comment import CHANGE, MARKER, report

SHA = "c" * 40
SITE = "https://gitlab.example.com/acme/atlas"
HERE, FORK = "/projects/1", "/projects/2"
NOTES = f"{HERE}/merge_requests/7/notes"
HEAD, EARLIER, LATER = "refs/merge-requests/7/head", "2026-12-01T08:00:00.123Z", "2026-12-01T08:00:09.000Z"
ARTEFACT = f"{FORK}/jobs/30/artifacts/journeys.json"


@pytest.fixture
def gitlab(host: Host, storage: Host) -> Host:
    """A project with a merge request from a fork."""
    host.answers = {
        ("GET", "/user"): {"id": 50},
        ("GET", f"{HERE}/merge_requests"): [{"iid": 7, "sha": SHA}],
        ("GET", f"{HERE}/merge_requests/7/pipelines"): [
            {"id": 22, "sha": SHA, "project_id": 2, "ref": "refs/heads/work", "created_at": LATER},
            {"id": 21, "sha": "d" * 40, "project_id": 2, "ref": HEAD, "created_at": LATER},
            {"id": 20, "sha": SHA, "project_id": 2, "ref": HEAD, "created_at": LATER},
        ],
        ("GET", f"{HERE}/merge_requests/7/versions"): [{"base_commit_sha": "b" * 40, "created_at": EARLIER}],
        ("GET", f"{FORK}/pipelines/20/jobs"): [{"id": 29, "name": "other"}, {"id": 30, "name": "journeys-diff"}],
        ("GET", ARTEFACT): f"{storage.address}/blob",
        ("GET", NOTES): [],
        ("POST", NOTES): {},
        ("PUT", f"{NOTES}/3"): {},
    }
    place = {"file": "journeys/maps/buy.yml", "line": 3, "column": 1}
    storage.answers["GET", "/blob"] = report({**CHANGE, "base": place, "head": place})
    return host


@pytest.fixture
def play(gitlab: Host, tmp_path: Path, run: Run, recipes: Path) -> Any:
    def start() -> CompletedProcess[str]:
        known = {"CI_API_V4_URL": gitlab.address, "CI_PROJECT_ID": "1", "JOURNEYS_TOKEN": "secret-token"}
        known |= {"CI_PROJECT_URL": SITE, "JOURNEYS_PREVIEW_URL": "https://preview.example.com/{number}/"}
        return run("python", recipes / "gitlab/note.py", cwd=tmp_path, **known)

    return start


def mine(body: str) -> dict[str, Any]:
    return {"id": 3, "author": {"id": 50}, "body": body, "system": False}


def test_the_first_note_is_written_to_the_merge_request(gitlab: Host, play: Any) -> None:
    done = play()
    assert (done.returncode, done.stdout, done.stderr) == (0, "!7 is written\n", "")
    [(method, path, body)] = gitlab.written()
    assert (method, path) == ("POST", NOTES)
    assert body.startswith(MARKER)
    assert "`Calls @acme/all` fell from positive to negative" in body
    assert f"](https://preview.example.com/7/changes/#change-{'0' * 16})" in body
    assert f"]({SITE}/-/blob/{SHA}/journeys/maps/buy.yml#L3)" in body
    assert f"]({SITE}/-/merge_requests/7/diffs#" in body


def test_the_token_stays_with_the_api(gitlab: Host, storage: Host, play: Any) -> None:
    play()
    assert {one.headers.get("private-token") for one in gitlab.asked} == {"secret-token"}
    assert [one.headers.get("private-token") for one in storage.asked] == [None]


def test_a_later_run_renews_its_own_note_in_place(gitlab: Host, play: Any) -> None:
    forged = {"id": 2, "author": {"id": 51}, "body": f"{MARKER}\nhello", "system": False}
    gitlab.answers["GET", NOTES] = [forged, mine(f"{MARKER}\nold")]
    assert play().stdout == "!7 is renewed\n"
    [(method, path, body)] = gitlab.written()
    assert (method, path) == ("PUT", f"{NOTES}/3")
    gitlab.answers["GET", NOTES] = [mine(body)]
    assert play().stdout == "!7 is up to date\n"
    assert len(gitlab.written()) == 1


@pytest.mark.parametrize(
    ("path", "answer", "why"),
    [
        (f"{HERE}/merge_requests/7/pipelines", [], "no pipeline for its last commit"),
        (f"{FORK}/pipelines/20/jobs", [], "no job journeys-diff that is done"),
        (ARTEFACT, 404, "cannot be read"),
        (ARTEFACT, b"{}", "This is no report of journeys diff"),
        (ARTEFACT, b" " * 5_000_001, "answered too much"),
    ],
)
def test_a_merge_request_that_has_no_report_is_left_out(
    gitlab: Host, play: Any, path: str, answer: Any, why: str
) -> None:
    gitlab.answers["GET", path] = answer
    done = play()
    assert done.returncode == 0
    assert done.stdout.startswith("!7 left out: ")
    assert why in done.stdout
    assert gitlab.written() == []


def test_a_failure_of_one_does_not_hold_up_the_others(gitlab: Host, play: Any) -> None:
    gitlab.answers["GET", f"{HERE}/merge_requests"] = [{"iid": 6, "sha": SHA}, {"iid": 7, "sha": SHA}]
    gitlab.answers["GET", f"{HERE}/merge_requests/6/pipelines"] = 500
    done = play()
    assert done.returncode == 1
    assert done.stdout == "!6 failed: HTTPError\n!7 is written\n"


def test_a_token_that_is_not_accepted_is_said_in_one_line(gitlab: Host, play: Any) -> None:
    gitlab.answers["GET", "/user"] = 401
    done = play()
    assert (done.returncode, done.stderr) == (1, "The token in JOURNEYS_TOKEN is not accepted.\n")


def test_a_report_without_a_change_writes_no_first_note(gitlab: Host, storage: Host, play: Any) -> None:
    storage.answers["GET", "/blob"] = json.dumps({"format": 1, "changes": []}).encode()
    assert play().stdout == "!7 changes nothing for the customer\n"
    assert gitlab.written() == []


def test_a_pipeline_of_merged_results_belongs_to_the_commit_that_it_merges(gitlab: Host, play: Any) -> None:
    path = f"{HERE}/merge_requests/7/pipelines"
    for ref in ("merge", "train"):
        made = {"id": 20, "sha": "e" * 40, "project_id": 2, "ref": f"refs/merge-requests/7/{ref}", "created_at": LATER}
        gitlab.answers["GET", path] = [{**made, "id": 30, "sha": "f" * 40}, made]
        for sha, parents in (("e" * 40, ["b" * 40, SHA]), ("f" * 40, ["b" * 40, "d" * 40])):
            gitlab.answers["GET", f"{FORK}/repository/commits/{sha}"] = {"parent_ids": parents}
        assert play().stdout == "!7 is written\n"
        [query] = gitlab.queries(f"{FORK}/pipelines/20/jobs")
        assert query["scope[]"] == ["success", "failed"]
        gitlab.asked.clear()


def test_a_request_that_goes_to_another_branch_now_is_not_told_what_it_did_to_the_old_one(
    gitlab: Host, play: Any
) -> None:
    gitlab.answers["GET", f"{HERE}/merge_requests/7/versions"] = [{"base_commit_sha": "e" * 40, "created_at": "2027"}]
    assert play().stdout == "!7 goes to another branch since its last pipeline\n"
    assert gitlab.written() == []
    gitlab.answers["GET", NOTES] = [mine(f"{MARKER}\nold")]
    assert play().stdout == "!7 is renewed\n"
    [(_, _, body)] = gitlab.written()
    assert body.startswith(f"{MARKER}\nThe target branch has changed")


def test_two_requests_of_one_branch_have_a_note_each(gitlab: Host, storage: Host, play: Any) -> None:
    requests = [{"iid": 7, "sha": SHA}, {"iid": 8, "sha": SHA}]
    gitlab.answers["GET", f"{HERE}/merge_requests"] = requests
    both = [
        {
            "id": 18 + number,
            "sha": SHA,
            "project_id": 2,
            "ref": f"refs/merge-requests/{number}/head",
            "created_at": LATER,
        }
        for number in (8, 7)
    ]
    for number in (7, 8):
        gitlab.answers["GET", f"{HERE}/merge_requests/{number}/pipelines"] = both
        gitlab.answers["GET", f"{HERE}/merge_requests/{number}/versions"] = [
            {"base_commit_sha": "b" * 40, "created_at": EARLIER}
        ]
        gitlab.answers["GET", f"{HERE}/merge_requests/{number}/notes"] = []
        gitlab.answers["POST", f"{HERE}/merge_requests/{number}/notes"] = {}
        gitlab.answers["GET", f"{FORK}/pipelines/{18 + number}/jobs"] = [{"id": number, "name": "journeys-diff"}]
        gitlab.answers["GET", f"{FORK}/jobs/{number}/artifacts/journeys.json"] = f"{storage.address}/{number}"
        storage.answers["GET", f"/{number}"] = report({**CHANGE, "sentence": f"*Request {number}* is slow"})
    assert play().stdout == "!7 is written\n!8 is written\n"
    assert [body.count(f"`Request {7 + at}` is slow") > 0 for at, (_, _, body) in enumerate(gitlab.written())] == [
        True
    ] * 2
