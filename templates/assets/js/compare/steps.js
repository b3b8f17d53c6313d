/* The steps of two sides in one row, as the pages of pairs have them: see insight/comparison/steps.py. */

/* The name of a step for comparison: case folded, white space collapsed. */
const folded = (step) => step.name.toLowerCase().trim().split(/\s+/).join(" ");

/* A side: the steps of a journey at which its person acts, and all of them for "". */
const stepsOf = (journey, person) => journey.steps.filter((step) => person in step.felt);

/* The places of steps before, each with that of the same step after: by id, else by name, else by where they happen. */
function matched(before, after, isSame) {
  const found = new Map();
  const keys = isSame
    ? [(step) => step.number]
    : [(step) => step.id, folded, (step) => step.touchpoints && `${step.stage} ${step.touchpoints}`];
  keys.forEach((key) => {
    const taken = new Set(found.values());
    const free = after.flatMap((step, n) => (taken.has(n) ? [] : [n]));
    before.forEach((step, n) => {
      const place = key(step) && !found.has(n) ? free.findIndex((other) => key(after[other]) === key(step)) : -1;
      if (place >= 0) found.set(n, free.splice(place, 1)[0]);
    });
  });
  return found;
}

/* The pairs that keep their order and their stage; those whose ranks differ least come first. */
function inPlace(before, after, pairs) {
  const rank = (places) => new Map([...places].sort((a, b) => a - b).map((place, n) => [place, n]));
  const [mine, theirs] = [rank(pairs.keys()), rank(pairs.values())];
  const ordered = [...pairs].map(([left, right]) => {
    const [a, b] = [mine.get(left), theirs.get(right)];
    return { left, right, by: [Math.abs(a - b), a + b, [folded(before[left]), folded(after[right])].sort().join("\n")] };
  });
  ordered.sort((a, b) => a.by[0] - b.by[0] || a.by[1] - b.by[1] || (a.by[2] < b.by[2] ? -1 : 1));
  const kept = [];
  ordered.forEach(({ left, right }) => {
    const crosses = kept.some(([i, j]) => left < i !== right < j);
    if (before[left].stage === after[right].stage && !crosses) kept.push([left, right]);
  });
  return kept.sort((a, b) => a[0] - b[0]);
}

function differences(one, other, people) {
  const sorted = (pains) => [...(pains || [])].sort().join();
  const differs = {
    name: folded(one) !== folded(other),
    emotion: one.felt[people[0]] !== other.felt[people[1]],
    touchpoint: one.touchpoints !== other.touchpoints || one.channels !== other.channels,
    team: one.teams !== other.teams,
    time: one.time !== other.time,
    pains: sorted(one.pains) !== sorted(other.pains),
  };
  return Object.keys(differs).filter((part) => differs[part]);
}

/* One column for each step on both sides, and for each on one: { stage, one, other, change, elsewhere, differs }. */
function columnsOf(journeys, people) {
  const [before, after] = journeys.map((journey, n) => stepsOf(journey, people[n]));
  const pairs = matched(before, after, journeys[0] === journeys[1]);
  const back = new Map([...pairs].map(([left, right]) => [right, left]));
  const columns = [];
  let [left, right, stage] = [0, 0, ""];

  function single(isOther) {
    const place = isOther ? right++ : left++;
    const step = (isOther ? after : before)[place];
    const twin = isOther ? before[back.get(place)] : after[pairs.get(place)];
    stage = step.stage;
    columns.push({
      stage,
      [isOther ? "other" : "one"]: step,
      change: twin ? "moved" : isOther ? "new" : "gone",
      elsewhere: twin?.number,
      differs: twin && isOther ? differences(twin, step, people) : [],
    });
  }

  [...inPlace(before, after, pairs), [before.length, after.length]].forEach(([end, there]) => {
    while (left < end || right < there) {
      const one = left < end ? before[left].stage : undefined;
      const other = right < there ? after[right].stage : undefined;
      const isLater = after.slice(right + 1, there).some((step) => step.stage === one);
      const isMine = one !== undefined && (other === undefined || other === one || one === stage || (other !== stage && !isLater));
      single(!isMine);
    }
    if (end === before.length) return;
    const differs = differences(before[end], after[there], people);
    stage = before[end].stage;
    columns.push({ stage, one: before[end], other: after[there], change: differs.length ? "changed" : "same", differs });
    [left, right] = [end + 1, there + 1];
  });
  return columns;
}
