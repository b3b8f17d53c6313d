"""`journeys rules`, `journeys explain` and `journeys schema`: the rules, and the format of the files."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from mkdocs_journeys.cli.common import NEW_FOLDER, cannot_write, output_option, print_line, project_options
from mkdocs_journeys.lint import BY_ID, RULES
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.lint.settings import LevelSetting, levels_of, merge_settings, read_pyproject
from mkdocs_journeys.model import MODELS, Catalog
from mkdocs_journeys.model.settings.lint import Lint
from mkdocs_journeys.problem import Severity, suggest
from mkdocs_journeys.reports.text import SEVERITY_COLOURS, format_line
from mkdocs_journeys.sources.worktree import find_root, worktree
from mkdocs_journeys.wording import listed, terminal_safe

ID_WIDTH = max(map(len, (*BY_ID, *LOADING_RULES)))
PYPROJECT = "pyproject.toml"


@click.command()
@project_options
def rules(root: Path | None, journeys_dir: str) -> None:
    """List all rules: how much each matters in this project, and what it finds.

    Levels are set in the catalog under `lint`, or in pyproject.toml under [tool.journeys.lint]; a file in brackets says
    where that was done. Rules of the strict preset are off unless you ask for them; those of the minimal one always
    hold. Where there are no journeys, the levels are those that the rules come with.
    """
    layers = _settings_of_project(root, journeys_dir)
    for group, members in groupby(RULES, key=lambda rule: rule.group):
        print_line(click.style(group, bold=True))
        for rule in members:
            first, *others = levels_of(rule, layers)
            mark = first.file if not first.preset else "" if rule.preset == "recommended" else rule.preset
            print_line(f"  {rule.id:<{ID_WIDTH}}  {_level(first)}  {rule.summary}{_in_brackets(mark)}")
            for one in others:
                where = f"in {terminal_safe(one.pattern or '')}{_in_brackets(one.file)}"
                print_line(f"  {'':<{ID_WIDTH}}  {_level(one)}  {where}")
        print_line("")
    print_line(click.style("loading", bold=True) + ": always on")
    for id, summary in LOADING_RULES.items():
        print_line(f"  {id:<{ID_WIDTH}}  {summary}")
    print_line("")
    print_line(_origin_of_levels(layers))


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules that begin with a word, for a shell."""
    summaries = {**{rule.id: rule.summary for rule in RULES}, **LOADING_RULES}
    return [CompletionItem(id, help=summary) for id, summary in summaries.items() if id.startswith(incomplete)]


@click.command()
@click.argument("rule", shell_complete=complete_rule)
@project_options
def explain(rule: str, root: Path | None, journeys_dir: str) -> None:
    """Say what a RULE finds, why it matters and how to mend it.

    An example of each kind follows. Its level is that of this project, and where files say something else than the
    preset, they are named.
    """
    found = BY_ID.get(rule)
    if found:
        levels = levels_of(found, _settings_of_project(root, journeys_dir))
        word = levels[0].level or "off"
        print_line(f"{click.style(found.id, bold=True)}: {word}, {found.group}, preset {found.preset}")
        for one in levels:
            if one.file:
                print_line(f"  {_in_words(one)}")
        print_line(f"\n{found.text}")
    elif rule in LOADING_RULES:
        print_line(f"{click.style(rule, bold=True)}: loading, always on\n")
        print_line(LOADING_RULES[rule])
    else:
        near = suggest(rule, (*BY_ID, *LOADING_RULES))
        hint = f"Did you mean '{near}'?" if near else "`journeys rules` lists them all."
        raise click.UsageError(f"There is no rule '{terminal_safe(rule)}'. {hint}")


def _settings_of_project(root: Path | None, journeys_dir: str) -> dict[str, Lint]:
    """File to settings of the rules, the weakest first; empty where there is no project.

    Mistakes in them are printed on standard error, and the file with them is left out.
    """
    from mkdocs_journeys.load import FileRole, parse_file
    from mkdocs_journeys.load.files import CATALOG

    base = root or find_root(Path.cwd(), journeys_dir)
    if base is None:
        return {}
    lint, problems = read_pyproject(base)
    layers = {PYPROJECT: lint}
    tree = worktree(base, journeys_dir)
    path = f"{tree.folder}/{CATALOG}"
    if path in tree.files:
        parsed = parse_file(FileRole(path, "catalog", "catalog"), tree.files[path])
        problems += [problem for problem in parsed.problems if problem.severity is Severity.ERROR]
        if isinstance(parsed.model, Catalog):
            layers[path] = parsed.model.lint
    for problem in problems:
        click.echo(format_line(problem), err=True)
    return layers


def _origin_of_levels(layers: Mapping[str, Lint]) -> str:
    """The preset, the file that names it, and the files that set rules, in one sentence."""
    if not layers:
        return "There are no journeys here or above: these are the levels that the rules come with."
    preset = merge_settings(*layers.values()).preset
    naming = [file for file, lint in layers.items() if lint.preset]
    setting = [terminal_safe(file) for file, lint in layers.items() if lint.rules or lint.paths]
    more = f"; some are set in {listed(setting, 'and')}" if setting else ""
    source = f"named in {terminal_safe(naming[-1])}" if naming else "as nothing else is named"
    return f"These are the levels of this project: preset {preset}, {source}{more}."


def _in_words(setting: LevelSetting) -> str:
    """A level that a file has a part in: `info in maps/old/**: set in journeys/catalog.yml`."""
    where = "" if setting.pattern is None else f" in {terminal_safe(setting.pattern)}"
    how = f"preset {setting.preset}, named" if setting.preset else "set"
    return f"{setting.level or 'off'}{where}: {how} in {terminal_safe(setting.file)}"


def _level(setting: LevelSetting) -> str:
    return click.style(f"{setting.level or 'off':<7}", fg=SEVERITY_COLOURS[setting.level] if setting.level else None)


def _in_brackets(text: str) -> str:
    return f" [{terminal_safe(text)}]" if text else ""


@click.command()
@click.argument("kind", required=False, type=click.Choice((*MODELS, "check", "atlas", "draft")))
@output_option(NEW_FOLDER, old="--out")
@click.option("--markdown", is_flag=True, help="Print every key of every kind as a page of Markdown instead.")
def schema(kind: str | None, output: Path | None, markdown: bool) -> None:
    """Print the JSON Schema of a KIND of file.

    It is one of draft-07; `check` is that of what `journeys check --format json` prints, `atlas` that of what
    `journeys export json` writes, `draft` that of what `journeys import json --draft` reads. With --output, the
    schemas of all kinds of files are written into a folder as KIND.json instead, or that of KIND alone; older copies
    there are replaced.
    """
    from mkdocs_journeys.schema import text_of
    from mkdocs_journeys.schema.reference import reference_page

    if markdown:
        if kind or output:
            raise click.UsageError("--markdown prints one page with every kind; it takes no KIND and no --output.")
        click.echo(reference_page(), nl=False)
        return
    if kind is None and output is None:
        raise click.UsageError(f"Name a kind ({', '.join(MODELS)}), or a folder for all of them with --output.")
    if output is None:
        click.echo(text_of(kind or ""), nl=False)
        return
    for one in [kind] if kind else MODELS:
        path = output / f"{one}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text_of(one), encoding="utf-8", newline="\n")
        except OSError as error:
            raise cannot_write(path, error) from error
        click.echo(f"wrote {terminal_safe(str(path))}")
