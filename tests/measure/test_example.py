"""The example atlas: no figure of it is typed in."""

import yaml

from docs.support_documents import ROOT
from mkdocs_journeys.measure.figures import QUERIES

EXAMPLE = ROOT / "journeys"


def test_every_metric_is_measured() -> None:
    metrics = {one["id"] for one in yaml.safe_load((EXAMPLE / "catalog.yml").read_text("utf-8"))["metrics"]}
    measure = yaml.safe_load((EXAMPLE / "measure.yml").read_text("utf-8"))
    given = {one["metric"] for name in QUERIES for one in measure.get(name, ())}
    assert given == metrics == {path.stem for path in (EXAMPLE / "metrics").glob("*.csv")}
