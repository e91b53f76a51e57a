"""Posts and comments onto disk, each with its entry for the report."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.normalize.article import Article, Reading
from plugins.normalize.findings import Findings
from plugins.normalize.flags import FLAGS
from plugins.normalize.report import Report
from plugins.normalize.results import ImportOptions, ImportRecord
from plugins.normalize.write.files import digest_of, place
from plugins.shared.comment_files import format_comments
from plugins.shared.posts import Post, format_post


@dataclass
class Draft:
    """An article on its way to a file. `path` is where an earlier import or a person put it, else by year and slug."""

    reading: Reading
    article: Article
    findings: Findings
    post: Post
    path: Path


def write_article(draft: Draft, report: Report, options: ImportOptions) -> tuple[ImportRecord, dict[str, Any]]:
    """Write one post and its comments; the record for the caller and the entry for the report."""
    post, article, source = draft.post, draft.article, draft.reading
    slug, last = post.get("Slug"), report.last_written(post.get("Id"))
    text = format_post(post)
    path = draft.path
    outcome = place(path, text, last.get("post", ""), options.into, options.beside)
    told: dict[str, Any] = {
        "number": article.number,
        "id": post.get("Id"),
        "slug": slug,
        "state": "edited" if outcome == "edited" else "post",
    }
    told["post"] = {"path": path.relative_to(options.into).as_posix(), "sha256": digest_of(text.encode())}
    if outcome == "edited":
        told["post"]["sha256"] = last.get("post", "")
    if article.comments:
        told["comments"] = _write_comments(draft, last.get("comments", ""), options)
    told |= _findings(draft)
    held = sum(comment.held for comment in article.comments)
    record = ImportRecord(
        source.source,
        outcome,
        slug,
        path,
        _reason(outcome, options),
        post.many("Flags"),
        len(article.comments),
        held,
        article.where,
    )
    return record, told


def _findings(draft: Draft) -> dict[str, Any]:
    """What the report tells of an article beside its files: flags, safety notes to weigh, words that are no tags."""
    article, findings = draft.article, draft.findings
    told: dict[str, Any] = {
        "title": article.title,
        "flags": {name: [FLAGS[name], article.flags.get(name, "")] for name in draft.post.many("Flags")},
    }
    if findings.safety:
        told["safety_offered"] = findings.safety
    if article.where:
        told |= {"where": article.where, "lines": [list(account) for account in article.accounts]}
    if findings.outside is not None:
        told["words_outside_the_vocabulary"] = list(findings.outside)
    return told


def _reason(outcome: str, options: ImportOptions) -> str:
    if outcome != "edited":
        return ""
    return "a person has edited this post; it is left alone" + (
        ", the import stands beside it" if options.beside else ""
    )


def _write_comments(draft: Draft, last: str, options: ImportOptions) -> dict[str, Any]:
    path = options.into / "comments" / f"{draft.post.get('Slug')}.toml"
    text = format_comments(draft.article.comments)
    outcome = place(path, text, last, options.into, options.beside)
    return {
        "path": path.relative_to(options.into).as_posix(),
        "sha256": last if outcome == "edited" else digest_of(text.encode()),
        "found": len(draft.article.comments),
        "held": sum(comment.held for comment in draft.article.comments),
    }
