"""When each family was looked at, and words as families and children say them."""

from typing import NamedTuple


class When(NamedTuple):
    """One moment of a family, in days ago; `closed` None: still open."""

    family: str
    team: str
    moment: str
    begun: int
    closed: int | None


# Family and for how many days it has been in charge; T0 begins two weeks later and is closed in four days.
NORTH = {"marchetti": 162, "bah": 120, "rossetti_lima": 141, "quispe": 82, "hoxha": 183, "el_amrani": 218, "cattaneo": 106,
         "pellegrini": 43, "sala": 127}  # fmt: skip
EAST = {"haddad": 80, "dervishi": 185, "conti": 169, "lombardo": 100, "okafor": 149, "bassi": 173, "bianchi_serra": 109,
        "ferri": 73, "hossain": 134}  # fmt: skip
SOUTH = {"tosi": 172, "traore": 200, "brambati": 115, "zhou": 99, "galimberti": 176, "vernocchi": 89}
TEAMS = {"equipe_nord": NORTH, "equipe_est": EAST, "equipe_sud": SOUTH}
STILL_OPEN = {"pellegrini", "ferri"}
# Begun and closed, in days ago.
REVIEWED: dict[str, tuple[int, int | None]] = {
    "hoxha": (20, 16), "dervishi": (28, 25), "tosi": (9, None), "bassi": (6, None), "el_amrani": (42, 38), "okafor": (26, 22),
    "galimberti": (22, 18), "traore": (82, 78),
}  # fmt: skip
MOMENTS = [
    *(
        When(family, team, "t0", since - 14, None if family in STILL_OPEN else since - 18)
        for team, families in TEAMS.items()
        for family, since in families.items()
    ),
    *(
        When(family, team, "t1", *REVIEWED[family])
        for team, families in TEAMS.items()
        for family in families
        if family in REVIEWED
    ),
]
# Who begins and closes, and who listens at home.
WHO = {
    "equipe_nord": ("assistente", "educatrice"),
    "equipe_est": ("lucia", "davide"),
    "equipe_sud": ("tommaso", "sara"),
}
# Before it went to another team.
THEN = {"traore": ("coordinatrice", "educatrice")}

FACTS = {
    "economic": (
        "L'affitto si mangia metà di quello che entra.",
        "Un lavoro c'è, ma finisce fra tre mesi.",
        "Le bollette di due mesi sono rimaste indietro.",
        "Lo stipendio arriva, e per la spesa basta.",
    ),
    "social": (
        "La vicina tiene i bambini quando si fa tardi.",
        "Da quando abbiamo cambiato casa non conosciamo nessuno.",
        "Con gli uffici ci vuole qualcuno che traduca.",
        "La domenica si va al parco con altre famiglie.",
    ),
    "educational": (
        "La sera si legge, quasi sempre.",
        "I compiti sono il momento più duro della giornata.",
        "A scuola va volentieri, ha un'amica del cuore.",
        "Si litiga per il telefono, poi si fa pace.",
    ),
}
SMALL = (
    "Io gioco con la palla grande. Papà no, papà dorme.",
    "Questa è la mia casa, e questo sono io sul tetto.",
    "A me piace quando andiamo tutti dalla nonna.",
    "Voglio la bici rossa.",
)
MIDDLE = (
    "Vorrei che la mamma non fosse stanca la sera.",
    "A scuola mi piace matematica. A casa mi piace quando si cucina insieme.",
    "Mi manca la casa di prima, lì avevo i miei amici.",
    "Vorrei fare calcio come i miei compagni.",
    "Quando gridano io vado in camera e canto piano.",
    "Se vinco un premio compro un letto tutto mio.",
)
TALL = (
    "Fate parlare anche me quando decidete di me.",
    "Vorrei tornare a casa e trovare qualcuno.",
    "Sto bene con i miei amici. A casa dipende dai giorni.",
    "Un posto dove studiare in silenzio, chiedo solo quello.",
    "Da grande vorrei aggiustare le cose, non stare seduto.",
)
AXES = {"economic": "soldi, lavoro e casa", "social": "chi c'è intorno", "educational": "crescere e imparare"}
# What T1 says of an axis that went down: true to life, and nobody's fault.
HARDER = {"okafor": ("social", "La vicina che ci aiutava è partita: intorno c'è meno gente, e si sente.")}
