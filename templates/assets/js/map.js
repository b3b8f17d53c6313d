/* Lane switches and full screen of journey maps. A lane's switch is kept for all maps and can be shared in the address.
   Lanes that the atlas hides are kept where a reader shows them, others where a reader hides them. */
(function () {
  "use strict";

  var HIDDEN = "journeys-hidden-lanes";
  var SHOWN = "journeys-shown-lanes";
  var PARAMETER = "hide";

  function stored(key) {
    try {
      return (localStorage.getItem(key) || "").split(",").filter(Boolean);
    } catch (error) {
      return [];
    }
  }

  /* Keeps which lanes of this map are in a list; those of other maps stay in it. */
  function store(key, here, lanes) {
    var elsewhere = stored(key).filter(function (lane) { return here.indexOf(lane) < 0; });
    try {
      localStorage.setItem(key, elsewhere.concat(lanes).join(","));
    } catch (error) {
      return;
    }
  }

  function hiddenByAtlas(map) {
    return (map.dataset.hidden || "").split(",").filter(Boolean);
  }

  /* The reader's own choice where there is one, else that of the atlas. */
  function chosen(map) {
    var shown = stored(SHOWN);
    var usual = hiddenByAtlas(map).filter(function (lane) { return shown.indexOf(lane) < 0; });
    return stored(HIDDEN).concat(usual);
  }

  function inAddress() {
    var value = new URLSearchParams(location.search).get(PARAMETER);
    return value === null ? null : value.split(",").filter(Boolean);
  }

  /* The address says what is hidden, unless that is what the atlas hides anyway. */
  function writeAddress(lanes, usual) {
    var address = new URL(location.href);
    address.searchParams.delete(PARAMETER);
    var query = address.searchParams.toString();
    var isUsual = lanes.slice().sort().join() === usual.slice().sort().join();
    var hide = isUsual ? "" : PARAMETER + "=" + lanes.map(encodeURIComponent).join(",");
    address.search = [query, hide].filter(Boolean).join("&");
    history.replaceState(history.state, "", address);
  }

  /* A switch for each lane of the table, under the name that stands before it. */
  function writeSwitches(map) {
    var button = map.querySelector("[data-journeys-all]");
    map.querySelectorAll("[data-lane] > th:first-child").forEach(function (head) {
      var label = document.createElement("label");
      var box = document.createElement("input");
      box.type = "checkbox";
      box.value = head.parentElement.dataset.lane;
      label.append(box, " " + head.querySelector("b").textContent);
      button.before(label);
    });
  }

  function boxesOf(map) {
    return Array.from(map.querySelectorAll(".journeys-lanes-menu input"));
  }

  function show(map, hidden) {
    map.querySelectorAll("[data-lane]").forEach(function (row) {
      row.hidden = hidden.indexOf(row.dataset.lane) >= 0;
    });
    boxesOf(map).forEach(function (box) {
      box.checked = hidden.indexOf(box.value) < 0;
    });
    tellHidden(map);
    map.querySelectorAll(".journeys-boundary").forEach(showLine);
  }

  /* Says how many lanes are hidden, and on paper which. */
  function tellHidden(map) {
    var names = boxesOf(map).filter(function (box) { return !box.checked; }).map(function (box) { return box.parentElement.textContent.trim(); });
    map.querySelector(".journeys-hidden-count").textContent = names.length ? " (" + names.length + " hidden)" : "";
    map.querySelector(".journeys-hidden-names").textContent = names.length ? "Lanes not shown: " + names.join(", ") : "";
  }

  /* A line across the map goes when nothing stands behind it any more; what is beside the blueprint, and the funnel, does not. */
  function showLine(line) {
    var isLast = line.classList.contains("journeys-boundary-besides");
    var row = line.nextElementSibling;
    var seen = false;
    while (row && (isLast || !row.matches(".journeys-boundary-besides, .journeys-reached"))) {
      seen = seen || (row.dataset.lane !== undefined && !row.hidden);
      row = row.nextElementSibling;
    }
    line.hidden = !seen;
  }

  function changed(map) {
    var here = boxesOf(map);
    var names = here.map(function (box) { return box.value; });
    var off = here.filter(function (box) { return !box.checked; }).map(function (box) { return box.value; });
    var usual = hiddenByAtlas(map);
    store(HIDDEN, names, off.filter(function (lane) { return usual.indexOf(lane) < 0; }));
    store(SHOWN, names, usual.filter(function (lane) { return off.indexOf(lane) < 0; }));
    writeAddress(off, usual);
    show(map, off);
  }

  function wireLanes(map) {
    var menu = map.querySelector(".journeys-lanes-menu");
    menu.addEventListener("change", function () { changed(map); });
    menu.querySelector("[data-journeys-all]").addEventListener("click", function () {
      boxesOf(map).forEach(function (box) { box.checked = true; });
      changed(map);
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
      event.stopPropagation();
    });
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  function isFull(map) {
    return document.fullscreenElement === map || map.classList.contains("journeys-fills-screen");
  }

  function enter(map) {
    var fallback = function () { map.classList.add("journeys-fills-screen"); label(map); };
    if (!map.requestFullscreen) return fallback();
    return map.requestFullscreen().catch(fallback);
  }

  function leave(map) {
    map.classList.remove("journeys-fills-screen");
    if (document.fullscreenElement) document.exitFullscreen();
    label(map);
  }

  function label(map) {
    var button = map.querySelector(".journeys-full-screen");
    button.setAttribute("aria-pressed", String(isFull(map)));
    button.textContent = isFull(map) ? "Leave full screen" : "Full screen";
  }

  function wireFullScreen(map) {
    map.querySelector(".journeys-full-screen").addEventListener("click", function () {
      if (isFull(map)) leave(map);
      else enter(map);
    });
    map.addEventListener("fullscreenchange", function () { label(map); });
    map.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && map.classList.contains("journeys-fills-screen")) leave(map);
    });
  }

  function start(map) {
    if (map.dataset.journeysReady) return;
    map.dataset.journeysReady = "true";
    map.querySelector(".journeys-map-controls").hidden = false;
    writeSwitches(map);
    wireLanes(map);
    wireFullScreen(map);
    var shared = inAddress();
    show(map, shared === null ? chosen(map) : shared);
  }

  function startAll() {
    document.querySelectorAll("[data-journeys-map]").forEach(start);
  }

  if (window.document$ && window.document$.subscribe) window.document$.subscribe(startAll);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startAll);
  else startAll();
})();
