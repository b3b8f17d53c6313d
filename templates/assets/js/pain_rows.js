/* The backlog's index as records, and a record as the table row that the page itself would have. */
(function () {
  "use strict";

  const MOST_PLACES = 20;
  const { el } = window.journeysCommon;

  const span = (className, text) => el("span", { class: className }, text);
  const link = (href, text) => el("a", { href }, text);
  const missing = (text) => span("journeys-pain-missing", text);

  /* A message of ours with its places, such as {count}, filled. */
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

  /* Index rows are arrays: see site/pages/pains/backlog.py for what stands where. */
  function records(index, base) {
    const journeys = index.journeys.map(([id, title, address]) => ({ id, title, href: base + address }));
    const teams = index.teams.map(([id, name, address]) => ({ id, name, href: base + address }));
    const places = index.places.map((row) => place(row, journeys, index));
    return index.pains.map((row, order) => record(row, order, { index, base, teams, places }));
  }

  function place([journey, stageNumber, stage, stageName, stepNumber, step, actors], journeys, index) {
    return {
      journey: journeys[journey],
      stageNumber,
      stage: index.stages[stage][0],
      stageName,
      stepNumber,
      step,
      personas: actors.map((actor) => index.personas[actor]),
    };
  }

  function record(row, order, { index, base, teams, places }) {
    const [id, title, kind, score, band, working, severity, frequency, impact, ...rest] = row;
    const [confidence, status, open, team, where, evidence, since, cost] = rest;
    const here = where.map((number) => places[number]);
    const owner = teams[team] || null;
    const names = here.flatMap((at) => [at.journey.title, at.stageName, at.step, ...at.personas.map(([, name]) => name)]);
    return {
      ...{ order, id, title, kind, score, band, severity, frequency, impact, confidence, status, evidence, since },
      cost: cost?.[1],
      costs: cost?.[0],
      open: open === 1,
      working: index.workings[working],
      owner,
      places: here,
      href: base + (index.addresses[id] ?? index.address.replace("%s", id)),
      words: [title, id, index.words[kind] ?? kind, owner ? owner.name : "", ...names].join(" ").toLocaleLowerCase(),
    };
  }

  function placeLinks(at) {
    const page = at.journey.href;
    return [
      link(page, at.journey.title),
      " › ",
      link(`${page}#stage-${at.stageNumber}`, at.stageName),
      " › ",
      link(`${page}#step-${at.stepNumber}`, at.step),
    ];
  }

  function scoreCell(pain, { word, words }) {
    const terms = pain.working.flatMap(([name, words, isMissing, after]) => [
      isMissing ? missing(`${name} ${words}`) : `${name} ${words}`,
      after,
    ]);
    const score = span(`journeys-score journeys-band-${pain.band}`, String(pain.score));
    const summary = el("summary", {}, score, " ", span("journeys-pain-band", word(pain.band)));
    const working = el("span", { class: "journeys-pain-working" }, ...(pain.weighed ? [pain.weighed] : terms));
    working.normalize();
    const cell = el("details", {}, summary, working);
    return pain.weighed ? el("span", {}, cell, moved(pain, words)) : cell;
  }

  /* Where a pain stands now beside where it stood: an arrow for the eyes, words for everybody else. */
  function moved(pain, words) {
    const by = Math.abs(pain.moved);
    const arrow = el("span", { "aria-hidden": "true" }, `${pain.moved > 0 ? "↑" : "↓"}${by} `);
    const said = span("journeys-sr", `${filled(pain.moved > 0 ? words.up : words.down, { count: by })}, `);
    const was = filled(words.was, { score: pain.was });
    return el("span", { class: "journeys-moved" }, ...(by ? [arrow, said] : []), was);
  }

  function whereCell(pain, { words }) {
    const [home, ...others] = pain.places;
    const first = el("span", {}, ...placeLinks(home));
    if (!others.length) return [first];
    const shown = others.slice(0, MOST_PLACES).map((at) => el("li", {}, ...placeLinks(at)));
    const left = others.length - shown.length;
    const list = el("ul", {}, ...shown, left ? el("li", {}, filled(words.others, { count: left })) : "");
    return [first, el("details", {}, el("summary", {}, filled(words.more, { count: others.length })), list)];
  }

  function cell(label, className, ...children) {
    return el("td", { role: "cell", ...(className && { class: className }), "data-label": label }, ...children);
  }

  function titleCell(pain, { words, word }) {
    const attributes = { role: "rowheader", scope: "row", class: "journeys-backlog-title" };
    const cost = pain.costs ? [" ", span("journeys-backlog-kind", filled(words.costs, { cost: pain.costs }))] : [];
    return el("th", attributes, link(pain.href, pain.title), " ", span("journeys-backlog-kind", word(pain.kind)), ...cost);
  }

  /* `said` is what the page says: `words` are messages, `word` is what a value of the format is called, `labels` are
     those of the columns. */
  function row(pain, said) {
    const { labels, words, word } = said;
    const given = (value) => (value ? word(value) : missing(words.missing));
    const marks = [`journeys-backlog-row journeys-band-${pain.band}`];
    if (pain.confidence === "assumed") marks.push("journeys-pain-assumed");
    if (!pain.open) marks.push("journeys-pain-closed");
    const belief = span(`journeys-belief journeys-belief-${pain.confidence}`, word(pain.confidence));
    const status = span(`journeys-backlog-status journeys-pain-status-${pain.status}`, word(pain.status));
    const owner = pain.owner ? link(pain.owner.href, pain.owner.name) : missing(words.nobody);
    const since = pain.since ? el("time", { datetime: pain.since }, word(pain.since)) : "";
    return el(
      "tr",
      { role: "row", class: marks.join(" ") },
      cell(labels.score, "journeys-backlog-score", scoreCell(pain, said)),
      titleCell(pain, said),
      cell(labels.severity, "", given(pain.severity)),
      cell(labels.frequency, "", given(pain.frequency)),
      cell(labels.impact, "", given(pain.impact)),
      cell(labels.confidence, "", belief),
      cell(labels.status, "", status),
      cell(labels.owner, "journeys-backlog-owner", owner),
      cell(labels.where, "journeys-backlog-where", ...whereCell(pain, said)),
      cell(labels.evidence, "journeys-number", String(pain.evidence)),
      cell(labels.since, "journeys-number", since),
    );
  }

  async function fetched(address) {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.text();
  }

  window.journeysPains = { fetched, filled, records, row };
})();
