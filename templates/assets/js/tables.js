/* Long tables get a line to narrow them by words and choices, and heads that sort. Without scripts they are plain tables.
   `data-journeys-rows` on a table holds what is said about its rows, `data-sort` on a head says how to compare ("text",
   "number"), `data-choice` that one may choose among what stands there. `data-value` on a cell is what it is sorted by,
   if not its text; an empty one means that nothing is known. */
(function () {
  "use strict";

  const FEWEST = 25;
  const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
  const text = (cell) => cell.textContent.trim();

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  /* What a cell is sorted by; undefined where nothing is known, which comes last either way. */
  function keyOf(how, cell) {
    const shown = cell.dataset.value ?? text(cell);
    if (shown === "" || shown === "–") return undefined;
    return how === "number" ? parseFloat(shown) : shown;
  }

  const compare = (how, a, b) => (how === "text" ? collator.compare(a, b) : a - b);

  /* The order of two keys, what is not known last either way; 0 for equal ones. */
  function order(how, direction, a, b) {
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return direction * compare(how, a, b);
  }

  function sorted(rows, column, how, direction) {
    const keyed = rows.map((row, place) => ({ row, place, key: keyOf(how, row.cells[column]) }));
    keyed.sort((a, b) => order(how, direction, a.key, b.key) || a.place - b.place);
    return keyed.map(({ row }) => row);
  }

  function sortable(table, body, rows) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (!head.dataset.sort) return;
      const button = el("button", { type: "button" }, text(head));
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", direction < 0 ? "descending" : "ascending");
        body.append(...sorted(rows, column, head.dataset.sort, direction));
      });
    });
  }

  function choice(head, column, rows, any) {
    const how = head.dataset.sort;
    const keys = new Map(rows.map((row) => [text(row.cells[column]), keyOf(how, row.cells[column])]));
    const found = [...keys].sort(([, a], [, b]) => order(how, 1, a, b));
    const options = found.map(([word]) => el("option", { value: word }, word));
    const select = el("select", {}, el("option", { value: "" }, any), ...options);
    return { column, select, label: el("label", {}, text(head), select) };
  }

  function narrowable(table, rows) {
    const said = JSON.parse(table.dataset.journeysRows);
    const words = rows.map((row) => row.textContent.toLocaleLowerCase());
    const input = el("input", { type: "search", autocomplete: "off" });
    const heads = [...table.tHead.rows[0].cells];
    const choices = heads.flatMap((head, n) => (head.hasAttribute("data-choice") ? [choice(head, n, rows, said.any)] : []));
    const count = el("p", { class: "journeys-narrow-count", role: "status" });

    function apply() {
      const wanted = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, n) => {
        const chosen = choices.every(({ column, select }) => !select.value || text(row.cells[column]) === select.value);
        row.hidden = !chosen || !wanted.every((word) => words[n].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      const number = shown.toLocaleString(document.documentElement.lang || undefined, { numberingSystem: "latn" });
      count.textContent = shown === rows.length ? said.all : said.some.replace("{shown}", number);
    }

    const labels = choices.map(({ label }) => label);
    const form = el("form", { class: "journeys-narrow", role: "search", "aria-label": said.narrow });
    form.append(el("label", { class: "journeys-narrow-words" }, said.words, input), ...labels, count);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", apply);
    apply();
    return form;
  }

  function start() {
    document.querySelectorAll("table[data-journeys-rows]:not([data-ready])").forEach((table) => {
      const [body] = table.tBodies;
      const rows = [...body.rows];
      if (rows.length < FEWEST) return;
      table.dataset.ready = "yes";
      (table.closest(".journeys-table-scroll") || table).before(narrowable(table, rows));
      sortable(table, body, rows);
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
