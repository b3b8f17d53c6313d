"""What the figures and experiments of an atlas say with some confidence, and what may be chance."""
