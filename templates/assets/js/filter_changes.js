/* The page of all changes is narrowed by what they mean and of what kind they are. The address holds the choice. */
(function () {
  "use strict";

  const NAMES = ["judgement", "kind"];
  const { onEach, remember, written } = window.journeysCommon;

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
    const some = NAMES.map((name) => [name, chosen(form, name)]);
    /* No box at all is a choice too, which an empty parameter would not be. */
    remember(Object.fromEntries(some.map(([name, values]) => [name, values.length === boxesOf(form, name).length ? "" : values.join(",") || ","])));
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
    const words = shown === all ? form.dataset.all : form.dataset.some;
    form.querySelector("[role=status]").textContent = words.replace("{shown}", written(shown)).replace("{all}", written(all));
  }

  onEach(".journeys-changes-filter", (form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => {
      writeAddress(form);
      apply(form);
    });
    readAddress(form);
    apply(form);
  });
})();
