/* The findings of the page Health get a line to narrow them by level, rule and owner. The address holds the choice. */
(function () {
  "use strict";

  const NAMES = ["level", "rule", "owner"];

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  function choice(name, rows, chosen, said) {
    const words = [...new Set(rows.map((row) => row[name]))];
    if (name === "owner") words.sort((a, b) => a.localeCompare(b));
    const select = el("select", { name }, el("option", { value: "" }, said.any), ...words.map((word) => el("option", { value: word }, (name === "level" && said[word]) || word)));
    select.value = words.includes(chosen) ? chosen : "";
    return el("label", {}, said[name], select);
  }

  function remember(form) {
    const address = new URL(location.href);
    NAMES.forEach((name) => (form[name].value ? address.searchParams.set(name, form[name].value) : address.searchParams.delete(name)));
    history.replaceState(history.state, "", address);
  }

  function narrowable(list) {
    const rows = [...list.querySelectorAll("li[data-level]")].map((item) => {
      const section = item.closest("section");
      return { item, section, level: item.dataset.level, rule: section.dataset.rule, owner: item.dataset.owner };
    });
    const said = list.dataset;
    const language = document.documentElement.lang.replace("_", "-") || undefined;
    const written = (count) => count.toLocaleString(language);
    const given = new URLSearchParams(location.search);
    const count = el("p", { class: "journeys-narrow-count", role: "status" });
    const form = el("form", { class: "journeys-narrow", role: "search", "aria-label": said.narrow });

    function apply() {
      const wanted = NAMES.filter((name) => form[name].value);
      rows.forEach((row) => (row.item.hidden = wanted.some((name) => row[name] !== form[name].value)));
      list.querySelectorAll("section").forEach((section) => (section.hidden = !section.querySelector("li[data-level]:not([hidden])")));
      const shown = rows.filter((row) => !row.item.hidden).length;
      count.textContent = (wanted.length ? said.some : said.all).replace("{shown}", written(shown)).replace("{all}", written(rows.length));
    }

    form.append(...NAMES.map((name) => choice(name, rows, given.get(name), said)), count);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      apply();
      remember(form);
    });
    list.before(form);
    apply();
  }

  function start() {
    document.querySelectorAll("[data-journeys-findings]:not([data-ready])").forEach((list) => {
      list.dataset.ready = "yes";
      narrowable(list);
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
