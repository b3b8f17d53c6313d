"""The pages of metrics."""
