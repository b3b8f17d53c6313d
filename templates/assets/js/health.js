/* The findings of the page Health get a line to narrow them by level, rule and owner. The address holds the choice. */
(function () {
  "use strict";

  const NAMES = ["level", "rule", "owner"];
  const { el, onEach, remember, restore, written } = window.journeysCommon;

  function choice(name, rows, said) {
    const words = [...new Set(rows.map((row) => row[name]))];
    if (name === "owner") words.sort((a, b) => a.localeCompare(b));
    const select = el("select", { name }, el("option", { value: "" }, said.any), ...words.map((word) => el("option", { value: word }, (name === "level" && said[word]) || word)));
    restore(select);
    return el("label", {}, said[name], select);
  }

  onEach("[data-journeys-findings]", (list) => {
    const rows = [...list.querySelectorAll("li[data-level]")].map((item) => {
      const section = item.closest("section");
      return { item, section, level: item.dataset.level, rule: section.dataset.rule, owner: item.dataset.owner };
    });
    const said = list.dataset;
    const count = el("p", { class: "journeys-narrow-count", role: "status" });
    const form = el("form", { class: "journeys-narrow", role: "search", "aria-label": said.narrow });

    function apply() {
      const wanted = NAMES.filter((name) => form[name].value);
      rows.forEach((row) => (row.item.hidden = wanted.some((name) => row[name] !== form[name].value)));
      list.querySelectorAll("section").forEach((section) => (section.hidden = !section.querySelector("li[data-level]:not([hidden])")));
      const shown = rows.filter((row) => !row.item.hidden).length;
      count.textContent = (wanted.length ? said.some : said.all).replace("{shown}", written(shown)).replace("{all}", written(rows.length));
    }

    form.append(...NAMES.map((name) => choice(name, rows, said)), count);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      remember(Object.fromEntries(NAMES.map((name) => [name, form[name].value])));
    });
    list.before(form);
    apply();
  });
})();
