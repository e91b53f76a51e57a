"""Write: an article as Markdown, with its header, its comments and its flags, onto disk."""
