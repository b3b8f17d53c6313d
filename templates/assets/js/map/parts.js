/* The parts of a map that its controls work on, and the words that the page gives them. */
const LANE = "[data-lane]";
const HEADS = ".journeys-corner, .journeys-more-head, th[scope=row]";

/* An element of the controls by its name in the templates. */
const part = (map, name) => map.querySelector(`[data-map="${name}"]`);

const boxOf = (map) => map.querySelector(".journeys-map-scroll");
const tableOf = (map) => map.querySelector(".journeys-grid");
const stagesOf = (map) => [...boxOf(map).querySelectorAll(".journeys-stage")];
const stepsOf = (map) => boxOf(map).querySelectorAll(".journeys-steps [scope=col]").length;

/* A number as the page's language writes it, in the digits of the page's own text. Themes may call a language zh_CN. */
function inWords(number) {
  const language = document.documentElement.lang.replaceAll("_", "-");
  return number.toLocaleString(language || undefined, { numberingSystem: "latn" });
}

/* "Steps {first} to {last}" with its places filled. */
function filled(text, values) {
  const shown = (value) => (typeof value === "number" ? inWords(value) : value);
  return text.replace(/\{(\w+)\}/g, (place, name) => shown(values[name]));
}

const listOf = (text) => (text || "").split(",").filter(Boolean);
const isRightToLeft = (map) => getComputedStyle(map).direction === "rtl";
