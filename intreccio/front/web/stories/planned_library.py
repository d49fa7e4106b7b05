"""Goals as they meet here, by age, in pairs that hold each other. `parent`, `child`, `hat` stand for who the family has."""

from typing import NamedTuple

from intreccio.front.web.stories.planned_tale import Aim, Does


class Pair(NamedTuple):
    """A child's goal and a parent's goal, for children from an age to another."""

    youngest: int
    oldest: int
    child: Aim
    parent: Aim
    words: str


NIGHTS = Pair(
    0, 3,
    Aim("Dorme la notte nel suo letto", "children",
        ("si sveglia ogni ora", "dorme solo in braccio", "dorme quasi tutta la notte", "si riaddormenta da sola o da solo",
         "dorme sempre, anche dai nonni"), -2, "futuro.educative", "La notte nessuno riposa",
        (Does("Lo stesso rito ogni sera", "person:parent", rhythm="ogni sera"),), "Dormire bene, nel tuo letto", "bed",
        families=("fragility", "pace"), own_time="quando è pronta o pronto"),
    Aim("Trovare un'ora per sé ogni settimana", "parenting",
        ("mai", "qualche volta, di corsa", "un'ora ogni settimana", "un pomeriggio intero", "anche una sera fuori"), -2,
        "futuro.genitorialita", "«Non mi ricordo più l'ultima volta»",
        (Does("Nonni in prestito, il giovedì", "service:nonni_in_prestito", rhythm="il giovedì"),)),
    "Chi riposa ha pazienza: e la notte lo sente",
)  # fmt: skip
PLAYS = Pair(
    2, 6,
    Aim("Gioca con altri bambini", "children",
        ("resta in disparte", "guarda gli altri giocare", "gioca con uno o due bambini", "ha un amico o un'amica",
         "invita qualcuno a casa"), -1, "futuro.educative", "A casa è sempre con i grandi",
        (Does("Spazio gioco", "service:spazio_gioco_il_cortile", rhythm="due mattine la settimana"),
         Does("Al parco dopo l'asilo", "person:parent", rhythm="quando non piove")), "Giocare con altri bambini", "play",
        families=("potential", "ties")),
    Aim("Conoscere altri genitori", "parenting",
        ("non conosce nessuno", "saluta qualcuno", "ha due o tre persone con cui parlare", "si aiutano con i bambini",
         "organizza con loro qualcosa per tutti"), -2, "futuro.genitorialita", "«Succede solo a noi?»",
        (Does("Parole tra genitori", "service:parole_tra_genitori", rhythm="un lunedì al mese"),
         Does("Accompagnarla o accompagnarlo la prima volta", "worker:hat", done=60))),
    "Dove giocano i bambini si incontrano i grandi",
)  # fmt: skip
SCHOOL = Pair(
    6, 13,
    Aim("Arriva a scuola in orario e con il materiale", "children",
        ("manca spesso", "arriva, ma senza materiale", "arriva in orario con quello che serve", "fa i compiti da sé",
         "aiuta i compagni"), -1, "futuro.istruzione", "La mattina è una corsa",
        (Does("Aiuto compiti", "service:scuola_aperta", rhythm="due pomeriggi"),
         Does("Preparare lo zaino la sera", "person:child", rhythm="ogni sera")),
        "Arrivare a scuola in orario, con lo zaino pronto", "school", families=("autonomy",)),
    Aim("Parlare con la scuola prima che ci siano problemi", "parenting",
        ("non risponde agli avvisi", "va solo se chiamata o chiamato", "un incontro ogni due mesi", "scrive per prima o per primo",
         "rappresenta gli altri genitori"), -2, "futuro.istruzione", "«Io la scuola l'ho fatta in un'altra lingua»",
        (Does("Primo incontro insieme", "worker:hat", 12), Does("Italiano per mamme", "service:italiano_per_mamme", rhythm="due mattine"))),
    "Quando i grandi si parlano, la mattina è più leggera",
)  # fmt: skip
MONEY = Pair(
    0, 18,
    Aim("A fine mese si mangia come all'inizio", "children",
        ("mancano dei pasti", "si mangia, ma poco", "tre pasti fino al trenta", "anche frutta ogni giorno", "si invita qualcuno"),
        -1, "emergenze.alimentare", "",
        (Does("Emporio della spesa", "service:emporio_della_spesa", rhythm="il martedì"),),
        "A tavola c'è da mangiare, tutti i giorni", "food"),
    Aim("Un lavoro con orari da genitore", "work",
        ("nessun lavoro", "cerca, con qualche colloquio", "lavora negli orari di scuola", "ha un contratto di un anno",
         "ha un contratto senza scadenza"), -2, "lavoro.inserimenti", "«Il lavoro c'era, gli orari no»",
        (Does("Sportello lavoro", "service:sportello_lavoro", ahead=9), Does("Scrivere il curriculum", "person:parent", done=50))),
    "Uno stipendio regolare arriva fino al trenta",
)  # fmt: skip
TEENS = Pair(
    12, 18,
    Aim("Ha qualcosa di suo fuori casa, due volte la settimana", "children",
        ("sta in camera", "esce solo se insistiamo", "due pomeriggi in un posto suo", "ci porta un amico o un'amica",
         "dà una mano a organizzare"), -2, "futuro.partecipazione", "«In casa non respiro»",
        (Does("Centro giovani", "service:centro_giovani_zeta", rhythm="martedì e giovedì"),
         Does("Scegliere con chi andare", "person:child", ahead=6)),
        "Un posto tuo, fuori casa, con gli amici", "friends", families=("autonomy", "ties")),
    Aim("Litigare meno, e dirsi che cosa non va", "parenting",
        ("si urla ogni sera", "si litiga e poi si tace", "si parla, quasi sempre senza urla", "si chiede scusa, anche i grandi",
         "si ride di nuovo insieme"), -1, "famiglie.accompagnamento", "",
        (Does("Quattro incontri insieme", "worker:hat", rhythm="ogni quindici giorni"),)),
    "Chi ha un posto suo torna a casa più volentieri",
)  # fmt: skip
HOME = Aim(
    "Una casa con il contratto, prima che finisca questo", "together",
    ("lo sfratto è vicino", "si cerca, senza risposte", "c'è un contratto", "il contratto dura quattro anni", "la casa è più grande"),
    -1, "abitare", "Il contratto di adesso finisce presto", (Does("Domanda per il ponte abitativo", "worker:hat", 20),),
)  # fmt: skip
PAIRS = (NIGHTS, PLAYS, SCHOOL, MONEY, TEENS)
RESERVATIONS = (
    "Vorrei decidere più avanti sul lavoro",
    "Purché nessuno lo dica a scuola",
    "Per sei mesi, poi vediamo",
)
DIFFERENCES = (
    ("Per me il doposcuola è troppo: il pomeriggio deve stare con me.", "Due pomeriggi lasciano tempo anche per stare insieme.",
     "Si comincia con un pomeriggio, e fra due mesi decidiamo insieme."),
    ("Non voglio altre persone in casa.", "Veniamo in due solo la prima volta, per conoscerci.",
     "Ci vediamo in sede, e a casa quando lo dite voi."),
    ("Il lavoro viene prima di tutto il resto.", "Anche i bambini, adesso, hanno bisogno di tempo.",
     "Cerchiamo un lavoro con gli orari della scuola."),
)  # fmt: skip
