"""The search: an index of the published posts, looked through in the reader's own browser.

Not a Pelican plugin: `index.build_index` runs on the built pages, after Pelican. What of a page can be found is marked
in the theme, by the attributes of Pagefind: `data-pagefind-body`, `data-pagefind-ignore` and `data-pagefind-filter`.
"""
