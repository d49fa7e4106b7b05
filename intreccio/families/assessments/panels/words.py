"""How this area's events and readings are said on a family's story."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def tell_words() -> None:
    """Gives the kernel the words."""
    tell(
        assessment__begun=_("comincia una valutazione insieme"),
        assessment__point_of_view_added=_("si ascolta un punto di vista"),
        assessment__point_of_view_answered=_("scritte le risposte di un punto di vista"),
        assessment__point_of_view_voided=_("annullato un punto di vista scritto per errore"),
        assessment__child_words_written=_("scritte le parole di una bambina o di un bambino"),
        assessment__child_words_missing=_("non ancora ascoltata o ascoltato"),
        assessment__child_words_shared=_(
            "chiesto a una bambina o a un bambino chi può leggere le sue parole"
        ),
        listening__written=_("ascoltata una bambina o un bambino"),
        listening__edited=_("corretto un ascolto"),
        listening__voided=_("annullato un ascolto scritto per errore"),
        drawing__added=_("tenuto un disegno"),
        drawing__shared=_("chiesto di nuovo a chi ha disegnato chi può vedere"),
        drawing__voided=_("annullato un disegno tenuto per errore"),
        assessment__read_together=_("scritto che cosa si legge insieme nella valutazione"),
        assessment__sheet_added=_("scelta una scheda della libreria"),
        assessment__sheet_answered=_("scritte le risposte di una scheda"),
        assessment__sheet_voided=_("annullata una scheda scritta per errore"),
        assessment__closed=_("si chiude una valutazione"),
        assessment__voided=_("annullata una valutazione scritta per errore"),
        factor__added=_("scritto che cosa protegge o che cosa pesa"),
        factor__edited=_("aggiornato che cosa protegge o che cosa pesa"),
        factor__voided=_("annullato ciò che protegge o pesa, scritto per errore"),
    )
    tell(
        reading__assessment_page=_("una valutazione"),
        reading__begin_assessment=_("il modulo per cominciare una valutazione"),
        reading__add_point_of_view=_("il modulo per ascoltare un punto di vista"),
        reading__answer_point_of_view=_("le risposte di un punto di vista"),
        reading__void_point_of_view=_("il modulo per annullare un punto di vista"),
        reading__write_child_words=_("le parole di una bambina o di un bambino"),
        reading__share_child_words=_(
            "il modulo per dire chi può leggere le parole di una bambina o di un bambino"
        ),
        reading__child_voice=_("che cosa dice una bambina o un bambino, nel tempo"),
        reading__voices_beside=_("le parole dei bambini accanto a quelle dei grandi"),
        reading__listen_to_child=_("le domande per ascoltare una bambina o un bambino"),
        reading__edit_listening=_("il modulo per correggere un ascolto"),
        reading__void_listening=_("il modulo per annullare un ascolto"),
        reading__child_drawing=_("un disegno"),
        reading__add_child_drawing=_("il modulo per tenere un disegno"),
        reading__share_child_drawing=_("il modulo per dire chi può vedere un disegno"),
        reading__void_child_drawing=_("il modulo per annullare un disegno"),
        reading__read_together=_("il modulo per leggere insieme"),
        reading__close_assessment=_("il modulo per chiudere una valutazione"),
        reading__choose_sheet=_("la libreria delle schede"),
        reading__add_sheet=_("il modulo per aggiungere una scheda"),
        reading__sheet_page=_("una scheda della libreria"),
        reading__answer_sheet=_("le risposte di una scheda"),
        reading__void_sheet=_("il modulo per annullare una scheda"),
        reading__print_sheet=_("una scheda, stampata"),
        reading__export_sheet=_("una scheda, come tabella"),
        reading__factor_list=_("che cosa protegge e che cosa pesa"),
        reading__add_factor=_("il modulo per ciò che protegge o pesa"),
        reading__edit_factor=_("il modulo per aggiornare ciò che protegge o pesa"),
        reading__void_factor=_("il modulo per annullare ciò che protegge o pesa"),
        reading__void_assessment=_("il modulo per annullare una valutazione"),
    )
