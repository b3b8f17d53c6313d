"""The table of rules; each rule fires in its bad examples, at the lines that say `# <- here`, and not in its good ones.

cases/RULE holds folders whose names begin with bad or good: files to lay over base/. Every preset is the
strict one here, so that no rule is off.
"""

import re
from pathlib import Path

import pytest

from lint.support_cases import CASES, TODAY, atlas_of, marked, tree_of
from mkdocs_journeys import yamlfile
from mkdocs_journeys.lint import BY_ID, RULES, Rule
from mkdocs_journeys.lint.engine import run_rules
from mkdocs_journeys.lint.rules import LOADING_RULES, Example, parse_rule_doc
from mkdocs_journeys.lint.settings import LintSettings

ROOT = Path(__file__).resolve().parents[2]
STRICT = LintSettings("strict")
FOLDERS = sorted(folder for rule in CASES.iterdir() for folder in rule.iterdir())
BAD = [folder for folder in FOLDERS if folder.name.startswith("bad")]
GOOD = [folder for folder in FOLDERS if folder.name.startswith("good")]


def name_of(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def found_in(folder: Path) -> list[tuple[str, int]]:
    problems = run_rules(atlas_of(tree_of(folder)), TODAY, STRICT)
    return [(one.position.file, one.position.line) for one in problems if one.rule == folder.parent.name]


def test_the_base_has_no_fault() -> None:
    assert run_rules(atlas_of(tree_of()), TODAY, STRICT) == []


@pytest.mark.parametrize("folder", BAD, ids=name_of)
def test_a_bad_example_is_found_where_it_is_marked(folder: Path) -> None:
    expected = marked(tree_of(folder))
    assert expected
    assert found_in(folder) == expected


@pytest.mark.parametrize("folder", GOOD, ids=name_of)
def test_a_good_example_is_let_pass(folder: Path) -> None:
    assert marked(tree_of(folder)) == []
    assert found_in(folder) == []


def test_every_rule_has_a_bad_and_a_good_example_and_every_example_a_rule() -> None:
    kinds = {(folder.parent.name, folder.name) for folder in FOLDERS}
    assert {(rule.id, kind) for rule in RULES for kind in ("bad", "good")} <= kinds
    assert {rule for rule, _ in kinds} == {rule.id for rule in RULES}
    assert len(BAD) + len(GOOD) == len(FOLDERS)


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("stages-out-of-order/bad", "'consideration' comes before 'onboarding' in the catalog."),
        ("review-overdue/bad", "The last review was 181 days ago; 180 are allowed."),
        ("metric-silent/bad", "The last figure of 'conversion' is 101 days old."),
        ("emotions-missing/bad", "3 of 5 steps have no emotion."),
        ("channel-contradicts/bad", "'web' is digital, but 'bill' is physical (post)."),
        ("target-missed/bad", "'conversion' should be 8 by 2026-11-21; it is 7."),
        ("company-voice/bad", 'This step speaks from the company\'s side: "User".'),
    ],
)
def test_messages_name_what_they_are_about(case: str, message: str) -> None:
    folder = CASES / case
    problems = run_rules(atlas_of(tree_of(folder)), TODAY, STRICT)
    assert [one.message for one in problems if one.rule == folder.parent.name] == [message]


def test_rules_stand_by_group_and_have_ids_of_their_own() -> None:
    groups = [rule.group for rule in RULES]
    assert groups == sorted(groups, key=groups.index)
    assert len(set(groups)) == 7
    assert len({rule.id for rule in RULES}) == len(RULES) >= 25
    assert not {rule.id for rule in RULES} & set(LOADING_RULES)


def test_every_rule_of_the_loader_is_listed() -> None:
    cases = (ROOT / "tests" / "load" / "cases").rglob("expected.txt")
    printed = {
        found for path in cases for found in re.findall(r"(?:error|warning|info)\[([a-z-]+)\]", path.read_text())
    }
    written = set(re.findall(r"yaml-[a-z-]+[a-z]", yamlfile.__doc__ or ""))
    trees = (ROOT / "plugins" / "mkdocs_journeys" / "sources" / "worktree.py").read_text("utf-8")
    assert len(printed) > 20
    assert len(written) > 15
    assert (printed | written | set(re.findall(r'"(file-[a-z]+)"', trees))) <= set(LOADING_RULES)


every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def written(example: Example) -> str:
    return "".join(f"{line.indent}{line.code}{line.comment}\n" for line in example.lines)


def marked_code(example: Example) -> list[str]:
    return [line.code for line in example.lines if line.marked]


@every_rule
def test_a_rule_says_what_it_finds_why_and_how_to_mend_it(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.findall(r"(?m)^(Why|To mend|Bad|Good):", rule.text) == ["Why", "To mend", "Bad", "Good"]
    assert rule.check.__name__ == rule.id.replace("-", "_")


@every_rule
def test_the_parts_of_a_rule_are_its_words(rule: Rule) -> None:
    text = parse_rule_doc(rule)
    whole = " ".join([rule.summary, text.why, text.mend, written(text.bad), written(text.good)])
    said = re.sub(r"(?m)^(Why|To mend|Bad|Good):", "", rule.text)
    assert whole.casefold().split() == said.casefold().split()


@every_rule
def test_the_examples_of_a_rule_can_be_read(rule: Rule) -> None:
    for example in (parse_rule_doc(rule).bad, parse_rule_doc(rule).good):
        if not example.lines[0].code.startswith("date,"):
            text = written(example)
            whole = "list:\n" + text if text.startswith("- ") else text
            assert yamlfile.read(whole.encode(), "x")[1] == []


@every_rule
def test_a_line_of_an_example_is_at_fault_or_missing(rule: Rule) -> None:
    text = parse_rule_doc(rule)
    assert marked_code(text.bad) or marked_code(text.good)


def test_what_a_comment_points_at_is_at_fault_else_what_differs() -> None:
    assert marked_code(parse_rule_doc(BY_ID["catalog-entry-unused"]).bad) == ["- {id: print, name: Print}"]
    assert marked_code(parse_rule_doc(BY_ID["stages-out-of-order"]).bad) == ["- stage: awareness"]
    missing = parse_rule_doc(BY_ID["journey-without-owner"])
    assert (marked_code(missing.bad), marked_code(missing.good)) == ([], ["owner: growth"])


def test_figures_are_no_mended_lines_of_yaml() -> None:
    assert marked_code(parse_rule_doc(BY_ID["metric-silent"]).good) == []
