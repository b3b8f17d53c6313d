/* What the address says of a map: `view`, `preset`, `hide`, `fit` and `full` in its query. Its anchor is a step or a stage. */
const NAMES = ["view", "preset", "hide", "fit", "full"];

function readAddress() {
  const query = new URLSearchParams(location.search);
  const hide = query.get("hide");
  const [view, preset] = [query.get("view"), query.get("preset")];
  return { view, preset, hide: hide === null ? null : listOf(hide), fit: query.has("fit"), full: query.has("full") };
}

/* What is as usual is left out, so that a plain address is a plain map. */
function writeAddress(map) {
  const state = stateOf(map);
  const usual = usualLanes(map, state.preset);
  const isUsual = [...state.hidden].sort().join() === [...usual].sort().join();
  const address = new URL(location.href);
  NAMES.forEach((name) => address.searchParams.delete(name));
  const own = [
    SMALL.matches && !isStory(map) ? `view=${AS_MAP}` : "",
    state.preset === STANDARD ? "" : `preset=${state.preset}`,
    isUsual ? "" : `hide=${state.hidden.map(encodeURIComponent).join(",")}`,
    state.fit ? "fit=1" : "",
    isFull(map) ? "full=1" : "",
  ];
  address.search = [address.searchParams.toString(), ...own].filter(Boolean).join("&");
  history.replaceState(history.state, "", address);
}

function writeAnchor(anchor) {
  const address = new URL(location.href);
  address.hash = anchor;
  history.replaceState(history.state, "", address);
}

/* Copies the address, which opens the map as it stands. */const SAID_FOR = 2500;

function wireLink(map) {
  const button = part(map, "copy");
  const usual = button.textContent;
  button.addEventListener("click", async () => {
    const isCopied = await window.journeysCopy(location.href);
    button.textContent = isCopied ? button.dataset.copied : button.dataset.failed;
    setTimeout(() => (button.textContent = usual), SAID_FOR);
  });
}
