"""Pages of a site and maps as documents for a browser that prints or photographs them, and as drawings."""
