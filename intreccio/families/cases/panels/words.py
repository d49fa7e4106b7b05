"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        case__opened=_("si apre l'analisi preliminare"),
        case__taken_charge=_("presa in carico"),
        case__preliminary_ended=_("l'analisi preliminare si conclude senza presa in carico"),
        case__handed_over=_("affidata a un'altra équipe"),
        case__worker_added=_("una persona comincia a lavorare con loro"),
        case__worker_ended=_("una persona non lavora più con loro"),
        case__responsible_changed=_("cambia il riferimento"),
        case__plan_begun=_("comincia il progetto"),
        case__review_begun=_("si prepara la verifica"),
        case__review_ended=_("la verifica è scritta, il progetto va avanti"),
        case__closed=_("il percorso si conclude"),
        case__reopened=_("il percorso ricomincia"),
        case__follow_up_recorded=_("risentita dopo la conclusione del percorso"),
        case__follow_up_moved=_("spostato il giorno in cui risentirla"),
        case__weighed=_("detto quanto lavoro chiede il percorso"),
        case__deputy_named=_("per un tempo qualcuno sostituisce chi è via"),
        case__deputy_ended=_("chi era via è tornato"),
        case__summary_read=_("letto il passaggio dell'altra équipe"),
        conference__planned=_("una riunione in programma"),
        conference__edited=_("cambiata una riunione in programma"),
        conference__called_off=_("una riunione non si fa"),
        conference__held=_("tenuta una riunione"),
        conference__minutes_edited=_("corretto il verbale di una riunione"),
        conference__decided=_("deciso qualcosa in una riunione"),
        conference__decision_voided=_("annullata una decisione scritta per errore"),
        case__voided=_("annullato un percorso scritto per errore"),
    )
    tell(
        reading__case_page=_("il percorso della famiglia"),
        reading__case_list=_("l'elenco delle famiglie per punto del percorso"),
        reading__case_search=_("una ricerca per codice"),
        reading__open_case=_("il modulo per aprire l'analisi preliminare"),
        reading__take_charge=_("il modulo per prendere in carico"),
        reading__end_preliminary=_("il modulo per concludere l'analisi preliminare"),
        reading__hand_over_case=_("il modulo per affidare a un'altra équipe"),
        reading__begin_review=_("il modulo per preparare la verifica"),
        reading__review_page=_("la verifica"),
        reading__end_review=_("il modulo per scrivere la verifica"),
        reading__close_case=_("il modulo per concludere il percorso"),
        reading__reopen_case=_("il modulo per riaprire il percorso"),
        reading__record_follow_up=_("il modulo per scrivere come va dopo il percorso"),
        reading__move_follow_up=_("il modulo per spostare ciò che era concordato"),
        reading__void_case=_("il modulo per annullare"),
        reading__change_responsible=_("il modulo per scegliere il riferimento"),
        reading__weigh_case=_("il modulo di quanto lavoro chiede il percorso"),
        reading__name_deputy=_("il modulo di chi sostituisce chi"),
        reading__end_deputy=_("il modulo di chi torna"),
        reading__plan_conference=_("il modulo di una riunione"),
        reading__edit_conference=_("il modulo per cambiare una riunione"),
        reading__call_off_conference=_("il modulo di una riunione che non si fa"),
        reading__conference_page=_("una riunione"),
        reading__write_minutes=_("il modulo del verbale"),
        reading__add_decision=_("il modulo di una decisione"),
        reading__void_decision=_("il modulo per annullare una decisione"),
        reading__add_worker=_("il modulo per aggiungere chi lavora con loro"),
        reading__end_worker=_("il modulo per chi non lavora più con loro"),
    )
