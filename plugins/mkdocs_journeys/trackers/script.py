"""Tickets of GitHub as a script for `sh`, which creates those that are not there yet by GitHub's own program `gh`."""

from collections.abc import Sequence

from mkdocs_journeys.trackers.issue import KINDS, LABEL, TrackerIssue
from mkdocs_journeys.trackers.markers import hidden_marks
from mkdocs_journeys.trackers.markup import markdown

_HEAD = f"""\
#!/bin/sh
# Made by `journeys export issues --to github`. Needs gh, signed in: https://cli.github.com
# Creates what has no ticket yet; what has one, by the marker in its text, is left alone.
set -eu
repository=${{1:?"Name the repository: sh $0 OWNER/NAME"}}
for label in {" ".join((LABEL, *KINDS))}; do
  gh label create "$label" --repo "$repository" 2>/dev/null || :
done
there=$(gh issue list --repo "$repository" --label {LABEL} --state all --limit 10000 --json body --jq '.[].body')

create() {{ # MARKER LABEL TITLE TEXT
  case "$there" in
    *"$1"*) echo "there is a ticket for $1" ;;
    *) printf '%s' "$4" |
         gh issue create --repo "$repository" --label {LABEL} --label "$2" --title="$3" --body-file=- ;;
  esac
}}
"""


def script(issues: Sequence[TrackerIssue]) -> bytes:
    """The script for some tickets."""
    calls = (
        f"\ncreate {' '.join(map(quoted, (hidden_marks(one).above, one.topic.kind, one.title, markdown(one))))}\n"
        for one in issues
    )
    return (_HEAD + "".join(calls)).encode("utf-8", "replace")


def quoted(text: str) -> str:
    """A text as one word of `sh`, in which nothing has a meaning."""
    return "'" + text.replace("\0", "\ufffd").replace("'", "'\\''") + "'"
