/* Draws Mermaid diagrams with our own copy of Mermaid, in the colours of the site.

   Material looks for a global `mermaid` when a page holds a diagram of its author, and asks another host for one where there is
   none. This script puts a stand-in there. Our own diagrams are none of Material's business: they are drawn here, when they come
   into view. Mermaid itself (3.5 MB, beside this file under vendor/) is loaded with the first drawing only, unless the page brings
   one; in which order, and how often, does not matter. */
(() => {
  "use strict";
  if (window.mermaid?.isStandIn) return;

  const address = new URL("vendor/mermaid.min.js", document.currentScript.src).href;
  let mermaid;
  let options;
  let themedFor;
  let ready;
  let drawings = 0;

  const standIn = {
    isStandIn: true,
    initialize(given) {
      options = given;
    },
    async render(id, source, ...rest) {
      try {
        const library = await (ready ??= load());
        if (themedFor !== options) library.initialize(themed((themedFor = options)));
        const drawing = await library.render(id, source, ...rest);
        requestAnimationFrame(makeWideOnesScrollable);
        return { ...drawing, svg: shrinkable(drawing.svg) + stylesheet(id) };
      } catch (error) {
        console.warn("A diagram was not drawn:", error);
        return { svg: apology(source), diagramType: "error" };
      }
    },
  };
  const ours = "pre.journeys-diagram";
  const seen = new IntersectionObserver((entries) => entries.filter((one) => one.isIntersecting).forEach((one) => drawOnce(one.target)));
  if (!(window.mermaid instanceof Element)) adopt(window.mermaid);
  Object.defineProperty(window, "mermaid", { configurable: true, get: () => standIn, set: adopt });
  addEventListener("resize", makeWideOnesScrollable);
  addEventListener("load", drawWhatNobodyDraws);
  if (window.document$?.subscribe) document$.subscribe(drawOursWhenSeen);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", drawOursWhenSeen);
  else drawOursWhenSeen();

  function adopt(library) {
    if (!library) return;
    library.startOnLoad = false; /* or it would draw by itself, in its own colours */
    mermaid = library;
  }

  async function load() {
    if (!mermaid) await fetchLibrary();
    await document.fonts?.ready; /* a label is as wide as its font when it is measured */
    mermaid.initialize(themed((themedFor = options)));
    return mermaid;
  }

  function fetchLibrary() {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${address} did not load`));
      document.head.append(script);
    });
  }

  /* Material leaves diagrams alone where a page with instant navigation is opened as a file; other themes always do. */
  async function drawWhatNobodyDraws() {
    if (options) return;
    for (const source of document.querySelectorAll("pre.mermaid")) await drawInPlaceOf(source);
  }

  async function drawInPlaceOf(source) {
    const box = Object.assign(document.createElement("div"), { className: "mermaid" });
    const { svg } = await standIn.render(`diagram_${(drawings += 1)}`, source.textContent);
    box.attachShadow({ mode: "closed" }).innerHTML = svg;
    source.replaceWith(box);
  }

  /* A diagram in a closed fold is not in view; it is once the fold is opened. */
  function drawOursWhenSeen() {
    for (const source of document.querySelectorAll(ours)) seen.observe(source);
  }

  function drawOnce(source) {
    seen.unobserve(source);
    if (source.dataset.drawn) return;
    source.dataset.drawn = "true";
    drawInPlaceOf(source);
  }

  function themed(given = {}) {
    return {
      ...given,
      startOnLoad: false,
      securityLevel: "strict",
      suppressErrorRendering: true,
      deterministicIds: true,
      fontFamily: getComputedStyle(document.body).fontFamily,
      themeCSS: (given.themeCSS ?? "") + measured,
      flowchart: { useMaxWidth: true, htmlLabels: true, wrappingWidth: 150, nodeSpacing: 32, rankSpacing: 36, padding: 12 },
      journey: {
        useMaxWidth: false, leftMargin: 90, width: 150, taskMargin: 30, diagramMarginX: 30, maxLabelWidth: 200, titleFontSize: "18px",
      },
      timeline: { useMaxWidth: false },
      xyChart: {
        width: 720, height: 340, titleFontSize: 16, titlePadding: 14,
        xAxis: { labelFontSize: 12, titleFontSize: 13 }, yAxis: { labelFontSize: 12, titleFontSize: 13 },
      },
      quadrantChart: {
        chartWidth: 620, chartHeight: 500, titleFontSize: 16, quadrantLabelFontSize: 14, xAxisLabelFontSize: 13, yAxisLabelFontSize: 13,
        pointLabelFontSize: 12, pointTextPadding: 6, pointRadius: 6,
      },
    };
  }

  /* A wide drawing gives way a little before its box scrolls. */
  function shrinkable(svg) {
    return svg.replace(/max-width: ([\d.]+)px;/, (rule, width) => `${rule} min-width: ${Math.round(width * 0.85)}px;`);
  }

  /* The box is a closed shadow root's host: a keyboard reaches what is cut off only if the host itself takes the focus. */
  function makeWideOnesScrollable() {
    for (const box of document.querySelectorAll("div.mermaid")) {
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Diagram, scrolls sideways"]])
        scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
    }
  }

  function apology(source) {
    const text = Object.assign(document.createElement("pre"), { textContent: source }).outerHTML;
    return `<div role="note" style="font: 0.7rem/1.5 var(--md-text-font-family, sans-serif); color: ${soft}">
      <p>This diagram could not be drawn.</p><details><summary>Its source</summary>${text}</details></div>`;
  }

  const or = (name, fallback) => `var(--journeys-${name}, ${fallback})`;
  const ink = or("ink", "var(--md-default-fg-color)");
  const soft = or("soft", "var(--md-default-fg-color--light)");
  const line = or("line", "var(--md-default-fg-color--lighter)");
  const surface = or("surface", "var(--md-code-bg-color)");
  const card = or("card", "var(--md-default-bg-color)");
  const accent = or("accent", "var(--md-accent-fg-color)");
  const accentBg = or("accent-bg", "var(--md-accent-fg-color--transparent)");
  const emotions = [1, 2, 3, 4, 5].map((level) => ({
    level,
    bg: or(`emotion-${level}-bg`, "transparent"),
    bd: or(`emotion-${level}-bd`, ["#c0322b", "#c2620c", "#9a7b00", "#5c8c1a", "#1c8a45"][level - 1]),
  }));

  /* What changes the size of a label has to be known while Mermaid measures, so it goes in with Material's own rules. */
  const measured = `
    .nodeLabel p { line-height: 1.35; }
    .nodeLabel b { font-weight: 600; font-size: 15px; }
    .nodeLabel small { font-size: 12.5px; }
    .journey-section .label, .task .label { line-height: 1.25; }`;

  /* Everything else comes after the drawing, under its id, so that it is the last and the strongest. */
  function stylesheet(id) {
    const of = (kind) => `&[aria-roledescription="${kind}"]`;
    return `<style>#${CSS.escape(id)} {
      height: auto; color: ${ink};
      @media print { min-width: 0 !important; max-width: 100% !important; max-height: 40mm; }
      a:focus-visible { outline: none; :is(rect, path, polygon) { stroke: ${accent} !important; stroke-width: 4px !important; } }
      a, a .nodeLabel { text-decoration: none; cursor: pointer; }
      a:is(:hover, :focus-visible) .nodeLabel { text-decoration: underline; }
      ${of("flowchart-v2")} {
        ${emotions.map(({ level, bg, bd }) => `.node.e${level} :is(rect, path) { fill: ${bg}; stroke: ${bd}; stroke-width: 1.5px; }`).join("\n")}
        .node:is(.e1, .e2, .e3, .e4, .e5, .none) rect { rx: 8px; ry: 8px; }
        .node.none :is(rect, path) { fill: ${card}; stroke: ${soft}; stroke-dasharray: 4 4; }
        .nodeLabel, .nodeLabel p { color: ${ink}; }
        .nodeLabel small { color: ${soft}; }
        .node:is(.e1, .e2, .e3, .e4, .e5) .nodeLabel small { color: ${ink}; }
        .flowchart-link { stroke: ${soft}; }
        marker path { fill: ${soft}; stroke: none; }
        .cluster rect { fill: ${surface}; stroke: ${line}; rx: 8px; }
      }
      ${of("journey")} {
        > text, .legend { fill: ${ink}; }
        .label { color: ${ink}; fill: ${ink}; font-family: inherit; }
        rect.journey-section { fill: ${accentBg}; stroke: ${accent}; }
        rect.task { fill: ${card}; stroke: ${line}; }
        line { stroke: ${soft}; }
        marker path { fill: ${soft}; }
        ${emotions.map(({ level, bg, bd }) => `.face[cy="${300 + (5 - level) * 30}"] { fill: ${bg}; stroke: ${bd}; }`).join("\n")}
        .mouth, line.mouth { stroke: ${ink}; }
        .mouth { fill: ${ink}; }
        .face + g circle { fill: ${ink}; stroke: ${ink}; }
      }
      ${of("xychart")} {
        .background { fill: transparent; }
        text { fill: ${ink} !important; }
        :is(.bottom-axis, .left-axis, .top-axis) path { stroke: ${line}; }
        .line-plot-0 path { stroke: ${accent}; stroke-width: 2.5px; }
        .line-plot-1 path { stroke: ${emotions[4].bd}; stroke-width: 1.5px; stroke-dasharray: 6 5; }
        [class^="bar-plot"] rect { fill: ${accentBg}; stroke: ${accent}; stroke-width: 1px; }
      }
      ${of("quadrantChart")} {
        text { fill: ${ink} !important; }
        .quadrant rect { fill: ${surface}; }
        .quadrant:first-child rect { fill: ${emotions[0].bg}; fill-opacity: 0.6; }
        .quadrant text { font-weight: 600; }
        .border line { stroke: ${line} !important; }
        .data-point circle { fill: ${accent}; stroke: ${card}; stroke-width: 1.5px; }
      }
      ${of("timeline")} {
        .timeline-node path { fill: ${card}; stroke: ${line}; }
        > g > .timeline-node path { fill: ${accentBg}; stroke: ${accent}; }
        text, tspan { fill: ${ink}; }
        line { stroke: ${soft}; }
        .timeline-node line { stroke: none; }
        marker path { fill: ${soft}; }
      }
      ${of("pie")} { text { fill: ${ink}; } .slice { fill: #1f2328; } }
      ${of("sankey")} { text { fill: ${ink}; } .link { mix-blend-mode: normal !important; } }
      ${of("mindmap")} { .node :is(rect, circle, path, polygon) { fill: ${accentBg}; stroke: ${accent}; } .nodeLabel { color: ${ink}; } }
      ${of("gantt")} { text { fill: ${ink}; } }
    }</style>`;
  }
})();
