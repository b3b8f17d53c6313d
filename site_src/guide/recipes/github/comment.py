"""Writes one comment on the pull request that a run of `journeys diff` belongs to. Standard library only.

Run by `workflow_run` on the default branch. The JSON that it fetches was made by code of the pull request and is
not believed: its size is capped, `journeys comment` checks it against the schema, and the number of the pull
request comes from the event and GitHub's API alone.
"""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

MARKER = "<!-- mkdocs-journeys: changes -->"
ARTEFACT, FILE = "journeys-diff", "journeys.json"
LARGEST_ZIP, LARGEST_JSON = 1_000_000, 5_000_000
MOST_PAGES = 30
API = os.environ.get("GITHUB_API_URL", "https://api.github.com")
REPOSITORY = os.environ["GITHUB_REPOSITORY"]
BOT = os.environ.get("JOURNEYS_BOT", "github-actions[bot]")


def main() -> str:
    """Write, renew or leave the comment; what was done, in one line."""
    run = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))["workflow_run"]
    if run["event"] != "pull_request" or run["conclusion"] != "success" or not run["head_repository"]:
        return "This run belongs to no pull request."
    numbers = pull_requests(run)
    if len(numbers) != 1:
        return f"{len(numbers)} open pull requests have this commit as their head: nothing is written."
    report = artefact(run["id"])
    comment = rendered(report, run["head_sha"])
    return write(numbers[0], comment, is_empty=not json.loads(report)["changes"])


def pull_requests(run: dict[str, Any]) -> list[int]:
    """The open pull requests whose head is this very commit of this very repository.

    GitHub lists none in the event where the branch lies in a fork, so they are looked for by the head's owner and
    branch; a pull request that has moved on since gets its comment from a later run.
    """
    head = run["head_repository"]
    query = urlencode({"state": "open", "per_page": 100, "head": f"{head['owner']['login']}:{run['head_branch']}"})
    return [
        int(pull["number"])
        for pull in ask("GET", f"/repos/{REPOSITORY}/pulls?{query}")
        if pull["head"]["sha"] == run["head_sha"] and (pull["head"]["repo"] or {}).get("id") == head["id"]
    ]


def artefact(run: int) -> bytes:
    """The JSON of a run; never more of it than a report may have."""
    found = ask("GET", f"/repos/{REPOSITORY}/actions/runs/{int(run)}/artifacts?name={quote(ARTEFACT)}")["artifacts"]
    if len(found) != 1 or found[0]["size_in_bytes"] > LARGEST_ZIP:
        sys.exit(f"The run has {len(found)} artefacts {ARTEFACT}, or one that is too large.")
    packed = fetch("GET", f"/repos/{REPOSITORY}/actions/artifacts/{int(found[0]['id'])}/zip", LARGEST_ZIP)
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(FILE) as file:
            report = file.read(LARGEST_JSON + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        sys.exit(f"The artefact holds no {FILE} that can be read ({type(error).__name__}).")
    if len(report) > LARGEST_JSON:
        sys.exit("The report is too large.")
    return report


def rendered(report: bytes, commit: str) -> str:
    """The comment in Markdown, made by a process that knows no token."""
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    command = ["journeys", "comment", "--commit", commit, "-"]
    done = subprocess.run(command, input=report, capture_output=True, env=environment, check=False)  # noqa: S603
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout.decode("utf-8", "replace")


def write(number: int, comment: str, *, is_empty: bool) -> str:
    """Renew our own comment, or write the first one; a pull request that changes nothing gets no first one."""
    mine = earlier(number)
    if mine and mine["body"].replace("\r\n", "\n").strip() == comment.strip():
        return f"The comment on #{number} is up to date."
    if mine:
        ask("PATCH", f"/repos/{REPOSITORY}/issues/comments/{int(mine['id'])}", {"body": comment})
        return f"The comment on #{number} is renewed."
    if is_empty:
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
