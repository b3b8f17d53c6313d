/* Writes down how large the document is, and how much larger than its inside the window is. */
addEventListener("load", () => {
  const { width, height } = document.body.getBoundingClientRect();
  const frame = [outerWidth - innerWidth, outerHeight - innerHeight].map((each) => Math.max(0, each));
  document.documentElement.dataset.size = [Math.ceil(width), Math.ceil(height), ...frame].join(" ");
});
