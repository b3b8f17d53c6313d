/* The findings of the page Health get a line to narrow them by level, rule and owner. The address holds the choice. */
(function () {
  "use strict";

  const NAMES = ["level", "rule", "owner"];
  const LABELS = { level: "Level", rule: "Rule", owner: "Owner" };

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  function choice(name, rows, chosen) {
    const words = [...new Set(rows.map((row) => row[name]))];
    if (name === "owner") words.sort((a, b) => a.localeCompare(b));
    const select = el("select", { name }, el("option", { value: "" }, "Any"), ...words.map((word) => el("option", { value: word }, word)));
    select.value = words.includes(chosen) ? chosen : "";
    return el("label", {}, LABELS[name], select);
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
    const given = new URLSearchParams(location.search);
    const count = el("p", { class: "journeys-narrow-count", role: "status" });
    const form = el("form", { class: "journeys-narrow", role: "search", "aria-label": "Narrow the findings" });

    function apply() {
      const wanted = NAMES.filter((name) => form[name].value);
      rows.forEach((row) => (row.item.hidden = wanted.some((name) => row[name] !== form[name].value)));
      list.querySelectorAll("section").forEach((section) => (section.hidden = !section.querySelector("li[data-level]:not([hidden])")));
      const shown = rows.filter((row) => !row.item.hidden).length;
      count.textContent = wanted.length ? `${shown} of the ${rows.length} below` : `${rows.length} below`;
    }

    form.append(...NAMES.map((name) => choice(name, rows, given.get(name))), count);
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
