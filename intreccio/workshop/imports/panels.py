"""What this area shows elsewhere."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.panels import tell


def register() -> None:
    """Fills the kernel's registers."""
    tell(
        import__taken=_("elenco importato"),
        sheet__uploaded=_("Caricato un elenco"),
        sheet__mapped=_("Detto che cosa c'è nelle colonne di un elenco"),
        sheet__chosen=_("Scelto quali righe doppie portare dentro"),
        sheet__queued=_("Chiesto di portare dentro un elenco"),
        sheet__brought_in=_("Portato dentro un elenco"),
        sheet__undo_queued=_("Chiesto di annullare un elenco"),
        sheet__undone=_("Annullato un elenco"),
        sheet__purged=_("Tolto per sempre ciò che un elenco annullato aveva portato dentro"),
        sheet__abandoned=_("Lasciato perdere un elenco"),
    )
