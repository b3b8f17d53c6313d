"""The page that says what is to be mended first."""

from dataclasses import replace
from functools import partial

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint.engine import CheckResult
from mkdocs_journeys.model import Acknowledged
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.health import MOST_OF_A_RULE, MOST_PLACES, URI, HealthView, health_pages, health_view
from support.atlases import atlas, journey, pain, step
from support.contexts import html_of, site

BUY = "journeys/maps/buy.yml"
ATLAS = atlas(
    journey("buy", step("Pays", pains=[pain("slow", owner="sales")]), title="Buy <it>", owner="growth"),
    journey("back", title="Send it back"),
)
STEP = ("stages", 0, "steps", 0, "name")
ERROR, WARNING, INFO = Severity


def found(
    rule: str, file: str = BUY, line: int = 1, severity: Severity = WARNING, *path: str | int, **said: str
) -> Problem:
    texts = {"message": "Wrong.", "hint": "Mend it.", **said}
    return Problem(rule, Position(file, line, 1), severity=severity, path=path, **texts)


def judge(atlas: Atlas, *, problems: tuple[Problem, ...], known: int) -> CheckResult:
    return CheckResult(problems, known)


def view(*problems: Problem, of: Atlas = ATLAS) -> HealthView:
    return health_view(site(of).at(URI), CheckResult(problems, 0))


def page(*problems: Problem, known: int = 0, **settings: object) -> Page:
    (made,) = health_pages(site(ATLAS, health=partial(judge, problems=problems, known=known), **settings))
    return made


def test_the_worst_level_comes_first_then_contradictions_then_what_there_is_most_of() -> None:
    problems = [
        found("name-too-long"),
        found("too-many-steps"),
        found("too-many-steps", line=2),
        found("leads-nowhere"),
        found("catalog-entry-unused", severity=INFO),
        found("validated-without-evidence", severity=ERROR),
    ]
    assert [one.id for one in view(*problems).rules] == [
        "validated-without-evidence",
        "leads-nowhere",
        "too-many-steps",
        "name-too-long",
        "catalog-entry-unused",
    ]


def test_findings_are_counted_by_level_group_owner_and_file() -> None:
    made = view(
        found("name-too-long", BUY, 1, WARNING, *STEP),
        found("moment-assumed", BUY, 2, ERROR),
        found("no-low-point", "journeys/maps/back.yml", 3, INFO),
        found("csv-value", "journeys/metrics/x.csv"),
    )
    assert made.counts == (1, 2, 1)
    assert [(bar.name, bar.counts) for bar in made.groups] == [
        ("Truth", (1, 0, 0)),
        ("Honesty", (0, 0, 1)),
        ("Clarity", (0, 1, 0)),
        ("Loading", (0, 1, 0)),
    ]
    assert {bar.name: bar.counts for bar in made.owners} == {"Growth": (1, 1, 0), "nobody": (0, 1, 1)}
    assert [(bar.name, bar.counts.total) for bar in made.places] == [("Buy <it>", 2), ("Send it back", 1)]


def test_a_rule_shows_so_many_findings_and_some_of_every_team() -> None:
    many = [found("name-too-long", line=line) for line in range(1, 200)]
    one = found("name-too-long", "journeys/maps/back.yml", 7)
    (rule,) = view(*many, one).rules
    assert rule.total == 200
    assert [item.place for item in rule.shown] == [
        "journeys/maps/back.yml:7",
        *(f"{BUY}:{line}" for line in range(1, MOST_OF_A_RULE)),
    ]


def test_files_are_named_in_bounded_number() -> None:
    journeys = [journey(f"j{number}") for number in range(30)]
    problems = [found("name-too-long", one.path) for one in journeys]
    assert len(view(*problems, of=atlas(*journeys)).places) == MOST_PLACES


