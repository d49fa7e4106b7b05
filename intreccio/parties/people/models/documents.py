"""Papers, photographs and drawings of a family."""

from typing import ClassVar

from django.db import models

from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.parties.people.models.households import OF_THE_FAMILY, FamilyRow
from intreccio.parties.people.models.persons import Person
from intreccio.parties.people.vocabulary import DocumentKind


class FamilyDocument(FamilyRow, Versioned, Voidable):
    """A paper, photograph or drawing of a family. Its file is never changed: another file is another row."""

    processing: ClassVar = OF_THE_FAMILY

    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=11, choices=DocumentKind.choices)
    title = models.CharField(max_length=120, blank=True)
    day = models.DateField(help_text="of the paper itself")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["household", "-day"], name="document_of_household")]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())
