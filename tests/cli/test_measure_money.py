"""Sums, lifetime values and shares of revenue as `journeys measure` writes them, and what it refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main

CATALOG = """\
format: 1
stages: [{id: buying, name: Buying}]
metrics:
  - {id: sales, name: Sales, kind: money, unit: "€"}
  - {id: kept, name: Net revenue kept, kind: retention, unit: "%"}
  - {id: lost, name: Net revenue lost, kind: churn, unit: "%"}
  - {id: worth, name: Lifetime value, kind: clv, unit: "€"}
"""
SOURCES = """\
format: 1
since: 2026-01-01
sources:
  - id: shop
    shape: events
    files: shop.jsonl
    columns: {person: who, event: what, time: at, amount: paid}
    decimal: ","
  - {id: bare, shape: events, files: shop.jsonl, columns: {person: who, event: what, time: at}}
  - id: billing
    shape: subscriptions
    files: billing.csv
    until: 2026-01-31
    columns: {person: who, start: begins, end: ends, amount: monthly}
"""
SHOP = "".join(
    f'{{"who": "p{person}", "what": "{what}", "at": "2026-01-{day:02}T10:00:00Z", "paid": "{paid}"}}\n'
    for person in range(6)
    for what, day, paid in (("bought", 3, "1.200,50"), ("bought", 5, "99,5"), ("looked", 31, ""))
)
BILLING = "who,begins,ends,monthly\n" + "".join(
    f"c{number},2025-12-01,{'2026-01-10' if number < 6 else ''},{10 + 10 * (number % 2)}\n" for number in range(20)
)
BILLING += "".join(f"c{number},2026-01-10,,60\n" for number in range(1, 6))


def measure(folder: Path, definitions: str) -> Result:
    files = {
        "journeys/catalog.yml": CATALOG,
        "journeys/measure.yml": SOURCES + definitions,
        "shop.jsonl": SHOP,
        "billing.csv": BILLING,
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["measure", "--root", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def figures(folder: Path, metric: str) -> list[str]:
    return (folder / f"journeys/metrics/{metric}.csv").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("", ["date,value,n", "2026-01-31,7800,6"]),
        (", figure: mean", ["date,value,n,low,high", "2026-01-31,650,12,284.676,1015.324"]),
        (", figure: per-person", ["date,value,n,low,high", "2026-01-31,1300,6,1300,1300"]),
    ],
)
def test_amounts_of_what_happened(tmp_path: Path, words: str, row: list[str]) -> None:
    result = measure(tmp_path, f"sums:\n  - {{metric: sales, source: shop, event: bought{words}}}\n")
    assert result.exit_code == 0, result.output
    assert figures(tmp_path, "sales") == row


@pytest.mark.parametrize(
    ("change", "value", "n"), [("", 510, 19), ("new", 0, 0), ("expansion", 220, 5), ("lost", 10, 1)]
)
def test_amounts_of_subscriptions(tmp_path: Path, change: str, value: int, n: int) -> None:
    # Twenty pay 10 or 20. The first six end; five of them go on with 60, of whom three paid 20.
    words = f", change: {change}" if change else ""
    assert measure(tmp_path, f"sums:\n  - {{metric: sales, source: billing{words}}}\n").exit_code == 0
    shown = f"2026-01-31,{value},{n}"
    hidden = '2026-01-31,,,"withheld: fewer than 5 people, here or in another segment"'
    assert figures(tmp_path, "sales")[1] == (shown if n != 1 else hidden)


def test_more_than_all_revenue_may_be_kept(tmp_path: Path) -> None:
    result = measure(tmp_path, "churn:\n  - {metric: kept, source: billing, of: net-revenue, share: kept}\n")
    assert result.exit_code == 0, result.output
    # 300 at the start; 10 are lost and 220 are added.
    date, value, n, low, high = figures(tmp_path, "kept")[1].split(",")
    assert (date, value, n) == ("2026-01-31", "170", "20")
    assert float(low) < 170 < float(high)
    checked = CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--fail-on", "error"])
    assert checked.exit_code == 0, checked.output


def test_what_few_losses_say_of_a_lifetime_is_not_said(tmp_path: Path) -> None:
    assert measure(tmp_path, "lifetimes:\n  - {metric: worth, source: billing, margin: 0.8}\n").exit_code == 0
    assert figures(tmp_path, "worth") == [
        "date,value,note",
        "2026-01-31,,fewer than 5 customers were lost: too few to divide by",
    ]


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        (
            "sums:\n  - {metric: sales, source: ^bare, event: bought}\n",
            "This source does not say which column holds an amount.",
        ),
        ("sums:\n  - ^{metric: sales, source: shop}\n", "Nothing says which events bring the amount."),
        ("sums:\n  - {metric: sales, source: shop, event: bought, change: ^new}\n", "Only subscriptions change."),
        ("sums:\n  - {metric: sales, source: billing, event: ^bought}\n", "Subscriptions have no events."),
        (
            "lifetimes:\n  - {metric: worth, source: ^shop}\n",
            "The source 'shop' holds events, and `lifetimes` are made of subscriptions.",
        ),
        (
            "churn:\n  - {metric: ^lost, source: billing, of: net-revenue}\n",
            "-70 cannot be: a metric of kind churn lies between 0 and 100.",
        ),
        ("churn:\n  - {metric: kept, source: billing, share: ^stays}\n", "`share` cannot be 'stays'."),
        ("lifetimes:\n  - {metric: worth, source: billing, margin: ^80}\n", "`margin` is 80, and 1 is the most"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, definition: str, said: str) -> None:
    before = (SOURCES + definition).partition("^")[0].splitlines()
    result = measure(tmp_path, definition.replace("^", ""))
    assert result.exit_code == 1
    assert said in result.stderr
    assert f"journeys/measure.yml:{len(before)}:{len(before[-1]) + 1}:" in result.stderr
