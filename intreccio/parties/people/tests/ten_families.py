"""Ten families to be drawn, by the name of what they live. Day of all of them: 1 June 2026."""

from datetime import date

from intreccio.parties.people.rules.genogram import Descent, Family, Figure, Pair, Shape
from intreccio.parties.people.rules.genogram.family import Manner

DAY = date(2026, 6, 1)
SHAPES = {"M": Shape.SQUARE, "F": Shape.CIRCLE, "": Shape.DIAMOND, "E": Shape.PREGNANCY, "L": Shape.LOSS}


def who(said: str, *homes: str, index: bool = False) -> Figure:
    """`who("Elena Marchetti F 1990")`, `who("Franco M 1948-2019")`: names, sex, year of birth or of both."""
    *names, sex, years = said.split(" ")
    born, _, died = years.partition("-")
    month = 1
    if "/" in born:
        born, _, nth = born.partition("/")
        month = int(nth)
    birth = date(int(born), month, 1) if born.isdigit() else None
    age = f"{born}–{died}" if died else f"{DAY.year - int(born)} anni" if birth else "età non nota"
    return Figure(names[0], SHAPES[sex], (*names, age), birth, bool(died), index, homes)


def child_of(child: str, *elders: str, manner: Manner = Manner.SOLID) -> list[Descent]:
    return [Descent(elder, child, manner) for elder in elders]


def family(
    *figures: Figure, pairs: list[Pair] | None = None, lines: list[list[Descent]] | None = None
) -> Family:
    homes = dict.fromkeys(home for figure in figures for home in figure.homes)
    return Family(
        figures, tuple(pairs or ()), tuple(one for line in lines or () for one in line), tuple(homes)
    )


def separated_with_two_homes() -> Family:
    """Nadia lives with her mother, Leo with both."""
    return family(
        who("Luisa F 1958"), who("Franco M 1955-2019"),
        who("Elena Marchetti F 1990", "da Elena"), who("Karim Haddad M 1987", "da Karim"),
        who("Nadia F 2015", "da Elena", index=True), who("Leo M 2023", "da Elena", "da Karim", index=True),
        pairs=[Pair("Elena", "Karim", cuts=1, years="2013–2024"), Pair("Luisa", "Franco")],
        lines=[child_of("Elena", "Luisa", "Franco"), child_of("Nadia", "Elena", "Karim"), child_of("Leo", "Elena", "Karim")],
    )  # fmt: skip


def remarriage_with_half_siblings() -> Family:
    """Marco had two with Anna, has one with Sara, who came with hers."""
    return family(
        who("Anna F 1980", "da Anna"), who("Marco M 1978", "da Marco"), who("Sara F 1985", "da Marco"), who("Paolo M 1983"),
        who("Giulia F 2006", "da Anna"), who("Pietro M 2009", "da Anna", index=True),
        who("Tea F 2019", "da Marco", index=True), who("Ivo M 2012", "da Marco", index=True),
        pairs=[Pair("Anna", "Marco", cuts=2, years="2004–2014"), Pair("Marco", "Sara", years="dal 2017"),
               Pair("Paolo", "Sara", Manner.DASHED, cuts=1)],
        lines=[child_of("Giulia", "Anna", "Marco"), child_of("Pietro", "Anna", "Marco"), child_of("Tea", "Marco", "Sara"),
               child_of("Ivo", "Paolo", "Sara")],
    )  # fmt: skip


def twins() -> Family:
    """Identical girls, then two who are not, and an elder brother."""
    return family(
        who("Rosa F 1985", "casa"), who("Aldo M 1984", "casa"), who("Tommaso M 2008", "casa"),
        who("Ada F 2012", "casa", index=True), who("Eva F 2012", "casa", index=True),
        who("Gino M 2016", "casa", index=True), who("Pia F 2016", "casa", index=True),
        pairs=[Pair("Rosa", "Aldo", years="dal 2006"), Pair("Ada", "Eva", siblings=True, identical=True)],
        lines=[child_of(one, "Rosa", "Aldo") for one in ("Tommaso", "Ada", "Eva", "Gino", "Pia")],
    )  # fmt: skip


def widow() -> Family:
    """Her husband has died, and so has their first child."""
    return family(
        who("Irma F 1960"), who("Teresa F 1982", "casa"), who("Bruno M 1980-2021"), who("Carlo M 2004-2004"),
        who("Dina F 2010", "casa", index=True),
        pairs=[Pair("Teresa", "Bruno", years="2002–2021")],
        lines=[child_of("Bruno", "Irma"), child_of("Carlo", "Teresa", "Bruno"), child_of("Dina", "Teresa", "Bruno")],
    )  # fmt: skip


def adoption() -> Family:
    """A child by adoption, whose mother by birth is known."""
    return family(
        who("Olga F 1975", "casa"), who("Dario M 1973", "casa"), who("Madre non noto F ?"),
        who("Lin F 2014", "casa", index=True), who("Sergio M 2010", "casa", index=True),
        pairs=[Pair("Olga", "Dario", years="dal 2005")],
        lines=[child_of("Lin", "Olga", "Dario", manner=Manner.DASHED), child_of("Lin", "Madre"), child_of("Sergio", "Olga", "Dario")],
    )  # fmt: skip


