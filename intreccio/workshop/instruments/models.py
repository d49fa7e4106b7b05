"""What is stored of instruments: each edition as data, and what was answered. A response knows no subject."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from intreccio.ground.kernel.models import Record, Versioned
from intreccio.ground.kernel.processing import Processing
from intreccio.ground.kernel.words import data_in_language, in_language
from intreccio.workshop.instruments.rules.definition import SPOKEN
from intreccio.workshop.instruments.vocabulary import Licence


class Instrument(models.Model):
    """One edition of a questionnaire: `definition` holds sections, items, steps and scales (see `rules.definition`).

    The key is code and edition (`che-cosa-c-e-1`): an edition in use is never changed, a new one stands beside it.
    """

    id = models.CharField(primary_key=True, max_length=60)
    code = models.CharField(max_length=50)
    edition = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    licence = models.CharField(max_length=12, choices=Licence.choices)
    definition = models.JSONField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, help_text="last day on which it is offered")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "edition"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return in_language(self.title)

    @property
    def said(self) -> dict[str, Any]:
        """The definition, its words in the reader's language."""
        words: dict[str, Any] = data_in_language(self.definition, SPOKEN)
        return words


class Response(Record, Versioned):
    """What somebody answered, from one point of view. The area above says whom it is about, and who reads it."""

    processing: ClassVar = Processing(
        purpose=_("Capire insieme che cosa c'è e che cosa serve, e vedere che cosa cambia nel tempo."),
        basis=_(
            "Art. 6.1.e e 9.2.g del GDPR; artt. 6 e 22 della legge 328/2000: servizi sociali dei comuni."
        ),
        retention=_("Quanto il percorso a cui si riferisce."),
    )

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(
        default=dict, help_text="item → value of its step; or scale → total, where only totals are kept"
    )
    labels = models.JSONField(default=dict, help_text="item → words of the step that was chosen")
    words = models.JSONField(
        default=dict,
        help_text="section or item → facts, as they were told; item.view → what somebody says of it",
    )
    left_empty = models.JSONField(default=dict, help_text="section → why it was left empty")
    scores = models.JSONField(default=dict, help_text="scale → number, worked out from the answers")
    finished_at = models.DateTimeField(
        null=True, help_text="when nothing was missing any more; until then a draft"
    )


class Checklist(Record):
    """A checklist of the library, answered on a day with words. Written once: the next look is another row, and the
    former ones stay. The area above says what was looked at, by whom, and who reads it."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(help_text="item → value of its step; never added")
    words = models.JSONField(help_text="item → how it is so, or why not yet")
    day = models.DateField()
    again_on = models.DateField(null=True, help_text="when it is looked at again")

    class Meta:
        abstract = True


def kept_checklists() -> Iterator[models.Manager[Checklist]]:
    """What areas above keep of checklists, table by table."""
    yield from (model._default_manager for model in apps.get_models() if issubclass(model, Checklist))
