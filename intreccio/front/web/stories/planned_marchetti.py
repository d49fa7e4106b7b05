"""Elena, Karim, Nadia and Leo: what each wanted, and what moved."""

from datetime import date

from intreccio.front.web.stories.planned_tale import Aim, Does, PlanTale
from intreccio.front.web.stories.tale import Rows

TALKS = Aim(
    "Leo usa frasi di due o tre parole", "children",
    ("indica e piange, senza parole", "dice parole da sole", "usa frasi di due o tre parole", "racconta che cosa ha fatto",
     "si fa capire da tutti, anche dai bambini"),
    -2, "futuro.educative", "Così alla scuola dell'infanzia si fa capire dagli altri",
    (Does("Visita logopedica", "Pediatra e Giulia Serra", 7),
     Does("Leggere una storia ogni sera", "person:elena", rhythm="quasi ogni sera", leans_on="Le storie che le raccontava sua nonna"),
     Does("Letture in biblioteca 0-6", "service:letture_0_6", rhythm="ogni sabato")),
    "Dire con le parole che cosa vuoi", "talk",
    look="feelings", families=("potential", "pace"), own_time="con il suo passo, entro la scuola dell'infanzia",
)  # fmt: skip
READS = Aim(
    "Elena gioca e legge con Leo mezz'ora al giorno", "parenting",
    ("non ci riesce mai", "una volta alla settimana", "mezz'ora, quasi ogni giorno", "ogni giorno, e piace a tutti e due",
     "ogni giorno, anche con Nadia"),
    -1, "futuro.genitorialita", "«Prima avevo sempre la testa altrove»",
    (Does("Gruppo «Mille giorni»", "service:gruppo_mille_giorni", rhythm="martedì, ore 17"),
     Does("Scegliere i libri con Nadia", "person:elena", rhythm="ogni due settimane"),
     Does("Un colloquio per ripartire", "worker:psicologa", done=45)),
    "La mamma legge e gioca con te ogni giorno", "book",
    look="stimulation",
)  # fmt: skip
DRAWS = Aim(
    "Nadia ha un posto suo dove disegnare e fare i compiti", "children",
    ("disegna per terra", "usa il tavolo quando è libero", "ha un angolo suo", "ci studia ogni pomeriggio",
     "invita anche le amiche"),
    -2, "futuro.istruzione", "Lo ha chiesto lei",
    (Does("Scrivania nell'angolo del soggiorno", "person:karim", done=24),
     Does("Doposcuola due volte la settimana", "service:doposcuola_tigli", rhythm="lunedì e mercoledì")),
    "Un posto tuo per disegnare e fare i compiti", "desk",
    look="learning", families=("autonomy",),
)  # fmt: skip
RESTED = Aim(
    "Karim passa con i figli un fine settimana su due, riposato", "parenting",
    ("li vede di corsa", "li vede, ma dorme in piedi", "un fine settimana su due, riposato", "anche un pomeriggio in mezzo",
     "le vacanze insieme"),
    -1, "famiglie.accompagnamento", "Dipende dai turni di notte",
    (Does("Chiedere il cambio di turno", "person:karim", 4), Does("Due incontri con entrambi i genitori", "worker:assistente", 14)),
    "Il papà sta con voi un fine settimana sì e uno no, riposato", "together",
    look="warmth",
)  # fmt: skip
SUPPER = Aim(
    "A casa si mangia insieme con calma la sera", "children",
    ("ognuno mangia quando può", "insieme, davanti alla TV", "insieme e con calma, quasi ogni sera", "si cucina insieme",
     "vengono anche i nonni"),
    -1, "famiglie.accompagnamento", "Adesso spesso davanti alla TV",
    (Does("Spesa solidale", "service:emporio_della_spesa", rhythm="ogni due settimane"),
     Does("Nadia sceglie una ricetta", "person:nadia", rhythm="il venerdì")),
    "La sera si mangia insieme, con calma", "meal",
    look="care",
)  # fmt: skip
WORKS = Aim(
    "Elena lavora di giorno, almeno 20 ore", "work",
    ("fa le pulizie di notte", "cerca, e ha qualche colloquio", "lavora di giorno, almeno 20 ore", "ha un contratto di un anno",
     "ha un contratto senza scadenza"),
    -2, "lavoro.inserimenti", "Ha finito il corso di cucina",
    (Does("Sportello lavoro, insieme a Chiara", "worker:educatrice", 3),
     Does("Chiedere alla mensa il certificato", "person:elena", done=17)),
    look="economy",
)  # fmt: skip


def story(today: date) -> Rows:
    """One version, told in full."""
    tale = PlanTale(today, "marchetti", team="equipe_nord", since=200, by="educatrice")
    tale.version(1, "in_force", 146, 138, review=tale.day(-25), where="a casa di Elena, con Nadia")
    pairs = (
        (TALKS, "leo", READS, "elena", "La storia della sera aiuta Leo a parlare ed Elena a fermarsi"),
        (DRAWS, "nadia", RESTED, "karim", "Karim monta la scrivania: è tempo insieme"),
        (SUPPER, None, WORKS, "elena", "Un lavoro di giorno lascia libere le sere"),
    )
    for place, (child, whose, parent, parents, words) in enumerate(pairs, 1):
        tale.knot(
            tale.goal(f"c{place}", "children", child, whose),
            tale.goal(f"p{place}", "parents", parent, parents),
            words,
        )
    _brought(tale)
    _yeses(tale)
    _since(tale)
    return tale.rows


def _brought(tale: PlanTale) -> None:
    tale.brings("skill", "Cucinare per tanti", 146, person="elena")
    tale.brings("joy", "Le storie che le raccontava sua nonna", 146, person="elena")
    tale.brings("skill", "Montare e aggiustare mobili", 138, person="karim")
    tale.brings("joy", "Disegnare", 138, person="nadia")
    tale.brings(
        "people", "Tiene Leo quando Elena ha un colloquio", 80, somebody="La vicina del secondo piano"
    )


def _yeses(tale: PlanTale) -> None:
    tale.yes("person:elena", 138, "drawn")
    for who in ("worker:educatrice", "worker:assistente"):
        tale.yes(who, 138, "signed_in")
    tale.yes("person:nadia", 138, "own_version")
    tale.yes("person:karim", 131, "link", reservation="La visita di Leo per me è presto")
    tale.differs(
        "karim", 131, "Secondo me Leo parla poco perché è timido. La visita per me è presto.",
        "Aspettare non lo aiuta: proponiamo una visita sola, senza impegno.",
        "La visita si fa, Karim viene, poi decidiamo insieme.",
    )  # fmt: skip


def _since(tale: PlanTale) -> None:
    for goal, level, ago, words in (
        ("c1", -1, 40, "Al nido dice «acqua» e «mamma» da solo"),
        ("p1", 0, 80, "Tre sere la settimana"),
        ("p1", 1, 40, "Ogni sera, e ride anche lei"),
        ("c2", 0, 22, "La scrivania c'è, l'ha dipinta lei"),
        ("p2", -1, 22, "I turni sono ancora quelli"),
        ("c3", 0, 36, "Quattro sere su sette"),
        ("p3", -1, 10, "Due colloqui questo mese"),
    ):
        tale.score(f"{tale.plan}-{goal}", level, ago, words)
