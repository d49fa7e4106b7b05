"""How two persons are tied, said from the side of one of them; and somebody new together with their ties."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from intreccio.ground.design.forms import DayInput, EditForm, TouchBoxes, TouchRadio, field_of
from intreccio.ground.kernel.refused import Words
from intreccio.parties.people.actions.kinship import NewRelative
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.forms.persons import BornForm
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.queries.kin import Beginning
from intreccio.parties.people.rules.kinship import COUPLES, Born, Tie
from intreccio.parties.people.vocabulary import HomeRole, KinshipKind, LivingKind, Sex

Judge = Callable[[Tie], Words | None]
Choices = Sequence[tuple[UUID, str]]
K = KinshipKind
# «>»: who the page is about comes first in the row; «<»: comes second.
HOW: list[tuple[Words, list[tuple[str, Words]]]] = [
    (_("Figli e genitori"), [
        (f"{K.PARENT}<", _("è figlia o figlio di")), (f"{K.PARENT}>", _("è madre o padre di")),
        (f"{K.ADOPTIVE_PARENT}<", _("è figlia o figlio, per adozione, di")),
        (f"{K.ADOPTIVE_PARENT}>", _("è madre o padre, per adozione, di")),
    ]),
    (_("Coppia"), [
        (f"{K.MARRIED}>", _("è sposata o sposato con")), (f"{K.CIVIL_UNION}>", _("è in unione civile con")),
        (f"{K.COHABITING}>", _("convive con")), (f"{K.COUPLE}>", _("sta insieme a")),
        (f"{K.SEPARATED}>", _("è separata o separato da")), (f"{K.DIVORCED}>", _("è divorziata o divorziato da")),
    ]),
    (_("Sorelle e fratelli"), [
        (f"{K.SIBLING}>", _("è sorella o fratello di")), (f"{K.IDENTICAL_TWIN}>", _("è gemella o gemello identico di")),
    ]),
    (_("Chi se ne prende cura"), [
        (f"{K.FOSTER_CARER}<", _("è in affido da")), (f"{K.FOSTER_CARER}>", _("accoglie in affido")),
        (f"{K.KIN_CARER}<", _("vive con le cure di un parente:")), (f"{K.KIN_CARER}>", _("è parente e si prende cura di")),
    ]),
]  # fmt: skip
BY = [
    (K.PARENT, _("per nascita")),
    (K.ADOPTIVE_PARENT, _("per adozione")),
    (K.FOSTER_CARER, _("in affido")),
    (K.KIN_CARER, _("un parente che se ne prende cura")),
]
PAIRED = [(kind, kind.label) for kind in K if kind in COUPLES]
BROTHERS = [(K.SIBLING, _("sorella o fratello")), (K.IDENTICAL_TWIN, _("gemella o gemello identico"))]


def tie_from(how: str, me: UUID, other: UUID, since: date | None = None, until: date | None = None) -> Tie:
    """What was chosen, as a row has it."""
    kind, first = how[:-1], how.endswith(">")
    return Tie(me if first else other, other if first else me, kind, since, until)


class DatedForm(RowForm):
    """Since when and until when, where it is known."""

    since = forms.DateField(
        label=_("Da quando"),
        widget=DayInput,
        required=False,
        help_text=_("Per una coppia o un affido. Se non si sa, lascia vuoto."),
    )
    until = forms.DateField(label=_("Fino a quando"), widget=DayInput, required=False)
    note = forms.CharField(label=_("Una riga per ricordare"), max_length=200, required=False)

    def __init__(self, *args: Any, judge: Judge, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.judge = judge

    def tie(self) -> Tie:
        """What was said."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """What cannot be is said here, before it is sent away."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and (reason := self.judge(self.tie())):
            self.add_error(None, str(reason))
        return cleaned


