"""The result document as people read it: terminal, HTML, Markdown."""
