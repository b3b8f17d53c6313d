"""What follows from an atlas: scores, emotions, hand-offs, funnels, age, coverage. Pure functions."""
