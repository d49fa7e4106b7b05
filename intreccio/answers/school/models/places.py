"""Where somebody studies, class by class, and whom one talks with there."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intreccio.answers.school.vocabulary import ContactRole, Cycle, Ending
from intreccio.ground.kernel.models import Versioned, Voidable
from intreccio.ground.kernel.processing import Processing
from intreccio.parties.organisations.models import Organisation
from intreccio.parties.people.models import FamilyRow, Person

OF_SCHOOL = Processing(
    purpose=gettext_lazy(
        "Sapere dove studia ogni bambina e ogni ragazzo, con chi si parla, e che nessuno resti fuori."
    ),
    basis=gettext_lazy(
        "Art. 6.1.e del GDPR; artt. 16 e 22 della legge 328/2000; art. 1, comma 622, della legge 296/2006: obbligo di istruzione."
    ),
    retention=gettext_lazy("Quanto il percorso della famiglia."),
)
OF_SCHOOL_PEOPLE = Processing(
    purpose=gettext_lazy("Sapere con chi si parla a scuola, e come."),
    basis=gettext_lazy("Art. 6.1.e del GDPR: recapiti di lavoro, dati dalla scuola."),
    retention=gettext_lazy("Finché il bambino è in quella classe; poi quanto il percorso della famiglia."),
)


class Schooling(FamilyRow, Versioned, Voidable):
    """A class in a school, from when to when (`until` excluded), and how it ended. Another class is another row."""

    processing: ClassVar = OF_SCHOOL

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cycle = models.CharField(max_length=12, choices=Cycle.choices)
    year = models.PositiveSmallIntegerField(null=True, help_text="of the school: 1 for the first")
    section = models.CharField(max_length=20, blank=True, help_text="«B», «1B tempo pieno»")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    school = models.CharField(max_length=160, blank=True, help_text="its name, where it stands in no list")
    since = models.DateField()
    until = models.DateField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["household", "child"],
                condition=Q(until__isnull=True, voided_at__isnull=True),
                name="one_class_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False) | ~Q(school=""), name="school_has_a_name"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, ending="") | Q(until__isnull=False) & ~Q(ending=""),
                name="class_ends_somehow",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="class_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["household", "child"], name="schooling_of_child")]

    @property
    def place(self) -> str:
        """The school, as it is called."""
        return self.organisation.name if self.organisation else self.school

    @property
    def class_said(self) -> str:
        """«2 B», «scuola primaria» where no class is written."""
        return " ".join(filter(None, (str(self.year or ""), self.section))) or _("classe non scritta")

    @property
    def goes_on(self) -> bool:
        """Neither ended nor a mistake."""
        return self.until is None and self.voided_at is None


class SchoolContact(FamilyRow, Versioned, Voidable):
    """With whom one talks about a child in a class, and how, as the school gave it."""

    processing: ClassVar = OF_SCHOOL_PEOPLE

    schooling = models.ForeignKey(Schooling, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=ContactRole.choices)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    note = models.CharField(max_length=200, blank=True, help_text="when one reaches them")
