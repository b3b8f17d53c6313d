#!/bin/sh
# Made by `journeys export issues --to github`. Needs gh, signed in: https://cli.github.com
# Creates what has no ticket yet; what has one, by the marker in its text, is left alone.
set -eu
repository=${1:?"Name the repository: sh $0 OWNER/NAME"}
for label in journeys pain opportunity; do
  gh label create "$label" --repo "$repository" 2>/dev/null || :
done
there=$(gh issue list --repo "$repository" --label journeys --state all --limit 10000 --json body --jq '.[].body')

create() { # MARKER LABEL TITLE TEXT
  case "$there" in
    *"$1"*) echo "there is a ticket for $1" ;;
    *) printf '%s' "$4" |
         gh issue create --repo "$repository" --label journeys --label "$2" --title="$3" --body-file=- ;;
  esac
}

create '<!-- journeys:opportunity:whole-price -->' 'opportunity' 'How might we say the whole price before anyone asks?' '<!-- journeys:opportunity:whole-price -->
The basket is left by half of those who fill it.

- Fees come last
- See the study and the sketch (https://example.com/sketch)

### The pains that it would mend

- [The full price shows only at the end (accepted)](https://maps.example.com/cx/pains/hidden-fees/)
- [Nobody can find the invoice (open)](https://maps.example.com/cx/pains/no-invoice/)

### Journeys

- [Buy what the office needs](https://maps.example.com/cx/journeys/buy/)

### What it is worth

- Score: 3 ÷ 2 ÷ 4 × 100 × 0.5 = 19 (medium)
- Value: high
- Effort: medium
- How sure we are: assumed

### Solutions

- A counter that shows the whole price (new)

### Metrics

- [Visit to order](https://maps.example.com/cx/metrics/conversion/)

[On the journey map](https://maps.example.com/cx/opportunities/whole-price/)
<!-- /journeys:opportunity:whole-price a82b5599 -->'

create '<!-- journeys:pain:hidden-fees -->' 'pain' 'The full price shows only at the end' '<!-- journeys:pain:hidden-fees -->
### Where it hurts

- [Buy what the office needs › Decision › Pays (Checkout)](https://maps.example.com/cx/journeys/buy/#step-1)
- [Buy what the office needs › Decision › Waits](https://maps.example.com/cx/journeys/buy/#step-2)

### Who meets it

- [Maya, Buys for her office](https://maps.example.com/cx/personas/maya/)

### They say

> Why is it more now?

### How bad it is

- Score: 3 × 3 × 2 ÷ 64 × 100 × 0.8 = 23 (medium)
- Nobody has said impact: an assumed value stands in the score
- Severity: major
- Frequency: often
- Reach: 40% of these customers
- How sure we are: inferred
- Leaving it costs 2,000–5,000 EUR per month
- Known since 2026-03-01
- Team: Growth

### Why it happens

Prices are shown before tax

### What they do instead

Asks for a quote by mail

### Evidence

- [“Just tell me what it costs.” — Eleven small firms (2026-06-18, n = 11)](https://maps.example.com/cx/evidence/interviews/#finding-fees)

### Opportunities

- [How might we say the whole price before anyone asks? (framed)](https://maps.example.com/cx/opportunities/whole-price/)

[On the journey map](https://maps.example.com/cx/pains/hidden-fees/)
<!-- /journeys:pain:hidden-fees af4cc2c4 -->'
