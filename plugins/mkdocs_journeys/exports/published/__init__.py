"""What a site has for programs beside its pages: JSON, llms.txt, and each page as Markdown."""
