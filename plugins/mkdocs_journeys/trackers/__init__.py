"""Pains and opportunities as tickets of trackers: files for their importers, what comes back, and three APIs."""
