/* The page of all changes is narrowed by what they mean and of what kind they are. The address holds the choice. */
(function () {
  "use strict";

  const NAMES = ["judgement", "kind"];

  const boxesOf = (form, name) => Array.from(form.querySelectorAll(`input[name="${name}"]`));
  const chosen = (form, name) => boxesOf(form, name).filter((box) => box.checked).map((box) => box.value);

  function readAddress(form) {
    const params = new URLSearchParams(location.search);
    NAMES.filter((name) => params.has(name)).forEach((name) => {
      const values = params.get(name).split(",");
      boxesOf(form, name).forEach((box) => { box.checked = values.includes(box.value); });
    });
  }

  function writeAddress(form) {
    const url = new URL(location.href);
    NAMES.forEach((name) => {
      const values = chosen(form, name);
      if (values.length === boxesOf(form, name).length) url.searchParams.delete(name);
      else url.searchParams.set(name, values.join(","));
    });
    history.replaceState(history.state, "", url);
  }

  function apply(form) {
    const [judgements, kinds] = NAMES.map((name) => chosen(form, name));
    let shown = 0;
    let all = 0;
    document.querySelectorAll(".journeys-changes-list").forEach((list) => {
      const rows = Array.from(list.children);
      rows.forEach((row) => { row.hidden = !judgements.includes(row.dataset.judgement) || !kinds.includes(row.dataset.kind); });
      const left = rows.filter((row) => !row.hidden).length;
      const heading = document.getElementById(list.dataset.heading);
      list.closest(".journeys-changes").hidden = !left;
      if (heading) heading.hidden = !left;
      shown += left;
      all += rows.length;
    });
    const language = document.documentElement.lang.replace("_", "-") || undefined;
    const [few, many] = [shown, all].map((count) => count.toLocaleString(language));
    const words = shown === all ? form.dataset.all : form.dataset.some;
    form.querySelector("[role=status]").textContent = words.replace("{shown}", few).replace("{all}", many);
  }

  function wireFilter(form) {
    if (form.dataset.journeysReady) return;
    form.dataset.journeysReady = "true";
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      writeAddress(form);
      apply(form);
    });
    readAddress(form);
    apply(form);
  }

  function start() {
    document.querySelectorAll(".journeys-changes-filter").forEach(wireFilter);
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
