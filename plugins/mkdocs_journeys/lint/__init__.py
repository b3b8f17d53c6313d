"""Rules for journeys that load but could be truer, fresher, clearer or better owned."""

from mkdocs_journeys.lint.rules import BY_ID, RULES, Rule

__all__ = ["BY_ID", "RULES", "Rule"]
