"""The columns of a cooperative's spreadsheet, how they may be called, and which rows call them and are nobody's."""

from collections.abc import Sequence

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.words import later as _
from intreccio.workshop.imports.rules.columns import Column


def _column(code: str, label: Words, words: str, example: str) -> Column:
    return Column(code, label, tuple(words.split("|")), tuple(example.split("|")))


COLUMNS = (
    _column(
        "key", _("Numero o sigla della famiglia"),
        "famiglia n|n famiglia|numero famiglia|codice famiglia|id famiglia|numero o sigla della famiglia|nucleo|id nucleo"
        "|codice nucleo|n nucleo|cartella|n cartella|codice utente",
        "1|1|2",
    ),
    _column(
        "household", _("Nome della famiglia"), "nome della famiglia|nome famiglia|famiglia|nome nucleo", "Famiglia Riva|Famiglia Riva|"
    ),
    _column("given", _("Nome"), "nome|nomi|nome proprio|first name", "Marta|Leo|Amina"),
    _column("family", _("Cognome"), "cognome|cognomi|surname|last name", "Riva|Riva|Diallo"),
    _column("role", _("In casa è"), "in casa e|ruolo|parentela|grado di parentela|relazione|rapporto|chi e", "madre|figlio|madre"),
    _column(
        "birth", _("Nascita"),
        "nascita|data di nascita|data nascita|nato il|nata il|nato a il|anno di nascita|anno nascita",
        "04/03/1988|12/09/2019|1991",
    ),
    _column("sex", _("Sesso"), "sesso|genere|m f|f m", "F|M|F"),
    _column("code", _("Codice fiscale"), "codice fiscale|cod fiscale|cod fisc|c f|cf", "RVIMRT88C44F205Z||"),
    _column("phone", _("Telefono"), "telefono|cellulare|cell|tel|recapito telefonico|recapito", "333 0104477||02 5557001"),
    _column("email", _("E-mail"), "e mail|email|mail|posta elettronica", "marta@example.org||"),
    _column("address", _("Indirizzo"), "indirizzo|via|residenza|domicilio", "Via Roma 1|Via Roma 1|"),
    _column("place", _("Comune"), "comune|comune di residenza|citta|residente a|paese", "Rozzano|Rozzano|Opera"),
    _column("language", _("Lingua"), "lingua|lingue|lingua parlata|lingua madre", "italiano||francese"),
    _column("citizenship", _("Cittadinanza"), "cittadinanza|nazionalita|paese di origine", "Italia|Italia|Senegal"),
    _column(
        "since", _("Seguita dal"), "seguita dal|in carico dal|data presa in carico|data inizio|dal|inizio", "15/01/2024||2025"
    ),
    _column("note", _("Nota"), "note|nota|osservazioni|annotazioni", "|va alla primaria|"),
    _column("comment", _("Commenti"), "commenti nelle celle|comments in the cells|commenti|commento", "||"),
)  # fmt: skip
LABELS = {column.code: column.label for column in COLUMNS}
ENOUGH = ("given", "family")  # one of these, or there is nobody to write
COMMENTS = frozenset(COLUMNS[-1].words)  # a column that is added to what somebody wrote
CALLED = frozenset(word for column in COLUMNS for word in column.words)
NAMES = tuple(f"{word} " for column in COLUMNS if column.code in ENOUGH for word in column.words)
JOINING = ("e", "ed", "o", "del", "dell", "della", "di", "utente", "persona")  # «nome e cognome del minore»
ROLES = {
    "parent": "genitore madre mamma padre papa genitori capofamiglia dichiarante intestatario",
    "child": "figlio figlia minore bambino bambina bimbo bimba figlia o figlio ragazzo ragazza neonato neonata",
    "partner": "coniuge marito moglie compagno compagna convivente partner compagna o compagno",
    "grandparent": "nonno nonna nonni nonna o nonno",
    "sibling": "fratello sorella sorella o fratello fratellastro sorellastra",
    "relative": "zio zia cugino cugina parente nipote cognato cognata suocero suocera altro parente",
    "foster": "affido affidato affidata accolto accolta in affido",
}
ROLE_OF = {word: role for role, words in ROLES.items() for word in words.split()}
ROLES_AND_NAMES = {word for name in NAMES for word in name.split()} | ROLE_OF.keys() | set(JOINING)


def names_columns(row: Sequence[str]) -> bool:
    """A cell of it says how a column of names is called, and nothing else, and so does another or, in a row that is mostly
    full, one cell in two: else it may be somebody's, or a title, as «Nome del progetto»."""
    cells = [plain for plain in map(normalise, row) if plain not in COMMENTS]
    full = list(filter(None, cells))
    if not any(map(_calls_names, full)):
        return False
    called = sum(plain in CALLED or _calls_names(plain) for plain in full)
    return called > 1 or (len(full) * 2 > len(cells) and called * 2 >= len(full))


def _calls_names(plain: str) -> bool:
    return f"{plain} ".startswith(NAMES) and ROLES_AND_NAMES.issuperset(plain.split())


def headings_in(rows: Sequence[tuple[int, Sequence[str]]]) -> set[int]:
    """Numbers of the rows that name the columns once more, and of titles right above them: nobody's."""
    again = [place for place, (_number, cells) in enumerate(rows) if names_columns(cells)]
    above = [place - 1 for place in again if place and _is_title(rows[place - 1][1])]
    return {rows[place][0] for place in (*again, *above)}


def _is_title(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) == 1 < len(cells)
