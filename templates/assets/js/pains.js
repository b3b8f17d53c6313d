/* Filtering and sorting the backlog. The address holds the state; without any state the page's own rows stand. */
(function () {
  "use strict";

  const STEP = 100;
  const DEFAULT_SORT = "-score";
  const CHOICES = ["band", "status", "team", "persona", "journey", "stage", "severity", "frequency", "impact", "evidence"];
  const NAMES = ["q", ...CHOICES];
  const COLUMNS = ["score", "title", "severity", "frequency", "impact", "confidence", "status", "owner", "where", "evidence", "since", "cost"];
  const { addressWith, el, written } = window.journeysCommon;
  const { collator, found, sorted, splitSort } = window.journeysPainOrder;
  const { fetched, filled, records, row } = window.journeysPains;
  const { PREFIX, weightPanel } = window.journeysWeights;

  /* State: a plain object of the names that are set, `sort` ("title", "-score"), and `weights` that are not 1. */
  function stateFrom(search) {
    const params = new URLSearchParams(search);
    const set = NAMES.filter((name) => params.get(name)).map((name) => [name, params.get(name)]);
    const sort = params.get("sort") || "";
    return { ...Object.fromEntries(set), sort: COLUMNS.includes(splitSort(sort)[0]) ? sort : DEFAULT_SORT };
  }

  function addressOf(state, factors) {
    const values = NAMES.map((name) => [name, state[name]]);
    const weights = factors.map((name) => [PREFIX + name, String(state.weights[name] ?? "")]);
    return addressWith({ ...Object.fromEntries([...values, ...weights]), sort: state.sort === DEFAULT_SORT ? "" : state.sort });
  }

  const isWeighed = (state) => Object.keys(state.weights).length > 0;
  const isPlain = (state) => state.sort === DEFAULT_SORT && !isWeighed(state) && !NAMES.some((name) => state[name]);

  function backlog(root) {
    const part = (name) => root.querySelector(`.journeys-backlog-${name}`);
    const form = part("controls");
    const count = part("count");
    const more = part("more");
    const table = part("table");
    const words = JSON.parse(root.dataset.words);
    const heads = [...table.tHead.rows[0].cells];
    const labels = Object.fromEntries([...form.elements.sort.options].map((option) => [option.value, option.textContent.trim()]));
    const ownRows = table.tBodies[0];
    const copyWords = part("copy").textContent;
    const ownCaption = table.caption.textContent;
    const panel = weightPanel(root.querySelector(".journeys-weigh"), (weights) => change({ ...state, weights }));
    const weighed = root.querySelector(".journeys-weighed");
    const stateOf = (search) => ({ ...stateFrom(search), weights: panel.from(search) });
    let state = stateOf(location.search);
    let typing = false;
    let loading = null;
    let latest = 0;

    function load() {
      const inPage = part("index");
      const text = inPage ? Promise.resolve(inPage.content.textContent) : fetched(root.dataset.index);
      return text.then((json) => {
        const index = JSON.parse(json);
        const pains = records(index, root.dataset.base);
        const named = new Set(pains.flatMap((pain) => pain.places.map((at) => at.journey)));
        const journeys = [...named].sort((a, b) => collator.compare(a.title, b.title));
        const said = { labels, words, word: (value) => index.words[value] ?? value };
        return { scales: index.scales, pains, journeys, said };
      });
    }

    /* Journeys too many for the page come with the index, once somebody reaches for them or an address names one. */
    async function fillFetched() {
      const field = form.elements.journey;
      if (!field.hasAttribute("data-fetched")) return;
      loading = loading || load();
      const { journeys } = await loading.catch(() => (loading = null) || {});
      if (!journeys || !field.hasAttribute("data-fetched")) return;
      field.removeAttribute("data-fetched");
      field.append(...journeys.map(({ id, title }) => el("option", { value: id }, title)));
      showControls();
    }

    async function apply() {
      const turn = ++latest;
      showControls();
      if (state.journey) fillFetched();
      root.classList.toggle("journeys-backlog-narrowed", !isPlain(state));
      if (isPlain(state)) return showOwn();
      try {
        loading = loading || load();
        const { scales, pains, said } = await loading;
        if (turn !== latest) return;
        const all = isWeighed(state) ? panel.weigh(pains, state.weights) : pains;
        sayWeights(all);
        show(sorted(found(all, state, NAMES), state.sort, scales), (pain) => row(pain, said));
      } catch {
        loading = null;
        count.textContent = words.failed;
      }
    }

    function sayWeights(pains) {
      const open = pains.filter((pain) => pain.open);
      const first = [...open].sort((a, b) => b.exact - a.exact || a.order - b.order)[0];
      const moved = open.filter((pain) => pain.moved).length;
      const values = { weights: panel.inWords(state.weights), moved: written(moved), all: written(open.length), first: first?.title };
      weighed.textContent = isWeighed(state) && first ? filled(words.weighed, values) : "";
    }

    function showOwn() {
      weighed.textContent = "";
      table.tBodies[0].replaceWith(ownRows);
      more.hidden = true;
      count.textContent = words.all;
      table.caption.textContent = ownCaption;
    }

    function show(pains, rowOf) {
      const body = el("tbody", { role: "rowgroup" }, ...pains.slice(0, STEP).map(rowOf));
      if (!pains.length) body.append(nothing());
      table.tBodies[0].replaceWith(body);
      count.textContent = filled(words.some, { shown: written(pains.length) });
      table.caption.textContent = captionOf(count.textContent);
      more.onclick = () => showMore(body, pains, rowOf);
      labelMore(body, pains);
    }

    function nothing() {
      const cell = el("td", { role: "cell", colspan: heads.length }, words.none);
      return el("tr", { role: "row", class: "journeys-backlog-nothing" }, cell);
    }

    function showMore(body, pains, rowOf) {
      const from = body.rows.length;
      body.append(...pains.slice(from, from + STEP).map(rowOf));
      body.rows[from].querySelector("th a").focus();
      labelMore(body, pains);
    }

    function labelMore(body, pains) {
      const left = pains.length - body.rows.length;
      more.hidden = left <= 0;
      more.textContent = filled(words.show, { step: written(Math.min(left, STEP)), all: written(left) });
    }

    function change(next, replace) {
      state = { sort: state.sort, weights: state.weights, ...next };
      history[replace ? "replaceState" : "pushState"](history.state, "", addressOf(state, panel.names));
      return apply();
    }

    function without(name) {
      const { [name]: gone, ...rest } = state;
      return rest;
    }

    function showControls() {
      NAMES.forEach((name) => {
        const field = form.elements[name];
        if (field.value.trim() !== (state[name] || "")) field.value = state[name] || "";
      });
      const [by, direction] = splitSort(state.sort);
      form.elements.sort.value = by;
      panel.show(state.weights);
      heads.forEach((cell) => {
        if (cell.dataset.sort === by) cell.setAttribute("aria-sort", direction < 0 ? "descending" : "ascending");
        else cell.removeAttribute("aria-sort");
      });
      const chips = NAMES.filter((name) => state[name]).map(chip);
      part("active").replaceChildren(...chips);
      part("active").hidden = !chips.length;
      part("clear").hidden = isPlain(state);
    }

    function chip(name) {
      const field = form.elements[name];
      const label = field.closest("label").firstChild.textContent.trim();
      const value = (field.selectedOptions && field.selectedOptions[0]?.textContent) || state[name];
      const remove = filled(words.remove, { filter: label, value });
      const attributes = { type: "button", class: "journeys-chip", "aria-label": remove };
      const button = el("button", attributes, `${filled(words.filter, { filter: label, value })} ×`);
      button.addEventListener("click", () => {
        change(without(name));
        (part("active").querySelector("button") || form.elements.q).focus();
      });
      return el("li", {}, button);
    }

    function sortBy(name) {
      const [by, direction] = splitSort(state.sort);
      const head = heads.find((one) => one.dataset.sort === name);
      const descending = by === name ? direction > 0 : !head || head.hasAttribute("data-falling");
      change({ ...state, sort: (descending ? "-" : "") + name });
    }

    function captionOf(pains) {
      const [name, direction] = splitSort(state.sort);
      return filled(direction < 0 ? words.falling : words.rising, { pains, column: labels[name] });
    }

    function addSortButtons() {
      heads.forEach((cell) => {
        const button = el("button", { type: "button" }, cell.textContent);
        button.addEventListener("click", () => sortBy(cell.dataset.sort));
        cell.replaceChildren(button);
      });
    }

    function copyLink(button) {
      const { copied, failed } = button.dataset;
      window.journeysCopyFrom(button, addressOf(state, panel.names).href, [copyWords, copied, failed]);
    }

    function listen() {
      form.addEventListener("submit", (event) => event.preventDefault());
      form.elements.q.addEventListener("input", (event) => {
        change({ ...state, q: event.target.value.trim() }, typing);
        typing = true;
      });
      form.elements.q.addEventListener("blur", () => (typing = false));
      CHOICES.forEach((name) => {
        form.elements[name].addEventListener("change", (event) => change({ ...state, [name]: event.target.value }));
      });
      for (const name of ["pointerenter", "focus"]) form.elements.journey.addEventListener(name, fillFetched);
      form.elements.sort.addEventListener("change", (event) => sortBy(event.target.value));
      part("reverse").addEventListener("click", () => sortBy(form.elements.sort.value));
      part("clear").addEventListener("click", () => {
        change({ sort: DEFAULT_SORT, weights: {} });
        form.elements.q.focus();
      });
      part("copy").addEventListener("click", (event) => copyLink(event.target));
    }

    form.hidden = part("state").hidden = false;
    addSortButtons();
    listen();
    apply();
    return {
      restore() {
        state = stateOf(location.search);
        typing = false;
        apply();
      },
      narrow(search) {
        change({ sort: DEFAULT_SORT, ...stateFrom(search) });
        root.scrollIntoView();
        part("scroll").focus({ preventScroll: true });
      },
    };
  }

  let current = null;

  function start() {
    const root = document.querySelector(".journeys-backlog");
    if (!root || root.dataset.ready || !root.querySelector(".journeys-backlog-controls")) return;
    root.dataset.ready = "yes";
    current = backlog(root);
  }

  /* A click on a figure or a square of the chart narrows the table without leaving the page. */
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a.journeys-backlog-filter");
    if (!anchor || !current || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    event.stopPropagation();
    current.narrow(new URL(anchor.getAttribute("href") || anchor.getAttribute("xlink:href"), location.href).search);
  }, true);
  window.addEventListener("popstate", () => {
    if (document.querySelector(".journeys-backlog[data-ready]")) current.restore();
  });

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
