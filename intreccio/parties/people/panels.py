"""What this area shows elsewhere: its entry of the menu, its answers to a search, the words of its acts."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import Sight, with_sight
from intreccio.ground.kernel.panels import (
    MenuItem,
    add_chapter,
    add_menu,
    add_objection,
    add_reading_place,
    add_search,
    tell,
)
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.organisations.queries import find_viewer
from intreccio.parties.people import queries
from intreccio.parties.people.actions import importing, undoing
from intreccio.parties.people.queries.sight import answers_for_families, opens_something
from intreccio.workshop.imports.actions.working import Work, register_work

ALWAYS = frozenset(with_sight(Sight.TEAMS, Sight.ORGANISATION))
ONLY_GRANTED = frozenset(with_sight(Sight.GRANTED))


def shown_to(viewer: Viewer) -> bool:
    """Who works in teams or leads a body; a partner only where a family is open to them."""
    return viewer.role in ALWAYS or (viewer.role in ONLY_GRANTED and opens_something(viewer))


def why_not_close_team(team: Team) -> Words | None:
    """A team that answers for families stays open until each is entrusted to another."""
    if answers_for_families(team):
        return _(
            "Le sono affidate delle famiglie: prima ognuna va affidata a un'altra équipe, dal suo percorso."
        )
    return None


def register() -> None:
    """Fills the kernel's registers."""
    add_menu(MenuItem("households", _("Famiglie"), "household_list", "user", 30, shown_to, phone=True))
    add_search(queries.search_for)
    add_objection("why_not_close_team", why_not_close_team)
    register_work(importing.KIND, Work(find_viewer, importing.write_families, undoing.undo_families))
    tell_acts()
    tell_readings()
    tell_story()


def tell_acts() -> None:
    """How our events read in a story."""
    tell(
        household__created=_("Famiglia scritta per la prima volta"),
        household__edited=_("Aggiornati i dati della famiglia"),
        household__handed_over=_("Affidata a un'altra équipe"),
        household__shared=_("Aperta a chi collabora"),
        household__unshared=_("Chiusa a chi collaborava"),
        household__import_undone=_("Tolta, perché l'elenco da cui veniva è stato annullato"),
        person__added=_("Aggiunta una persona"),
        person__brought=_("Scritta in questa casa una persona già conosciuta"),
        person__edited=_("Aggiornati i dati di una persona"),
        person__left=_("Una persona non vive più qui"),
        person__returned=_("Una persona vive di nuovo qui"),
        child__expected=_("È attesa una nascita"),
        birth__recorded=_("È nata una persona"),
        loss__recorded=_("Una gravidanza si è interrotta"),
        death__recorded=_("È morta una persona"),
        home__parted=_("Una parte della famiglia vive altrove"),
        homes__joined=_("Due case sono diventate una"),
        child__fostered=_("Un bambino vive con chi se ne prende cura"),
        life_event__undone=_("Annullato qualcosa che era scritto per sbaglio"),
        person__merged=_("Unite due schede della stessa persona"),
        person__parted=_("Separate due schede"),
        name__added=_("Aggiunto un nome"),
        name__edited=_("Corretto un nome"),
        name__voided=_("Annullato un nome sbagliato"),
        identifier__added=_("Aggiunto un codice"),
        identifier__edited=_("Corretto un codice"),
        identifier__voided=_("Annullato un codice sbagliato"),
        contact_point__added=_("Aggiunto un contatto"),
        contact_point__edited=_("Corretto un contatto"),
        contact_point__voided=_("Annullato un contatto sbagliato"),
        home__edited=_("Corretto da quando una persona è in questa casa"),
        home__voided=_("Annullata una presenza in casa"),
        address__written=_("Scritto l'indirizzo"),
        address__edited=_("Corretto l'indirizzo"),
        address__voided=_("Annullato un indirizzo sbagliato"),
        address__protected=_("Protetto l'indirizzo"),
        protected_address__voided=_("Annullato un indirizzo protetto"),
        responsibility__written=_("Scritto chi decide per una persona"),
        responsibility__edited=_("Corretto chi decide per una persona"),
        responsibility__ended=_("Chiuso un atto su chi decide"),
        responsibility__voided=_("Annullata una riga sbagliata su chi decide"),
        isee__written=_("Scritto un ISEE"),
        isee__edited=_("Corretto un ISEE"),
        isee__voided=_("Annullato un ISEE sbagliato"),
        language__written=_("Scritto chi parla una lingua, o a chi serve una mediazione"),
        language__edited=_("Corretto chi parla una lingua, o a chi serve una mediazione"),
        language__ended=_("Chiusa una riga sulle lingue: non è più così"),
        language__voided=_("Annullata una riga sbagliata sulle lingue"),
        document__added=_("Aggiunto un documento"),
        document__edited=_("Corretto che cosa dice un documento"),
        document__voided=_("Annullato un documento sbagliato"),
        kinship__written=_("Scritto come due persone sono legate"),
        kinship__edited=_("Corretto come due persone sono legate"),
        kinship__voided=_("Annullato un legame di famiglia sbagliato"),
        bond__added=_("Scritto chi c'è intorno"),
        bond__edited=_("Corretto chi c'è intorno"),
        bond__voided=_("Annullato un legame sbagliato con chi c'è intorno"),
        helper__named=_("Scritto chi dà una mano alla famiglia"),
        helper__edited=_("Corretto chi dà una mano alla famiglia"),
        helper__heard=_("Scritto che ci siamo sentiti con chi dà una mano"),
        aspect__added=_("Scritto che cosa serve o che cosa c'è già"),
        aspect__edited=_("Corretto che cosa serve o che cosa c'è già"),
        aspect__closed=_("Chiuso qualcosa che serviva o che c'era"),
        aspect__voided=_("Annullata una riga su che cosa serve"),
    )


