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
