"""Figures from events and answers: the definitions of measure.yml as Ibis expressions, and their results as files."""
