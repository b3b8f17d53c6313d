/* Presets of lanes and column widths, and the map that fits its width. */
const STANDARD = "standard";
const NARROWEST = 96;
const NARROW = 130;
const FAR = 0.6;

const presetButtons = (map) => [...part(map, "presets").querySelectorAll("button")];
const presetButton = (map, preset) => presetButtons(map).find((button) => button.value === preset);

/* What links of earlier versions call a preset. */
const FORMER = { story: "short" };

/* A preset of this map; the standard one for what it does not have. */
function knownPreset(map, wanted) {
  const preset = FORMER[wanted] || wanted;
  return presetButton(map, preset) ? preset : STANDARD;
}

function showPreset(map) {
  const { preset, fit } = stateOf(map);
  map.dataset.preset = preset;
  presetButtons(map).forEach((button) => button.setAttribute("aria-pressed", String(button.value === preset)));
  part(map, "fit").setAttribute("aria-pressed", String(fit));
}

/* Columns shrink until they are as narrow as those of a map in short; where that is not enough, the whole map does. */
function fitColumns(map) {
  const { fit } = stateOf(map);
  const style = getComputedStyle(map);
  const [lane, usual] = ["--lane", "--column"].map((name) => parseFloat(style.getPropertyValue(name)));
  const room = boxOf(map).clientWidth;
  const steps = stepsOf(map);
  const column = Math.min(usual, Math.max(NARROWEST, Math.floor((room - lane) / steps)));
  const scale = Math.min(1, room / (lane + column * steps));
  map.classList.toggle("journeys-fitted", fit);
  map.classList.toggle("journeys-slim", (fit ? column : usual) < NARROW);
  map.classList.toggle("journeys-far", fit && scale < FAR);
  map.style.setProperty("--fitted-column", `${column}px`);
  map.style.setProperty("--fitted-scale", scale);
}

function toggleFit(map) {
  if (!isStory(map)) change(map, { fit: !stateOf(map).fit });
}

function choosePreset(map, preset) {
  change(map, { preset, hidden: chosenLanes(map, preset) });
  if (preset !== STANDARD) showBehind(map);
}

/* Brings the line of visibility of a blueprint into the upper part of the screen, with what stands behind it. */
function showBehind(map) {
  const line = tableOf(map).querySelector(".journeys-boundary-visibility:not([hidden])");
  if (!line || line.getBoundingClientRect().top < innerHeight * 0.66) return;
  line.scrollIntoView({ block: "center", inline: "nearest", behavior: motion() });
}

function wirePresets(map) {
  presetButtons(map).forEach((button) => button.addEventListener("click", () => choosePreset(map, button.value)));
  part(map, "fit").addEventListener("click", () => toggleFit(map));
}
