"""A seeded log of the example product's customers, in the formats of four analytics vendors and of tools beside them.

`python -m tools.event_log OUT_DIR` writes two years of events, answers, tickets, subscriptions and deals of the
invented firm Brackenboard. Every event has a whole second, so that the coarsest format keeps its time; a seed gives
the same bytes each time.
"""
