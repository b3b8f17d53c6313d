"""What the host tells the site."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """`today` is the day that ages are counted from; `templates_dir` holds templates that override ours."""

    today: date
    directory_urls: bool = True
    home_uri: str = "index.md"
    templates_dir: str | None = None
