/* The legend of a map with several people: each is switched on and off. Without scripts it is a plain list. */
function showPerson(map, actor, shown) {
  map.querySelectorAll("table [data-actor], .journeys-story [data-actor]").forEach((each) => {
    if (each.dataset.actor === actor) each.toggleAttribute("hidden", !shown);
  });
}

function becomeSwitch(map, item) {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "true");
  button.append(...item.childNodes);
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(shown));
    showPerson(map, item.dataset.actor, shown);
  });
  item.append(button);
}

function wirePeople(map) {
  map.querySelectorAll(".journeys-map-people > [data-actor]").forEach((item) => becomeSwitch(map, item));
}