def tell_readings() -> None:
    """How the pages of a family are called where one reads who has looked."""
    tell(
        reading__household_page=_("la pagina della famiglia"),
        reading__household_story=_("la storia"),
        reading__household_sight=_("chi vede che cosa"),
        reading__person_page=_("la scheda di una persona"),
        reading__protected_address=_("l'indirizzo protetto"),
        reading__address_list=_("gli indirizzi"),
        reading__responsibility_list=_("chi decide per i figli"),
        reading__language_list=_("chi parla quale lingua"),
        reading__isee_list=_("gli ISEE"),
        reading__document_list=_("l'elenco dei documenti"),
        reading__open_document=_("un documento"),
        reading__genogram=_("il genogramma"),
        reading__print_genogram=_("il genogramma, stampato"),
        reading__ecomap=_("l'ecomappa"),
        reading__print_ecomap=_("l'ecomappa, stampata"),
        reading__person_ties=_("come una persona è legata"),
        reading__life_event_list=_("che cosa è successo in famiglia"),
        reading__household_on=_("la famiglia in un giorno"),
    )
    tell(
        reading__edit_household=_("il modulo della famiglia"),
        reading__grant=_("il modulo per aprirla a qualcuno"),
        reading__withdraw=_("il modulo per ritirare un'apertura"),
        reading__write_address=_("il modulo dell'indirizzo"),
        reading__edit_address=_("il modulo dell'indirizzo"),
        reading__protect_address=_("il modulo dell'indirizzo protetto"),
        reading__write_responsibility=_("il modulo di chi decide"),
        reading__edit_responsibility=_("il modulo di chi decide"),
        reading__end_responsibility=_("il modulo di chi decide"),
        reading__write_language=_("il modulo delle lingue"),
        reading__edit_language=_("il modulo delle lingue"),
        reading__end_language=_("il modulo delle lingue"),
        reading__write_isee=_("il modulo dell'ISEE"),
        reading__edit_isee=_("il modulo dell'ISEE"),
        reading__add_document=_("il modulo di un documento"),
        reading__edit_document=_("il modulo di un documento"),
        reading__write_kinship=_("il modulo di un legame di famiglia"),
        reading__edit_kinship=_("il modulo di un legame di famiglia"),
        reading__add_relative=_("il modulo per aggiungere un parente"),
        reading__add_bond=_("il modulo di chi c'è intorno"),
        reading__edit_bond=_("il modulo di chi c'è intorno"),
        reading__add_aspect=_("il modulo di che cosa serve o c'è già"),
        reading__edit_aspect=_("il modulo di che cosa serve o c'è già"),
        reading__close_aspect=_("il modulo di che cosa serve o c'è già"),
        reading__add_person=_("il modulo per aggiungere una persona"),
        reading__bring_person=_("il modulo per portare qui una persona"),
        reading__add_home=_("il modulo di chi è residente qui o nell'ISEE"),
        reading__edit_home=_("il modulo di chi è in questa casa, e da quando"),
        reading__leave_home=_("il modulo di chi non vive più qui"),
        reading__void_row=_("il modulo per annullare una riga"),
        **dict.fromkeys(
            (
                "reading__expect_child",
                "reading__record_birth",
                "reading__record_loss",
                "reading__record_death",
                "reading__part_home",
                "reading__join_homes",
                "reading__foster_child",
                "reading__return_home",
                "reading__undo_life_event",
            ),
            _("il modulo di che cosa è successo"),
        ),
        reading__edit_person=_("il modulo di una persona"),
        reading__add_name=_("il modulo di un nome"),
        reading__edit_name=_("il modulo di un nome"),
        reading__add_identifier=_("il modulo di un codice"),
        reading__edit_identifier=_("il modulo di un codice"),
        reading__add_contact_point=_("il modulo di un contatto"),
        reading__edit_contact_point=_("il modulo di un contatto"),
        reading__merge_persons=_("il modulo per unire due schede"),
        reading__part_persons=_("il modulo per separare due schede"),
        reading__preview_sheet=_("l'anteprima di un elenco da portare dentro"),
        reading__import_page=_("la pagina di un elenco portato dentro"),
    )


