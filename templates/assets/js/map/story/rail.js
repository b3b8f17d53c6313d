/* The curve of a story: a vertical line at the beginning of the cards, with the faces of the map's curve. */
const SVG = "http://www.w3.org/2000/svg";
const MIDDLE = 50;

function shape(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

/* The feelings at a column: whose (none for the only person), where between the worst and the best in percent, and the drawing. */
function feelingsAt(map, column) {
  const curve = boxOf(map).querySelector(".journeys-curve");
  if (!curve) return [];
  const { width, height } = curve.viewBox.baseVal;
  const isHere = (x) => Math.floor((x / width) * stepsOf(map)) === column;
  const known = [...curve.querySelectorAll("use")].filter((use) => isHere(use.x.baseVal.value)).map((use) => ({
    actor: use.parentElement.dataset.actor,
    share: 100 - (use.y.baseVal.value / height) * 100,
    drawing: curve.querySelector(`[id="${use.getAttribute("xlink:href").slice(1)}"]`),
  }));
  const unknown = [...curve.querySelectorAll(".journeys-unknown")].filter((mark) => isHere(mark.transform.baseVal[0].matrix.e));
  return [...known, ...unknown.map((drawing) => ({ share: MIDDLE, drawing, isUnknown: true }))];
}

/* Faces that would cover each other stand one below the other. */
function facesOf(feelings, isMoment) {
  return feelings.map(({ actor, share, drawing }, number) => {
    const copy = drawing.cloneNode(true);
    copy.removeAttribute("id");
    copy.removeAttribute("transform");
    const ring = isMoment ? [shape("circle", { class: "journeys-moment", r: 22 })] : [];
    const face = shape("svg", { class: "journeys-face", viewBox: "-24 -24 48 48", "aria-hidden": true }, ...ring, copy);
    const above = feelings.slice(0, number).filter((other) => Math.abs(other.share - share) < MIDDLE).length;
    face.style.insetInlineStart = `${share}%`;
    face.style.top = `${above * 44}px`;
    if (actor !== undefined) face.dataset.actor = actor;
    return face;
  });
}

/* A line for each person from one step to the next, cut where the card of the first ends: no line leads from path to path. */
function linesBetween(map, column, half) {
  if (column < 0 || column + 1 >= stepsOf(map)) return [];
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
  const faces = element("div", "journeys-rail-faces", ...facesOf(feelingsAt(map, column), isMoment));
  return [drawn("to", linesBetween(map, column - 1, true)), drawn("from", linesBetween(map, column, false)), faces];
}
