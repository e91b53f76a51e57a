"""English words that say little of what a text is about. Lower case, straight apostrophes."""

STOP_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always am among an and another
    any anybody anyone anything anyway are aren't around as at away back be became because become been before behind
    being below between both but by came can can't cannot come comes could couldn't did didn't do does doesn't doing
    don't done down during each either else enough etc even ever every everybody everyone everything few for from
    further get gets getting give given go goes going gone got had hadn't has hasn't have haven't having he he'd he'll
    he's her here here's hers herself him himself his how how's however i i'd i'll i'm i've if in indeed instead into is
    isn't it it'd it'll it's its itself just keep kept know knows known let let's like likely lot made make makes
    making many may maybe me might mightn't mine more most much must mustn't my myself near need needs neither never
    no nobody none nor not nothing now of off often on once one one's ones only onto or other others otherwise ought our
    ours ourselves out over own perhaps put quite rather re really said same say saying says see seem seems seen shall
    shan't she she'd she'll she's should shouldn't since so some somebody someone something sometimes soon still such
    sure take taken takes taking than that that'd that'll that's the their theirs them themselves then there there's
    therefore these they they'd they'll they're they've thing things think this those though through thus to together
    told too took toward towards try trying under until up upon us use used using very via was wasn't way we we'd we'll
    we're we've well went were weren't what what's whatever when when's where where's whether which while who who's
    whoever whole whom whose why why's will with within without won't would wouldn't yes yet you you'd you'll you're
    you've your yours yourself yourselves
    """.split()
)
"""Function words, and verbs and adverbs so common that sharing one says nothing."""

GENERAL_WORDS = frozenset(
    """
    able actually advice answer answered article ask asked asking bad begin best better big bit blog call change chance
    clear day days deal decide different difficult easy end feel feeling feelings feels felt find fine first follow four
    full good great happen happened happens hard hear help helped helpful helps hope hours hurt idea important keeping
    kind last later learn least leave left less letter life light line little live lives living long longer look looking
    looks lost love loved main matter mean means minute minutes moment month months mr mrs ms new next nice night number
    often old open part people person place plan point possible post problem problems question questions read reader
    readers ready real reason reasons recently remember rest right second self sense set show side sign signs simple
    simply situation small sort sound sounds spend start started step steps stop story strong style talk talked talking
    tell ten thank thanks thought thoughts three time times tip tips today tonight tried true turn two understand
    wait want wanted wants week weeks word words work worked working works world worth write writing written wrong year
    years yesterday young
    """.split()
)
"""Words that every piece of advice uses: no ground for a new tag."""