# Where the subject of an act is read; a person is read in this home.
PERSON = """
    SELECT DISTINCT s.id, 'person_page', ARRAY[m.household_id::text, m.person_id::text]
    FROM (SELECT id, id AS person_id FROM people_person WHERE id = ANY(%(ids)s)
      UNION ALL SELECT id, person_id FROM people_personname WHERE id = ANY(%(ids)s)
      UNION ALL SELECT id, person_id FROM people_identifier WHERE id = ANY(%(ids)s)
      UNION ALL SELECT id, person_id FROM people_contactpoint WHERE id = ANY(%(ids)s)
      UNION ALL SELECT id, person_id FROM people_householdmembership WHERE id = ANY(%(ids)s)) s
      JOIN people_householdmembership m ON m.person_id = s.person_id AND m.household_id = %(household)s AND m.voided_at IS NULL
"""
OF_THE_HOME = (
    ("people_household", "id", "household_page"),
    ("people_aspect", "household_id", "household_page"),
    ("people_isee", "household_id", "isee_list"),
    ("people_language", "household_id", "language_list"),
    ("people_homeaddress", "household_id", "address_list"),
    ("people_lifeevent", "household_id", "life_event_list"),
    ("people_familydocument", "household_id", "document_list"),
    ("people_kinship", "household_id", "genogram"),
    ("people_bond", "household_id", "ecomap"),
    ("people_responsibility", "household_id", "responsibility_list"),
    ("people_grant", "household_id", "household_sight"),
)


def tell_story() -> None:
    """The parts of a story that are ours, and where they are read."""
    add_chapter(
        "who", _("chi sono"), 10, "household", "person", "name", "identifier", "contact_point", "home", "address",
        "protected_address", "isee", "aspect", "kinship", "bond", "helper", "responsibility", "document", "language",
    )  # fmt: skip
    add_chapter(
        "life", _("che cosa è successo"), 70, "child", "birth", "loss", "death", "home.parted", "homes", "life_event",
        "person.left", "person.returned",
    )  # fmt: skip
    add_reading_place(
        PERSON,
        *(
            f"SELECT id, '{page}', ARRAY[{key}::text] FROM {table} WHERE id = ANY(%(ids)s)"  # noqa: S608  # fixed texts
            for table, key, page in OF_THE_HOME
        ),
    )
