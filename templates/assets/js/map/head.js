/* The heads of stages and steps follow down the page, below the bar of the site. Styles move them where a browser ties
   animations to scrolling; elsewhere this does. */
const FOLLOWS_BY_STYLE = CSS.supports("animation-timeline: view()");
const TALLEST = 0.4;

/* The height of the bar that the site keeps at the top of the window. */
function siteHeader() {
  const bar = document.querySelector(".md-header");
  return fullMap() || !bar ? 0 : Math.max(0, bar.getBoundingClientRect().bottom);
}

/* A timeline of scrolling costs every restyling of the page, of which its loading has many: there is none before. */
function followPage(map) {
  if (scrollY > 0) map.classList.add("journeys-scrolled");
  if (!FOLLOWS_BY_STYLE) moveHead(map);
}

function placeHead(map) {
  const box = boxOf(map);
  const head = tableOf(map).tHead.getBoundingClientRect().height;
  map.classList.toggle("journeys-tall-head", head > innerHeight * TALLEST);
  map.style.setProperty("--head-height", `${head}px`);
  map.style.setProperty("--head-way", `${Math.max(0, box.clientHeight - head)}px`);
  followPage(map);
}

function moveHead(map) {
  const past = siteHeader() - boxOf(map).getBoundingClientRect().top;
  map.style.setProperty("--head-shift", `${Math.max(0, past)}px`);
}

addEventListener("scroll", () => startedMaps().forEach(followPage), { passive: true });
