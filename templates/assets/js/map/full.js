/* The map on the whole screen, or in the whole window where a browser has no full screen to give. */
const FILLS = "journeys-fills-screen";

const isFull = (map) => document.fullscreenElement === map || map.classList.contains(FILLS);
const fullMap = () => [...document.querySelectorAll("[data-journeys-map]")].find(isFull);

function fillWindow(map) {
  map.classList.add(FILLS);
  shown(map);
}

function enter(map) {
  if (!map.requestFullscreen) return fillWindow(map);
  return map.requestFullscreen().catch(() => fillWindow(map));
}

function leave(map) {
  const filled = map.classList.contains(FILLS);
  map.classList.remove(FILLS);
  if (document.fullscreenElement) document.exitFullscreen();
  if (filled) shown(map);
}

/* What is around a map that fills the screen can be neither seen nor reached. */
let around = [];

function setAround(map) {
  around.forEach((each) => (each.inert = false));
  around = [];
  for (let each = map; each && each !== document.body; each = each.parentElement) {
    around.push(...[...each.parentElement.children].filter((other) => other !== each && !other.inert));
  }
  around.forEach((each) => (each.inert = true));
}

/* After the map came to fill the screen, or left it: its keys work at once, and the button has the focus again. */
function shown(map) {
  const full = isFull(map);
  const button = part(map, "full");
  const words = button.dataset.leave;
  if (full === (button.getAttribute("aria-pressed") === "true")) return;
  button.setAttribute("aria-pressed", String(full));
  button.dataset.leave = button.textContent;
  button.textContent = words;
  setAround(full && map);
  (full ? boxOf(map) : button).focus({ preventScroll: full });
  measure(map);
  writeAddress(map);
}

function wireFull(map) {
  part(map, "full").addEventListener("click", () => (isFull(map) ? leave(map) : enter(map)));
  map.addEventListener("fullscreenchange", () => shown(map));
}

/* Keys of a map that fills the screen; those for its fit and for help also work where the focus is inside the map. */
const INSIDE = { f: toggleFit, "?": showKeys };
const STAGES = { ArrowRight: 1, ArrowLeft: -1 };

function showKeys(map) {
  part(map, "keys").showModal();
}

function pressed(event) {
  const full = fullMap();
  const map = full || event.target.closest?.("[data-journeys-map]");
  if (!map || !states.has(map) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea, [role=slider], dialog *")) return;
  const step = full && !event.shiftKey && STAGES[event.key];
  if (step) goToStage(map, currentStage(map) + (isRightToLeft(map) ? -step : step));
  else if (INSIDE[event.key]) INSIDE[event.key](map);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/* Before the theme sees the keys, which opens its search by some of them. */
document.addEventListener("keydown", pressed, true);
document.addEventListener("keydown", (event) => {
  const map = event.key === "Escape" && !event.defaultPrevented && fullMap();
  if (map && map.classList.contains(FILLS) && !part(map, "keys").open) leave(map);
});

function wireKeys(map) {
  part(map, "help").addEventListener("click", () => showKeys(map));
}
