"""Formulas of statistics, by the standard library alone: intervals, differences, sample sizes, tests, survival."""
