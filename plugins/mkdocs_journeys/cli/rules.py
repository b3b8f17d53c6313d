"""`journeys rules` and `journeys explain`: what is asked of journeys, and why."""

from itertools import groupby

import click

from mkdocs_journeys.cli.common import print_line
from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.problem import Severity, suggest
from mkdocs_journeys.reports.text import SEVERITY_COLOURS
from mkdocs_journeys.wording import terminal_safe

ID_WIDTH = max(map(len, (*BY_ID, *LOADING_RULES)))


@click.command()
def rules() -> None:
    """List all rules: how much each matters, and what it finds.

    Rules of the strict preset are off unless you ask for them; those of the minimal one always hold.
    """
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        print_line(click.style(group, bold=True))
        for rule in members:
            print_line(_row(rule.id, rule.severity, rule.summary, _preset(rule)))
        print_line("")
    print_line(click.style("loading", bold=True) + ": always on")
    for id, summary in LOADING_RULES.items():
        print_line(f"  {id:<{ID_WIDTH}}  {summary}")


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what a RULE finds, why it matters and how to mend it, with an example of each kind."""
    found = BY_ID.get(rule)
    if found:
        print_line(f"{click.style(found.id, bold=True)}: {found.severity}, {found.group}, preset {found.preset}\n")
        print_line(found.text)
    elif rule in LOADING_RULES:
        print_line(f"{click.style(rule, bold=True)}: loading, always on\n")
        print_line(LOADING_RULES[rule])
    else:
        near = suggest(rule, (*BY_ID, *LOADING_RULES))
        hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
        raise click.UsageError(f"There is no rule '{terminal_safe(rule)}'. {hint}")


def _row(id: str, severity: Severity, summary: str, preset: str) -> str:
    return f"  {id:<{ID_WIDTH}}  {click.style(f'{severity:<7}', fg=SEVERITY_COLOURS[severity])}  {summary}{preset}"


def _preset(rule: Rule) -> str:
    return "" if rule.preset == "recommended" else f" [{rule.preset}]"
