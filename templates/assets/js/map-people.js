/* The legend of a map with several people: each is switched on and off. Without scripts it is a plain list. */
(function () {
  "use strict";

  function show(map, actor, shown) {
    map.querySelectorAll("table [data-actor]").forEach(function (part) {
      if (part.dataset.actor === actor) part.toggleAttribute("hidden", !shown);
    });
  }

  function becomeSwitch(map, item) {
    var button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append.apply(button, Array.from(item.childNodes));
    button.addEventListener("click", function () {
      var shown = button.getAttribute("aria-pressed") === "false";
      button.setAttribute("aria-pressed", String(shown));
      show(map, item.dataset.actor, shown);
    });
    item.append(button);
  }

  function start(map) {
    map.querySelectorAll(".journeys-people > [data-actor]").forEach(function (item) {
      if (!item.querySelector("button")) becomeSwitch(map, item);
    });
  }

  function startAll() {
    document.querySelectorAll("[data-journeys-map]").forEach(start);
  }

  if (window.document$ && window.document$.subscribe) window.document$.subscribe(startAll);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
