/* Which columns of a map are in view, and how to get to others: by share of the whole, by stage, by a link. */
const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");

/* Shares of the width of all columns: where the view begins, and how much of them it shows. */
function inView(map) {
  const box = boxOf(map);
  const lane = tableOf(map).querySelector(".journeys-corner").getBoundingClientRect().width;
  const whole = tableOf(map).getBoundingClientRect().width - lane;
  return { whole, from: Math.abs(box.scrollLeft) / whole, size: Math.min(1, (box.clientWidth - lane) / whole) };
}

function moveTo(map, share, behavior = motion()) {
  const left = share * inView(map).whole;
  boxOf(map).scrollTo({ left: isRightToLeft(map) ? -left : left, behavior });
}

/* The share at which each stage begins. */
function stageStarts(map) {
  const steps = stepsOf(map);
  let before = 0;
  return stagesOf(map).map((stage) => {
    const start = before / steps;
    before += stage.colSpan;
    return start;
  });
}

/* The stage that the reader went to, else the one at the beginning of the view. */
function currentStage(map) {
  const { stage } = stateOf(map);
  if (stage !== null) return stage;
  if (isStory(map)) return currentChapter(map);
  const half = 0.5 / stepsOf(map);
  return stageStarts(map).filter((start) => start <= inView(map).from + half).length - 1;
}

/* The chapter of the story at the head of the window. */
function currentChapter(map) {
  const top = siteHeader() + EDGE;
  return Math.max(0, chaptersOf(map).filter((chapter) => chapter.getBoundingClientRect().top <= top).length - 1);
}

function goToStage(map, number) {
  const stages = stagesOf(map);
  const stage = Math.max(0, Math.min(stages.length - 1, number));
  stateOf(map).stage = stage;
  if (isStory(map)) chaptersOf(map)[stage].scrollIntoView({ behavior: motion() });
  else moveTo(map, stageStarts(map)[stage]);
  writeAnchor((isStory(map) ? chaptersOf(map) : stages)[stage].id);
  showStage(map);
  const status = part(map, "status");
  status.textContent = filled(status.dataset.words, stage + 1, stages.length, stageName(stages[stage]));
}

const stageName = (stage) => stage.querySelector("b").textContent;

/* Marks the stage that the reader went to, and names the one in view. */
function showStage(map) {
  const { stage } = stateOf(map);
  stagesOf(map).forEach((head, number) => head.classList.toggle("journeys-current", number === stage));
  part(map, "stage").value = currentStage(map);
}

function wireStages(map) {
  const stages = stagesOf(map);
  const choice = part(map, "stage");
  stages.forEach((stage, number) => choice.append(new Option(`${number + 1}. ${stageName(stage)}`, number)));
  choice.parentElement.hidden = stages.length < 2;
  choice.addEventListener("change", () => goToStage(map, Number(choice.value)));
  ["wheel", "pointerdown", "touchstart", "keydown"].forEach((name) => {
    const forget = () => (stateOf(map).stage = null);
    [boxOf(map), storyOf(map)].forEach((each) => each.addEventListener(name, forget, { passive: true }));
  });
}

/* The head or the card of a step or a stage that the address leads to. */
function targetIn(map) {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return target && map.contains(target) ? target : null;
}

/* Shows a head at the beginning of the view; on the page the map is scrolled to its top, where its heads are at home. */
function reveal(map, target) {
  if (isStory(map)) return target.scrollIntoView({ behavior: "instant" });
  const lane = tableOf(map).querySelector(".journeys-corner").getBoundingClientRect();
  const box = boxOf(map);
  const rect = target.getBoundingClientRect();
  box.scrollLeft += isRightToLeft(map) ? rect.right - lane.left : rect.left - lane.right;
  if (isFull(map)) return;
  const top = box.getBoundingClientRect().top - siteHeader();
  if (top < 0) scrollBy({ top: top - EDGE, behavior: "instant" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href*='#']");
  if (!link || link.pathname !== location.pathname) return;
  requestAnimationFrame(() => startedMaps().forEach((map) => {
    const target = targetIn(map);
    if (target && link.hash === location.hash) reveal(map, target);
  }));
});
