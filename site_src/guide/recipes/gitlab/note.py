"""Writes one note on each open merge request whose last pipeline ran `journeys diff`. Standard library only.

Run by a schedule on the default branch of the project itself, with a token that only protected branches see. The
JSON that it fetches was made by code of the merge request and is not believed: its size is capped, and `journeys
comment` checks it against the schema. Which merge request it belongs to says GitLab's API alone.
"""

import json
import os
import subprocess
import sys
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

MARKER = "<!-- mkdocs-journeys: changes -->"
JOB, FILE = "journeys-diff", "journeys.json"
LARGEST_JSON = 5_000_000
MOST_PAGES = 10
API = os.environ["CI_API_V4_URL"]
SITE, PREVIEW = os.environ["CI_PROJECT_URL"], os.environ.get("JOURNEYS_PREVIEW_URL", "")
STALE = f"{MARKER}\nThe target branch has changed since the last pipeline: start one, and this note is renewed.\n"
PROJECT = f"/projects/{int(os.environ['CI_PROJECT_ID'])}"


class Missing(Exception):  # noqa: N818
    """Something that a merge request needs for its note; the message says what."""


def main() -> int:
    """A note for each open merge request; how many of them had to be left out because something failed."""
    try:
        me = ask("GET", "/user")["id"]
    except (Missing, OSError):
        sys.exit("The token in JOURNEYS_TOKEN is not accepted.")
    failed = 0
    for request in pages(f"{PROJECT}/merge_requests?state=opened&order_by=updated_at"):
        try:
            said = note(request, me)
        except Missing as reason:
            said = f"left out: {reason}"
        except (OSError, ValueError, KeyError, TypeError) as error:
            failed += 1
            said = f"failed: {type(error).__name__}"
        print(f"!{int(request['iid'])} {said}")
    return failed


def note(request: dict[str, Any], me: int) -> str:
    """Renew our own note on a merge request, or write the first one; what was done, in words."""
    here = f"{PROJECT}/merge_requests/{int(request['iid'])}"
    pipeline = last_pipeline(request, here)
    version = ask("GET", f"{here}/versions")[0]
    is_stale = version["created_at"] > pipeline["created_at"]
    report = b"" if is_stale else artefact(pipeline)
    text = STALE if is_stale else rendered(report, request, version["base_commit_sha"])
    place = f"{here}/notes"
    mine = next((one for one in pages(f"{place}?sort=asc") if is_ours(one, me)), None)
    if mine and mine["body"].strip() == text.strip():
        return "is up to date"
    if mine:
        ask("PUT", f"{place}/{int(mine['id'])}", {"body": text})
        return "is renewed"
    if is_stale:
        return "goes to another branch since its last pipeline"
    if not any(json.loads(report).get(key) for key in ("changes", "problems", "absent")):
        return "changes nothing for the customer"
    ask("POST", place, {"body": text})
    return "is written"


def is_ours(found: dict[str, Any], me: int) -> bool:
    """Whether this script wrote a note: others may write the marker, but not in its name."""
    return bool(found["author"]["id"] == me and found["body"].startswith(MARKER) and not found["system"])


def last_pipeline(request: dict[str, Any], here: str) -> dict[str, Any]:
    """The last pipeline of a merge request for the commit that it has now, be it in a fork or here.

    One of merged results, or of a merge train, runs on a merge of that commit.
    """
    for pipeline in ask("GET", f"{here}/pipelines"):
        ref = str(pipeline["ref"]).removeprefix(f"refs/merge-requests/{int(request['iid'])}/")
        made = f"/projects/{int(pipeline['project_id'])}/repository/commits/{pipeline['sha']}"
        is_merge = ref in ("merge", "train") and request["sha"] in ask("GET", made)["parent_ids"]
        if is_merge or (ref == "head" and pipeline["sha"] == request["sha"]):
            return dict(pipeline)
    raise Missing("no pipeline for its last commit")


def artefact(pipeline: dict[str, Any]) -> bytes:
    """The JSON of a pipeline, whether it failed or not."""
    home = f"/projects/{int(pipeline['project_id'])}"
    jobs = ask("GET", f"{home}/pipelines/{int(pipeline['id'])}/jobs?scope[]=success&scope[]=failed&per_page=100")
    job = next((one for one in jobs if one["name"] == JOB), None)
    if job is None:
        raise Missing(f"no job {JOB} that is done")
    return fetch("GET", f"{home}/jobs/{int(job['id'])}/artifacts/{FILE}", LARGEST_JSON)


def rendered(report: bytes, request: dict[str, Any], base: str) -> str:
    """The note in Markdown, made by a process that knows no token."""
    environment = {name: value for name, value in os.environ.items() if name != "JOURNEYS_TOKEN"}
    number = str(int(request["iid"]))
    links = ["--merge-request", number, "--commit", request["sha"], "--base-commit", base]
    links += ["--repository-url", SITE if SITE.startswith("https:") else ""]
    command = ["journeys", "comment", *links, "--preview-url", PREVIEW.replace("{number}", number), "-"]
    done = subprocess.run(command, input=report, capture_output=True, env=environment, check=False)  # noqa: S603
    if done.returncode:
        raise Missing(" ".join(done.stderr.decode("utf-8", "replace").split()))
    return done.stdout.decode("utf-8", "replace")


def pages(path: str) -> list[dict[str, Any]]:
    """All items of a list."""
    items: list[dict[str, Any]] = []
    for page in range(1, MOST_PAGES + 1):
        found = ask("GET", f"{path}&per_page=100&page={page}")
        items += found
        if len(found) < 100:
            break
    return items


def ask(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """An answer of the API."""
    return json.loads(fetch(method, path, 20_000_000, body))


def fetch(method: str, path: str, most: int, body: dict[str, str] | None = None) -> bytes:
    """At most so many bytes; the token goes to the API alone, not to where it may send us."""
    data = json.dumps(body).encode() if body else None
    request = Request(API + path, data=data, method=method)  # noqa: S310 - the address is GitLab's own
    request.add_unredirected_header("PRIVATE-TOKEN", os.environ["JOURNEYS_TOKEN"])
    request.add_header("Content-Type", "application/json")
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310
            found: bytes = answer.read(most + 1)
    except HTTPError as error:
        if method == "GET" and error.code in (403, 404):
            raise Missing(f"{path} cannot be read") from None
        raise
    if len(found) > most:
        raise Missing(f"{method} {path} answered too much")
    return found


if __name__ == "__main__":
    sys.exit(main() and 1)
