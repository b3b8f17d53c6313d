"""The same pages as Markdown files, for every generator that runs no plugin of ours: Zensical, TechDocs and others."""
