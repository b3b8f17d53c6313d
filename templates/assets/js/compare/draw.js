/* A comparison as the pages of pairs show it: the same elements with the same classes. All texts are set as text. */
const { el, onEach, remember, restore, written } = window.journeysCommon;
const [COLUMN, HEIGHT, TOP, REACH] = [160, 112, 16, 20];

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name === "href") made.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", value);
    else made.setAttribute(name, value);
  });
  made.append(...children);
  return made;
}

const joined = (parts, between) => parts.flatMap((part, n) => (n ? [between, part] : [part]));
const link = ([name, href]) => el("a", { href }, name);
const signed = (by, text) => (by ? `${by < 0 ? "−" : "+"}${text}` : text);
const language = () => document.documentElement.lang.replace("_", "-") || undefined;
const decimal = (number) => Math.abs(number).toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1, numberingSystem: "latn" });

/* The nearest level of an emotion, 1 (very negative) to 5. */
const levelOf = (emotion) => Math.sign(emotion) * Math.floor(Math.abs(emotion) + 0.5) + 3;
const tenths = (emotion) => (Math.sign(emotion) * Math.floor(Math.abs(emotion) * 10 + 0.5)) / 10;

/* An emotion in figures, with its colour; means have one decimal. */
function feeling(emotion, isMean) {
  const [shown, level] = [tenths(emotion), levelOf(emotion)];
  const look = level !== 3 || !shown ? level : emotion > 0 ? "above" : "below";
  const text = Number.isInteger(emotion) && !isMean ? String(Math.abs(emotion)) : decimal(shown);
  return el("b", { class: `journeys-feeling journeys-emotion-${look}` }, signed(shown, text));
}

/* The figures of both sides, one row each: [label, before, after, change]. */
function figureRows([before, after], said) {
  const rows = [];
  const [old, now] = [before.emotion, after.emotion];
  const isKnown = (emotion) => emotion !== null;
  const shown = (emotion) => (isKnown(emotion) ? feeling(emotion, true) : said.notKnown);
  if (isKnown(old) || isKnown(now)) {
    const isSame = isKnown(old) && isKnown(now) && tenths(old) === tenths(now);
    const change = isKnown(old) && isKnown(now) ? signed(now - old, decimal(tenths(now - old))) : said.unknown;
    rows.push([said.emotion, shown(old), shown(now), isSame ? "" : change]);
  }
  said.counted.forEach((label, n) => {
    const [few, many] = [before.counts[n], after.counts[n]];
    const by = many - few;
    if (few || many) rows.push([label, written(few), written(many), by && signed(by, written(Math.abs(by)))]);
  });
  if (before.time && after.time) {
    const [[low, high, time], [newLow, newHigh, newTime]] = [before.time, after.time];
    const isSame = low === newLow && high === newHigh;
    rows.push([said.time, time, newTime, isSame ? "" : newHigh < high ? said.shorter : said.longer]);
  }
  return rows;
}

function figuresTable(sides, said) {
  const { words } = said;
  const head = [words.one, words.other, words.change].map((word) => el("th", { scope: "col" }, word));
  const rows = figureRows(sides, said).map(([label, old, now, change]) =>
    el("tr", {}, el("th", { scope: "row" }, label), el("td", {}, old), el("td", {}, now), el("td", {}, change ? el("bdi", { dir: "ltr" }, change) : el("span", { class: "journeys-soft" }, said.same))));
  const caption = el("caption", { class: "journeys-sr" }, said.figures);
  return el("table", { class: "journeys-table journeys-tomorrow-figures" }, caption, el("thead", {}, el("tr", {}, el("td", {}), ...head)), el("tbody", {}, ...rows));
}

/* What becomes of each open pain over both sides: its id, with "gone", "kept" or "new". */
function painChanges(journeys, people) {
  const felt = journeys.map((journey, n) => new Set(stepsOf(journey, people[n]).flatMap((step) => step.pains || [])));
  const ids = journeys.map((journey, n) => Object.keys(journey.pains).filter((id) => felt[n].has(id)));
  const [gone, fresh] = [ids[0].filter((id) => !felt[1].has(id)), ids[1].filter((id) => !felt[0].has(id))];
  const kept = ids[1].filter((id) => felt[0].has(id));
  return [["gone", gone], ["kept", kept], ["new", fresh]];
}

