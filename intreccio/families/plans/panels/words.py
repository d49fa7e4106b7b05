"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        plan__begun=_("comincia una versione del progetto"),
        plan__in_force=_("il progetto vale"),
        plan__ended=_("una versione del progetto non vale più"),
        plan__accepted=_("qualcuno dice sì al progetto"),
        plan__handed=_("dato alla famiglia un indirizzo per firmare il progetto"),
        plan__acceptance_voided=_("annullato un sì al progetto"),
        goal__added=_("un obiettivo nel progetto"),
        goal__edited=_("corretto un obiettivo"),
        goal__voided=_("annullato un obiettivo"),
        goal__linked=_("due obiettivi si tengono"),
        goal__unlinked=_("due obiettivi non si tengono più"),
        goal__scored=_("guardato a che punto è un obiettivo"),
        goal__score_voided=_("annullato un punto scritto per errore"),
        action__added=_("un'azione nel progetto"),
        action__edited=_("corretta un'azione"),
        action__done=_("conclusa un'azione"),
        action__proposed=_("una riunione propone un'azione"),
        action__taken_up=_("ciò che una riunione ha deciso è nel progetto"),
        action__left_aside=_("lasciato da parte ciò che una riunione aveva proposto"),
        disagreement__written=_("scritto su che cosa non si è d'accordo"),
    )
    tell(
        reading__plan_page=_("il progetto"),
        reading__plan_versions=_("le versioni del progetto"),
        reading__print_plan=_("la stampa del progetto"),
        reading__draft_plan=_("il modulo per cominciare il progetto"),
        reading__revise_plan=_("il modulo per una versione nuova del progetto"),
        reading__put_in_force=_("il modulo per far valere il progetto"),
        reading__accept_plan=_("il modulo di chi dice sì al progetto"),
        reading__sign_plan=_("il modulo per firmare il progetto"),
        reading__hand_plan=_("il modulo per far firmare il progetto su un altro telefono"),
        reading__handed_plan=_("gli indirizzi dati per firmare il progetto"),
        reading__sign_by_link=_("il progetto, aperto dalla famiglia con l'indirizzo avuto da chi firma qui"),
        reading__signature_mark=_("una firma sul progetto"),
        reading__void_acceptance=_("il modulo per annullare un sì"),
        reading__add_goal=_("il modulo di un obiettivo"),
        reading__edit_goal=_("il modulo per correggere un obiettivo"),
        reading__void_goal=_("il modulo per annullare un obiettivo"),
        reading__link_goals=_("il modulo di due obiettivi che si tengono"),
        reading__unlink_goals=_("il modulo per sciogliere due obiettivi"),
        reading__score_goal=_("il modulo di a che punto è un obiettivo"),
        reading__void_score=_("il modulo per annullare un punto"),
        reading__add_action=_("il modulo di un'azione"),
        reading__edit_action=_("il modulo per correggere un'azione"),
        reading__finish_action=_("il modulo di un'azione conclusa"),
        reading__take_up_proposal=_("il modulo per mettere una proposta nel progetto"),
        reading__leave_proposal=_("il modulo per lasciare da parte una proposta"),
        reading__write_disagreement=_("il modulo di ciò su cui non si è d'accordo"),
    )
