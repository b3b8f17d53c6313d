/* Starts each map of a page: its state comes from the address, else from what the reader chose before, else from the atlas. */
const states = new WeakMap();
const stateOf = (map) => states.get(map);
const startedMaps = () => [...document.querySelectorAll("[data-journeys-map]")].filter((map) => states.has(map));

/* A state is the view, the preset, the ids of hidden lanes, whether the map fits its width, and the stage that the reader went to. */
function opening(map, address) {
  const isShared = address.preset !== null || address.hide !== null;
  const view = openingView(address);
  const isNarrow = SMALL.matches && view === AS_STORY;
  const preset = isNarrow ? STANDARD : knownPreset(map, isShared ? address.preset : stored(PRESET)[0]);
  const stage = stagesOf(map).indexOf(targetIn(map));
  const usual = isShared && preset !== STANDARD ? usualLanes(map, preset) : chosenLanes(map, preset);
  return { view, preset, hidden: address.hide || usual, fit: address.fit && !isNarrow, stage: stage < 0 ? null : stage };
}

function change(map, next) {
  Object.assign(stateOf(map), next);
  draw(map);
  if (next.hidden) keepChoice(map);
  writeAddress(map);
}

function draw(map) {
  showView(map);
  showPreset(map);
  showLanes(map);
  measure(map);
}

/* What depends on sizes. */
function measure(map) {
  map.style.setProperty("--head-top", `${siteHeader()}px`);
  if (!isStory(map)) [fitColumns, placeHead, showWindow].forEach((each) => each(map));
  showStage(map);
}

function wire(map) {
  [wireView, wireLanes, wirePresets, wireStages, wireOverview, wireFull, wirePeople, wireKeys, wireLink].forEach((each) => each(map));
  boxOf(map).addEventListener("scroll", () => {
    if (isStory(map)) return;
    showWindow(map);
    showStage(map);
  }, { passive: true });
  const sizes = new ResizeObserver(() => measure(map));
  [boxOf(map), tableOf(map)].forEach((each) => sizes.observe(each));
}

function start(map) {
  if (states.has(map)) return;
  const address = readAddress();
  part(map, "controls").hidden = false;
  writeSwitches(map);
  states.set(map, opening(map, address));
  wire(map);
  draw(map);
  if (address.full && !isStory(map)) fillWindow(map);
  const target = targetIn(map);
  if (target) reveal(map, target);
}

function startAll() {
  setAround(fullMap());
  document.querySelectorAll("[data-journeys-map]").forEach(start);
}

if (window.document$?.subscribe) window.document$.subscribe(startAll);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
else startAll();
