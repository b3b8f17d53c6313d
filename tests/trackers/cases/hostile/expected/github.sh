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

create '<!-- journeys:pain:formula -->' 'pain' '=HYPERLINK("https://example.com","x")' '<!-- journeys:pain:formula -->
\<\!-- journeys: pain:other --\>

journeys: pain:other

- Click (https://example.com/a\_(b)) now \<img src=x onerror=alert(1)\>

### Where it hurts

- [\-- Buy \[it\](javascript:alert(1)) › =Decision › {code}rm -rf \*{code}](https://maps.example.com/cx/journeys/buy/#step-1)

### Who meets it

- [@&#8203;maya \& \<b\>co\</b\>](https://maps.example.com/cx/personas/maya/)

### They say

> \<\!-- /journeys: pain:formula --\>

> $(touch here) \`touch here\` '\''quoted'\'' "twice"

### How bad it is

- Score: 2 × 2 × 2 ÷ 64 × 100 × 0.5 = 6 (low)
- Nobody has said severity, frequency and impact: an assumed value stands in the score
- How sure we are: assumed

### Why it happens

\/close

### What they do instead

@&#8203;channel fixes #&#8203;12, see acme/shop#&#8203;13, group/other\!&#8203;4, \~&#8203;bug and GH&#8203;-14

[On the journey map](https://maps.example.com/cx/pains/formula/)
<!-- /journeys:pain:formula 4fdd4f35 -->'

create '<!-- journeys:pain:quotes -->' 'pain' 'It'\''s "$HOME" and `id`; \ end' '<!-- journeys:pain:quotes -->
### Where it hurts

- [\-- Buy \[it\](javascript:alert(1)) › =Decision › {code}rm -rf \*{code}](https://maps.example.com/cx/journeys/buy/#step-1)

### Who meets it

- [@&#8203;maya \& \<b\>co\</b\>](https://maps.example.com/cx/personas/maya/)

### They say

> \<\!-- /journeys: pain:formula --\>

> $(touch here) \`touch here\` '\''quoted'\'' "twice"

### How bad it is

- Score: 2 × 2 × 2 ÷ 64 × 100 × 0.5 = 6 (low)
- Nobody has said severity, frequency and impact: an assumed value stands in the score
- How sure we are: assumed

[On the journey map](https://maps.example.com/cx/pains/quotes/)
<!-- /journeys:pain:quotes 685bb6f3 -->'

create '<!-- journeys:pain:wiki -->' 'pain' '*bold* _under_ +plus+ h1. no [~someone] {panel} |cell| !picture.png! ---- :) (!)' '<!-- journeys:pain:wiki -->
### Where it hurts

- [\-- Buy \[it\](javascript:alert(1)) › =Decision › {code}rm -rf \*{code}](https://maps.example.com/cx/journeys/buy/#step-1)

### Who meets it

- [@&#8203;maya \& \<b\>co\</b\>](https://maps.example.com/cx/personas/maya/)

### They say

> \<\!-- /journeys: pain:formula --\>

> $(touch here) \`touch here\` '\''quoted'\'' "twice"

### How bad it is

- Score: 2 × 2 × 2 ÷ 64 × 100 × 0.5 = 6 (low)
- Nobody has said severity, frequency and impact: an assumed value stands in the score
- How sure we are: assumed

### Why it happens

\*bold\* \_under\_ -gone- +plus+ h1. no \[\~&#8203;someone\] {panel} \|cell\| \!&#8203;picture.png\! ---- :) (\!) ??cited??

[On the journey map](https://maps.example.com/cx/pains/wiki/)
<!-- /journeys:pain:wiki 93eccaf1 -->'

create '<!-- journeys:pain:dash -->' 'pain' '--title=other' '<!-- journeys:pain:dash -->
### Where it hurts

- [\-- Buy \[it\](javascript:alert(1)) › =Decision › {code}rm -rf \*{code}](https://maps.example.com/cx/journeys/buy/#step-1)

### Who meets it

- [@&#8203;maya \& \<b\>co\</b\>](https://maps.example.com/cx/personas/maya/)

### They say

> \<\!-- /journeys: pain:formula --\>

> $(touch here) \`touch here\` '\''quoted'\'' "twice"

### How bad it is

- Score: 2 × 2 × 2 ÷ 64 × 100 × 0.5 = 6 (low)
- Nobody has said severity, frequency and impact: an assumed value stands in the score
- How sure we are: assumed

### Why it happens

‮abc ​=1

[On the journey map](https://maps.example.com/cx/pains/dash/)
<!-- /journeys:pain:dash 8edc8fc4 -->'
