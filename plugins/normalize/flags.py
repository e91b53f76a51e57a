"""Every flag that the importer can raise, with what a person should look at. A flagged post is a draft."""

FLAGS: dict[str, str] = {
    "title-inferred": (
        "The capture has no title; one was made out of the question or the first words. Write a better one."
    ),
    "no-author": "The capture does not say who wrote this. Name the author if you know, or leave it out on purpose.",
    "encoding-repaired": (
        "Characters were broken and have been mended by evidence. Read the quotes, dashes and accents once."
    ),
    "no-letter": (
        "This answers a question, but the letter itself is not in the capture. Write a line that says what was asked."
    ),
    "letter-unmarked": (
        "Nothing marks where the letter ends and the answer begins; who speaks decided. Check the place."
    ),
    "answer-guessed": "The letter is marked but its answer is not; the last question decided. Check the place.",
    "asker-partial": "Some letters are signed and some are not. Check that each name stands by its own letter.",
    "caption-dropped": (
        "A line without a full stop was taken for a picture's caption and left out. Put it back if it is text."
    ),
    "lost-heading": "A wide gap late in the article suggests a heading that is lost. Add one if the text needs it.",
    "comments-unnamed": (
        "A numbered list below the text was taken for comments, though it names no writers. Put it back if it is text."
    ),
    "comment-call": "The text asks readers to comment, which this site does not take. Reword the sentence.",
    "self-promotion": "The text sends readers to the author's own site or shop. Keep it only if you mean to.",
    "interview": "This is an interview: nothing was made a letter. Check that its voices are told apart.",
    "forum-thread": "This looks like a forum's thread, not an article. Decide whether it belongs here at all.",
    "date-ambiguous": (
        "The page's date can be read in two ways (day or month first), so none was taken. Set Source_date."
    ),
    "personal-data": (
        "A letter or a comment holds an address, a telephone number or a handle. Take it out of the letter; such "
        "comments are held."
    ),
    "short": "There is little text. Check that the capture holds the whole article.",
    "cut-off": "The text ends in the middle of a sentence. Check that the capture holds the whole article.",
    "few-tags": "The vocabulary gives fewer than three tags for this text. Choose them, or widen tags.toml.",
    "slug-taken": "Another post has this title's slug; this one got a number. Check that the two are not one article.",
}
"""Flag and sentence, in the order in which they are written to `Flags`."""
