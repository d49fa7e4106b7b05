"""A goal with its five steps; what holds it; how far it is."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.models import Goal
from intreccio.families.plans.queries.choices import Choice, others_of
from intreccio.families.plans.queries.looks import looks_for
from intreccio.families.plans.queries.reading import signed
from intreccio.families.plans.rules.families import what_is_odd, why_not_families, why_not_own_time
from intreccio.families.plans.rules.goals import why_not_score
from intreccio.families.plans.vocabulary import GoalFamily, Reached, Side, Strand
from intreccio.ground.design.forms import (
    DayInput,
    Explained,
    OnceForm,
    Pictured,
    TouchBoxes,
    TouchRadio,
    add_reasons,
    field_of,
)
from intreccio.ground.design.vocabulary import Picture
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Words
from intreccio.ground.needs.queries import Tree
from intreccio.parties.people.forms.rows import RowForm

LEVELS = [(level.value, format_lazy("{} {}", signed(level.value), level.label)) for level in Reached]
PICTURES = [("", _("nessuno")), *((one.value, Pictured(one.label, one.value)) for one in Picture)]
STEP_NAMES = tuple(f"step_{place}" for place in range(5))
EXAMPLES = (
    _("Per esempio: «Leo indica e piange, senza parole»."),
    _("Per esempio: «Leo dice parole da sole: acqua, mamma»."),
    _("Quello che speriamo. Per esempio: «Leo usa frasi di due o tre parole»."),
    _("Per esempio: «Leo racconta che cosa ha fatto al nido»."),
    _("Meglio di quanto osiamo sperare. Per esempio: «Leo si fa capire da tutti, anche dai bambini»."),
)


def _step(place: int) -> forms.CharField:
    level = Reached(place - 2)
    return forms.CharField(
        label=format_lazy("{} {}", signed(level.value), level.label),
        help_text=EXAMPLES[place],
        max_length=200,
        required=False,
    )


class GoalForm(RowForm):
    """Something that should change, whose it is, and how one will see how far it is."""

    helpers = frozenset({"is_so"})
    # They may be finished later, and the page says until when.
    marks: ClassVar[Mapping[str, Words]] = dict.fromkeys(STEP_NAMES, "")
    side = forms.ChoiceField(label=_("Di chi è"), choices=Side.choices, widget=TouchRadio(layout="line"))
    strand = forms.ChoiceField(
        label=_("Quale filo"), choices=Strand.choices, widget=TouchRadio(layout="pairs")
    )
    person = forms.ChoiceField(label=_("Di quale persona"), required=False)
    is_so = forms.BooleanField(label=_("Sì, è proprio così"), required=False)
    title = forms.CharField(
        label=_("Che cosa vogliamo che cambi"),
        help_text=_("Con le parole della famiglia: «Leo usa frasi di due o tre parole»."),
        max_length=200,
    )
    why = forms.CharField(
        label=_("Perché conta"),
        help_text=_("«Così alla scuola dell'infanzia si fa capire dagli altri»."),
        max_length=300,
        required=False,
    )
    need_code = forms.ChoiceField(label=_("A quale bisogno si lega"), required=False)
    look = forms.ChoiceField(
        label=_("A quale dei diciassette sguardi si lega"),
        help_text=_("Così il risultato che sperate sta accanto a quello che si è visto."),
        required=False,
    )
    goal_families = forms.MultipleChoiceField(
        label=_("Che cosa vuole fare"),
        help_text=_("Anche più di una cosa, per un obiettivo dei bambini e dei ragazzi."),
        choices=[(one.value, capfirst(one.label)) for one in GoalFamily],
        widget=TouchBoxes,
        required=False,
    )
    own_time = forms.CharField(
        label=_("Con i suoi tempi"),
        help_text=_("Dove un giorno non direbbe il vero: «quando è pronta», «dopo l'estate»."),
        max_length=120,
        required=False,
    )
    step_0, step_1, step_2, step_3, step_4 = map(_step, range(5))
    start = forms.TypedChoiceField(
        label=_("Da dove si parte"), choices=LEVELS, coerce=int, initial=-2, widget=TouchRadio(layout="line")
    )
    aim = forms.TypedChoiceField(
        label=_("Dove vogliamo arrivare"),
        choices=LEVELS,
        coerce=int,
        initial=0,
        widget=TouchRadio(layout="line"),
    )
    child_words = forms.CharField(
        label=_("Come lo diciamo a chi è più piccolo"),
        help_text=_("Con una frase breve e vera, come a voce: «Un posto tuo dove disegnare»."),
        max_length=200,
        required=False,
    )
    picture = forms.ChoiceField(
        label=_("Con quale disegno"),
        choices=PICTURES,
        widget=TouchRadio(layout="pictures"),
        required=False,
    )

    def __init__(
        self, *args: Any, tree: Tree, persons: list[Choice], minors: Collection[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.minors, self.names = minors, dict(persons)
        field_of(self, "look", forms.ChoiceField).choices = [
            ("", _("nessuno in particolare")),
            *looks_for(today()),
        ]
        field_of(self, "person", forms.ChoiceField).choices = [("", _("Tutti loro")), *persons]
        branches = (*tree.branches, *tree.further)
        field_of(self, "need_code", forms.ChoiceField).choices = [
            ("", _("nessuno in particolare")),
            *((branch.label, [(leaf.code, leaf.plain) for leaf in branch.leaves]) for branch in branches),
        ]

    def read(self, row: Goal) -> dict[str, Any]:
        """The steps as five fields, the person by key."""
        person = str(row.person_id) if row.person_id else ""
        return {**super().read(row), "person": person, **dict(zip(STEP_NAMES, row.steps, strict=True))}

    def clean(self) -> dict[str, Any]:
        """What is only of children is said beside its field; where side and age do not go together, it is asked first."""
        said = super().clean() or {}
        side, person = said.get("side", ""), said.get("person", "")
        reasons = {
            "goal_families": why_not_families(side, said.get("goal_families", ())),
            "own_time": why_not_own_time(side, said.get("own_time", "")),
        }
        if person and not said.get("is_so") and self._is_news(side, person):
            odd = what_is_odd(side, is_minor=person in self.minors)
            reasons["is_so"] = odd and format_lazy("{}: {}", self.names[person], odd)
        for name, reason in reasons.items():
            if reason:
                self.add_error(name, str(reason))
        return said

    def _is_news(self, side: str, person: str) -> bool:
        """What stood like this before has been asked already."""
        return (side, person) != (self.initial.get("side"), self.initial.get("person"))

    @property
    def columns(self) -> dict[str, Any]:
        """What was filled in, by column; the person apart."""
        said = self.values()
        said.pop("person")
        return {"steps": [said.pop(name).strip() for name in STEP_NAMES], **said}


class LinkForm(OnceForm):
    """Which goal of the other generation this one holds."""

    other = forms.ChoiceField(label=_("Con quale obiettivo si tiene"), widget=TouchRadio)
    words = forms.CharField(
        label=_("Perché si tengono"),
        help_text=_("«La storia della sera aiuta Leo a parlare ed Elena a fermarsi»."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, goal: Goal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field_of(self, "other", forms.ChoiceField).choices = others_of(goal)


class ScoreForm(OnceForm):
    """How far a goal is, in the words of its own steps."""

    level = forms.TypedChoiceField(label=_("A che punto siamo"), coerce=int, widget=TouchRadio)
    day = forms.DateField(label=_("Quando lo avete visto"), widget=DayInput, initial=today)
    words = forms.CharField(
        label=_("In poche parole"),
        help_text=_("Che cosa è successo, e chi lo dice."),
        max_length=300,
        required=False,
    )
    at_review = forms.BooleanField(label=_("Lo abbiamo guardato insieme alla verifica"), required=False)

    def __init__(self, *args: Any, goal: Goal, at_review: bool, **kwargs: Any) -> None:
        super().__init__(*args, initial={"at_review": at_review}, **kwargs)
        self.since = goal.plan.in_force_since
        if not at_review:
            del self.fields["at_review"]
        field_of(self, "level", forms.TypedChoiceField).choices = [
            (level.value, Explained(f"{signed(level.value)} {level.label}", words))
            for level, words in zip(Reached, goal.steps, strict=True)
        ]

    def clean(self) -> dict[str, Any]:
        """A day that has come, since the plan is in force."""
        said = super().clean() or {}
        if day := said.get("day"):
            add_reasons(self, day=why_not_score(day=day, today=today(), since=self.since))
        return said
