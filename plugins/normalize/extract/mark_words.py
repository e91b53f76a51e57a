"""The words of marks and salutations, in the languages of the pages that the import reads."""

QUESTIONS = "Question|Frage|Pregunta|Domanda|Vraag|Pergunta|Fråga|Spørgsmål|Spørsmål|Pytanie"
ANSWERS = "Answer|Ans|Response|Reply|Antwort|Respuesta|Réponse|Risposta|Antwoord|Resposta|Svar|Odpowiedź"
ARTICLES = r"(?:The|La|Die|Das|De|Het|El)\s"
REPLIES = (
    "replies|answers|responds|advises|antwortet|rät|répond|conseille|responde|aconseja|risponde|consiglia|antwoordt|"
    "svarar|svarer|odpowiada"
)
"""What the one who answers does, behind the name and before a colon."""
ASKS = "asks|wonders|ASKS|wants to know|fragt|demande|pregunta|chiede|vraagt|pergunta"
OF = r"(?:de la|de l['’]|du|de|d['’]|della|dell['’]|di|da|del|der|des|van de|van|von)"
THE = r"(?:la|le|lo|l['’]|el|il|die|der|de|het)"

DEAR = (
    r"(?:Dear(?:est)?|DEAR|Chère|Cher|Chers|Liebe|Lieber|Liebes|Liebster?|Sehr geehrter?|Querida|Querido|Estimada|"
    r"Estimado|Lieve|Geachte|Hi|Hello|Hey|"
    r"(?:(?i:my) dear(?:est)?|Ma chère|Mon cher|Mi querid[ao]|Mi estimad[ao]|Mia cara|Mio caro|Meine liebe|Mein lieber|"
    r"Mijn lieve))"
)
"""Words that open a letter to whoever is named behind them, on a line with the text as well as by themselves."""

DEAR_NAMES = (
    r"(?:(?:Cara|Caro|Carissim[ao]|Gentile|Kära|Kære|Kjære|Beste|Droga|Drogi|Prezad[ao]|Car[oa]|Bonjour|Bonsoir|Hola|"
    r"Hallo|Ciao|Buongiorno|Olá|Hej|Salut|Sala+m|Namaste|Guten (?:Tag|Abend)))"
)
"""The same of words that need a name with capitals and a comma behind them: they begin other sentences, too."""

SOMEBODY = (
    r"(?P<name>(?i:señora?|doctora?|doctorcita|amig[ao]|madame|monsieur|docteur|signora?|dottoressa|dottore|doutora?|"
    r"frau doktor|herr doktor))"
)
"""Whom a salutation calls without a name."""

READERS = (
    r"(?:Estimad[ao]|Querid[ao]) (?:lectora?|amig[ao])|Ch(?:er|ère) lect(?:eur|rice)|Car[oa] lett(?:ore|rice)|"
    r"Lieber? Leser(?:in)?|Beste lezer(?:es)?"
)
"""Words by which an answer calls whoever asked."""

NO_ADDRESSEE = r"(?!Gr[uü](?:ß|ss)|W(?:ü|ue)nsche|[Gg]roet|[Ss]aludos|[Ss]aluti|[Ll]iefs)"
"""`Liebe Grüße` and its kin close a letter."""


def both(words: str) -> str:
    """Words between bars, each also in capitals.

    >>> both("Ja|Nein")
    '(?:Ja|Nein|JA|NEIN)'
    """
    return f"(?:{words}|{words.upper()})"
