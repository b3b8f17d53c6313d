/* Before printing, a map with many steps is cut into strips that fit a page; afterwards the map is whole again. */
const STEPS_A_STRIP = 9;
const XLINK = "http://www.w3.org/1999/xlink";

/* Takes the columns outside from..to away; cells over several columns shrink to what is left of them. */
function cutRow(row, from, to) {
  let column = 0;
  [...row.children].forEach((cell) => {
    if (cell.matches(HEADS)) return;
    const left = Math.max(column, from);
    const right = Math.min(column + cell.colSpan, to);
    column += cell.colSpan;
    if (right <= left) cell.remove();
    else cell.colSpan = right - left;
  });
}

function cutCurve(strip, from, to, columns) {
  strip.querySelectorAll(".journeys-curve").forEach((curve) => {
    const box = curve.viewBox.baseVal;
    const width = box.width / columns;
    curve.setAttribute("viewBox", [from * width, 0, (to - from) * width, box.height].join(" "));
    curve.removeAttribute("width");
    curve.removeAttribute("height");
  });
}

/* Where the strips of a map begin: as few as fit, cut between stages wherever that takes no strip more. */
function startsOf(map, columns) {
  const borders = [];
  stagesOf(map).reduce((at, stage) => borders[borders.push(at + stage.colSpan) - 1], 0);
  const starts = [0];
  for (let strips = Math.ceil(columns / STEPS_A_STRIP); strips > 1; strips -= 1) {
    const from = starts[starts.length - 1];
    const even = from + Math.ceil((columns - from) / strips);
    const fits = (at) => at > from && at <= from + STEPS_A_STRIP && columns - at <= (strips - 1) * STEPS_A_STRIP;
    const near = borders.filter(fits).sort((a, b) => Math.abs(a - even) - Math.abs(b - even));
    starts.push(near.length ? near[0] : even);
  }
  return starts;
}

/* Ids stand once on a page: what the curve refers to gets another. */
function withOwnIds(strip, mark) {
  strip.querySelectorAll("svg [id]").forEach((each) => {
    const old = each.id;
    each.id = old + mark;
    strip.querySelectorAll(`[aria-labelledby="${old}"]`).forEach((user) => user.setAttribute("aria-labelledby", each.id));
    strip.querySelectorAll(`[fill="url(#${old})"]`).forEach((user) => user.setAttribute("fill", `url(#${each.id})`));
    strip.querySelectorAll("use").forEach((user) => {
      if (user.getAttribute("xlink:href") === `#${old}`) user.setAttributeNS(XLINK, "xlink:href", `#${each.id}`);
    });
  });
  return strip;
}

function cut(map, from, to, columns) {
  const strip = withOwnIds(boxOf(map).cloneNode(true), `-from-${from}`);
  strip.classList.add("journeys-strip");
  strip.querySelectorAll("colgroup").forEach((group) => group.remove());
  strip.querySelectorAll("tr:not(.journeys-boundary)").forEach((row) => cutRow(row, from, to));
  strip.querySelectorAll("[data-lane]").forEach((row) => { if ([...row.querySelectorAll("td")].every(isEmpty)) row.remove(); });
  strip.querySelectorAll(".journeys-boundary th").forEach((head) => (head.colSpan = to - from + 1));
  cutCurve(strip, from, to, columns);
  strip.querySelectorAll("th[id]").forEach((head) => { if (map.querySelector(`.journeys-strip #${head.id}`)) head.removeAttribute("id"); });
  return strip;
}

const AWAY = "-on-screen";

/* The addresses of stages and steps lead to the strips, of a story to the table. */
function cutAll() {
  startedMaps().forEach((map) => {
    moveIds(map, false);
    const columns = stepsOf(map);
    if (columns <= STEPS_A_STRIP || map.querySelector(".journeys-strip")) return;
    const whole = boxOf(map);
    const starts = startsOf(map, columns);
    starts.forEach((from, number) => map.appendChild(cut(map, from, starts[number + 1] ?? columns, columns)));
    whole.querySelectorAll("th[id]").forEach((head) => (head.id += AWAY));
    whole.hidden = true;
  });
}

function makeWhole() {
  startedMaps().forEach((map) => {
    map.querySelectorAll(".journeys-strip").forEach((strip) => strip.remove());
    boxOf(map).hidden = false;
    boxOf(map).querySelectorAll("th[id]").forEach((head) => (head.id = head.id.replace(AWAY, "")));
    moveIds(map, isStory(map));
  });
}

addEventListener("beforeprint", cutAll);
addEventListener("afterprint", makeWhole);
