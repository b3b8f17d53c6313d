"""`journeys rules` and `journeys explain`: what is asked of journeys, and why."""

from itertools import groupby

import click

from mkdocs_journeys.cli.text import echo
from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.problem import Severity, suggest
from mkdocs_journeys.reports.text import SEVERITY_COLOURS
from mkdocs_journeys.wording import terminal_safe

WIDEST = max(map(len, (*BY_ID, *LOADING_RULES)))


@click.command()
def rules() -> None:
    """List all rules: how much each matters, and what it finds.

    Rules of the strict preset are off unless you ask for them; those of the minimal one always hold.
    """
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        echo(click.style(group, bold=True))
        for rule in members:
            echo(_row(rule.id, rule.severity, rule.summary, _preset(rule)))
        echo("")
    echo(click.style("loading", bold=True) + ": always on")
    for id, said in LOADING_RULES.items():
        echo(f"  {id:<{WIDEST}}  {said}")


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what a RULE finds, why it matters and how to mend it, with an example of each kind."""
    found = BY_ID.get(rule)
    if found:
        echo(f"{click.style(found.id, bold=True)}: {found.severity}, {found.group}, preset {found.preset}\n")
        echo(found.text)
    elif rule in LOADING_RULES:
        echo(f"{click.style(rule, bold=True)}: loading, always on\n")
        echo(LOADING_RULES[rule])
    else:
        near = suggest(rule, (*BY_ID, *LOADING_RULES))
        hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
        raise click.UsageError(f"There is no rule '{terminal_safe(rule)}'. {hint}")


def _row(id: str, severity: Severity, said: str, preset: str) -> str:
    return f"  {id:<{WIDEST}}  {click.style(f'{severity:<7}', fg=SEVERITY_COLOURS[severity])}  {said}{preset}"


def _preset(rule: Rule) -> str:
    return "" if rule.preset == "recommended" else f" [{rule.preset}]"
