"""What a check found, as programs read it: `json`, `github`, `gitlab`, `sarif`, `junit`."""

from mkdocs_journeys.lint.reports.outcome import Outcome

__all__ = ["Outcome"]
