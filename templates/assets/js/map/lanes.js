/* The menu of lanes: a switch for each, and a button that brings all of them back. */
const menuOf = (map) => part(map, "lanes");
const boxesOf = (map) => [...menuOf(map).querySelectorAll("input")];
const lanesOf = (map) => boxesOf(map).map((box) => box.value);

/* A switch for each lane of the table, under the name that stands before it. */
function writeSwitches(map) {
  const switches = menuOf(map).querySelector("fieldset");
  boxOf(map).querySelectorAll(`${LANE} > th:first-child`).forEach((head) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = head.parentElement.dataset.lane;
    label.append(box, ` ${head.querySelector("b").textContent}`);
    switches.append(label);
  });
}

function showLanes(map) {
  const { hidden } = stateOf(map);
  map.querySelectorAll(LANE).forEach((row) => (row.hidden = hidden.includes(row.dataset.lane)));
  boxesOf(map).forEach((box) => (box.checked = !hidden.includes(box.value)));
  map.querySelectorAll(".journeys-boundary").forEach(showLine);
  tellHidden(map);
}

/* Says how many lanes are hidden, and on paper which. */
function tellHidden(map) {
  const names = boxesOf(map).filter((box) => !box.checked).map((box) => box.parentElement.textContent.trim());
  const [count, list] = [part(map, "hidden-count"), part(map, "hidden-names")];
  count.textContent = names.length ? ` ${filled(count.dataset.words, names.length)}` : "";
  list.textContent = names.length ? filled(list.dataset.words, names.join(", ")) : "";
  part(map, "all").hidden = !names.length;
}

/* A line across the map goes when nothing stands behind it any more; what is beside the blueprint, and the funnel, does not. */
function showLine(line) {
  const isLast = line.classList.contains("journeys-boundary-besides");
  let seen = false;
  for (let row = line.nextElementSibling; row; row = row.nextElementSibling) {
    if (!isLast && row.matches(".journeys-boundary-besides, .journeys-reached")) break;
    seen ||= row.dataset.lane !== undefined && !row.hidden;
  }
  line.hidden = !seen;
}

/* Opens the menu where there is more room for it, below the button or above, and never beyond the screen on any side. */
function placeMenu(map) {
  const menu = menuOf(map);
  const [button, switches] = [menu.querySelector("summary"), menu.querySelector("fieldset")];
  switches.style.cssText = "";
  menu.classList.remove("journeys-opens-up");
  if (!menu.open) return;
  const { top, bottom } = button.getBoundingClientRect();
  const [above, below] = [top - siteHeader(), innerHeight - bottom];
  const opensUp = below < switches.offsetHeight + EDGE && above > below;
  menu.classList.toggle("journeys-opens-up", opensUp);
  switches.style.maxHeight = `${Math.max(120, (opensUp ? above : below) - EDGE)}px`;
  const { left, right } = switches.getBoundingClientRect();
  switches.style.translate = `${Math.max(8 - left, Math.min(0, innerWidth - 8 - right))}px`;
}
const EDGE = 16;

function wireLanes(map) {
  const menu = menuOf(map);
  const summary = menu.querySelector("summary");
  menu.addEventListener("change", () => {
    change(map, { hidden: boxesOf(map).filter((box) => !box.checked).map((box) => box.value) });
  });
  menu.addEventListener("toggle", () => placeMenu(map));
  part(map, "all").addEventListener("click", () => {
    change(map, { preset: STANDARD, hidden: [] });
    summary.focus();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
