/* Any two journeys, each as everybody or as one person goes through it. The address holds the choice: ?a=ID&b=ID&as=ID&bs=ID. */
onEach("[data-journeys-compare]", (root) => {
  const said = JSON.parse(root.querySelector("template").content.textContent);
  const form = root.querySelector("form");
  const [journeys, people] = [[form.elements.a, form.elements.b], [form.elements.as, form.elements.bs]];
  const [status, place] = [root.querySelector(".journeys-compare-said"), root.querySelector(".journeys-compare-drawn")];
  const read = new Map();
  let asked = 0;

  async function fetched(id) {
    const answer = await fetch(said.data.replace("{id}", id));
    if (!answer.ok) throw new Error(answer.status);
    const journey = await answer.json();
    journey.steps.forEach((step, n) => Object.assign(step, { number: n + 1, href: `${journey.href}#step-${n + 1}` }));
    return journey;
  }

  function load(id) {
    if (!read.has(id)) read.set(id, fetched(id));
    return read.get(id);
  }

  /* Whom one may choose, as the journey has it; a journey of one person has no choice. */
  function offer(select, { people: known }) {
    const wanted = select.value || new URLSearchParams(location.search).get(select.name) || "";
    select.replaceChildren(select.options[0], ...known.map(([id, name]) => el("option", { value: id }, name)));
    select.value = known.some(([id]) => id === wanted) ? wanted : "";
    select.parentElement.hidden = !known.length;
  }

  const note = () => remember(Object.fromEntries([...journeys, ...people].map((select) => [select.name, select.value])));

  async function show() {
    const turn = ++asked;
    const ids = journeys.map((select) => select.value);
    place.replaceChildren();
    if (!ids.every(Boolean)) {
      status.textContent = said.choose;
      return;
    }
    try {
      const found = await Promise.all(ids.map(load));
      if (turn !== asked) return;
      people.forEach((select, n) => offer(select, found[n]));
      status.textContent = "";
      place.replaceChildren(...drawn(found, people.map((select) => select.value), said.own[ids.join(" ")], said));
    } catch {
      if (turn === asked) status.textContent = said.failed;
    }
  }

  journeys[1].append(...[...journeys[0].options].map((option) => option.cloneNode(true)));
  const given = new URLSearchParams(location.search);
  journeys.forEach(restore);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", async (event) => {
    journeys.forEach((select, n) => {
      if (event.target === select) people[n].value = "";
    });
    const [at] = [journeys.indexOf(event.target)];
    if (at >= 0) remember({ [people[at].name]: "" });
    await show();
    note();
  });
  root.querySelector(".journeys-compare-needs").remove();
  form.hidden = false;
  const unknown = journeys.map((select) => given.get(select.name)).filter((id, n) => id && journeys[n].value !== id);
  if (unknown.length) status.textContent = unknown.map((id) => said.nothing.replace("{id}", () => id)).join(" ");
  else show();
});
