"""The pages as Markdown files, for generators that run no plugin of ours: Zensical, TechDocs and others."""