class NewKinshipForm(DatedForm):
    """Two persons who are written already."""

    how = forms.ChoiceField(label=_("Com'è il legame"), choices=[("", _("scegli")), *HOW])
    other = forms.ChoiceField(label=_("Con chi"))
    field_order = ("how", "other", "since", "until", "note")

    def __init__(self, *args: Any, me: UUID, persons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.me = me
        choices = [("", _("scegli")), *((str(key), name) for key, name in persons if key != me)]
        field_of(self, "other", forms.ChoiceField).choices = choices

    def tie(self) -> Tie:
        """From the side of who the page is about."""
        said = self.cleaned_data
        return tie_from(said["how"], self.me, UUID(said["other"]), said["since"], said["until"])


class KinshipForm(DatedForm):
    """One that is written: in what sense, since when, until when. Who it ties stays."""

    kind = forms.ChoiceField(label=_("Com'è il legame"))
    field_order = ("kind", "since", "until", "note")

    def __init__(self, *args: Any, tie: Tie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = tie
        same = [kind for kind in K if kindred(kind) == kindred(tie.kind)]
        field_of(self, "kind", forms.ChoiceField).choices = [(kind.value, kind.label) for kind in same]

    def tie(self) -> Tie:
        """The same two."""
        said = self.cleaned_data
        return Tie(self.was.one, self.was.other, said["kind"], said["since"], said["until"])


def kindred(kind: str) -> int:
    """Elders, couples, siblings: a row never goes from one to another."""
    if kind in COUPLES:
        return 1
    return 2 if kind in (K.SIBLING, K.IDENTICAL_TWIN) else 0


KINDS = {"parent": BY, "child": BY, "partner": PAIRED, "sibling": BROTHERS}
ALSO = {
    "parent": _("È madre o padre anche di"),
    "child": _("È figlia o figlio anche di"),
    "sibling": _("Ha gli stessi genitori"),
}


class RelativeForm(BornForm, EditForm):
    """Somebody new and how they are tied. A name may be unknown."""

    kind = forms.ChoiceField(label=_("Com'è il legame"))
    given = forms.CharField(
        label=_("Nome"),
        max_length=80,
        required=False,
        help_text=_("Se non si sa, lascia vuoto: resta «nome non noto»."),
    )
    family = forms.CharField(label=_("Cognome"), max_length=80, required=False)
    sex = forms.ChoiceField(
        label=_("Sesso sui documenti"), choices=Sex.choices, required=False, widget=TouchRadio(layout="line")
    )
    died_on = forms.DateField(label=_("Morte"), widget=DayInput, required=False)
    lives = forms.ChoiceField(
        label=_("Dove vive"),
        choices=[
            (LivingKind.LIVES.value, _("in questa casa")),
            (LivingKind.KIN.value, _("in un'altra casa")),
        ],
        initial=LivingKind.KIN.value,
        widget=TouchRadio(layout="line"),
    )
    also = forms.MultipleChoiceField(label=_("Anche di"), required=False, widget=TouchBoxes)
    since = forms.DateField(
        label=_("Da quando"),
        widget=DayInput,
        required=False,
        help_text=_("Per una coppia, un affido o per chi vive qui."),
    )
    field_order = (
        "kind",
        "given",
        "family",
        "sex",
        "birth_date",
        "birth_precision",
        "died_on",
        "lives",
        "also",
        "since",
    )

    def __init__(
        self,
        *args: Any,
        start: Beginning,
        judge: Callable[[Iterable[Tie], Born], Words | None],
        place: UUID,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.start, self.judge, self.place = start, judge, place
        kinds = KINDS[start.how]
        choice = field_of(self, "kind", forms.ChoiceField)
        choice.choices, choice.initial = [(kind.value, label) for kind, label in kinds], kinds[0][0].value
        if start.also and start.how in ALSO:
            also = field_of(self, "also", forms.MultipleChoiceField)
            also.choices = [(str(key), name) for key, name in start.also]
            also.label, also.initial = ALSO[start.how], [str(key) for key in start.chosen]
        else:
            del self.fields["also"]

    def clean(self) -> dict[str, Any]:
        """What cannot be is said here, before it is sent away."""
        cleaned = super().clean()
        if not self.errors:
            born = Born(cleaned["birth_date"], cleaned["birth_precision"], cleaned["sex"])
            if reason := self.judge(self.ties(), born):
                self.add_error(None, str(reason))
        return cleaned

    def ties(self) -> list[Tie]:
        """How the new person is tied; `place` stands for them."""
        said, me = self.cleaned_data, self.start.who
        kind, since = said["kind"], said["since"]
        also = [UUID(key) for key in said.get("also", [])]
        match self.start.how:
            case "parent":
                return [Tie(self.place, each, kind, _dated(kind, since)) for each in (me, *also)]
            case "child":
                return [Tie(each, self.place, kind, _dated(kind, since)) for each in (me, *also)]
            case "partner":
                return [Tie(me, self.place, kind, since)]
        shared = [Tie(each, self.place, K.PARENT) for each in also]
        return shared if shared and kind == K.SIBLING else [*shared, Tie(me, self.place, kind)]

    def new(self) -> NewRelative:
        """Who is written."""
        said = self.cleaned_data
        draft = Draft(
            given=said["given"],
            family=said["family"],
            role=role_of(self.start.how, self.start.role),
            sex=said["sex"],
            birth_date=said["birth_date"],
            birth_precision=said["birth_precision"],
            kind=said["lives"],
        )
        return NewRelative(draft, said["since"], said["died_on"])


def _dated(kind: str, since: date | None) -> date | None:
    """Who is somebody's parent by birth is so always."""
    return since if kind in (K.FOSTER_CARER, K.KIN_CARER) else None


def role_of(how: str, mine: str) -> str:
    """What somebody new is in the home, out of what the other one is."""
    child = mine in (HomeRole.CHILD, HomeRole.FOSTER)
    return {
        "parent": HomeRole.PARENT if child else HomeRole.GRANDPARENT,
        "child": HomeRole.CHILD,
        "partner": HomeRole.PARTNER,
        "sibling": HomeRole.CHILD if child else HomeRole.RELATIVE,
    }[how]
