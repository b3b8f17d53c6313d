/* The theme's dialog for search has no name; its field has one, in the language of the site. */
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", document.querySelector(".md-search input")?.placeholder);
