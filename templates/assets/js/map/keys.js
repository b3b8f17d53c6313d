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
