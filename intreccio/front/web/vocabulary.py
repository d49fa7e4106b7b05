"""What each entry of the menu is for, in one sentence; entries of areas not named here stand without."""

from django.utils.translation import gettext_lazy as _

WHERE = {
    "today": _("Ciò che aspetta te: da quanto, e perché."),
    "signals": _("Le preoccupazioni arrivate al tuo sportello, prima le più urgenti."),
    "my_signals": _("Ciò che hai segnalato, e che cosa ti ha risposto lo sportello."),
    "households": _("Le famiglie affidate a te, e quelle aperte a te."),
    "services": _("Ciò che la rete offre: per bisogno, età, comune."),
    "network": _("Gli enti, le sedi, le équipe e chi ci lavora."),
    "contact": _("Chi arriva allo sportello: che cosa chiede, che cosa hai risposto."),
    "search": _("Una famiglia, una persona, un ente, un servizio."),
}
