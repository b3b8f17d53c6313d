"""`journeys export pdf`, `png` and `svg`: what is looked at outside of a site."""
