"""How the persons of some families are tied, and who is around them."""

from intreccio.front.web.stories.tale import Tale

YEAR = 365


def marchetti(tale: Tale) -> None:
    """Elena and Karim have parted; her mother lives near by, her father has died."""
    tale.person("luisa_m", "Luisa", "Galli", "F", tale.aged(68, 40), "", citizenship="IT")
    tale.person("sandro_m", "Sandro", "Marchetti", "M", tale.aged(72, 20), "", died=tale.day(7 * YEAR))
    for who in ("luisa_m", "sandro_m"):
        tale.home(who, "grandparent", kind="kin")
    tale.parents("elena", "luisa_m", "sandro_m")
    tale.parents("nadia", "elena", "karim")
    tale.parents("leo", "elena", "karim")
    tale.tied("luisa_m", "sandro_m", "married", 40 * YEAR)
    tale.tied("elena", "karim", "married", 13 * YEAR, until=tale.day(100))
    tale.tied("elena", "karim", "separated", 100)
    tale.bond(
        "Nonna Luisa", "relatives", "strong", said_by="Elena", helps="Tiene Leo il pomeriggio, quando Elena lavora",
        agreed_by="Luisa, a voce", agreed_on=tale.day(150), reach="02 555 0144", heard_on=tale.day(22),
    )  # fmt: skip
    tale.bond("La scuola di Nadia", "school", "strong", person="nadia", said_by="Nadia")
    tale.bond(
        "Il corso di disegno in biblioteca", "free_time", person="nadia", flow="receives", said_by="Nadia"
    )
    tale.bond(
        "Rita, la vicina che ha le chiavi", "neighbours", "weak", said_by="Elena", since=tale.day(160),
        helps="Porta Nadia e Leo a scuola quando Elena ha il turno presto",
        agreed_by="Rita, a voce", agreed_on=tale.day(140), reach="al citofono accanto", heard_on=tale.day(96),
    )  # fmt: skip
    tale.bond("Papà Karim", "relatives", "tense", said_by="Nadia")
    tale.bond("La pediatra", "health", "weak", person="leo", flow="receives", said_by="Elena")
    tale.bond("La mensa dove Elena lavorava", "work", "broken", person="elena", said_by="Elena")


def haddad(tale: Tale) -> None:
    """In his father's home what is known is only what is told there."""
    tale.parents("nadia", "karim")
    tale.parents("leo", "karim")
    tale.bond("I cugini di Milano", "relatives", "strong", said_by="Karim")
    tale.bond("Il turno di notte", "work", "tense", person="karim", said_by="Karim")


def lombardo(tale: Tale) -> None:
    """A grandmother who takes her daughter's place; the fathers have no name here."""
    tale.person("lombardo_padre", "", "", "M", tale.aged(36, 90), "", precision="estimated")
    tale.home("lombardo_padre", "relative", kind="kin")
    tale.parents("lombardo_anna", "lombardo_1")
    tale.parents("lombardo_samu", "lombardo_anna", "lombardo_padre")
    tale.parents("lombardo_gio", "lombardo_anna")
    tale.parents("lombardo_samu", "lombardo_1", kind="kin_carer")
    tale.parents("lombardo_gio", "lombardo_1", kind="kin_carer")
    tale.bond("Tutto il cortile", "neighbours", "strong", said_by="Samuele")
    tale.bond("La parrocchia", "faith", person="lombardo_1", flow="gives", said_by="Teresa")


def traore(tale: Tale) -> None:
    """A second child on the way."""
    tale.tied("traore_1", "traore_moussa", "married", 6 * YEAR)
    tale.parents("traore_sira", "traore_1", "traore_moussa")
    tale.parents("traore_baby", "traore_1", "traore_moussa")
    tale.bond("Le donne del Mali, la domenica", "friends", "strong", person="traore_1", said_by="Mariama")
    tale.bond("L'officina di Moussa", "work", person="traore_moussa", said_by="Moussa")


def gashi(tale: Tale) -> None:
    """Both parents are here."""
    tale.tied("gashi_1", "gashi_ilir", "married", 14 * YEAR)
    tale.parents("gashi_besa", "gashi_1", "gashi_ilir")
    tale.parents("gashi_dion", "gashi_1", "gashi_ilir")
    tale.bond("Il consultorio", "health", flow="receives", said_by="Arta")
