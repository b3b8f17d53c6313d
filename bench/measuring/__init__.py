"""Measured journeys: figures of a log of events, beside what one would use instead."""
