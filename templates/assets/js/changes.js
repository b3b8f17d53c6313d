/* The changes of a preview: the switch that shows them, Escape for what hovers, and the filter of their page. */
(function () {
  "use strict";

  const STORE = "journeys-show-changes";
  const OFF = "journeys-changes-off";
  const TIP_OFF = "journeys-tip-off";
  const NAMES = ["judgement", "kind"];

  function isOff() {
    try {
      return localStorage.getItem(STORE) === "off";
    } catch (error) {
      return document.documentElement.classList.contains(OFF);
    }
  }

  function remember(off) {
    try {
      if (off) localStorage.setItem(STORE, "off");
      else localStorage.removeItem(STORE);
    } catch (error) {
      return;
    }
  }

  function show(off) {
    document.documentElement.classList.toggle(OFF, off);
    document.querySelectorAll("[data-journeys-changes]").forEach((button) => {
      button.setAttribute("aria-pressed", String(!off));
    });
  }

  function wireSwitch(button) {
    if (button.dataset.journeysReady) return;
    button.dataset.journeysReady = "true";
    button.hidden = false;
    button.addEventListener("click", () => {
      const off = button.getAttribute("aria-pressed") === "true";
      remember(off);
      show(off);
    });
  }

  /* What hovers can be sent away, and comes back the next time. */
  function onEscape(event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll(".journeys-change:is(:hover, :focus), :hover > .journeys-change").forEach((chip) => {
      chip.classList.add(TIP_OFF);
      const back = () => chip.classList.remove(TIP_OFF);
      chip.addEventListener("blur", back, { once: true });
      (chip.closest("td, th") || chip).addEventListener("pointerleave", back, { once: true });
    });
  }

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
    const switches = document.querySelectorAll("[data-journeys-changes]");
    switches.forEach(wireSwitch);
    show(switches.length > 0 && isOff());
    document.querySelectorAll(".journeys-changes-filter").forEach(wireFilter);
  }

  document.addEventListener("keydown", onEscape);
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
