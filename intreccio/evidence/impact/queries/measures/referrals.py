"""What services answered, and whether it helped."""

from django.utils.translation import gettext as _

from intreccio.evidence.impact.queries import words
from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures.shape import Measured, Row, n_of, said
from intreccio.evidence.impact.rules.masking import LEAST
from intreccio.evidence.impact.rules.numbers import median_of, out_of_ten
from intreccio.evidence.impact.rules.release import MUNICIPALITY, REASON, Cell
from intreccio.evidence.impact.vocabulary.definitions import HELPED, REFERRALS, WHERE
from intreccio.evidence.impact.vocabulary.kinds import Decided, FactKind
from intreccio.families.referrals.vocabulary import DeclineReason, Helped


def referrals(numbers: Numbers) -> Measured:
    """Answers by outcome, noes by reason, and how long it took."""
    rows = [
        Row(
            str(outcome.label).capitalize(),
            (n_of(numbers.count(FactKind.REFERRAL_DECIDED, outcomes={outcome.value})),),
        )
        for outcome in Decided
    ]
    if numbers.view.cut == ("", ()):
        rows += [
            Row(_("No: %s") % reason.label, (_declined(numbers, reason.value),)) for reason in DeclineReason
        ]
    took = numbers.took(FactKind.REFERRAL_DECIDED)
    middle = None if took is None else median_of(took)
    about = _("mediana, da quando si chiede a quando si risponde") if middle is not None else ""
    return Measured(
        REFERRALS, (_("Invii"),), tuple(rows), _("%s giorni") % said(middle) if about else "", about
    )


def _declined(numbers: Numbers, reason: str) -> int | None:
    asked = numbers.release.ask(
        FactKind.REFERRAL_DECIDED, outcomes={Decided.DECLINED.value}, dimension=REASON, keys={reason}
    )
    return n_of(asked)


def helped(numbers: Numbers) -> Measured:
    """The family's own answer."""
    told = {each: n_of(numbers.count(FactKind.REFERRAL_HELPED, outcomes={each.value})) for each in Helped}
    whole = n_of(all_of := numbers.count(FactKind.REFERRAL_HELPED))
    yes = told[Helped.YES]
    rows = (
        *(Row(str(each.label).capitalize(), (n,)) for each, n in told.items()),
        Row(_("In tutto"), (whole,)),
    )
    headline = _("%s su 10") % out_of_ten(yes, whole) if yes is not None and whole else ""
    return Measured(HELPED, (_("Risposte"),), rows, headline, _answered(numbers, all_of))


def _answered(numbers: Numbers, told: Cell | None) -> str:
    """Of how many answers; and their share, where those that are missing are not few."""
    if told is None:
        return ""
    ended = numbers.count(FactKind.REFERRAL_ENDED)
    least = 0 if numbers.view.body else LEAST
    if ended and ended.n and ended.guarded - told.guarded >= least:
        share = round(100 * told.n / ended.n)
        return _("su %(whole)s risposte, %(share)s%% degli invii conclusi") % {
            "whole": said(told.n),
            "share": share,
        }
    return _("su %s risposte") % said(told.n)


def where(numbers: Numbers) -> Measured:
    """Out of ten answers, how many were a yes: by municipality and area. Of the whole year: one cut at a time."""
    areas = words.areas()
    towns = words.municipalities()
    chosen = numbers.view.municipality
    told = {code: name for code, name in towns.items() if not chosen or code == chosen}
    if numbers.view.period.only and not chosen:
        told = {}
    rows = [
        Row(name, tuple(_yes_of_ten(numbers, code, area) for area in areas)) for code, name in told.items()
    ]
    return Measured(WHERE, tuple(areas.values()), tuple(rows))


def _yes_of_ten(numbers: Numbers, town: str, area: str) -> int | None:
    yes, no = (
        numbers.release.ask(
            FactKind.REFERRAL_DECIDED,
            outcomes={each.value},
            areas={area},
            dimension=MUNICIPALITY,
            keys={town},
        )
        for each in (Decided.ACCEPTED, Decided.DECLINED)
    )
    if yes is None or no is None or not yes.n + no.n:
        return None
    return out_of_ten(yes.n, yes.n + no.n)
