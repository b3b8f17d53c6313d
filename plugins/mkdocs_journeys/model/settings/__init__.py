"""What says nothing of customers: which rules hold, how trackers are spoken to, what changes are accepted."""
