"""Lines that state when and by whom, and lines that look like them and state nothing."""

from datetime import date

import pytest

from plugins.normalize.extract.meta_line import read_meta_line

MAY = date(2012, 5, 3)
STATED = [
    ("By Ida Frost", "Ida Frost", None),
    ("By Ida Frost, Staff Writer", "Ida Frost", None),
    ("Ida Frost, Staff Writer", "Ida Frost", None),
    ("Ida Frost | Guest Columnist", "Ida Frost", None),
    ("Ida Frost, Psychotherapist and Author", "Ida Frost", None),
    ("Ida Frost, LMFT", "Ida Frost", None),
    ("Ida Frost Ph.D.", "Ida Frost", None),
    ("By Ida Frost PhD", "Ida Frost", None),
    ("By Ida Frost, MA, LMFT, CST", "Ida Frost", None),
    ("By Dr. Ida Frost, Clinical Psychologist", "Dr. Ida Frost", None),
    ("BY IDA FROST Staff Writer", "IDA FROST", None),
    ("By J.R. Lind", "J.R. Lind", None),
    ("By Bo Lind Jr.", "Bo Lind Jr.", None),
    ("Psychologist Dr. Ida Frost answers your questions", "Dr. Ida Frost", None),
    ("Ida Frost | May 3, 2012 | Lamps", "Ida Frost", MAY),
    ("By Ida Frost, Special to the Lantern", "Ida Frost", None),
    ("By Ida Frost Special to the Lantern", "Ida Frost", None),
    ("By Ida Frost For The Lantern", "Ida Frost", None),
    ("By Ida Frost Lantern Media Services", "Ida Frost", None),
    ("By Ida Frost, Lantern Press Syndicate", "Ida Frost", None),
    ("By Ida Frost (@idafrost)", "Ida Frost", None),
    ("By Ida Frost, ida@example.com", "Ida Frost", None),
    ("By Ida Frost and Bo Lind", "Ida Frost and Bo Lind", None),
    ("By Ida Frost, Bo Lind and Ann Weaver", "Ida Frost, Bo Lind and Ann Weaver", None),
    ("By Ida and Bo Frost", "Ida and Bo Frost", None),
    ("By guest blogger Ida Frost", "Ida Frost", None),
    ("Guest post by Ida Frost", "Ida Frost", None),
    ("Guest Author: Ida Frost", "Ida Frost", None),
    ("A column by Ida Frost", "Ida Frost", None),
    ("Commentary by Ida Frost", "Ida Frost", None),
    ("Contributor: Ida Frost", "Ida Frost", None),
    ("Expert Author Ida Frost", "Ida Frost", None),
    ("Words: Ida Frost", "Ida Frost", None),
    ("As told to Ida Frost", "Ida Frost", None),
    ("Text: Ida Frost  Photos: Bo Lind", "Ida Frost", None),
    ("By Ida & Bo", "Ida & Bo", None),
    ("Dr. Ida Frost The Quarrel Doctor", "Dr. Ida Frost", None),
    ("Ida Frost, Marriage counselor for 22 years", "Ida Frost", None),
    ("Asked by kettle_woman - May 3, 2012", "", MAY),
    ("Released: May 3, 2012", "", MAY),
    ("With Dr. Ida Frost", "Dr. Ida Frost", None),
    ("by kettle_woman", "kettle_woman", None),
    ("Posted on May 3, 2012 by kettle_woman", "kettle_woman", MAY),
    ("By Ida Frost | Submitted On May 3, 2012", "Ida Frost", MAY),
    ("By Ida Frost on May 3, 2012 in Lamps, Doors with 4 Comments", "Ida Frost", MAY),
    ("In Lamps, Doors by Ida Frost / May 3, 2012 / 3 Comments", "Ida Frost", MAY),
    ("Posted May 3, 2012 by Ida Frost in Lamps", "Ida Frost", MAY),
    ("Posted at 09:38 AM on May 3, 2012 by Ida Frost in Lamps", "Ida Frost", MAY),
    ("Posted by Ida at 09:38 AM in Lamps | Permalink", "Ida", None),
    ("Category: Lamps | Author: Ida Frost | Date: May 3, 2012", "Ida Frost", MAY),
    ("Details Written by Ida Frost Category: Lamps Published: 03 May 2012", "Ida Frost", MAY),
    ("May 3, 2012 | Ida Frost", "Ida Frost", MAY),
    ("2012-05-03 / Ida Frost", "Ida Frost", MAY),
    ("Ida Frost on May 3, 2012", "Ida Frost", MAY),
    ("Ida Frost Updated May 3, 2012", "Ida Frost", MAY),
    ("Ida Frost May 3, 2012", "Ida Frost", MAY),
    ("Publicado por Ida Frost el 3 de mayo de 2012", "Ida Frost", MAY),
    ("Geplaatst op 3 mei 2012 door Ida Frost", "Ida Frost", MAY),
    ("Opublikowano 3 maja 2012 przez Ida Frost", "Ida Frost", MAY),
    ("di Ida Frost - 3 maggio 2012", "Ida Frost", MAY),
    ("Updated July 9, 2014; published May 3, 2012", "", MAY),
    ("Archive for Thursday, May 3, 2012", "", MAY),
    ("FOR RELEASE: WEEK OF MAY 3, 2012", "", MAY),
    ("Originally created 05/23/12", "", date(2012, 5, 23)),
    ("Web posted May 3, 2012", "", MAY),
    ("2012/05/03", "", MAY),
    ("May 2012", "", None),
    ("Reviewed by Ida Frost, MD", "", None),
    ("By The Editors", "", None),
    ("Posted by webmaster on May 3, 2012", "", MAY),
]
SILENT = [
    "Stand By Your Lamp",
    "By the Sea",
    "Love by Numbers",
    "From Porto With a Ladder",
    "Photo by Ida Frost",
    "Translated by Ida Frost",
    "Sponsored by Ida Frost",
    "Second Marriage, Third Child",
    "Words, Words, Words",
    "Answer: No",
    "By May 3, 2012 we had moved out",
    "Author of the year",
    "Commenting on Ladders",
    "Ida Frost, who sang on May 3, 2012",
    "With Friends Like These",
    "Emotional Affair, Therapist Says",
    "Author Interview",
    "Columnist Wanted",
]


@pytest.mark.parametrize(("line", "author", "day"), STATED)
def test_a_line_states_its_author_and_its_day(line: str, author: str, day: date | None) -> None:
    stated = read_meta_line(line)
    assert stated is not None
    assert (stated.author, stated.day) == (author, day)


@pytest.mark.parametrize("line", SILENT)
def test_a_line_that_looks_like_a_byline_states_nothing(line: str) -> None:
    assert read_meta_line(line) is None
