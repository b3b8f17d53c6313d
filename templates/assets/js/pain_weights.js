/* What if factors weighed more or less: scores, bands and places of all pains by other weights. */
(function () {
  "use strict";

  const PREFIX = "w-";
  const { written } = window.journeysCommon;

  /* The weights in an address that are not 1, by factor: only those that the fields can say. */
  function weightsFrom(search, names) {
    const params = new URLSearchParams(search);
    const given = names.map((name) => [name, Number(params.get(PREFIX + name) ?? 1)]);
    return Object.fromEntries(given.filter(([, weight]) => weight !== 1 && weight >= 0 && weight <= 3 && Number.isInteger(weight * 2)));
  }

  /* A score is 100 × the shares of its factors, each to the power of its weight: with all weights 1 it is the atlas's. */
  function reweighed(pains, { names, weights, high, medium }) {
    const weightOf = (at) => weights[names[at]] ?? 1;
    const made = pains.map((pain) => {
      const exact = pain.working.reduce((product, [, , , , share], at) => product * share ** weightOf(at), 100);
      const score = Math.floor(exact + 0.5 + 1e-9);
      const band = score >= high ? "high" : score >= medium ? "medium" : "low";
      const terms = pain.working.map(([label, , , , share], at) => `${label} ${written(share)}${weightOf(at) === 1 ? "" : ` ^ ${written(weightOf(at))}`}`);
      const weighed = `100 × ${terms.join(" × ")} = ${written(score)}`;
      return { ...pain, exact, score, band, was: pain.score, weighed, moved: 0 };
    });
    const open = made.filter((pain) => pain.open);
    [...open].sort((a, b) => b.exact - a.exact || a.order - b.order).forEach((pain, place) => (pain.moved = open.indexOf(pain) - place));
    return made;
  }

  /* The fields for weights; `changed` is told the weights that are not 1. */
  function weightPanel(panel, changed) {
    const fields = [...panel.querySelectorAll("input")];
    const names = fields.map((field) => field.name.slice(PREFIX.length));
    const labels = Object.fromEntries(fields.map((field, at) => [names[at], field.closest("label").firstChild.textContent.trim()]));
    const bounds = { high: Number(panel.dataset.high), medium: Number(panel.dataset.medium) };

    function show(weights) {
      fields.forEach((field, at) => {
        field.value = weights[names[at]] ?? 1;
        field.nextElementSibling.textContent = written(Number(field.value));
      });
      if (Object.keys(weights).length) panel.open = true;
    }

    const current = () => Object.fromEntries(fields.map((field, at) => [names[at], Number(field.value)]).filter(([, weight]) => weight !== 1));
    panel.addEventListener("input", () => show(current()));
    panel.addEventListener("change", () => changed(current()));
    panel.querySelector("button").addEventListener("click", () => changed({}));
    panel.hidden = false;
    return {
      names,
      show,
      from: (search) => weightsFrom(search, names),
      weigh: (pains, weights) => reweighed(pains, { names, weights, ...bounds }),
      inWords: (weights) => Object.entries(weights).map(([name, weight]) => `${labels[name]} ${written(weight)}`).join(", "),
    };
  }

  window.journeysWeights = { PREFIX, reweighed, weightPanel, weightsFrom };
})();
