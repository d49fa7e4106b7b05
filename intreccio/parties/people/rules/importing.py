"""A row of a cooperative's spreadsheet, read as a person of a family. What cannot be read is said, never guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.text import normalise, words_of
from intreccio.ground.kernel.words import later as _
from intreccio.parties.people.rules.ages import GROWN, YOUNG
from intreccio.parties.people.rules.codice_fiscale import CodeKind, compact, decode, evidence, kind_of
from intreccio.parties.people.rules.persons import why_not_born
from intreccio.parties.people.rules.sheet_columns import ENOUGH, LABELS, ROLE_OF, headings_in
from intreccio.workshop.imports.rules.cells import day_of
from intreccio.workshop.imports.rules.columns import cell_of
from intreccio.workshop.imports.rules.entries import BadCell

LONGEST = {
    "given": 80,
    "family": 80,
    "household": 160,
    "phone": 120,
    "email": 120,
    "address": 200,
    "note": 200,
    "key": 80,
}
LONGEST_CODE = 20
IN_THE_LIST = _("nell'elenco: %s")
SEXES = dict.fromkeys(("f", "femmina", "donna", "femminile"), "F") | dict.fromkeys(
    ("m", "maschio", "uomo", "maschile"), "M"
)
# Why a cell is not as it should be. A grave one keeps the row out, the others leave something empty or as it was.
REASONS: dict[str, Words] = {
    "nobody": _("manca un nome o un cognome"),
    "heading": _("sono i nomi delle colonne, o un titolo sopra di loro: non è una persona"),
    "unread_day": _("la data non si legge: scrivetela come 31/12/2019"),
    "not_born": _("la nascita è nel futuro"),
    "long": _("è troppo lungo"),
    "cut": _("è troppo lungo: ne restano le prime parole"),
    "half": _("manca: resta ciò che c'è del nome. Se la cella ha una formula, salvate il foglio con i valori"),
    "born_as_another": _(
        "è la stessa di un'altra persona della famiglia, di un'altra generazione: qui resta vuota. Forse la cella è unita"
    ),
    "same_birth": _("è la stessa di un'altra persona della famiglia: ricontrollate che la cella non sia unita"),
    "young": _("con questa nascita è ancora piccola o piccolo per chi è in casa: ricontrollate anno e parentela"),
    "code_form": _("il codice non torna: resta scritto com'è, da ricontrollare"),
    "code_other": _("il codice non corrisponde a nome, nascita o sesso: resta scritto com'è, da ricontrollare"),
    "role": _("non sappiamo chi è in casa: resta «altra persona», e le parole vanno nella nota"),
    "more_said": _("ne capiamo solo una parte: le parole intere vanno nella nota della persona"),
    "other_home": _(
        "la famiglia ha già un altro indirizzo: questo va nella nota. Se vive altrove, dategli un'altra sigla di famiglia"
    ),
    "other_name": _("la stessa famiglia si chiama già in un altro modo: questo nome va nella nota della persona"),
    "no_room": _("le parole da tenere non stanno tutte nella nota"),
    "comment": _("va nella nota della persona"),
    "other_place": _("la famiglia è già in un altro comune: questo va nella nota della persona"),
    "sex": _("si scrive F o M: resta vuoto, e le parole vanno nella nota"),
    "place": _("il comune non si trova, o più comuni si chiamano così: resta vuoto, e le parole vanno nella nota"),
    "language": _("la lingua non è fra quelle che conosciamo: resta «un'altra», e le parole vanno nella nota"),
    "citizenship": _("lo stato non si trova: resta vuoto, e le parole vanno nella nota"),
    "later_day": _("il giorno è nel futuro: resta quello di oggi, e questo va nella nota"),
}  # fmt: skip
# Which generation of the home somebody is of; of relatives and others it is not known.
CHILDREN, GROWN_UP, OLD = range(3)
GENERATION = dict.fromkeys(YOUNG, CHILDREN) | dict.fromkeys(GROWN, GROWN_UP) | {"grandparent": OLD}
NAMED = 2  # words: of whom only a first name is said, nobody is known again by it
GROWN_AT = 12  # years: whoever is younger is nobody's parent, partner or grandparent
PARTLY = frozenset({"role", "language"})  # a cell that may say more than one word
CUT = frozenset({"note"})  # what is only told may be shortened; a name may not
GRAVE = frozenset({"nobody", "heading", "unread_day", "not_born", "long", "no_room"})


@dataclass(frozen=True, slots=True)
class Known:
    """What names mean today, made comparable: municipalities, states, languages, each to its code."""

    places: Mapping[str, str]
    states: Mapping[str, str]
    languages: Mapping[str, str]
    today: date


@dataclass(slots=True)
class Line:
    """A row, read. `wrong`: (field, reason) pairs."""

    number: int
    key: str
    household: str = ""
    given: str = ""
    family: str = ""
    role: str = "other"
    birth: date | None = None
    precision: str = "exact"
    sex: str = ""
    code: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    place: str = ""
    place_said: str = ""
    language: str = ""
    citizenship: str = ""
    since: date | None = None
    note: str = ""
    key_said: str = ""
    wrong: list[tuple[str, str]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)  # words that no field holds: they go into the note

    @property
    def is_good(self) -> bool:
        """It can be written."""
        return not any(reason in GRAVE for _field, reason in self.wrong)

    @property
    def who(self) -> tuple[str, ...]:
        """Comparable words of the name, in whatever order they stand."""
        return tuple(sorted(words_of(f"{self.given} {self.family}")))

    @property
    def is_bare(self) -> bool:
        """Nothing but the name tells who it is."""
        return not self.birth and not self.code


def lines_in(
    rows: Sequence[tuple[int, Sequence[str]]], columns: Mapping[str, int], known: Known
) -> list[Line]:
    """All rows of a list, read beside each other."""
    headings = headings_in(rows)
    return as_families([
        Line(number, f"#{number}", wrong=[("given", "heading")])
        if number in headings
        else line_of(number, cells, columns, known)
        for number, cells in rows
    ])  # fmt: skip


def line_of(number: int, cells: Sequence[str], columns: Mapping[str, int], known: Known) -> Line:
    """Reads one row. Without a key each row is a family by itself."""
    said = {code: cell_of(cells, columns, code).strip() for code in LABELS}
    line = Line(number, normalise(said["key"]) or f"#{number}", key_said=said["key"])
    for name in ("household", "given", "family", "phone", "email", "address", "note"):
        setattr(line, name, said[name][: LONGEST[name]])
    long = (name for name, most in LONGEST.items() if len(said[name]) > most)
    line.wrong += [(name, "cut" if name in CUT else "long") for name in long]
    missing = [name for name in ENOUGH if not said[name]]
    if len(missing) == len(ENOUGH):
        line.wrong.append(("given", "nobody"))
    else:
        line.wrong += [(name, "half") for name in missing if name in columns]
    line.role = _word(line, "role", said, ROLE_OF, otherwise="other")
    line.sex = _word(line, "sex", said, SEXES)
    line.place, line.place_said = _word(line, "place", said, known.places), said["place"]
    line.language = _word(line, "language", said, known.languages, otherwise="other")
    line.citizenship = _word(line, "citizenship", said, known.states)
    if said["comment"]:
        line.wrong.append(("comment", "comment"))
        line.left.append(said["comment"])
    _days(line, said, known.today)
    _code(line, said["code"])
    return line


def _word(
    line: Line, name: str, said: Mapping[str, str], means: Mapping[str, str], *, otherwise: str = ""
) -> str:
    """The code of what a cell says: of all of it, or of the first word of it that means something."""
    if not any(map(str.isalnum, said[name])):
        return "other" if name == "role" else ""
    text = normalise(said[name])
    if text in means:
        return means[text]
    line.left.append(said[name])
    found = next((means[word] for word in text.split() if word in means), None) if name in PARTLY else None
    line.wrong.append((name, name if found is None else "more_said"))
    return otherwise if found is None else found


def _days(line: Line, said: Mapping[str, str], today: date) -> None:
    if (read := _day(line, "birth", said, today)) is not None:
        day, whole = read
        line.birth, line.precision = day, "exact" if whole else "year"
        if why_not_born(birth=day, precision=line.precision, died=None, today=today):
            line.wrong.append(("birth", "not_born"))
        elif GENERATION.get(line.role, CHILDREN) > CHILDREN and today.year - day.year < GROWN_AT:
            line.wrong.append(("birth", "young"))
    if (read := _day(line, "since", said, today)) is not None:
        line.since = min(read[0], today)
        if read[0] > today:
            line.wrong.append(("since", "later_day"))
            line.left.append(said["since"])


def _day(line: Line, name: str, said: Mapping[str, str], today: date) -> tuple[date, bool] | None:
    try:
        return day_of(said[name], today=today) if said[name] else None
    except BadCell:
        line.wrong.append((name, "unread_day"))
        return None


def _code(line: Line, text: str) -> None:
    """A strange code is kept: it is evidence. What only it knows (the sex, the day of birth) it may say."""
    whole = compact(text)
    line.code = whole[:LONGEST_CODE]
    if len(whole) > LONGEST_CODE:
        line.wrong.append(("code", "long"))
    if line.code != whole or not whole:
        return
    if kind_of(line.code) is CodeKind.NONE:
        line.wrong.append(("code", "code_form"))
        return
    birth = line.birth if line.precision == "exact" else None
    if evidence(line.code, surname=line.family, name=line.given, birth_date=birth, sex=line.sex):
        line.wrong.append(("code", "code_other"))
    elif not line.sex and (told := decode(line.code)):
        line.sex = told.sex


def as_families(lines: Sequence[Line]) -> list[Line]:
    """The same rows, each with what no field of it can hold in its note: nothing of a cell goes without a word."""
    homes: dict[str, dict[str, str]] = {}
    born: dict[tuple[str, date, str], list[Line]] = {}
    for line in lines:
        if line.birth:
            born.setdefault((line.key, line.birth, line.precision), []).append(line)
    for together in born.values():
        _born_together(together)
    for line in lines:
        _beside_the_first(line, homes.setdefault(line.key, {}))
        _noted(line)
    return list(lines)


def _born_together(lines: Sequence[Line]) -> None:
    """A cell merged over a mother and her child gives one the birth of the other: of several generations the first said
    keeps it, before all whoever has a code that proves it. Children may be twins; of others it is told."""
    kept: list[Line] = []
    for line in sorted(lines, key=_is_proved, reverse=True):  # equal ones stay in their order
        if not _is_proved(line) and any(_is_of_another_generation(line, other) for other in kept):
            line.birth, line.precision = None, "exact"
            line.wrong = [said for said in line.wrong if said != ("birth", "young")]
            line.wrong.append(("birth", "born_as_another"))
            continue
        if not all(_may_be_of_both(line, other) for other in kept):
            line.wrong.append(("birth", "same_birth"))
        kept.append(line)


def _is_proved(line: Line) -> bool:
    """Its code is that of its name and says its birth."""
    said = None if ("code", "code_other") in line.wrong else decode(line.code)
    return bool(said and line.birth and said.year == line.birth.year % 100)


def _is_of_another_generation(line: Line, other: Line) -> bool:
    known = {GENERATION[each.role] for each in (line, other) if each.role in GENERATION}
    return len(known) > 1


def _may_be_of_both(line: Line, other: Line) -> bool:
    """Twins; or two of one generation, where only the year is said."""
    generations = {GENERATION.get(each.role) for each in (line, other)}
    if len(generations) > 1 or None in generations:
        return False
    return generations == {CHILDREN} or line.precision == "year"


def _beside_the_first(line: Line, first: dict[str, str]) -> None:
    """A family has one address, one town and one name, those of the row that says them first."""
    if _is_other(line.address, "address", first):
        line.wrong.append(("address", "other_home"))
        where = line.place_said if line.place else ""
        line.left.append(f"{line.address} {where}".strip())
        line.place = ""  # the town of that home, not of the family's
    if _is_other(line.place, "place", first):
        line.wrong.append(("place", "other_place"))
        line.left.append(line.place_said)
    if _is_other(line.household, "household", first):
        line.wrong.append(("household", "other_name"))
        line.left.append(line.household)


def _is_other(said: str, name: str, first: dict[str, str]) -> bool:
    return bool(said) and _plain(first.setdefault(name, said)) != _plain(said)


def _plain(text: str) -> str:
    """Comparable, in any alphabet."""
    return normalise(text) or text.casefold()


def _noted(line: Line) -> None:
    note = " · ".join(filter(None, (line.note, *line.left)))
    if line.left and len(note) > LONGEST["note"]:
        line.wrong.append(("note", "no_room"))
    else:
        line.note = note


def notes_of(lines: Sequence[Line]) -> list[str]:
    """The notes of a family's rows; the first that has room says how the list calls the family, which is found again by it."""
    notes, called = [line.note for line in lines], first_said(lines, "key_said")
    told = [" · ".join(filter(None, (note, IN_THE_LIST % called))) for note in notes] if called else []
    place = next((place for place, note in enumerate(told) if len(note) <= LONGEST["note"]), None)
    if place is not None:
        notes[place] = told[place]
    return notes


