"""A metric comes into the text of a catalog, which says nothing else than before."""

from datetime import date

import pytest

from mkdocs_journeys.load import FileRole, parse_file
from mkdocs_journeys.load.figures.reader import figures_of
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.scaffold.metric import entry, figures, with_metric

PATH = "journeys/catalog.yml"
ITEM = entry("trial-starts", "Trial starts", {"team": "growth"})


def catalog(content: bytes) -> Catalog:
    parsed = parse_file(FileRole(PATH, "catalog", "catalog"), content)
    assert parsed.problems == ()
    assert isinstance(parsed.model, Catalog)
    return parsed.model


BLOCK = "format: 1\nmetrics:\n  - id: nps\n    name: NPS\n    kind: nps\n"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("format: 1\n", []),
        ("format: 1", []),
        ("# only\nformat: 1\nteams:\n  - {id: growth, name: Growth}\n\n# the end\n", []),
        (BLOCK, ["nps"]),
        (f"{BLOCK}\n# below\nlanes:\n  - {{id: x, name: X}}\n", ["nps"]),
        (
            "metrics:\n- {id: nps, name: NPS, kind: nps}\n- id: csat\n  name: C\n  kind: csat # why\nformat: 1\n",
            ["nps", "csat"],
        ),
        (
            "format: 1\nmetrics:\n    - id: nps\n      kind: nps\n      name: >\n        Net\n        it\n\nname: X\n",
            ["nps"],
        ),
        ("format: 1\nmetrics:\n  - id: nps\n    kind: nps\n    name: NPS\n    target:\n", ["nps"]),
        ("format: 1\nmetrics:\n  - {id: nps,\n     name: NPS, kind: nps}\nname: Ours\n", ["nps"]),
        ("\ufeffformat: 1\r\nmetrics:\r\n  - id: nps\r\n    name: NPS\r\n    kind: nps\r\nname: Z\r\n", ["nps"]),
    ],
)
def test_it_stands_at_the_end_of_the_list_and_every_line_of_theirs_stays(text: str, known: list[str]) -> None:
    content = text.encode()
    changed = with_metric(PATH, content, ITEM)
    assert changed is not None
    before, after = catalog(content), catalog(changed)
    assert [metric.id for metric in after.metrics] == [*known, "trial-starts"]
    assert after.model_copy(update={"metrics": ()}) == before.model_copy(update={"metrics": ()})
    lines = changed.splitlines(keepends=True)
    assert [line for line in content.splitlines(keepends=True) if line.rstrip() and line not in lines] in (
        [],
        [content],
    )
    assert len({line[-2:] == b"\r\n" for line in lines}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\nmetrics: []\n",
        "format: 1\nmetrics: [{id: nps, name: N, kind: nps}]\n",
        "{format: 1}\n",
        "format: 2\n",
        "format: [",
        "",
        "\x00",
        "format: 1\nmetrics: 3\n",
    ],
)
def test_where_there_is_no_place_for_it_nothing_is_changed(text: str) -> None:
    assert with_metric(PATH, text.encode(), ITEM) is None


def test_the_entry_explains_its_kind_and_all_that_may_be_added() -> None:
    assert "# What is measured; it decides which columns" in ITEM
    assert "One of: nps, csat, ces" in ITEM
    assert "\n  kind: other\n" in ITEM
    assert "\n  #team: growth\n" in ITEM


@pytest.mark.parametrize(("baseline", "shown"), [(None, "0"), (5.4, "5.4"), (1200000.0, "1200000"), (-12.0, "-12")])
def test_the_first_figure_is_the_baseline_or_nothing_yet(baseline: float | None, shown: str) -> None:
    text = figures(date(2026, 10, 2), baseline)
    assert text == f"date,value\n2026-10-02,{shown}\n"
    read, _, problems = figures_of("journeys/metrics/x.csv", text.encode())
    assert problems == []
    assert read is not None
    assert [row.value for row in read.rows] == [float(shown)]
