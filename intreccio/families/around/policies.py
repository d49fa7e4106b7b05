"""Who goes with a family, and who writes how it went; the database says which (`migrations/0002_guard.py`)."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import PROFESSIONALS, may

plan_outing = may(
    "plan_outing", _("accompagnare una famiglia in un servizio, la prima volta"), *PROFESSIONALS
)
move_outing = may("move_outing", _("cambiare il giorno in cui si va insieme in un servizio"), *PROFESSIONALS)
record_outing = may("record_outing", _("scrivere com'è andata in un servizio"), *PROFESSIONALS)
retry_outing = may("retry_outing", _("riprovare ad andare insieme in un servizio"), *PROFESSIONALS)
drop_outing = may("drop_outing", _("dire perché in un servizio non ci si va più insieme"), *PROFESSIONALS)

ABILITIES = {each.code: each for each in (plan_outing, move_outing, record_outing, retry_outing, drop_outing)}
