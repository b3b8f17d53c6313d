/* The strip above the map: a frame shows the part in view, and moves it by pointer and by keys. */
function showWindow(map) {
  const frame = part(map, "window");
  if (!frame) return;
  const { from, size } = inView(map);
  const steps = stepsOf(map);
  const first = Math.min(steps, Math.round(from * steps) + 1);
  const last = Math.max(first, Math.min(steps, Math.floor((from + size) * steps + 0.1)));
  frame.hidden = size >= 1;
  frame.style.insetInlineStart = `${from * 100}%`;
  frame.style.inlineSize = `${size * 100}%`;
  frame.setAttribute("aria-valuemax", steps);
  frame.setAttribute("aria-valuenow", first);
  frame.setAttribute("aria-valuetext", filled(frame.dataset.words, first, last, steps));
}

/* The share of the strip at which a pointer is. */
function shareAt(strip, x) {
  const { left, right, width } = strip.getBoundingClientRect();
  return (getComputedStyle(strip).direction === "rtl" ? right - x : x - left) / width;
}

function moveByKey(map, event) {
  const { from, size } = inView(map);
  const step = 1 / stepsOf(map);
  const forward = isRightToLeft(map) ? -step : step;
  const to = {
    ArrowRight: from + forward, ArrowLeft: from - forward, PageDown: from + size, PageUp: from - size, Home: 0, End: 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stateOf(map).stage = null;
  moveTo(map, to, "instant");
}

function wireOverview(map) {
  const strip = part(map, "overview");
  if (!strip) return;
  const frame = part(map, "window");
  let grip = null;
  strip.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (stateOf(map).fit) change(map, { fit: false });
    const { from, size } = inView(map);
    const share = shareAt(strip, event.clientX);
    const isHeld = share >= from && share <= from + size;
    grip = isHeld ? share - from : size / 2;
    stateOf(map).stage = null;
    strip.setPointerCapture(event.pointerId);
    if (!isHeld) moveTo(map, share - grip);
  });
  strip.addEventListener("pointermove", (event) => {
    if (grip !== null) moveTo(map, shareAt(strip, event.clientX) - grip, "instant");
  });
  ["pointerup", "pointercancel"].forEach((name) => strip.addEventListener(name, () => (grip = null)));
  frame.addEventListener("keydown", (event) => moveByKey(map, event));
}
