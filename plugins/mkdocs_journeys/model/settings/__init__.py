"""Parts of catalog.yml that say nothing of customers: which rules hold, and how trackers are spoken to."""
