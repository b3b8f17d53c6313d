/* Which pains of the backlog an address asks for, and in which order. */
(function () {
  "use strict";

  const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

  const TESTS = {
    band: (pain, value) => pain.band === value,
    status: (pain, value) => (value === "not-closed" ? pain.open : pain.status === value),
    team: (pain, value) => (pain.owner ? pain.owner.id : "-") === value,
    persona: (pain, value) => pain.places.some((at) => at.personas.some(([id]) => id === value)),
    journey: (pain, value) => pain.places.some((at) => at.journey.id === value),
    stage: (pain, value) => pain.places.some((at) => at.stage === value),
    severity: (pain, value) => (pain.severity || "-") === value,
    frequency: (pain, value) => (pain.frequency || "-") === value,
    impact: (pain, value) => (pain.impact || "-") === value,
    evidence: (pain, value) => (value === "none" ? pain.evidence === 0 : pain.evidence > 0),
    q: (pain, value) => value.toLocaleLowerCase().split(/\s+/).every((word) => pain.words.includes(word)),
  };

  function found(pains, state, names) {
    const set = names.filter((name) => state[name]);
    return pains.filter((pain) => set.every((name) => TESTS[name](pain, state[name])));
  }

  /* What a column sorts by; undefined for what nobody gave, which comes last either way. */
  function keyOf(name, scales) {
    const scale = scales[name];
    if (scale) return (pain) => (pain[name] ? scale.indexOf(pain[name]) : undefined);
    if (name === "owner") return (pain) => pain.owner?.name;
    if (name === "where") return ({ places: [at] }) => `${at.journey.title} ${String(at.stepNumber).padStart(4, "0")}`;
    if (name === "score") return (pain) => pain.exact ?? pain.score;
    return (pain) => (pain[name] === "" ? undefined : pain[name]);
  }

  const splitSort = (sort) => [sort.replace(/^-/, ""), sort.startsWith("-") ? -1 : 1];

  /* Closed pains come after open ones, unless the status itself is what is sorted by. */
  function sorted(pains, sort, scales) {
    const [name, direction] = splitSort(sort);
    const key = keyOf(name, scales);
    const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);
    const rows = pains.map((pain) => ({ pain, key: key(pain) }));
    rows.sort((a, b) => {
      if (name !== "status" && a.pain.open !== b.pain.open) return a.pain.open ? -1 : 1;
      if ((a.key === undefined) !== (b.key === undefined)) return a.key === undefined ? 1 : -1;
      const order = a.key === undefined ? 0 : direction * compare(a.key, b.key);
      return order || a.pain.order - b.pain.order;
    });
    return rows.map(({ pain }) => pain);
  }

  window.journeysPainOrder = { collator, found, sorted, splitSort };
})();
