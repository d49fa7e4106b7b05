"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        line__asked=_("chiesta una linea di sostegno"),
        line__voided=_("annullata una richiesta di sostegno scritta per errore"),
        line__accepted=_("accettata una linea di sostegno"),
        line__declined=_("risposto di no, per ora, a una linea di sostegno"),
        line__renewed=_("comincia un altro ciclo di sostegno"),
        line__handed_over=_("una linea di sostegno cambia mani"),
        line__ended=_("si conclude una linea di sostegno"),
        meeting__planned=_("programmati gli incontri di una linea di sostegno"),
        meeting__held=_("un incontro di sostegno c'è stato"),
        meeting__missed=_("un incontro di sostegno non c'è stato"),
        meeting__moved=_("spostato un incontro di sostegno"),
        note__written=_("scritta una nota riservata, che legge solo chi l'ha scritta"),
        note__edited=_("corretta una nota riservata da chi l'ha scritta"),
        note__corrected=_("rettificata una nota riservata da chi l'ha scritta"),
    )
    tell(
        reading__line_page=_("una linea di sostegno"),
        reading__ask_line=_("il modulo per chiedere una linea di sostegno"),
        reading__void_line=_("il modulo per annullare una richiesta di sostegno"),
        reading__accept_line=_("il modulo per accettare una linea di sostegno"),
        reading__decline_line=_("il modulo per dire di no a una linea di sostegno"),
        reading__plan_meetings=_("il modulo per programmare gli incontri"),
        reading__record_meeting=_("il modulo per scrivere di un incontro"),
        reading__move_meeting=_("il modulo per spostare un incontro"),
        reading__write_note=_("il modulo per una nota riservata"),
        reading__my_notes=_("le proprie note riservate, di famiglie che ora seguono altri"),
        reading__edit_note=_("una propria nota riservata"),
        reading__correct_note=_("il modulo per rettificare una propria nota riservata"),
        reading__renew_line=_("il modulo per un altro ciclo di sostegno"),
        reading__end_line=_("il modulo per concludere una linea di sostegno"),
        reading__hand_over_line=_("il modulo per affidare una linea di sostegno"),
    )
    tell(
        reading__diary_page=_("il diario"),
        reading__search_diary=_("una parola cercata nel diario"),
        reading__print_diary=_("il diario, stampato"),
        reading__start_visit_note=_("le proprie famiglie, per scrivere una nota di visita"),
        reading__write_visit_note=_("il modulo per una nota di visita"),
        reading__edit_visit_note=_("una propria nota di visita"),
        reading__correct_visit_note=_("il modulo per rettificare una propria nota di visita"),
        reading__void_visit_note=_("il modulo per annullare una nota di visita"),
        reading__signal_from_note=_("il modulo per fare di una nota una segnalazione"),
        reading__plan_visit=_("il modulo per fissare una visita"),
        reading__move_visit=_("il modulo per spostare una visita"),
        reading__call_off_visit=_("il modulo per annullare una visita"),
        reading__miss_visit=_("il modulo per scrivere che non ci si è visti"),
        reading__hours_page=_("le ore di un'équipe"),
        reading__export_hours=_("le ore di un'équipe, in un foglio di calcolo"),
        reading__my_hours=_("le proprie ore"),
        reading__export_my_hours=_("le proprie ore, in un foglio di calcolo"),
    )