function painBadge([name, href, score, band, words, isAssumed, notes]) {
  const look = `journeys-pain-badge journeys-band-${band}${isAssumed ? " journeys-pain-assumed" : ""}`;
  const shown = [el("b", { "aria-hidden": "true" }, String(score)), el("span", { class: "journeys-sr" }, words)];
  return el("a", { class: look, href }, el("span", {}, name), " ", ...shown, notes.length ? el("span", {}, ...joined(notes.map((note) => el("span", {}, note)), " ")) : "");
}

function painLists(changes, pains, said) {
  const lists = changes.filter(([, ids]) => ids.length).map(([change, ids]) =>
    el("div", {}, el("h2", {}, said.words.lists[change]), el("div", { class: "journeys-badges" }, ...ids.map((id) => painBadge(pains[id])))));
  return el("div", { class: "journeys-tomorrow-pains" }, ...lists);
}

/* The drawing that the columns show parts of: lines along the main ways, dots as strokes without a length. */
function curves(columns, people) {
  const height = (emotion) => TOP + Math.round((2 - emotion) * REACH);
  const places = (side, person) => columns.flatMap((column, n) => {
    const step = column[side];
    const felt = step?.felt[person] ?? null;
    return step ? [{ x: COLUMN * n + COLUMN / 2, y: felt === null ? undefined : height(felt), level: levelOf(felt), main: !step.aside }] : [];
  });
  const bend = (a, b) => `c${(b.x - a.x) / 2} 0 ${(b.x - a.x) / 2} ${b.y - a.y} ${b.x - a.x} ${b.y - a.y}`;
  const line = (dots) => {
    const main = dots.filter((dot) => dot.main);
    return main.map((dot, n) => {
      const next = main[n + 1];
      if (dot.y === undefined || next?.y === undefined) return "";
      return `${n && main[n - 1].y !== undefined ? "" : `M${dot.x} ${dot.y}`}${bend(dot, next)}`;
    }).join("");
  };
  const [one, other] = [places("one", people[0]), places("other", people[1])];
  const dot = ({ x, y }) => `M${x} ${y}h0`;
  const known = other.filter((place) => place.y !== undefined);
  return svg("g", { id: "pair-curves" },
    svg("path", { class: "journeys-neutral", d: `M0 ${height(0)}H${COLUMN * columns.length}` }),
    svg("path", { class: "journeys-pair-ghost", d: line(one) }),
    svg("path", { class: "journeys-pair-dots", d: one.filter((place) => place.y !== undefined).map(dot).join("") }),
    svg("path", { class: "journeys-pair-line", d: line(other) }),
    ...known.map((place) => svg("path", { class: `journeys-pair-mark journeys-emotion-${place.level}`, d: dot(place) })));
}

function stepCard(step) {
  if (!step) return [];
  const small = (step.notes || []).flatMap((note) => [" ", el("small", {}, note)]);
  return [el("span", { class: "journeys-pair-number" }, String(step.number)), " ", link([step.name, step.href]), ...small];
}

function felt(step, person) {
  const known = step?.felt[person] ?? null;
  return known === null ? "–" : feeling(known);
}

