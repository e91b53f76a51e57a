"""Captures of advice articles, as found, into clean posts: decode, repair, segment, extract, write, report.

    decode    bytes to text                                       decode.py
    repair    broken characters mended, each by a named fixer     repair/
    segment   lines to pieces; furniture and comments told apart  segment/
    extract   title, byline, letters, sign-offs, headings, kind   extract/
    find      tags, prints and terms, where it is read: all cores findings.py, worker.py
    write     Markdown, header, comments file, files on disk      write/
    report    what became of every line of every capture          report.py, accounting.py

The door is `plugins.normalize.importing.import_captures`. This package is no Pelican plugin: it has no adapter.
"""
