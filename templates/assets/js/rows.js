/* Long tables get a line to narrow them by words and choices, and heads that sort. Without scripts they are plain tables.
   `data-journeys-rows` on a table holds what is said about its rows, and orders to choose from, first that of the page.
   `data-address` begins its parameters of the address where a page has several tables. `data-key` on a head is what the
   address calls its column, `data-sort` says how to compare ("text", "number"), `data-falling` that the highest
   comes first, `data-choice` that one may choose among what stands there. `data-value` on a cell is what it is sorted by,
   if not its text; an empty one means that nothing is known. `data-name` is what one chooses it by, if not its text. */
(function () {
  "use strict";

  const FEWEST = 25;
  const { addressWith, el, onEach, remember, restore, written } = window.journeysCommon;
  const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
  const text = (cell) => cell.textContent.trim();
  const chosenBy = (cell) => cell.dataset.name ?? text(cell);
  const splitSort = (sort) => [sort.replace(/^-/, ""), sort.startsWith("-") ? -1 : 1];

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

  /* Rows in the order of the column that `sort` names ("pains", "-pains"); without such a column as the page has them. */
  function sortedBy(sort, heads, rows) {
    const [key, direction] = splitSort(sort);
    const column = heads.findIndex((head) => key && head.dataset.key === key && head.dataset.sort);
    heads.forEach((head, n) => {
      if (n === column) head.setAttribute("aria-sort", direction < 0 ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    return column < 0 ? rows : sorted(rows, column, heads[column].dataset.sort, direction);
  }

  function addButton(head, sortBy) {
    const button = el("button", { type: "button" }, text(head));
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const falls = before ? before === "ascending" : head.hasAttribute("data-falling");
      sortBy((falls ? "-" : "") + head.dataset.key);
    });
  }

  function choice(head, column, rows, any, named) {
    const how = head.dataset.sort;
    const keys = new Map(rows.map((row) => [chosenBy(row.cells[column]), keyOf(how, row.cells[column])]));
    const found = [...keys].sort(([, a], [, b]) => order(how, 1, a, b));
    const options = found.map(([word]) => el("option", { value: word }, word));
    const select = el("select", { name: named(head.dataset.key) }, el("option", { value: "" }, any), ...options);
    return { column, select, label: el("label", {}, text(head), select) };
  }

  function narrowable(table, rows) {
    const said = JSON.parse(table.dataset.journeysRows);
    const part = table.dataset.address;
    const named = (name) => (part ? `${part}-${name}` : name);
    const [usual = ""] = said.orders[0] || [];
    const words = rows.map((row) => row.textContent.toLocaleLowerCase());
    const input = el("input", { type: "search", name: named("q"), autocomplete: "off" });
    const heads = [...table.tHead.rows[0].cells];
    const choices = heads.flatMap((head, n) => (head.hasAttribute("data-choice") ? [choice(head, n, rows, said.any, named)] : []));
    const orders = el("select", { name: named("sort") }, ...said.orders.map(([sort, word]) => el("option", { value: sort }, word)));
    const count = el("p", { class: "journeys-narrow-count", role: "status" });
    const copy = el("button", { type: "button" }, said.copy[0]);
    const given = new URLSearchParams(location.search);
    let sort = given.get(named("sort")) || usual;

    function narrow() {
      const wanted = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, n) => {
        const chosen = choices.every(({ column, select }) => !select.value || chosenBy(row.cells[column]) === select.value);
        row.hidden = !chosen || !wanted.every((word) => words[n].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = shown === rows.length ? said.all : said.some.replace("{shown}", written(shown));
    }

    function arrange() {
      orders.value = sort;
      table.tBodies[0].append(...sortedBy(sort, heads, rows));
    }

    function note() {
      const chosen = choices.map(({ select }) => [select.name, select.value]);
      remember({ [input.name]: input.value.trim(), [orders.name]: sort === usual ? "" : sort, ...Object.fromEntries(chosen) });
    }

    function sortBy(wanted) {
      sort = wanted;
      arrange();
      note();
    }

    const labels = choices.map(({ label }) => label);
    const form = el("form", { class: "journeys-narrow", role: "search", "aria-label": said.narrow });
    form.append(el("label", { class: "journeys-narrow-words" }, said.words, input), ...labels);
    form.append(said.orders.length ? el("label", {}, said.sort, orders) : "", count, copy);
    form.addEventListener("submit", (event) => event.preventDefault());
    copy.addEventListener("click", () => {
      const address = addressWith({});
      if (part) address.hash = part;
      window.journeysCopyFrom(copy, address.href, said.copy);
    });
    form.addEventListener("input", (event) => {
      if (event.target === orders) return sortBy(orders.value);
      narrow();
      note();
    });
    input.value = given.get(input.name) || "";
    choices.forEach(({ select }) => restore(select));
    heads.filter((head) => head.dataset.sort).forEach((head) => addButton(head, sortBy));
    narrow();
    if (sort) arrange();
    return form;
  }

  onEach("table[data-journeys-rows]", (table) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < (table.dataset.fewest || FEWEST)) return;
    table.dataset.ready = "yes";
    (table.closest(".journeys-table-scroll") || table).before(narrowable(table, rows));
  });
})();