function columnRow(column, number, { people, pains, becomes, said }) {
  const { words } = said;
  const { one, other, change, elsewhere, differs } = column;
  const word = elsewhere ? (one ? words.left : words.right).replace("{number}", elsewhere) : words.steps[change];
  const parts = differs.map((part) => said.parts[part]).join(said.comma);
  const head = [el("b", { "aria-hidden": "true" }, words.signs[change]), ` ${word}`, ...(parts ? [" ", el("small", {}, parts)] : [])];
  const part = svg("svg", { class: "journeys-pair-curves", viewBox: `${COLUMN * number} 0 ${COLUMN} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, svg("use", { href: "#pair-curves" }));
  const emotions = el("span", {}, felt(one, people[0]), " ", el("i", { "aria-hidden": "true" }, "→"), " ", el("span", { class: "journeys-sr" }, words.other), " ", felt(other, people[1]));
  const hurts = [...new Set([...(one?.pains || []), ...(other?.pains || [])])].map((id) =>
    el("li", {}, link(pains[id]), " ", el("small", {}, words.pains[becomes.get(id)])));
  const cell = (label, name, ...inside) => el("td", { role: "cell", "data-label": label, class: `journeys-pair-${name}` }, ...inside);
  return el("tr", { role: "row", class: `journeys-pair-${change}` },
    el("th", { role: "rowheader", scope: "row" }, ...head),
    cell(words.one, "one", ...stepCard(one)),
    cell(said.felt, "felt", part, emotions),
    cell(words.other, "other", ...stepCard(other)),
    cell(said.pains, "pains", hurts.length ? el("ul", { class: "journeys-plain" }, ...hurts) : ""));
}

function stepsTable(columns, given) {
  const { said, stages } = given;
  const { words } = said;
  const heads = [words.change, words.one, said.felt, words.other, said.pains].map((word) => el("th", { role: "columnheader", scope: "col" }, word));
  const bodies = [];
  columns.forEach((column, n) => {
    if (!n || columns[n - 1].stage !== column.stage) {
      const name = el("th", { role: "rowheader", scope: "rowgroup", colspan: "5" }, link(stages[column.stage]));
      bodies.push(el("tbody", { role: "rowgroup", class: `journeys-stage-${column.stage}` }, el("tr", { role: "row", class: "journeys-pair-stage" }, name)));
    }
    bodies.at(-1).append(columnRow(column, n, given));
  });
  const table = el("table", { class: "journeys-table journeys-as-cards journeys-pair", role: "table" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), ...bodies);
  return el("div", { class: "journeys-table-scroll journeys-pair-scroll", role: "region", "aria-label": said.steps, tabindex: "0" }, table);
}

function countsOf(columns, { words }) {
  const found = columns.filter((column) => column.change !== "moved" || column.other).map((column) => column.change);
  const items = Object.entries(words.steps).flatMap(([change, word]) => {
    const count = found.filter((one) => one === change).length;
    const sign = el("b", { "aria-hidden": "true" }, words.signs[change]);
    return count ? [el("li", { class: `journeys-pair-${change}` }, sign, ` ${word} `, el("b", {}, written(count)))] : [];
  });
  return el("ul", { class: "journeys-plain journeys-pair-counts" }, ...items);
}

function legend({ words }) {
  const line = (look) => svg("svg", { class: "journeys-pair-curves", viewBox: "0 0 34 10", width: "34", height: "10", "aria-hidden": "true" }, svg("path", { class: `journeys-pair-${look}`, d: "M2 5H32" }));
  return el("ul", { class: "journeys-plain journeys-pair-legend" }, el("li", {}, line("ghost"), ` ${words.one}`), el("li", {}, line("line"), ` ${words.other}`));
}

/* All of it: the sides, their figures and pains, and the steps. */
function drawn(journeys, people, own, said) {
  const columns = columnsOf(journeys, people);
  const changes = painChanges(journeys, people);
  const pains = Object.assign({}, ...journeys.map((journey) => journey.pains));
  const becomes = new Map(changes.flatMap(([change, ids]) => ids.map((id) => [id, change])));
  const stages = Object.assign({}, ...journeys.map((journey) => journey.stages));
  const names = journeys.map((journey, n) => {
    const person = journey.people.find(([id]) => id === people[n]);
    return el("li", {}, el("b", {}, n ? said.words.other : said.words.one), " ", link([journey.title, journey.href]), person ? `${said.comma}${person[1]}` : "");
  });
  const whole = svg("svg", { class: "journeys-pair-curves journeys-pair-whole", viewBox: `0 0 ${COLUMN * columns.length} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": said.curves }, curves(columns, people));
  return [
    el("ul", { class: "journeys-plain journeys-compare-sides" }, ...names, own ? el("li", {}, link([said.page, own])) : ""),
    el("div", { class: "journeys-compare-head" }, figuresTable(journeys.map((journey, n) => journey.sides[people[n]]), said), painLists(changes, pains, said)),
    el("h2", {}, said.steps),
    countsOf(columns, said),
    legend(said),
    ...(people.every(Boolean) ? [] : [el("p", { class: "journeys-soft" }, said.mean)]),
    whole,
    stepsTable(columns, { people, pains, becomes, said, stages }),
  ];
}
