"""Writes one comment on the pull request that a run of `journeys diff` belongs to. Standard library only.

Run by `workflow_run` on the default branch. The JSON that it fetches was made by code of the pull request and is
not believed: its size is capped, and `journeys comment` checks it against the schema. Which pull requests may get the
comment say the event and GitHub's API alone; among several with one head, the name of the artefact chooses.
"""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

MARKER, ARTEFACT, FILE = "<!-- mkdocs-journeys: changes -->", "journeys-diff-", "journeys.json"
QUEUE = re.compile(r"gh-readonly-queue/(.+)/pr-([0-9]{1,9})-[0-9a-f]{40}")
LARGEST_ZIP, LARGEST_JSON, MOST_PAGES = 1_000_000, 5_000_000, 30
API = os.environ.get("GITHUB_API_URL", "https://api.github.com")
REPOSITORY = os.environ["GITHUB_REPOSITORY"]
SITE = f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{REPOSITORY}"
PREVIEW = os.environ.get("JOURNEYS_PREVIEW_URL", "")
BOT = os.environ.get("JOURNEYS_BOT", "github-actions[bot]")


def main() -> str:
    """Write, renew or leave the comment; what was done, in one line."""
    run = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))["workflow_run"]
    if run["conclusion"] not in ("success", "failure") or not run["head_repository"]:
        return "This run belongs to no pull request."
    pulls = queued(run) if run["event"] == "merge_group" else opened(run) if run["event"] == "pull_request" else {}
    if not pulls:
        return "No open pull request has this commit as its head: nothing is written."
    listed = ask("GET", f"/repos/{REPOSITORY}/actions/runs/{int(run['id'])}/artifacts?per_page=100")["artifacts"]
    newest = max((one for one in listed if one["name"] in pulls), key=lambda one: int(one["id"]), default=None)
    if newest is None:
        return "The run left no report of an open pull request: nothing is written."
    pull, report = pulls[newest["name"]], artefact(newest)
    if any(one["name"] == newest["name"].replace("diff", "pictures") for one in listed):
        os.environ["JOURNEYS_PICTURES_URL"] = f"{SITE}/actions/runs/{int(run['id'])}"
    return write(int(pull["number"]), rendered(report, run["head_sha"], pull), json.loads(report))


def opened(run: dict[str, Any]) -> dict[str, Any]:
    """The open pull requests whose head is this very commit of this very repository, by the names of their artefacts.

    GitHub lists none in the event where the branch lies in a fork, so they are looked for by the head's owner and
    branch; a pull request that has moved on since gets its comment from a later run.
    """
    head = run["head_repository"]
    query = urlencode({"state": "open", "per_page": 100, "head": f"{head['owner']['login']}:{run['head_branch']}"})
    return {
        f"{ARTEFACT}{int(pull['number'])}": pull
        for pull in ask("GET", f"/repos/{REPOSITORY}/pulls?{query}")
        if pull["head"]["sha"] == run["head_sha"] and (pull["head"]["repo"] or {}).get("id") == head["id"]
    }


def queued(run: dict[str, Any]) -> dict[str, Any]:
    """The open pull request that GitHub has put into the merge queue on this branch, as `opened` gives it."""
    found = QUEUE.fullmatch(run["head_branch"] or "")
    pull = ask("GET", f"/repos/{REPOSITORY}/pulls/{int(found[2])}") if found else {}
    is_sure = found and pull["state"] == "open" and pull["base"]["ref"] == found[1]
    return {f"{ARTEFACT}queue": pull} if is_sure else {}


def artefact(found: dict[str, Any]) -> bytes:
    """The JSON in an artefact; never more of it than a report may have."""
    if found["size_in_bytes"] > LARGEST_ZIP:
        sys.exit("The artefact is too large.")
    packed = fetch("GET", f"/repos/{REPOSITORY}/actions/artifacts/{int(found['id'])}/zip", LARGEST_ZIP)
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(FILE) as file:
            report = file.read(LARGEST_JSON + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        sys.exit(f"The artefact holds no {FILE} that can be read ({type(error).__name__}).")
    if len(report) > LARGEST_JSON:
        sys.exit("The report is too large.")
    return report


def rendered(report: bytes, commit: str, pull: dict[str, Any]) -> str:
    """The comment in Markdown, made by a process that knows no token."""
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    number = str(int(pull["number"]))
    links = ["--repository-url", SITE, "--pull-request", number, "--base-commit", pull["base"]["sha"]]
    command = ["journeys", "comment", "--commit", commit, *links, "--preview-url", PREVIEW.replace("{number}", number)]
    done = subprocess.run([*command, "-"], input=report, capture_output=True, env=environment, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8", "replace")


def write(number: int, comment: str, report: dict[str, Any]) -> str:
    """Renew our own comment, or write the first one; a pull request that changes nothing gets no first one."""
    mine = earlier(number)
    if mine and mine["body"].replace("\r\n", "\n").strip() == comment.strip():
        return f"The comment on #{number} is up to date."
    if mine:
        ask("PATCH", f"/repos/{REPOSITORY}/issues/comments/{int(mine['id'])}", {"body": comment})
        return f"The comment on #{number} is renewed."
    if not (report["changes"] or report.get("problems") or report.get("absent")):
        return f"Nothing changes for the customer in #{number}."
    ask("POST", f"/repos/{REPOSITORY}/issues/{number}/comments", {"body": comment})
    return f"The comment on #{number} is written."


def earlier(number: int) -> dict[str, Any] | None:
    """The comment that this script wrote: others may write the marker, but not in its name."""
    for page in range(1, MOST_PAGES + 1):
        found = ask("GET", f"/repos/{REPOSITORY}/issues/{number}/comments?per_page=100&page={page}")
        for comment in found:
            author = comment.get("user") or {}
            is_ours = author.get("login") == BOT and author.get("type") == "Bot"
            if is_ours and (comment["body"] or "").startswith(MARKER):
                return dict(comment)
        if len(found) < 100:
            break
    return None


def ask(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """An answer of the API."""
    return json.loads(fetch(method, path, 20_000_000, body))


def fetch(method: str, path: str, most: int, body: dict[str, str] | None = None) -> bytes:
    """At most so many bytes; the token goes to the API alone, not to where it may send us."""
    data = json.dumps(body).encode() if body else None
    request = Request(API + path, data=data, method=method)  # noqa: S310 - the address is GitHub's own
    request.add_unredirected_header("Authorization", f"Bearer {os.environ['GITHUB_TOKEN']}")
    request.add_header("Accept", "application/vnd.github+json")
    request.add_header("X-GitHub-Api-Version", "2022-11-28")
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310
            found: bytes = answer.read(most + 1)
    except HTTPError as error:
        sys.exit(f"{method} {path} answered {error.code}.")
    if len(found) > most:
        sys.exit(f"{method} {path} answered too much.")
    return found


if __name__ == "__main__":
    print(main())
