"""Topic notes that a person may want on a post: offered in the report with their words, never written."""

import re

TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (topic, re.compile(rf"\b(?:{words})\b", re.I))
    for topic, words in (
        (
            "abuse",
            r"abus(?:e|es|ed|ive|er|ing)|violen(?:t|ce)|hits? me|hit me|beats? me|chok(?:ed|es) me|strangl\w+|"
            r"threat(?:ens?|ened) (?:me|to)|"
            r"afraid of (?:him|her|my)|scared of (?:him|her|my)|controls? (?:what|where|who|my)|black eye|bruises?|"
            r"restraining order",
        ),
        ("suicide", r"suicid(?:e|al)|kill(?:ing)? (?:my|him|her)self|end (?:my|it|his|her) (?:life|all)|better off "
            r"dead|want to die|self-harm|cut(?:ting)? myself"),
        ("assault", r"rap(?:e|ed|ist)|sexual(?:ly)? assault(?:ed)?|molest(?:ed|ation)?|forced me"),
        ("addiction", r"alcoholi(?:c|sm)|addict(?:ed|ion)?|overdos(?:e|ed)|relaps(?:e|ed)|drinks? too much"),
        ("eating", r"anorexi[ac]|bulimi[ac]|eating disorder|starv(?:e|ing) myself"),
        ("loss", r"miscarr(?:iage|ied)|stillb(?:orn|irth)|passed away|widow(?:ed|er)?|grie(?:f|ving)"),
    )
)  # fmt: skip


def safety_offered(text: str) -> dict[str, list[str]]:
    """The topics that a text's words suggest, each with those words, in order of first appearance.

    >>> safety_offered("He hit me once. He is not violent.")
    {'abuse': ['hit me', 'violent']}
    """
    found = {
        topic: list(dict.fromkeys(match[0].casefold() for match in pattern.finditer(text))) for topic, pattern in TOPICS
    }
    return {topic: words[:8] for topic, words in found.items() if words}
