"""What rests on what: from quotes and findings over pains and opportunities to metrics, and what a change reaches."""
