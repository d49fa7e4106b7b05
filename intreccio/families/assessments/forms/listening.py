"""A child listened to: the questions of an age, who was there; a drawing, and whom it is shown to."""

from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.families.assessments.actions import Drawn, Occasion
from intreccio.families.assessments.models import Assessment, Listening
from intreccio.families.assessments.queries.questions import Questions
from intreccio.families.assessments.rules.hearing import why_not_write_words
from intreccio.families.assessments.rules.listening import LONGEST, why_not_draw
from intreccio.families.assessments.vocabulary import Face, ListeningPlace
from intreccio.ground.design.forms import DayInput, EditForm, OnceForm, TouchRadio, field_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import in_language
from intreccio.parties.people.forms.rows import RowForm
from intreccio.workshop.documents.files.content import Content
from intreccio.workshop.documents.forms import DrawField
from intreccio.workshop.documents.vocabulary import MediaType

ANSWER = "answer-"
SOMEBODY = "somebody"


class ListeningForm(RowForm):
    """The answers first, in the order of the conversation; then what one weighs them with."""

    helpers = frozenset({"assessment"})
    mark_optional = False  # the page says that no question has to be answered
    face = forms.ChoiceField(
        label=_("Come va?"),
        help_text=_("Si fa indicare. Si può anche non scegliere."),
        choices=[("", _("non ha scelto")), *((each.value, each.label) for each in Face)],
        widget=TouchRadio,
        required=False,
    )
    heard_on = forms.DateField(label=_("Quando"), widget=DayInput, initial=today)
    sown = (ANSWER,)
    seen = forms.CharField(
        label=_("Che cosa si è visto"),
        help_text=_("I gesti, il gioco, chi cercava: i fatti, senza spiegarli."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )
    heard_by = forms.ChoiceField(label=_("Chi ha ascoltato"))
    listener = forms.CharField(
        label=_("Se è qualcun altro, chi"),
        help_text=_("«Paola Neri, la maestra»."),
        max_length=120,
        required=False,
    )
    place = forms.ChoiceField(
        label=_("Dove"),
        choices=[(each.value, each.label) for each in ListeningPlace],
        widget=TouchRadio(layout="line"),
    )
    alone = forms.ChoiceField(
        label=_("Chi c'era"),
        choices=[("yes", _("nessun altro")), ("no", _("c'era anche qualcun altro"))],
        widget=TouchRadio(layout="line"),
    )
    others = forms.CharField(
        label=_("Se c'era qualcun altro, chi"),
        help_text=_("Chi legge pesa le parole anche da questo: «la mamma, sulla porta»."),
        max_length=200,
        required=False,
    )
    assessment = forms.ChoiceField(label=_("Fa parte di"), widget=TouchRadio(layout="line"), required=False)

    def __init__(
        self,
        *args: Any,
        questions: Questions | None,
        listeners: list[tuple[UUID, str]],
        looks: list[Assessment],
        me: UUID | None = None,
        **kwargs: Any,
    ) -> None:
        self.questions, self.looks = questions, looks
        super().__init__(*args, **kwargs)
        field_of(self, "heard_by", forms.ChoiceField).choices = [
            *((str(key), name) for key, name in listeners),
            (SOMEBODY, _("qualcun altro, che non è dell'équipe")),
        ]
        self.fields["heard_by"].initial = str(me or "")
        self._plant_questions()
        self._plant_looks(looks)

    def _plant_questions(self) -> None:
        if not (self.questions and self.questions.face):
            del self.fields["face"]
        for question in self.questions.questions if self.questions else ():
            self.fields[ANSWER + question.code] = forms.CharField(
                label=in_language(question.text), help_text=in_language(question.hint), max_length=LONGEST, required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def _plant_looks(self, looks: list[Assessment]) -> None:
        if not looks:
            del self.fields["assessment"]
            return
        choices = [(str(look.pk), look.get_moment_display()) for look in looks]
        field_of(self, "assessment", forms.ChoiceField).choices = [*choices, ("", _("nessuna valutazione"))]
        self.fields["assessment"].initial = choices[0][0]

    def read(self, row: Listening) -> dict[str, Any]:
        """What was said, answer by answer."""
        answers = {ANSWER + each["code"]: each["words"] for each in row.answers}
        asked = self.questions.questions if self.questions else ()
        return {
            **super().read(row),
            "heard_by": SOMEBODY if row.listener else str(row.heard_by_id or ""),
            "alone": "yes" if row.alone else "no",
            **{ANSWER + each.code: answers.get(ANSWER + each.code, "") for each in asked},
        }

    @property
    def answer_fields(self) -> list[tuple[Any, Any]]:
        """Each question with its field, to be laid out."""
        asked = self.questions.questions if self.questions else ()
        return [(question, self[ANSWER + question.code]) for question in asked]

    def clean(self) -> dict[str, Any]:
        """A day that has come; who listened and who else was there, said once and in one way."""
        cleaned = super().clean() or {}
        day = cleaned.get("heard_on")
        if day and (reason := why_not_write_words(heard_on=day, today=today())):
            self.add_error("heard_on", str(reason))
        self._ask("others", cleaned.get("alone"), "no", _("Scrivi chi c'era"))
        self._ask("listener", cleaned.get("heard_by"), SOMEBODY, _("Scrivi chi ha ascoltato"))
        return cleaned

    def _ask(self, name: str, chosen: str | None, asks: str, missing: Words) -> None:
        """A name is written where the choice asks for one, and only there: what was written is never thrown away."""
        is_written = bool(self.cleaned_data.get(name, "").strip())
        if chosen == asks and not is_written and name not in self.errors:
            self.add_error(name, str(missing))
        if chosen and chosen != asks and is_written:
            self.add_error(
                name, _("Qui sopra hai scelto un'altra risposta: cambia quella, o togli le parole")
            )

    @property
    def look(self) -> Assessment | None:
        """The look at the family that it is part of."""
        chosen = self.cleaned_data.get("assessment", "")
        return next((each for each in self.looks if str(each.pk) == chosen), None)

    @property
    def told(self) -> Occasion:
        """As it was written."""
        said = self.cleaned_data
        who = None if said["heard_by"] == SOMEBODY else UUID(said["heard_by"])
        return Occasion(
            said["heard_on"], who, said["place"], said["others"] if said["alone"] == "no" else "",
            self.questions.code if self.questions else "", said.get("face", ""),
            {name.removeprefix(ANSWER): words for name, words in said.items() if name.startswith(ANSWER)},
            said["listener"], said["seen"],
        )  # fmt: skip


SHARED = [
    ("no", _("No: lo vedono solo chi lo ha raccolto e il riferimento della famiglia")),
    ("yes", _("Sì, può vederlo chi lavora con la famiglia, anche accanto al progetto; sui fogli non va")),
]
SHARED_HELP = _("Si chiede a chi ha disegnato. Se non lo sa ancora, per adesso è no.")


class DrawingForm(OnceForm):
    """A drawing: made here or photographed, with the child's own words."""

    drawing = DrawField(
        label=_("Il disegno"),
        help_text=_("Si disegna qui, con il dito o con il mouse; o si fotografa il foglio."),
        required=False,
    )
    title = forms.CharField(
        label=_("Come lo chiama"), help_text=_("Il suo titolo, se ne ha uno."), max_length=120, required=False
    )
    words = forms.CharField(
        label=_("Che cosa ne dice"),
        help_text=_("Con le sue parole. Quello che ci vediamo noi sta altrove."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        required=False,
    )
    shared = forms.ChoiceField(
        label=_("Vuole che altri lo vedano?"),
        help_text=SHARED_HELP,
        choices=SHARED,
        widget=TouchRadio,
        initial="no",
    )
    marks = {"drawing": ""}

    def clean(self) -> dict[str, Any]:
        """A picture. The key of this writing knows it too: another one under the same words is another writing."""
        said = super().clean() or {}
        content: Content | None = said.get("drawing")
        if content is None:
            if "drawing" not in self.errors:
                self.add_error("drawing", _("Manca il disegno: si fa qui, o si fotografa."))
            return said
        is_picture = MediaType(content.media_type).is_picture
        if reason := why_not_draw(is_picture=is_picture):
            self.add_error("drawing", str(reason))
        if "once" in said:
            said["once"] = uuid5(said["once"], content.sha256)
        return said

    @property
    def drawn(self) -> Drawn:
        """What the child says of it."""
        said = self.cleaned_data
        return Drawn(said["title"], said["words"], said["shared"] == "yes")


class ShareForm(EditForm):
    """Whom the child agrees to show it to, now."""

    shared = forms.ChoiceField(
        label=_("Vuole che altri lo vedano?"), help_text=SHARED_HELP, choices=SHARED, widget=TouchRadio
    )

    @property
    def is_shared(self) -> bool:
        """The child agrees."""
        return bool(self.cleaned_data["shared"] == "yes")
