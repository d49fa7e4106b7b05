"""Who may look at what has been sent. The database says which rows: see `0002_guard` here and `organisations`."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import Administrator, may

read_mail = may("read_mail", _("vedere quali messaggi sono partiti, senza leggerli"), Administrator)
retry_mail = may("retry_mail", _("far ripartire un messaggio che non è partito"), Administrator)
