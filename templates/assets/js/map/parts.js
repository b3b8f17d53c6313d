/* The parts of a map that its controls work on, and the words that the page gives them. */
const LANE = "[data-lane]";
const HEADS = ".journeys-corner, .journeys-more-head, th[scope=row]";

/* An element of the controls by its name in the templates. */
const part = (map, name) => map.querySelector(`[data-map="${name}"]`);

const boxOf = (map) => map.querySelector(".journeys-map-scroll");
const tableOf = (map) => map.querySelector(".journeys-grid");
const stagesOf = (map) => [...boxOf(map).querySelectorAll(".journeys-stage")];
const stepsOf = (map) => boxOf(map).querySelectorAll(".journeys-steps [scope=col]").length;

/* "Steps {0} to {1}" with its places filled, which a language may have in another order. */
const filled = (text, ...values) => text.replace(/{(\d)}/g, (place, number) => values[number]);

const listOf = (text) => (text || "").split(",").filter(Boolean);
const isRightToLeft = (map) => getComputedStyle(map).direction === "rtl";
