/* On a small screen a map is read as a story: a card for each step, one below the other, made of the columns of the table. */
const OPEN_LANES = ["pictures", "feels", "touchpoint", "thinks", "says", "pains", "gains", "next"];
const SERVICE = ["team", "frontstage", "backstage", "support", "systems", "policy"];
const OF_STAGES = ".journeys-about, .journeys-takes, .journeys-reached";
const OF_STEPS = `${LANE}:not(.journeys-feels, ${OF_STAGES})`;

const storyOf = (map) => part(map, "story");
const stepHeads = (map) => [...boxOf(map).querySelectorAll(".journeys-steps [scope=col]")];
const chaptersOf = (map) => [...storyOf(map).querySelectorAll(".journeys-chapter")];
const isEmpty = (cell) => !cell || (!cell.textContent.trim() && !cell.querySelector("img, svg"));
const laneName = (map, lane) => boxesOf(map).find((box) => box.value === lane).parentElement.textContent.trim();

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter(Boolean));
  return made;
}

/* A copy of what stands in a cell, or of a part of it, without ids. */
function contentOf(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll("[id]").forEach((each) => each.removeAttribute("id"));
  return [...copy.childNodes];
}

/* What a preview marks at a head, before its own words. */
const marksOf = (head) => contentOf(head).filter((node) => node.nodeName !== "DIV");

/* The cell of a row at a column; it may begin before and end after it. */
function cellAt(row, column) {
  let end = 0;
  return row && [...row.children].filter((cell) => !cell.matches(HEADS)).find((cell) => (end += cell.colSpan) > column);
}

const beginsAt = (row, column) => column === 0 || cellAt(row, column) !== cellAt(row, column - 1);

/* What lanes say at a column, under their names; rows of one lane are one entry. */
function entriesAt(map, rows, column) {
  const entries = new Map();
  rows.forEach((row) => {
    const cell = cellAt(row, column);
    if (isEmpty(cell)) return;
    const { lane } = row.dataset;
    if (!entries.has(lane)) {
      const entry = element("div", row.className, element("dt", "", laneName(map, lane)), element("dd", ""));
      entry.dataset.lane = lane;
      entries.set(lane, entry);
    }
    entries.get(lane).lastChild.append(...contentOf(cell));
  });
  entries.get("team")?.querySelectorAll("i").forEach((arrow) => arrow.remove());
  return entries;
}

const listed = (entries) => (entries.length ? element("dl", "", ...entries) : null);

function folded(words, entries) {
  return entries.length ? element("details", "journeys-twin", element("summary", "", words), listed(entries)) : null;
}

/* The path that a step belongs to: its letter and its name, and nothing for a step of all. */
function pathAt(map, column) {
  const cell = cellAt(boxOf(map).querySelector(".journeys-paths"), column);
  return isEmpty(cell) ? null : [cell.querySelector("i").textContent, cell.querySelector("span").textContent];
}

/* Who is not on this step, in words, before what its head says of when it happens. */
function whoTakes(map, column) {
  const { path, optional } = storyOf(map).dataset;
  const own = pathAt(map, column);
  if (own) return element("span", "journeys-some", filled(path, ...own));
  return stepHeads(map)[column].matches(".journeys-optional") && element("span", "journeys-some", optional);
}

function cardOf(map, rows, column) {
  const head = stepHeads(map)[column];
  const words = storyOf(map).dataset;
  const [number, name, ...rest] = contentOf(head.querySelector("div"));
  const entries = entriesAt(map, rows, column);
  const of = (lanes) => lanes.filter((lane) => entries.has(lane)).map((lane) => entries.get(lane));
  const others = [...entries.keys()].filter((lane) => !OPEN_LANES.includes(lane) && !SERVICE.includes(lane));
  return element("div", "journeys-scene-card", ...marksOf(head), element("h4", "", number, " ", name),
    element("p", "journeys-about-step", whoTakes(map, column), ...rest),
    listed(of(OPEN_LANES)), folded(words.more, of(others)), folded(words.service, of(SERVICE)));
}

/* What stands between a step and the one before: a hand-off, or the beginning of a part of the stage. */
function dividersAt(map, column) {
  const [teams, parts] = [".journeys-teams", ".journeys-parts"].map((name) => {
    const row = boxOf(map).querySelector(name);
    return row && beginsAt(row, column) ? cellAt(row, column) : null;
  });
  const handoff = teams?.querySelector("i[title]");
  return [
    handoff && element("p", "journeys-hands-over", handoff.title),
    !isEmpty(parts) && element("p", "journeys-part-of-stage", parts.textContent.trim()),
  ];
}

function stepOf(map, rows, column) {
  const step = element("li", stepHeads(map)[column].className, element("div", "journeys-before", ...dividersAt(map, column)));
  step.classList.add("journeys-scene");
  step.append(...railOf(map, column), cardOf(map, rows, column));
  return step;
}

function chapterOf(map, stage, column) {
  const [ofStage, ofSteps] = [OF_STAGES, OF_STEPS].map((rows) => [...boxOf(map).querySelectorAll(rows)]);
  const head = element("h3", "", ...contentOf(stage.querySelector(".journeys-stage-words")));
  const about = listed([...entriesAt(map, ofStage, column).values()]);
  const steps = element("ol", "journeys-scenes", ...Array.from({ length: stage.colSpan }, (_, n) => stepOf(map, ofSteps, column + n)));
  steps.start = column + 1;
  const chapter = element("section", `journeys-chapter ${stage.className}`, head, ...marksOf(stage), about, steps);
  chapter.classList.remove("journeys-stage");
  return chapter;
}

function writeStory(map) {
  let column = 0;
  stagesOf(map).forEach((stage) => {
    storyOf(map).append(chapterOf(map, stage, column));
    column += stage.colSpan;
  });
}
