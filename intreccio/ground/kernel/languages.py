"""Languages that people of the network speak, with their ISO 639 codes: one list for families and for services."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.refused import Words

LANGUAGES: dict[str, Words] = {
    "it": _("italiano"),
    "sq": _("albanese"),
    "ar": _("arabo"),
    "bn": _("bengalese"),
    "zh": _("cinese"),
    "fr": _("francese"),
    "hi": _("hindi"),
    "en": _("inglese"),
    "lis": _("lingua dei segni italiana"),
    "pt": _("portoghese"),
    "pa": _("punjabi"),
    "ro": _("romeno"),
    "ru": _("russo"),
    "si": _("singalese"),
    "es": _("spagnolo"),
    "tl": _("tagalog"),
    "de": _("tedesco"),
    "ti": _("tigrino"),
    "uk": _("ucraino"),
    "ur": _("urdu"),
    "wo": _("wolof"),
}
