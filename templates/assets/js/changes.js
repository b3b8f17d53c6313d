/* The changes of a preview: the switch that shows them, and Escape for what hovers. */
(function () {
  "use strict";

  const STORE = "journeys-show-changes";
  const OFF = "journeys-changes-off";
  const TIP_OFF = "journeys-tip-off";

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

  function start() {
    const switches = document.querySelectorAll("[data-journeys-changes]");
    switches.forEach(wireSwitch);
    show(switches.length > 0 && isOff());
  }

  document.addEventListener("keydown", onEscape);
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
