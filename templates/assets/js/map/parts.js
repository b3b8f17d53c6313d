/* The parts of a map that its controls work on, and the words that the page gives them. */
const LANE = "[data-lane]";
const HEADS = ".journeys-corner, .journeys-more-head, th[scope=row]";

/* An element of the controls by its name in the templates. */
const part = (map, name) => map.querySelector(`[data-map="${name}"]`);

const boxOf = (map) => map.querySelector(".journeys-map-scroll");
const tableOf = (map) => map.querySelector(".journeys-grid");
const stagesOf = (map) => [...boxOf(map).querySelectorAll(".journeys-stage")];
const stepsOf = (map) => boxOf(map).querySelectorAll(".journeys-steps [scope=col]").length;

const shownNumber = (number) => number.toLocaleString(document.documentElement.lang || undefined);
const shownValue = (value) => (typeof value === "number" ? shownNumber(value) : value);

/* "Steps {} to {}" with its places filled, one after the other. */
const filled = (text, ...values) => values.reduce((said, value) => said.replace("{}", () => shownValue(value)), text);

const listOf = (text) => (text || "").split(",").filter(Boolean);
const isRightToLeft = (map) => getComputedStyle(map).direction === "rtl";
