"""Topic notes that a person may want on a post: offered in the report with their words, never written."""

import re

TOPICS: dict[str, tuple[str, ...]] = {
    "abuse": (r"abus(?:e|es|ed|ive|er|ing)", r"violen(?:t|ce)", r"hits? me", r"beats? me", r"chok(?:ed|es) me",
              r"strangl\w+", r"threat(?:ens?|ened) (?:me|to)", r"afraid of (?:him|her|my)",
              r"scared of (?:him|her|my)", r"controls? (?:what|where|who|my)", r"black eye", r"bruises?",
              r"restraining order"),
    "suicide": (r"suicid(?:e|al)", r"kill(?:ing)? (?:my|him|her)self", r"end (?:my|it|his|her) (?:life|all)",
                r"better off dead", r"want to die", r"self-harm", r"cut(?:ting)? myself"),
    "assault": (r"rap(?:e|ed|ist)", r"sexual(?:ly)? assault(?:ed)?", r"molest(?:ed|ation)?", r"forced me"),
    "addiction": (r"alcoholi(?:c|sm)", r"addict(?:ed|ion)?", r"overdos(?:e|ed)", r"relaps(?:e|ed)",
                  r"drinks? too much"),
    "eating": (r"anorexi[ac]", r"bulimi[ac]", r"eating disorder", r"starv(?:e|ing) myself"),
    "loss": (r"miscarr(?:iage|ied)", r"stillb(?:orn|irth)", r"passed away", r"widow(?:ed|er)?", r"grie(?:f|ving)"),
}  # fmt: skip
"""The words of each topic, in small letters."""

BEGINNING = re.compile(r"(?:[a-z -](?!\?))+")


def _whole(words: str) -> tuple[str, re.Pattern[str]]:
    """The letters that some words begin with, which are quickly looked for, and the pattern for the whole words."""
    beginning = BEGINNING.findall(words)[0]
    return beginning, re.compile(rf"{beginning}(?<!\w{beginning}){words.removeprefix(beginning)}\b")


WORDS = tuple((topic, *_whole(words)) for topic, patterns in TOPICS.items() for words in patterns)


def safety_offered(text: str) -> dict[str, list[str]]:
    """The topics that a text's words suggest, each with those words, in order of first appearance.

    >>> safety_offered("He hit me once. He is not violent.")
    {'abuse': ['hit me', 'violent']}
    """
    small = text.casefold()
    found: dict[str, list[tuple[int, str]]] = {topic: [] for topic in TOPICS}
    for topic, beginning, words in WORDS:
        if beginning in small:
            found[topic] += [(match.start(), match[0]) for match in words.finditer(small)]
    return {
        topic: list(dict.fromkeys(word for _, word in sorted(places)))[:8] for topic, places in found.items() if places
    }
