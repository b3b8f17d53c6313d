"""What the host tells the site."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """`today` is the day that ages are counted from; `templates_dir` holds templates that override ours.

    `edit` gives the address at which a file (relative to the project's root) is edited, None for nowhere.
    """

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    templates_dir: str | None = None
    edit: Callable[[str], str | None] = lambda path: None
