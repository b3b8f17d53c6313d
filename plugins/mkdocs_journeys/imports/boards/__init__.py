"""Whiteboards as journeys: every kind of file becomes one form of board, and one algorithm reads that."""
