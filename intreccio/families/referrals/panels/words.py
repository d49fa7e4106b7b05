"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        referral__sent=_("chiesto a un servizio"),
        referral__seen=_("la richiesta è stata aperta"),
        referral__accepted=_("il servizio dice di sì"),
        referral__waiting=_("il servizio mette in lista d'attesa"),
        referral__declined=_("il servizio dice di no, questa volta"),
        referral__started=_("il servizio comincia"),
        referral__ended=_("il servizio ha concluso"),
        referral__withdrawn=_("ritirata una richiesta a un servizio"),
        referral__answered=_("la famiglia dice se il servizio ha aiutato"),
        referral__retried=_("chiesto a un altro servizio dopo un no"),
        referral__word_written=_("scritta una parola al servizio"),
    )
    tell(
        reading__referral_page=_("una richiesta a un servizio"),
        reading__referral_inbox=_("le richieste arrivate all'ente"),
        reading__referral_outbox=_("le richieste mandate ai servizi"),
        reading__referral_search=_("una ricerca di una richiesta per codice"),
        reading__create_referral=_("il modulo per chiedere a un servizio"),
        reading__retry_referral=_("il modulo per chiedere a un altro servizio"),
        reading__accept_referral=_("il modulo per accogliere"),
        reading__put_on_waiting_list=_("il modulo per la lista d'attesa"),
        reading__decline_referral=_("il modulo per dire di no"),
        reading__start_referral=_("il modulo di chi comincia"),
        reading__end_referral=_("il modulo di chi ha concluso"),
        reading__withdraw_referral=_("il modulo per ritirare una richiesta"),
        reading__write_word=_("il modulo per scrivere al servizio"),
        reading__record_answer=_("il modulo di che cosa dice la famiglia"),
    )
