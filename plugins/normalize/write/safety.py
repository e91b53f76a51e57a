"""Topic notes that a person may want on a post: offered in the report with their words, never written."""

import re

TOPICS: dict[str, str] = {
    "abuse": r"abus(?:e|es|ed|ive|er|ing)|violen(?:t|ce)|hits? me|beats? me|chok(?:ed|es) me|strangl\w+|"
    r"threat(?:ens?|ened) (?:me|to)|afraid of (?:him|her|my)|scared of (?:him|her|my)|controls? (?:what|where|who|my)|"
    r"black eye|bruises?|restraining order",
    "suicide": r"suicid(?:e|al)|kill(?:ing)? (?:my|him|her)self|end (?:my|it|his|her) (?:life|all)|better off dead|"
    r"want to die|self-harm|cut(?:ting)? myself",
    "assault": r"rap(?:e|ed|ist)|sexual(?:ly)? assault(?:ed)?|molest(?:ed|ation)?|forced me",
    "addiction": r"alcoholi(?:c|sm)|addict(?:ed|ion)?|overdos(?:e|ed)|relaps(?:e|ed)|drinks? too much",
    "eating": r"anorexi[ac]|bulimi[ac]|eating disorder|starv(?:e|ing) myself",
    "loss": r"miscarr(?:iage|ied)|stillb(?:orn|irth)|passed away|widow(?:ed|er)?|grie(?:f|ving)",
}
"""The words of each topic, in small letters."""

ANY_TOPIC = re.compile(r"\b(?:" + "|".join(f"(?P<{topic}>{words})" for topic, words in TOPICS.items()) + r")\b")
"""All topics in one pass over a text; the group that matched is the topic."""


def safety_offered(text: str) -> dict[str, list[str]]:
    """The topics that a text's words suggest, each with those words, in order of first appearance.

    >>> safety_offered("He hit me once. He is not violent.")
    {'abuse': ['hit me', 'violent']}
    """
    found: dict[str, dict[str, None]] = {topic: {} for topic in TOPICS}
    for match in ANY_TOPIC.finditer(text.casefold()):
        found[match.lastgroup or ""][match[0]] = None
    return {topic: list(words)[:8] for topic, words in found.items() if words}
