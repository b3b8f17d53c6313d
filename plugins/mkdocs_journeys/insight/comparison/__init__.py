"""Two journeys, or two persons on one, set side by side: figures, pains, step by step, and what became of promises."""
