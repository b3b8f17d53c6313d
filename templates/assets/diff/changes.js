(function () {
  "use strict";
  const form = document.querySelector(".filter");
  if (!form) return;
  const rows = Array.from(document.querySelectorAll("tbody tr"));
  const parts = Array.from(document.querySelectorAll(".journey"));

  function fits(row, name) {
    const wanted = form.elements[name].value;
    return !wanted || (name === "team" ? row.dataset.team.split(" ") : [row.dataset[name]]).includes(wanted);
  }

  function show() {
    rows.forEach((row) => { row.hidden = !["judgement", "team", "kind"].every((name) => fits(row, name)); });
    parts.forEach((part) => { part.hidden = !part.querySelector("tbody tr:not([hidden])"); });
    const count = rows.filter((row) => !row.hidden).length;
    form.querySelector("output").textContent = count + " of " + rows.length + " shown";
  }

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  show();
})();