def doubles_of(lines: Sequence[Line]) -> dict[int, int]:
    """Rows that say somebody again, each with the row that said them first: the same code, or name and day of birth; in
    one family the name, where nothing else is said."""
    first: dict[tuple[object, ...], int] = {}
    again: dict[int, int] = {}
    for line in lines:
        marks = marks_of(line)
        at_home = [("home", line.key, line.who)] if len(line.who) >= NAMED else []
        asked = [*marks, *at_home] if line.is_bare else marks
        before = min((first[mark] for mark in asked if mark in first), default=None)
        if before is not None:
            again[line.number] = before
        for mark in (*marks, *at_home):
            first.setdefault(mark, line.number)
    return again


def of_known_families(lines: Sequence[Line], known: Mapping[int, UUID]) -> dict[int, UUID]:
    """The other rows of a family of whom somebody is known already, each with the family: alone they would be one of their own."""
    homes = {line.key: known[line.number] for line in lines if line.number in known}
    return {line.number: homes[line.key] for line in lines if line.key in homes and line.number not in known}


def marks_of(line: Line) -> list[tuple[object, ...]]:
    """By what somebody is known again."""
    marks: list[tuple[object, ...]] = [("code", line.code)] if line.code else []
    if line.birth and line.who:
        marks.append(("born", line.birth, line.precision, line.who))
    return marks


def name_marks_of(line: Line) -> list[tuple[object, ...]]:
    """By what the name alone makes somebody known again: anybody where the row says no more, else of whom no more is known."""
    return [("named" if line.is_bare else "bare", line.who)] if len(line.who) >= NAMED else []


def families_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows of the same family together, in the order in which the families first appear."""
    families: dict[str, list[Line]] = {}
    for line in lines:
        families.setdefault(line.key, []).append(line)
    return list(families.values())


def first_said(lines: Sequence[Line], name: str) -> str:
    """What the first row that says it says of the whole family."""
    return next((str(getattr(line, name)) for line in lines if getattr(line, name)), "")
