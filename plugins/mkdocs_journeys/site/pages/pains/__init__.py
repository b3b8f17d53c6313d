"""The backlog of pains, and what the page of a journey says of one."""
