/* The journeys of the home page are chosen by persona, segment, owner and state. The address holds the choice. */
(function () {
  "use strict";

  const { onEach, remember, restore, written } = window.journeysCommon;

  onEach("[data-journeys-choices]", (form) => {
    const selects = [...form.querySelectorAll("select")];
    const rows = [...document.querySelectorAll(".journeys-home tr[data-state]")];
    const tables = [...new Set(rows.map((row) => row.closest("table")))];
    const count = form.querySelector("[role=status]");

    function apply() {
      const wanted = selects.filter((select) => select.value);
      rows.forEach((row) => (row.hidden = wanted.some((select) => !row.dataset[select.name].split(",").includes(select.value))));
      tables.forEach((table) => {
        table.querySelectorAll("tbody").forEach((part) => (part.hidden = !part.querySelector("tr[data-state]:not([hidden])")));
        // The sums are those of all journeys.
        table.tFoot.hidden = wanted.length > 0;
      });
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = wanted.length ? form.dataset.some.replace("{shown}", written(shown)).replace("{all}", written(rows.length)) : "";
    }

    selects.forEach(restore);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      remember(Object.fromEntries(selects.map((select) => [select.name, select.value])));
    });
    form.hidden = false;
    apply();
  });
})();
