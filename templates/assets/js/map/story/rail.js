/* The curve of a story: a vertical line at the beginning of the cards, with the faces of the map's curve. */
const SVG = "http://www.w3.org/2000/svg";
const MIDDLE = 50;

function shape(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

const isApart = (map) => Boolean(boxOf(map).querySelector(".journeys-feels-apart"));

/* Where something of a curve is, seen from a column: between the worst and the best in percent, and how far along the column. */
function placeAt(map, curve, column, x, y) {
  const { width, height } = curve.viewBox.baseVal;
  const along = (x / width) * stepsOf(map) - column;
  return { share: 100 - (y / height) * 100, along, isHere: along >= 0 && along < 1 };
}

/* Many people have a curve each, without faces: their initials stand for them. */
function initialsAt(map, column) {
  return [...boxOf(map).querySelectorAll(".journeys-thin")].flatMap((thin) => {
    const curve = thin.querySelector("svg");
    const place = (dot) => placeAt(map, curve, column, dot.cx.baseVal.value, dot.cy.baseVal.value);
    const dot = [...curve.querySelectorAll("circle")].find((each) => place(each).isHere);
    if (!dot) return [];
    const drawing = shape("g", { class: curve.querySelector("g").getAttribute("class") },
      shape("circle", { class: dot.getAttribute("class"), r: 20 }), shape("text", { y: 6 }, thin.querySelector(".journeys-actor").textContent));
    return [{ actor: thin.dataset.actor, share: place(dot).share, drawing }];
  });
}

/* The feelings at a column: whose (none for the only person), where between the worst and the best in percent, and the drawing. */
function feelingsAt(map, column) {
  if (isApart(map)) return initialsAt(map, column);
  const curve = boxOf(map).querySelector(".journeys-curve");
  if (!curve) return [];
  const place = (x, y) => placeAt(map, curve, column, x, y);
  const known = [...curve.querySelectorAll("use")].filter((use) => place(use.x.baseVal.value, 0).isHere).map((use) => ({
    actor: use.parentElement.dataset.actor,
    share: place(0, use.y.baseVal.value).share,
    drawing: curve.querySelector(`[id="${use.getAttribute("xlink:href").slice(1)}"]`),
  }));
  const unknown = [...curve.querySelectorAll(".journeys-unknown")].filter((mark) => place(mark.transform.baseVal[0].matrix.e, 0).isHere);
  return [...known, ...unknown.map((drawing) => ({ share: MIDDLE, drawing, isUnknown: true }))];
}

/* How it felt on other days: a hollow dot for each of its steps that falls here. */
function ghostsAt(map, column) {
  const curve = boxOf(map).querySelector(".journeys-curve");
  return [...boxOf(map).querySelectorAll(".journeys-ghost-dot")].flatMap((dot) => {
    const { share, along, isHere } = placeAt(map, curve, column, dot.cx.baseVal.value, dot.cy.baseVal.value);
    if (!isHere) return [];
    const series = dot.parentElement.cloneNode(false);
    series.append(shape("circle", { class: "journeys-ghost-dot", r: 6 }));
    const ghost = shape("svg", { class: "journeys-face journeys-ghosts", viewBox: "-24 -24 48 48" }, series);
    ghost.style.insetInlineStart = `${share}%`;
    ghost.style.top = `${(along - 0.5) * 60}px`;
    return [ghost];
  });
}

/* Faces that would cover each other stand one below the other. */
function facesOf(feelings, isMoment, size) {
  const rows = [];
  return feelings.map(({ actor, share, drawing }) => {
    const copy = drawing.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("transform");
    const ring = isMoment ? [shape("circle", { class: "journeys-moment", r: 22 })] : [];
    const face = shape("svg", { class: "journeys-face", viewBox: "-24 -24 48 48" }, ...ring, copy);
    const isTaken = (row) => rows.some((each, other) => each === row && Math.abs(feelings[other].share - share) < MIDDLE);
    let row = 0;
    while (isTaken(row)) row += 1;
    rows.push(row);
    face.style.insetInlineStart = `${share}%`;
    face.style.top = `${row * size}px`;
    if (actor !== undefined) face.dataset.actor = actor;
    return face;
  });
}

/* A line for each person from one step to the next, cut where the card of the first ends: no line leads from path to path. */
function linesBetween(map, column, half) {
  if (column < 0 || column + 1 >= stepsOf(map) || isApart(map)) return [];
  const [own, next] = [column, column + 1].map((each) => pathAt(map, each)?.[0]);
  if (own && next && own !== next) return [];
  const isAside = own || next || [column, column + 1].some((each) => stepHeads(map)[each].matches(".journeys-optional"));
  const after = feelingsAt(map, column + 1);
  return feelingsAt(map, column).flatMap((start) => {
    const end = after.find((other) => other.actor === start.actor);
    if (!end) return [];
    const cut = start.share + (end.share - start.share) * 0.85;
    const [from, to] = half ? [cut, end.share] : [start.share, cut];
    const line = start.isUnknown || end.isUnknown ? "journeys-gap" : "journeys-line";
    const owner = start.actor === undefined ? "" : `[data-actor="${start.actor}"]`;
    const series = shape("g", { class: boxOf(map).querySelector(`.journeys-series${owner}`).getAttribute("class") },
      shape("g", { class: isAside ? "journeys-aside" : "" }, shape("path", { class: line, d: `M${from} 0C${from} 50 ${to} 50 ${to} 100` })));
    if (start.actor !== undefined) series.dataset.actor = start.actor;
    return [series];
  });
}

/* The lines that come to a step and that leave it, and its faces. */
function railOf(map, column) {
  const drawn = (name, lines) =>
    shape("svg", { class: `journeys-rail journeys-rail-${name}`, viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": true }, ...lines);
  const isMoment = Boolean(stepHeads(map)[column].querySelector(".journeys-truth"));
  const size = isApart(map) ? 30 : 44;
  const faces = element("div", `journeys-rail-faces${isApart(map) ? " journeys-rail-many" : ""}`,
    ...ghostsAt(map, column), ...facesOf(feelingsAt(map, column), isMoment, size));
  faces.setAttribute("aria-hidden", true);
  return [drawn("to", linesBetween(map, column - 1, true)), drawn("from", linesBetween(map, column, false)), faces];
}
