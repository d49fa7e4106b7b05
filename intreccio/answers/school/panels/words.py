"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        schooling__begun=_("scritto dove studia"),
        schooling__edited=_("corretto dove studia"),
        schooling__ended=_("finisce una classe, o una scuola"),
        schooling__voided=_("annullata una classe scritta per errore"),
        school_contact__added=_("scritto con chi si parla a scuola"),
        school_contact__edited=_("corretto con chi si parla a scuola"),
        school_contact__voided=_("tolto qualcuno con cui si parlava a scuola"),
    )
    tell(
        school_sheet__asked=_("chiesto a chi insegna uno sguardo da scuola"),
        school_sheet__opened=_("chi insegna apre lo sguardo da scuola"),
        school_sheet__answered=_("chi insegna risponde allo sguardo da scuola"),
        school_sheet__shown=_("la famiglia legge lo sguardo da scuola"),
        school_sheet__voided=_("annullato uno sguardo da scuola"),
        reading__ask_teacher=_("il modulo per chiedere a chi insegna"),
        reading__school_sheet_page=_("uno sguardo da scuola"),
        reading__show_school_sheet=_("il modulo di quando la famiglia ha letto lo sguardo da scuola"),
        reading__void_school_sheet=_("il modulo per annullare uno sguardo da scuola"),
    )
    tell(
        school_path__begun=_("comincia un percorso a scuola"),
        school_path__edited=_("cambia chi parla con la scuola"),
        school_path__step_marked=_("un passo di un percorso a scuola"),
        school_path__mark_voided=_("annullato un passo a scuola scritto per errore"),
        school_path__ended=_("un percorso a scuola finisce"),
        reading__school_path_page=_("un percorso a scuola"),
        reading__begin_school_path=_("il modulo per cominciare un percorso a scuola"),
        reading__mark_school_step=_("il modulo di un passo a scuola"),
        reading__void_school_mark=_("il modulo per annullare un passo a scuola"),
        reading__edit_school_path=_("il modulo di chi parla con la scuola"),
        reading__end_school_path=_("il modulo per chiudere un percorso a scuola"),
    )
    tell(
        school_plan__written=_("scritto un piano della scuola"),
        school_plan__edited=_("corretto un piano della scuola"),
        school_plan__voided=_("annullato un piano della scuola"),
        reading__write_school_plan=_("il modulo di un piano della scuola"),
        reading__edit_school_plan=_("il modulo per correggere un piano della scuola"),
        reading__void_school_plan=_("il modulo per annullare un piano della scuola"),
        reading__open_school_plan=_("la carta di un piano della scuola"),
    )
    tell(
        reading__out_of_school=_("chi oggi non risulta in nessuna scuola"),
        reading__school_list=_("dove studiano i figli"),
        reading__child_school=_("la scuola di una figlia o di un figlio"),
        reading__begin_schooling=_("il modulo di dove studia"),
        reading__edit_schooling=_("il modulo per correggere dove studia"),
        reading__end_schooling=_("il modulo di com'è finita una classe"),
        reading__void_schooling=_("il modulo per annullare una classe"),
        reading__add_school_contact=_("il modulo di chi si chiama a scuola"),
        reading__edit_school_contact=_("il modulo per correggere chi si chiama a scuola"),
        reading__void_school_contact=_("il modulo per togliere chi si chiamava a scuola"),
    )
