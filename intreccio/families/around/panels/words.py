"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        outing__planned=_("deciso di andare insieme in un servizio"),
        outing__moved=_("cambiato il giorno in cui andare insieme in un servizio"),
        outing__got_in=_("andati insieme in un servizio: entrati"),
        outing__stopped=_("andati insieme in un servizio: questa volta no"),
        outing__retried=_("deciso di riprovare ad andare insieme in un servizio"),
        outing__dropped=_("scritto perché in un servizio non si va più insieme"),
        reading__network_page=_("chi fa che cosa intorno alla famiglia"),
        reading__name_helper=_("il modulo di chi dà una mano"),
        reading__edit_helper=_("il modulo di chi dà una mano"),
        reading__hear_helper=_("il modulo di chi si è sentito"),
        reading__outing_page=_("come si va insieme in un servizio"),
        reading__begin_outing=_("le famiglie con cui si può andare in un servizio"),
        reading__plan_outing=_("il modulo per andare insieme in un servizio"),
        reading__move_outing=_("il modulo per cambiare giorno in un servizio"),
        reading__record_outing=_("il modulo di com'è andata in un servizio"),
        reading__retry_outing=_("il modulo per riprovare in un servizio"),
        reading__drop_outing=_("il modulo di chi non va più in un servizio"),
    )
