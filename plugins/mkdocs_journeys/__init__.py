"""Customer-journey maps as code."""
