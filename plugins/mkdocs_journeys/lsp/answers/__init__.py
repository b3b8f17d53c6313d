"""Answers to what an editor asks, as plain values: pure functions of a text and an atlas."""