def foster() -> Family:
    """Two children in foster care; their parents live elsewhere."""
    return family(
        who("Mirela F 1995"), who("Stefan M 1990"), who("Chiara F 1980", "affido"), who("Ugo M 1979", "affido"),
        who("Ana F 2014", "affido", index=True), who("Ion M 2017", "affido", index=True), who("Luca M 2011", "affido"),
        pairs=[Pair("Mirela", "Stefan", Manner.DASHED, cuts=1), Pair("Chiara", "Ugo")],
        lines=[*(child_of(one, "Mirela", "Stefan") for one in ("Ana", "Ion")),
               *(child_of(one, "Chiara", "Ugo", manner=Manner.DOTTED) for one in ("Ana", "Ion")), child_of("Luca", "Chiara", "Ugo")],
    )  # fmt: skip


def three_generations_in_one_home() -> Family:
    """The grandmother minds the children of her daughter, who works by night; an aunt and a cousin are there too."""
    return family(
        who("Assunta F 1950", "casa"), who("Nino M 1947-2015"), who("Carmela F 1978", "casa"), who("Rita F 1982", "casa"),
        who("Ciro M 1977"), who("Gennaro M 2010", "casa", index=True), who("Imma F 2013", "casa", index=True),
        who("Sole F 2018", "casa", index=True),
        pairs=[Pair("Assunta", "Nino", years="1972–2015"), Pair("Ciro", "Rita", cuts=1)],
        lines=[child_of("Carmela", "Assunta", "Nino"), child_of("Rita", "Assunta", "Nino"), child_of("Gennaro", "Carmela"),
               child_of("Imma", "Rita", "Ciro"), child_of("Sole", "Rita", "Ciro"), child_of("Sole", "Assunta", manner=Manner.DOTTED)],
    )  # fmt: skip


def single_mother_with_pregnancy() -> Family:
    """The father has no name here; a pregnancy ended, another goes on."""
    return family(
        who("Blessing F 1998", "casa"), who("Padre M ?"), who("Joy F 2021", "casa", index=True), who("interrotta L 2024"),
        who("attesa E 2026/9", "casa", index=True),
        lines=[child_of("Joy", "Blessing", "Padre"), child_of("interrotta", "Blessing"), child_of("attesa", "Blessing")],
    )  # fmt: skip


def same_sex_couple() -> Family:
    """Two mothers: one by birth, one by adoption."""
    return family(
        who("Marta F 1986", "casa"), who("Silvia F 1984", "casa"), who("Elio M 2019", "casa", index=True),
        who("Nonno Piero M 1955"), who("Nonna F 1957"),
        pairs=[Pair("Marta", "Silvia", years="dal 2017"), Pair("Nonno", "Nonna")],
        lines=[child_of("Elio", "Marta"), child_of("Elio", "Silvia", manner=Manner.DASHED), child_of("Silvia", "Nonno", "Nonna")],
    )  # fmt: skip


def large_family_of_twenty() -> Family:
    """Four grandparents, seven of the middle, nine children in two homes."""
    return family(
        who("Abdou M 1945-2010"), who("Fatou F 1950", "casa"), who("Pietro M 1948"), who("Rosaria F 1951"),
        who("Moussa M 1975", "casa"), who("Grazia F 1977", "casa"), who("Awa F 1979"), who("Ines F 1980", "seconda"),
        who("Lamine M 1982"), who("Nunzia F 1973"), who("Vito M 1970"),
        who("Aminata F 1999", "casa"), who("Ibrahim M 2002", "casa"), who("Sofia F 2009", "casa", index=True),
        who("Omar M 2012", "casa", index=True), who("Zoe F 2012", "casa", index=True),
        who("Kofi M 2016", "seconda", index=True), who("Bianca F 2019", "seconda", "casa", index=True),
        who("Cesare M 1998"), who("Michela F 2001"),
        pairs=[Pair("Abdou", "Fatou", years="1970–2010"), Pair("Pietro", "Rosaria", years="dal 1970"), Pair("Moussa", "Grazia", cuts=1),
               Pair("Moussa", "Ines", Manner.DASHED), Pair("Nunzia", "Vito")],
        lines=[*(child_of(one, "Abdou", "Fatou") for one in ("Moussa", "Awa", "Lamine")),
               *(child_of(one, "Pietro", "Rosaria") for one in ("Grazia", "Nunzia")),
               *(child_of(one, "Moussa", "Grazia") for one in ("Aminata", "Ibrahim", "Sofia", "Omar", "Zoe")),
               *(child_of(one, "Moussa", "Ines") for one in ("Kofi", "Bianca")),
               *(child_of(one, "Nunzia", "Vito") for one in ("Cesare", "Michela"))],
    )  # fmt: skip


TEN = [separated_with_two_homes, remarriage_with_half_siblings, twins, widow, adoption, foster, three_generations_in_one_home,
       single_mother_with_pregnancy, same_sex_couple, large_family_of_twenty]  # fmt: skip
