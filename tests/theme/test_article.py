"""What stands on the page of one article."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import jinja2
from bs4 import BeautifulSoup

from plugins.posts.filters import date_in_words, iso_date
from plugins.translations.language import listed, midsentence
from tests.conftest import ROOT

Page = Callable[[str], BeautifulSoup]

TITLE = 'Fish & <b>chips</b> "quoted" </script>'
LETTER = "/advice/imported-dated/"
HOSTILE = "/advice/hostile-title/"
STEPS = "/advice/separated-under-one-roof/"
ORIGINAL, FIRST_TITLE = "/advice/hostile-original/", 'Peas & <b>mash</b> "quoted" </script>'


def text(soup: BeautifulSoup, selector: str) -> str:
    found = soup.select_one(selector)
    assert found, f"nothing at {selector}"
    return " ".join(found.get_text().split())


def test_a_hostile_title_stays_text_wherever_it_stands(page: Page) -> None:
    article = page(HOSTILE)
    assert text(article, "h1") == TITLE
    assert text(article, "title").startswith(TITLE)
    title = article.select_one("meta[property='og:title']")
    assert title
    assert title["content"] == TITLE
    for address in ("/", "/archive/", "/tag/communication/", "/category/love-and-marriage/"):
        assert TITLE in [link.get_text() for link in page(address).select("main a")]


def test_names_and_summaries_stay_text_too(page: Page) -> None:
    article = page(HOSTILE)
    assert text(article, "a[rel=author]") == "A & <i>B</i> </script>"
    assert text(article, ".letter-signoff") == "<u>Nobody</u> & Co"
    assert "<b>markup</b>" in text(article, ".summary")
    assert text(article, ".comment-meta b") == "Ann & <b>Bob</b>"


def test_letter_and_answer_are_sections_with_their_names(page: Page) -> None:
    sections = page(HOSTILE).select("article > section")
    assert [text(section, "h2") for section in sections[:2]] == ["The letter", "The answer"]
    assert all(section["aria-labelledby"] == section.h2["id"] for section in sections[:2] if section.h2)
    assert sections[0].select_one(".letter")
    assert not sections[1].select_one(".letter")


def test_several_letters_are_numbered_and_signed(page: Page) -> None:
    article = page(LETTER)
    heads = [heading.get_text() for heading in article.select("article > section > h2")]
    assert heads[:4] == ["Letter 1", "Answer 1", "Letter 2", "Answer 2"]
    assert [sign.get_text() for sign in article.select(".letter-signoff")] == ["One", "Two"]


def test_the_head_of_an_article_tells_kind_day_and_length_in_words(page: Page) -> None:
    facts = text(page(LETTER), ".facts")
    assert facts == "Letters 5 January 2026 1 minute to read"


def test_where_a_letter_comes_from_is_said(page: Page) -> None:
    assert "composites" in text(page(HOSTILE), ".article-footer")
    dated = page(LETTER).select_one(".article-footer time")
    assert dated
    assert dated["datetime"] == "2012-03-27"
    assert "First published 27 March 2012" in text(page(LETTER), ".article-footer")
    assert "date unknown" in text(page("/advice/imported-undated/"), ".article-footer")


def test_a_post_without_an_author_names_none(page: Page) -> None:
    article = page(LETTER)
    assert article.select("[rel=author]") == []
    assert "Answered by" not in article.get_text()


def test_related_posts_give_their_reason_in_words(page: Page) -> None:
    links = page(HOSTILE).select(".post-list li")
    assert links
    reasons = [text(link, ".meta").split(" · ")[1] for link in links]
    known = ("Also about ", "A similar story", "The same question, answered before")
    assert [reason for reason in reasons if not reason.startswith(known)] == []
    assert any("communication" in reason for reason in reasons)


def test_comments_are_threaded_marked_and_have_permanent_anchors(page: Page) -> None:
    article = page(HOSTILE)
    first, reply = article.select(".comment")
    assert [first["id"], reply["id"]] == ["comment-c1", "comment-c2"]
    assert reply.find_parent("li") is not first.find_parent("li")
    assert first.find_parent("li") in reply.parents
    assert first.select(".comment-role") == []
    assert text(reply, ".comment-role") == "the author"
    stamp = first.select_one("a[href='#comment-c1'] time")
    assert stamp
    assert stamp["datetime"] == "2026-11-18T16:17"
    assert "Loans" not in article.get_text()


def test_a_safety_topic_is_said_with_the_way_to_help(page: Page) -> None:
    note = page(HOSTILE).select_one(".article-header .note:has(a[href='/help/'])")
    assert note
    assert "abuse" in note.get_text()
    assert note.select_one("a[href='/help/']")
    assert page(LETTER).select(".note") == []


def test_a_draft_says_so_and_asks_not_to_be_indexed(page: Page) -> None:
    draft = page("/drafts/still-a-draft/")
    assert "Draft" in text(draft, ".note")
    assert draft.select_one("meta[name=robots][content=noindex]")


def test_a_draft_links_to_no_tag_category_or_author_that_only_drafts_may_have(page: Page, site: Path) -> None:
    draft = page("/drafts/still-a-draft/")
    assert text(draft, ".article-footer p").startswith("About communication, ")
    assert draft.select(".article-footer a, .article-header a") == []
    links = [str(link["href"]) for link in draft.select("a[href^='/']:not([href$='.xml'])")]
    assert [link for link in links if not (site / link.lstrip("/") / "index.html").is_file()] == []


def test_several_authors_stand_in_one_sentence_and_the_change_once() -> None:
    folder = jinja2.FileSystemLoader(ROOT / "theme/templates")
    extensions = ["jinja2.ext.i18n"]
    environment = jinja2.Environment(
        loader=folder, autoescape=True, trim_blocks=True, lstrip_blocks=True, extensions=extensions
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {"words": date_in_words, "isodate": iso_date, "listed": listed, "midsentence": midsentence}
    authors = [SimpleNamespace(name=name, url=f"author/{name}/") for name in ("Ann", "Bo", "Cy")]
    day = date(2026, 11, 20)
    article = SimpleNamespace(authors=authors, date=day, modified=day, kind="essay", reading_minutes=1)
    shown = environment.get_template("partials/article_header.html").render(article=article, SITEURL="")
    by = text(BeautifulSoup(shown, "lxml"), ".row-body .meta")
    assert by == "By Ann, Bo and Cy · changed 20 November 2026"


def test_an_article_loads_no_style_that_it_does_not_use(page: Page, site: Path) -> None:
    sheet = page("/advice/imported-undated/").select_one("link[rel=stylesheet]")
    assert sheet
    styles = (site / str(sheet["href"]).lstrip("/")).read_text(encoding="utf-8")
    unused = (".letter{", ".comment-list", ".note{", ".masthead", ".ask-form", ".helpline")
    assert [name for name in unused if name in styles] == []


def test_an_update_and_its_original_lead_to_each_other(page: Page) -> None:
    original, update = page(ORIGINAL), page(HOSTILE)
    notes = original.select(f"article .note:has(a[href='{HOSTILE}'])")
    assert [" ".join(note.get_text().split()) for note in notes] == [f"Update, 18 November 2026: {TITLE}"] * 2
    assert notes[0].find_parent("header")
    assert notes[1].find_parent("footer")
    assert all(note.select_one("time[datetime='2026-11-18']") for note in notes)
    assert text(update, "h1 + .meta") == f"An update to {FIRST_TITLE} · all updates"
    assert update.select_one(f"h1 + .meta a[href='{ORIGINAL}']")


def test_the_updates_have_a_page_and_feeds(page: Page, site: Path) -> None:
    first = page("/updates/").select_one(".post-list li")
    assert first
    assert text(first, f"h2 a[href='{HOSTILE}']") == TITLE
    assert text(first, f".meta:has(a[href='{ORIGINAL}'])") == f"An update to {FIRST_TITLE}"
    feeds = [str(link["href"]) for link in page("/updates/").select("main a[href*='/feeds/updates.']")]
    assert len(feeds) == 3
    assert all((site / feed.lstrip("/")).is_file() for feed in feeds)


def test_a_part_of_a_series_shows_the_others_and_where_one_is(page: Page) -> None:
    box = page(HOSTILE).select_one("nav[aria-labelledby='the-series']")
    assert box
    assert text(box, "#the-series") == "Soup & <i>bread</i> </script>"
    assert text(box, ".meta") == "Part 2 of 2"
    assert [" ".join(part.get_text().split()) for part in box.select("li")] == [f"{FIRST_TITLE} previous", TITLE]
    assert text(box, "[aria-current=page]") == TITLE
    assert [link["href"] for link in box.select("a")] == [ORIGINAL]
    assert text(page(HOSTILE), ".article-header a[href='#the-series']") == "Soup & <i>bread</i> </script>"


def test_the_provenance_tells_what_is_known_and_no_more(page: Page) -> None:
    facts = [" ".join(fact.get_text().split()) for fact in page(LETTER).select(".article-footer .provenance li")]
    assert facts == [
        "First published 27 March 2012.",
        "Its title was “An <b>older</b> & longer title”.",
        "The copy names no author.",
        "Brought here from an older copy on 5 January 2026. Its topics are this blog’s own.",
        "2 repeated comments were merged.",
        "One comment is not shown, since it held somebody’s personal data.",
    ]
    assert text(page(LETTER), ".article-footer h2") == "Where this comes from"
    undated = [fact.get_text() for fact in page("/advice/imported-undated/").select(".provenance li")]
    assert undated[0] == "First published elsewhere, date unknown."
    assert not any("comment" in fact for fact in undated)
    assert page(HOSTILE).select(".provenance, .article-footer h2") == []


def test_steps_are_led_to_and_have_a_sheet_without_a_name(page: Page) -> None:
    letter, sheet = page(STEPS), page(f"{STEPS}steps/")
    links = [(link["href"], link.get_text()) for link in letter.select(".summary + .meta a")]
    assert links == [("#the-treaty", "The treaty"), (f"{STEPS}steps/", "on a sheet to print")]
    assert letter.select_one(".answer h2#the-treaty ~ ol")
    assert text(sheet, "title") == text(sheet, "h1") == "The treaty"
    assert len(sheet.select(".sheet ol > li")) == 8
    assert sheet.select("header, footer, nav") == []
    assert sheet.select_one("meta[name=robots][content=noindex]")
    assert sheet.select_one(f"link[rel=canonical][href='{STEPS}']")
    assert text(sheet, f".sheet-note a[href='{STEPS}#the-treaty']") == text(letter, "h1")
    assert page(LETTER).select(".summary + .meta") == []


def test_a_guide_lists_its_contents_and_a_letter_does_not(page: Page) -> None:
    guide = page("/advice/when-not-to-try-harder/")
    links = guide.select("nav[aria-labelledby='the-contents'] a")
    assert [link["href"] for link in links] == [f"#{heading['id']}" for heading in guide.select(".prose h2")]
    assert page(STEPS).select("#the-contents") == []


def test_a_content_note_is_one_line_with_the_way_past_it(page: Page) -> None:
    note = page(HOSTILE).select_one(".article-header .note:has(a[href='/help/'])")
    assert note
    assert text(note, "b") == "This letter mentions abuse."
    assert text(note, "a[href='#the-answer-1']") == "Go straight to the answer"
    guide = page("/advice/when-not-to-try-harder/").select_one(".article-header .note")
    assert guide
    assert text(guide, "b") == "This page mentions abuse."


def test_deep_threads_are_set_in_four_times_at_most_and_say_whom_they_answer(page: Page) -> None:
    comments = page(LETTER).select(".comment")
    assert len(comments) == 13
    depths = [len(comment.find_parents("ol")) for comment in comments]
    assert depths == [1, 2, 3, *[4] * 9, 1]
    assert text(comments[11], ".comment-meta a[href='#comment-c11']") == "Reader <i>11</i>"
    assert text(comments[12], ".comment-meta b bdi") == "Anna דנה <b>Bold</b> & Sons"
    assert "Held back" not in page(LETTER).get_text()
    assert {tag.name for comment in comments for tag in comment.select("p ~ *")} == {"p"}
    assert {link["rel"][0] for link in page(LETTER).select(".comment a[href^=https]")} == {"nofollow"}


def test_the_link_of_a_page_can_be_copied_where_a_script_runs(page: Page) -> None:
    share = page(HOSTILE).select_one("share-link")
    assert share
    assert [button["type"] for button in share.select("button")] == ["button", "button"]
    assert page(HOSTILE).select_one("script[type=module][src*='/js/share-link.']")
