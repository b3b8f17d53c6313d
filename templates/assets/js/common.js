/* What several scripts need: elements, numbers as the page writes them, the address, and when to begin. */
(function () {
  "use strict";

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children.filter((child) => child !== ""));
    return made;
  }

  const written = (number) => number.toLocaleString(document.documentElement.lang.replace("_", "-") || undefined, { numberingSystem: "latn" });

  /* The address with these values as parameters; an empty one is left out. */
  function addressWith(values) {
    const address = new URL(location.href);
    Object.entries(values).forEach(([name, value]) => (value ? address.searchParams.set(name, value) : address.searchParams.delete(name)));
    return address;
  }

  const remember = (values) => history.replaceState(history.state, "", addressWith(values));

  /* Choose what the address names, if there is such a choice. */
  function restore(select) {
    select.value = new URLSearchParams(location.search).get(select.name) || "";
    if (select.selectedIndex < 0) select.value = "";
  }

  /* Do something once with each element of a selector, on this page and on those that instant navigation brings. */
  function onEach(selector, wire) {
    const start = () => document.querySelectorAll(`${selector}:not([data-wired])`).forEach((found) => {
      found.dataset.wired = "yes";
      wire(found);
    });
    if (window.document$) window.document$.subscribe(start);
    else document.addEventListener("DOMContentLoaded", start);
  }

  window.journeysCommon = { addressWith, el, onEach, remember, restore, written };
})();
