"""A household, and what every row of a family carries: its home and the team that answers for it.

`Household` is unique on (id, team): other tables point at that pair with ON UPDATE CASCADE, so that handing a family
over is one update and no row of any area can be left behind.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record, Versioned, Voidable
from intreccio.ground.kernel.processing import Processing

OF_THE_FAMILY = Processing(
    purpose=_(
        "Sapere chi vive con chi e come si trova, per accompagnare la famiglia senza farle ripetere la sua storia."
    ),
    basis=_("Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."),
    retention=_(
        "Quanto stabilisce il massimario di scarto del comune titolare; nelle cooperative, fino alla fine dell'affidamento."
    ),
)
OF_THE_MEANS = Processing(
    purpose=_("Sapere a quali aiuti la famiglia ha diritto, senza chiederle ogni volta la stessa carta."),
    basis=_("Art. 6.1.e del GDPR; DPCM 159/2013: prestazioni sociali agevolate."),
    retention=_("Cinque anni dalla scadenza dell'attestazione."),
)
OF_SAFETY = Processing(
    purpose=_("Raggiungere chi non deve essere trovato da altri, senza che l'indirizzo compaia altrove."),
    basis=_("Art. 6.1.d ed e del GDPR; artt. 330 e 342-bis c.c.: tutela di minori e vittime di violenza."),
    retention=_(
        "Finché dura la protezione; poi quanto stabilisce il massimario di scarto del comune titolare."
    ),
)
OF_SHARING = Processing(
    purpose=_("Dire alla famiglia, anche anni dopo, chi ha potuto vedere che cosa, perché e fino a quando."),
    basis=_("Art. 5.2 e 6.1.e del GDPR: responsabilità di chi tratta i dati."),
    retention=_("Quanto la cartella della famiglia."),
)


class Household(Record, Versioned, Voidable):
    """A home and who shares it; it may be one person. `team` answers for it and sees all of it."""

    processing: ClassVar = OF_THE_FAMILY

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=160)
    sort_name = models.CharField(max_length=160, editable=False)
    municipality_code = models.CharField(max_length=6, blank=True)
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    is_protected = models.BooleanField(default=False)
    imported_in = models.UUIDField(null=True, editable=False, help_text="the sheet that brought it in")
    joined_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="joined"
    )
    joined_on = models.DateField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id", "team"], name="people_household_of_team"),
            # A column cannot be hidden by row security: where they live who must not be found stands in a row of its own.
            models.CheckConstraint(
                condition=Q(is_protected=False) | Q(municipality_code=""), name="protected_says_no_place"
            ),
            models.CheckConstraint(
                condition=Q(joined_into__isnull=True, joined_on__isnull=True)
                | (Q(joined_into__isnull=False, joined_on__isnull=False) & ~Q(joined_into=F("id"))),
                name="household_joined_on_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "sort_name", "id"], name="household_list"),
            models.Index(fields=["sort_name", "id"], name="household_by_name"),
            models.Index(fields=["municipality_code", "sort_name", "id"], name="household_by_place"),
            models.Index(
                fields=["imported_in"], condition=Q(imported_in__isnull=False), name="household_by_sheet"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FamilyRow(Record):
    """A row of a family: seen by its team in charge, and by whom a grant opens it."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("organisations.Team", on_delete=models.PROTECT, related_name="+", editable=False)

    class Meta:
        abstract = True
