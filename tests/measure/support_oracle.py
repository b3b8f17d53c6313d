"""An independent implementation of every figure that `journeys measure` computes, in plain loops over lists.

The parts: `support_oracle_log` (events, periods, counts, times), `support_oracle_funnel`, `support_oracle_customers`
(retention, churn, revenue, scores) and `support_oracle_paths`. Their docstrings define the figures.
"""

from measure.support_oracle_customers import (
    Answer,
    Revenue,
    Share,
    Subscription,
    answers_by,
    ces_top_3,
    churn,
    csat_top_2,
    mean,
    net_retention,
    net_revenue,
    nps,
    retention,
)
from measure.support_oracle_funnel import Funnel, Reached, attempt_of, funnel
from measure.support_oracle_log import (
    Cell,
    Durations,
    Event,
    Step,
    Unit,
    Value,
    count,
    end_of_log,
    period_of,
    quantile,
    ratio,
    time_between,
)
from measure.support_oracle_paths import AgainstMap, against_map, collapsed, paths

__all__ = [
    "AgainstMap",
    "Answer",
    "Cell",
    "Durations",
    "Event",
    "Funnel",
    "Reached",
    "Revenue",
    "Share",
    "Step",
    "Subscription",
    "Unit",
    "Value",
    "against_map",
    "answers_by",
    "attempt_of",
    "ces_top_3",
    "churn",
    "collapsed",
    "count",
    "csat_top_2",
    "end_of_log",
    "funnel",
    "mean",
    "net_retention",
    "net_revenue",
    "nps",
    "paths",
    "period_of",
    "quantile",
    "ratio",
    "retention",
    "time_between",
]
