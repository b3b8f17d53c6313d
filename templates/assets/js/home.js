/* The journeys of the home page are chosen by persona, segment, owner and state. The address holds the choice. */
(function () {
  "use strict";

  function choosable(form) {
    const selects = [...form.querySelectorAll("select")];
    const rows = [...document.querySelectorAll(".journeys-home tr[data-state]")];
    const tables = [...new Set(rows.map((row) => row.closest("table")))];
    const count = form.querySelector("[role=status]");
    const language = document.documentElement.lang.replace("_", "-") || undefined;
    const written = (number) => number.toLocaleString(language, { numberingSystem: "latn" });
    const given = new URLSearchParams(location.search);

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

    selects.forEach((select) => {
      select.value = given.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      const address = new URL(location.href);
      selects.forEach((select) => (select.value ? address.searchParams.set(select.name, select.value) : address.searchParams.delete(select.name)));
      history.replaceState(history.state, "", address);
    });
    form.hidden = false;
    apply();
  }

  function start() {
    document.querySelectorAll("[data-journeys-choices]:not([data-ready])").forEach((form) => {
      form.dataset.ready = "yes";
      choosable(form);
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
