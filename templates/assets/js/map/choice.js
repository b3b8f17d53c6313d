/* What a reader chose before; it holds for all maps of the site. Lanes that an atlas hides are kept where a reader shows
   them, others where a reader hides them. */
const HIDDEN = "journeys-hidden-lanes";
const SHOWN = "journeys-shown-lanes";
const PRESET = "journeys-map-preset";

function stored(key) {
  try {
    return listOf(localStorage.getItem(key));
  } catch {
    return [];
  }
}

function keep(key, values) {
  try {
    localStorage.setItem(key, values.join(","));
  } catch {
    /* A browser that keeps nothing shows the map all the same. */
  }
}

/* Keeps which lanes of this map are in a list; those of other maps stay in it. */
function keepLanes(map, key, lanes) {
  const here = lanesOf(map);
  keep(key, [...stored(key).filter((lane) => !here.includes(lane)), ...lanes]);
}

/* The lanes that a preset leaves out as long as nobody chooses: those that the atlas hides, or all that are not its own. */
function usualLanes(map, preset) {
  if (preset === STANDARD) return listOf(map.dataset.hidden);
  const own = listOf(presetButton(map, preset).dataset.lanes);
  return lanesOf(map).filter((lane) => !own.includes(lane));
}

/* The reader's own choice where there is one. Only the standard preset keeps it; the others are what they are. */
function chosenLanes(map, preset) {
  const usual = usualLanes(map, preset);
  if (preset !== STANDARD) return usual;
  const shown = stored(SHOWN);
  const hidden = stored(HIDDEN).filter((lane) => lanesOf(map).includes(lane) && !usual.includes(lane));
  return [...hidden, ...usual.filter((lane) => !shown.includes(lane))];
}

function keepChoice(map) {
  const { preset, hidden } = stateOf(map);
  keep(PRESET, [preset]);
  if (preset !== STANDARD) return;
  const usual = usualLanes(map, preset);
  keepLanes(map, HIDDEN, hidden.filter((lane) => !usual.includes(lane)));
  keepLanes(map, SHOWN, usual.filter((lane) => !hidden.includes(lane)));
}
