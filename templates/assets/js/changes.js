/* The changes of a preview: the switch that shows them, and what a chip tells of its change. */
(function () {
  "use strict";

  const STORE = "journeys-show-changes";
  const OFF = "journeys-changes-off";
  const TIP_OFF = "journeys-tip-off";
  const CHIP = ".journeys-change";
  const HOVERED = `${CHIP}:hover, :is(td, th):hover > ${CHIP}:only-of-type`;
  const EDGE = 8;
  let open = null;

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
    document.querySelectorAll(`${CHIP}:focus, ${HOVERED}`).forEach((chip) => {
      chip.classList.add(TIP_OFF);
      const back = () => chip.classList.remove(TIP_OFF);
      chip.addEventListener("blur", back, { once: true });
      (chip.closest("td, th") || chip).addEventListener("pointerleave", back, { once: true });
    });
    showTip();
  }

  /* The tip of the chip that is meant lies above everything: in its cell, the map and the window would cut it off.
     A browser that cannot do that shows it in the cell, by the style sheet alone. */
  function showTip() {
    if (!HTMLElement.prototype.showPopover) return;
    const chip = document.querySelector(HOVERED) || document.querySelector(`${CHIP}:focus`);
    const tip = chip && !chip.classList.contains(TIP_OFF) ? chip.querySelector(".journeys-change-tip") : null;
    if (open && open !== tip) hideTip();
    if (!tip) return;
    if (!open) {
      tip.popover = "manual";
      tip.showPopover();
      open = tip;
    }
    place(tip, chip.getBoundingClientRect());
  }

  function hideTip() {
    open.removeAttribute("popover");
    open.removeAttribute("style");
    open = null;
  }

  /* Below its chip where there is room, else above it, else where it fits. */
  function place(tip, chip) {
    const view = document.documentElement;
    const most = `min(20rem, calc(100vw - ${2 * EDGE}px))`;
    Object.assign(tip.style, { position: "fixed", inset: "auto", margin: 0, width: "max-content", maxWidth: most });
    const { width, height } = tip.getBoundingClientRect();
    const start = getComputedStyle(tip).direction === "rtl" ? chip.right - width : chip.left;
    const above = chip.top - height;
    const isBelow = chip.bottom + height <= view.clientHeight - EDGE || above < EDGE;
    tip.style.left = `${within(start, view.clientWidth - width)}px`;
    tip.style.top = `${within(isBelow ? chip.bottom : above, view.clientHeight - height)}px`;
  }

  function within(wanted, room) {
    return Math.max(EDGE, Math.min(wanted, room - EDGE));
  }

  /* Not every browser gives a tapped button the focus, or takes it away again. */
  function onClick(event) {
    const chip = event.target.closest(CHIP);
    const focused = document.activeElement;
    if (chip) chip.focus({ preventScroll: true });
    else if (focused && focused.matches(CHIP)) focused.blur();
    showTip();
  }

  function start() {
    const switches = document.querySelectorAll("[data-journeys-changes]");
    switches.forEach(wireSwitch);
    show(switches.length > 0 && isOff());
  }

  document.addEventListener("keydown", onEscape);
  document.addEventListener("click", onClick);
  ["pointerover", "focusin", "focusout"].forEach((name) => document.addEventListener(name, showTip));
  document.addEventListener("scroll", () => open && showTip(), { capture: true, passive: true });
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
