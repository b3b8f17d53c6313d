"""Addresses of tickets: the key that each ends with, and addresses made of keys."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from mkdocs_journeys.model.settings.trackers import Tracker

TRACKERS = ("jira", "github", "gitlab", "linear", "azure")
NAMES: Mapping[str, str] = {
    "jira": "Jira",
    "github": "GitHub",
    "gitlab": "GitLab",
    "linear": "Linear",
    "azure": "Azure Boards",
}
"""What a message calls each tracker."""
_KEY = {
    "jira": re.compile(r"/browse/([A-Za-z][A-Za-z0-9_]*-\d+)$"),
    "github": re.compile(r"^/[^/]+/[^/]+/issues/(\d+)$"),
    "gitlab": re.compile(r"/-/(?:issues|work_items)/(\d+)$"),
    "linear": re.compile(r"/issue/([A-Za-z0-9]+-\d+)(?:/[^/]*)?$"),
    "azure": re.compile(r"/_workitems/edit/(\d+)$"),
}
_PATH = {"jira": "browse", "linear": "issue", "azure": "_workitems/edit"}


def key_of(tracker: str, address: str, settings: Tracker) -> str:
    """The key of a ticket by its address, such as ABC-12; "" for an address that is no ticket of this tracker."""
    parts = urlsplit(address)
    if settings.url and not address.casefold().startswith(f"{settings.url.rstrip('/').casefold()}/"):
        return ""
    found = _KEY[tracker].search(parts.path.rstrip("/")) if parts.scheme in ("http", "https") else None
    return found[1] if found else ""


def address_of_key(tracker: str, key: str, settings: Tracker) -> str:
    """The address of a ticket by its key; "" where nobody said with what it begins."""
    base = (settings.url or "").rstrip("/")
    return f"{base}/{_PATH[tracker]}/{key}" if base and key and tracker in _PATH else ""


def is_same_ticket(one: str, other: str) -> bool:
    """Whether two addresses lead to one ticket."""
    return _shape(one) == _shape(other)


def _shape(address: str) -> str:
    bare = address.partition("#")[0].partition("?")[0].rstrip("/").casefold()
    return re.sub(r"^https?://", "", bare).replace("/-/work_items/", "/-/issues/")
