/* Before printing, a map with many steps is cut into strips that fit a page; afterwards the map is whole again. */
(function () {
  "use strict";

  var STEPS_A_STRIP = 9;
  var XLINK = "http://www.w3.org/1999/xlink";

  function stepsOf(map) {
    return map.querySelectorAll(".journeys-steps [scope=col]").length;
  }

  /* Takes the columns outside from..to away; cells over several columns shrink to what is left of them. */
  function cutRow(row, from, to) {
    var column = row.firstElementChild.matches(".journeys-corner, .journeys-more-head, th[scope=row]") ? -1 : 0;
    Array.from(row.children).forEach(function (cell) {
      var isHead = column < 0;
      if (isHead) {
        column = 0;
        return;
      }
      var span = cell.colSpan;
      var left = Math.max(column, from);
      var right = Math.min(column + span, to);
      column += span;
      if (right <= left) cell.remove();
      else cell.colSpan = right - left;
    });
  }

  /* A lane that says nothing in these columns. */
  function isEmpty(row) {
    return Array.from(row.querySelectorAll("td")).every(function (cell) {
      return !cell.textContent.trim() && !cell.querySelector("img, svg");
    });
  }

  function cutCurve(strip, from, to, columns) {
    strip.querySelectorAll(".journeys-curve").forEach(function (curve) {
      var box = curve.viewBox.baseVal;
      var width = box.width / columns;
      curve.setAttribute("viewBox", [from * width, 0, (to - from) * width, box.height].join(" "));
      curve.removeAttribute("width");
      curve.removeAttribute("height");
    });
  }

  /* Ids stand once on a page: heads lose theirs, what the curve refers to gets another. */
  function withOwnIds(strip, mark) {
    strip.querySelectorAll("th[id]").forEach(function (head) { head.removeAttribute("id"); });
    strip.querySelectorAll("[id]").forEach(function (element) {
      var old = element.id;
      element.id = old + mark;
      strip.querySelectorAll('[aria-labelledby="' + old + '"]').forEach(function (user) { user.setAttribute("aria-labelledby", element.id); });
      strip.querySelectorAll("use").forEach(function (user) {
        if (user.getAttribute("xlink:href") === "#" + old) user.setAttributeNS(XLINK, "xlink:href", "#" + element.id);
      });
      strip.querySelectorAll('[fill="url(#' + old + ')"]').forEach(function (user) { user.setAttribute("fill", "url(#" + element.id + ")"); });
    });
    return strip;
  }

  function cut(map, from, to, columns) {
    var strip = withOwnIds(map.querySelector(".journeys-map-scroll").cloneNode(true), "-from-" + from);
    strip.classList.add("journeys-strip");
    strip.querySelectorAll("colgroup").forEach(function (group) { group.remove(); });
    strip.querySelectorAll("tr:not(.journeys-boundary)").forEach(function (row) { cutRow(row, from, to); });
    strip.querySelectorAll("[data-lane]").forEach(function (row) { if (isEmpty(row)) row.remove(); });
    strip.querySelectorAll(".journeys-boundary th").forEach(function (head) { head.colSpan = to - from + 1; });
    cutCurve(strip, from, to, columns);
    return strip;
  }

  function before() {
    document.querySelectorAll("[data-journeys-map]").forEach(function (map) {
      var columns = stepsOf(map);
      if (columns <= STEPS_A_STRIP || map.querySelector(".journeys-strip")) return;
      var strips = Math.ceil(columns / STEPS_A_STRIP);
      var size = Math.ceil(columns / strips);
      var whole = map.querySelector(".journeys-map-scroll");
      for (var from = 0; from < columns; from += size) {
        map.appendChild(cut(map, from, Math.min(from + size, columns), columns));
      }
      whole.hidden = true;
    });
  }

  function after() {
    document.querySelectorAll("[data-journeys-map]").forEach(function (map) {
      map.querySelectorAll(".journeys-strip").forEach(function (strip) { strip.remove(); });
      map.querySelector(".journeys-map-scroll").hidden = false;
    });
  }

  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
})();
