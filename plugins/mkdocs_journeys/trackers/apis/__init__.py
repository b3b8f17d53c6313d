"""The APIs of trackers by plain HTTP: the only part that sends anything to them."""