def test_a_finding_leads_to_its_thing_its_line_and_its_rule() -> None:
    html = html_of(
        page(
            found("name-too-long", BUY, 12, WARNING, *STEP),
            found("high-pain-without-owner", BUY, 20, WARNING, *STEP[:4], "pains", 0, "id"),
            line=lambda file, line: f"https://h/{file}#L{line}",
        )
    )
    assert '<a href="../journeys/buy/#step-1">Buy &lt;it&gt;</a> › Pays' in html
    assert f'<a href="https://h/{BUY}#L12"><code>{BUY}:12</code></a>' in html
    assert '<a href="../pains/slow/">Pain slow</a>' in html
    assert 'href="../health/rules/#rule-name-too-long"' in html
    assert '<li data-level="warning" data-owner="Sales">' in html


def test_a_finding_leads_to_the_page_of_its_rule_where_rules_have_pages() -> None:
    html = html_of(page(found("name-too-long"), found("csv-value", "journeys/metrics/x.csv"), rule_pages=True))
    assert 'href="../health/rules/name-too-long/"' in html
    assert 'href="../health/rules/#rule-csv-value"' in html


def test_without_a_known_repository_the_place_is_plain() -> None:
    assert f"<span>growth</span> <code>{BUY}:1</code>".lower() in html_of(page(found("no-low-point"))).lower()


def test_what_the_loader_says_leads_to_the_page_of_rules() -> None:
    html = html_of(page(found("csv-value", "journeys/metrics/x.csv", 3)))
    assert 'href="../health/rules/#rule-csv-value"' in html
    assert "journeys/metrics/x.csv:3" in html


def test_what_all_findings_of_a_rule_say_is_told_once() -> None:
    html = html_of(page(found("no-low-point", line=1), found("no-low-point", line=2)))
    assert (html.count("Wrong."), html.count("Mend it.")) == (1, 1)
    different = html_of(page(found("no-low-point", message="A."), found("no-low-point", line=2, message="B.")))
    assert "<span>A.</span>" in different
    assert "<span>B.</span>" in different


def test_code_is_marked_and_all_else_is_text() -> None:
    html = html_of(page(found("no-low-point", message="<b>*no*</b>", hint="Give `owner` <i>.")))
    assert "&lt;b&gt;*no*&lt;/b&gt;" in html
    assert "Give <code>owner</code> &lt;i&gt;." in html


def test_what_is_left_out_can_be_listed_with_a_command() -> None:
    html = html_of(page(*(found("no-low-point", line=line) for line in range(1, 1_031))))
    assert "and 1,010 more: <code>journeys check --quiet | grep -F '[no-low-point]'</code>" in html
    assert "1,030 findings" in html


def test_the_table_of_contents_names_the_rules() -> None:
    sections = page(found("no-low-point")).sections
    assert [(one.anchor, one.level) for one in sections if one.listed][-1] == ("rule-no-low-point", 3)
    assert 'id="rule-no-low-point"' in "".join(one.html for one in sections)


@pytest.mark.parametrize(
    ("known", "said"), [(0, ""), (1, "1 finding more is known"), (20, "20 findings more are known")]
)
def test_a_page_without_findings_is_friendly(known: int, said: str) -> None:
    html = html_of(page(known=known))
    assert "Nothing to mend." in html
    assert said in html
    assert "<table" not in html
    assert ("baseline" in html) == bool(known)


def test_without_rules_there_is_no_page() -> None:
    assert list(health_pages(site(ATLAS))) == []


def test_what_is_accepted_for_now_is_listed_with_its_reason_who_and_until_when() -> None:
    entry = {"change": "60f193be5c02b8b5", "says": "*Pays* <fell>", "reason": "Legal & co", "by": "Jo"}
    accepted = Acknowledged.model_validate(
        {
            "id": "acknowledged",
            "path": "journeys/acknowledged.yml",
            "format": 1,
            "changes": [entry | {"until": "2027-03-31"}],
        }
    )
    judging = partial(judge, problems=(), known=0)
    (made,) = health_pages(site(replace(ATLAS, acknowledged=accepted), health=judging))
    html = html_of(made)
    assert "<i>Pays</i> &lt;fell&gt;" in html
    assert "Legal &amp; co" in html
    assert "until 2027-03-31, by Jo" in html
    assert "until 2027-03-31" not in html_of(page())
