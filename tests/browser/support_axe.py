"""Accessibility checks with axe-core, which ships inside the axe-playwright-python package."""

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN = """async ([within, tags]) => {
  const results = await axe.run(within, {runOnly: tags, resultTypes: ["violations"]});
  return results.violations;
}"""


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe_violations(page: Page, within: str = "html", ignore: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds wrong, one line for each element: "serious color-contrast: help (selector)".

    `within` is a CSS selector of the part to check, `ignore` holds ids of rules to leave out.
    The page needs JavaScript.
    """
    page.evaluate(_script())
    violations: list[dict[str, Any]] = page.evaluate(_RUN, [within, list(RULES)])
    return [
        f"{rule['impact']} {rule['id']}: {rule['help']} ({' '.join(map(str, node['target']))})"
        for rule in violations
        if rule["id"] not in ignore
        for node in rule["nodes"]
    ]
