"""What follows from an atlas, as pure functions: scores, emotions, hand-offs, funnels, age, coverage."""
