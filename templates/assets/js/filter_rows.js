/* Rows of tables are chosen by what they carry. `data-journeys-choices` on a form is a selector of what holds the tables;
   each of its selects is named like the data of a row, in which commas stand between several values. The address holds
   the choice. `data-sheets` are further pages of the table, which are fetched when somebody chooses first. */
(function () {
  "use strict";

  const STEP = 200;
  const { el, onEach, remember, restore, written } = window.journeysCommon;

  onEach("form[data-journeys-choices]", (form) => {
    const where = form.dataset.journeysChoices;
    const said = form.dataset;
    const selects = [...form.querySelectorAll("select")];
    const fields = [...selects, ...form.querySelectorAll("input")];
    const part = (name) => form.querySelector(name);
    const count = part("[role=status]");
    const clear = part("[data-clear]");
    const copy = part("[data-copy]");
    const tables = [...document.querySelectorAll(`${where} table`)];
    const rowsIn = (parent) => [...parent.querySelectorAll("tbody tr")].filter((row) => selects.some(({ name }) => name in row.dataset));
    const own = tables.flatMap(rowsIn);
    const sheets = (said.sheets || "").split(" ").filter(Boolean);
    const more = el("button", { type: "button", class: "journeys-choices-more", hidden: "" });
    let rows = own;
    let most = STEP;
    let loading = null;

    /* The rows of the other pages, with addresses that hold on this one. */
    async function fetchSheets() {
      const pages = await Promise.all(sheets.map(async (sheet) => {
        const url = new URL(sheet, location.href);
        const answer = await fetch(url);
        if (!answer.ok) throw new Error(answer.statusText);
        return [url, new DOMParser().parseFromString(await answer.text(), "text/html")];
      }));
      pages.forEach(([url, page]) => page.querySelectorAll(`${where} tbody`).forEach((body) => {
        body.querySelectorAll("a[href]").forEach((link) => (link.href = new URL(link.getAttribute("href"), url)));
        tables[0].append(document.adoptNode(body));
      }));
      rows = tables.flatMap(rowsIn);
    }

    function fits(row) {
      return selects.every(({ name, value }) => !value || (row.dataset[name] || "").split(",").includes(value)) && fitsWords(row);
    }

    function fitsWords(row) {
      const words = (form.elements.q?.value || "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
      if (!words.length) return true;
      const text = row.textContent.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    }

    async function apply() {
      const chosen = fields.some(({ value }) => value.trim());
      if (clear) clear.hidden = !chosen;
      if (chosen && sheets.length) {
        try {
          await (loading = loading || fetchSheets());
        } catch {
          loading = null;
          count.textContent = said.failed;
          return;
        }
      }
      show(fields.some(({ value }) => value.trim()));
    }

    function show(chosen) {
      const found = new Set(chosen ? rows.filter(fits) : own);
      const shown = new Set(sheets.length ? [...found].slice(0, most) : found);
      rows.forEach((row) => (row.hidden = !shown.has(row)));
      tables.forEach((table) => {
        [...table.tBodies].forEach((body) => (body.hidden = !rowsIn(body).some((row) => shown.has(row))));
        // The sums are those of all rows.
        if (table.tFoot) table.tFoot.hidden = chosen;
      });
      const left = found.size - shown.size;
      more.hidden = !left;
      more.textContent = (said.more || "").replace("{step}", written(Math.min(left, STEP))).replace("{all}", written(left));
      const words = chosen ? said.some : said.all || "";
      count.textContent = words.replace("{shown}", written(found.size)).replace("{all}", written(rows.length));
    }

    function change() {
      most = STEP;
      remember(Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()])));
      return apply();
    }

    function rewind() {
      selects.forEach(restore);
      if (form.elements.q) form.elements.q.value = new URLSearchParams(location.search).get("q") || "";
    }

    async function copyLink() {
      const words = copy.textContent;
      copy.textContent = (await window.journeysCopy(location.href)) ? copy.dataset.copied : copy.dataset.failed;
      setTimeout(() => (copy.textContent = words), 2500);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", change);
    clear?.addEventListener("click", () => {
      fields.forEach((field) => (field.value = ""));
      change();
      fields.find(({ name }) => name === "q")?.focus();
    });
    copy?.addEventListener("click", copyLink);
    more.addEventListener("click", async () => {
      const next = rows.filter(fits)[most];
      most += STEP;
      await apply();
      next?.querySelector("a")?.focus();
    });
    if (sheets.length) (tables[0].closest(".journeys-table-scroll") || tables[0]).after(more);
    rewind();
    form.hidden = false;
    apply();
  });
})();
