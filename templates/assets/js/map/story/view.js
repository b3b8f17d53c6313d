/* Whether a map is shown as a story or as the wide table. Only small screens have the story; there it is as usual. */
const SMALL = matchMedia("(max-width: 599.98px)");
const VIEW = "journeys-map-view";
const [AS_STORY, AS_MAP] = ["story", "map"];

const isStory = (map) => SMALL.matches && stateOf(map).view === AS_STORY;

/* A link to a preset, to the fit or to the full screen means the table; else the reader's own choice holds. */
function openingView({ view, preset, fit, full }) {
  if (view) return view === AS_MAP ? AS_MAP : AS_STORY;
  return preset !== null || fit || full || stored(VIEW)[0] === AS_MAP ? AS_MAP : AS_STORY;
}

function showView(map) {
  const story = isStory(map);
  const button = part(map, "view");
  if (story && !storyOf(map).firstChild) writeStory(map);
  map.classList.toggle("journeys-as-story", story);
  button.textContent = story ? button.dataset.asMap : button.dataset.asStory;
  moveIds(map, story);
}

/* The addresses of steps and stages lead to what is shown: the ids stand there. */
function moveIds(map, story) {
  const heads = [...stagesOf(map), ...stepHeads(map)];
  const scenes = [...chaptersOf(map), ...storyOf(map).querySelectorAll(".journeys-scene")];
  scenes.forEach((scene, number) => {
    const [from, to] = story ? [heads[number], scene] : [scene, heads[number]];
    if (!from.id) return;
    to.id = from.id;
    from.removeAttribute("id");
  });
}

function wireView(map) {
  part(map, "view").addEventListener("click", () => {
    const view = isStory(map) ? AS_MAP : AS_STORY;
    keep(VIEW, [view]);
    change(map, { view, preset: STANDARD, hidden: chosenLanes(map, STANDARD), fit: false });
  });
}

SMALL.addEventListener("change", () => startedMaps().forEach((map) => {
  states.set(map, opening(map, readAddress()));
  draw(map);
}));

addEventListener("scroll", () => startedMaps().filter(isStory).forEach(showStage), { passive: true });
