"""Journeys as slides: a title, the map, the curve, what hurts, what is done about it, and what it rests on."""
