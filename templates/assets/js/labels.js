/* On a phone the cells of a table stand below each other, each under the words of its column. */
(function () {
  "use strict";

  function start() {
    document.querySelectorAll("table.journeys-as-cards:not(:has([data-label]))").forEach((table) => {
      const words = [...table.tHead.rows[0].cells].map((head) => head.textContent);
      table.querySelectorAll("tbody td").forEach((cell) => (cell.dataset.label ??= words[cell.cellIndex]));
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
