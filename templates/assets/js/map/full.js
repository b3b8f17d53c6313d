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

/* After the map came to fill the screen, or left it: its keys work at once, and the button has the focus again. */
function shown(map) {
  const full = isFull(map);
  const button = part(map, "full");
  const words = button.dataset.leave;
  if (full === (button.getAttribute("aria-pressed") === "true")) return;
  button.setAttribute("aria-pressed", String(full));
  button.dataset.leave = button.textContent;
  button.textContent = words;
  (full ? boxOf(map) : button).focus({ preventScroll: full });
  measure(map);
  writeAddress(map);
}

function wireFull(map) {
  part(map, "full").addEventListener("click", () => (isFull(map) ? leave(map) : enter(map)));
  map.addEventListener("fullscreenchange", () => shown(map));
}
