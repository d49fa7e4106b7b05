"""Sentences in words: each has what is true in bold, and what goes with it."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from intreccio.evidence.impact.queries.counts import Numbers
from intreccio.evidence.impact.queries.measures.change import changes
from intreccio.evidence.impact.queries.measures.contacts import by_month
from intreccio.evidence.impact.queries.measures.needs import asked_and_answered
from intreccio.evidence.impact.queries.measures.shape import Measured, said
from intreccio.evidence.impact.queries.words import month_words
from intreccio.evidence.impact.rules.numbers import median_of, out_of_ten
from intreccio.evidence.impact.rules.sentences import Known, Sentence, sentences
from intreccio.evidence.impact.vocabulary.kinds import FactKind
from intreccio.families.referrals.vocabulary import Helped
from intreccio.ground.kernel.refused import Words

WORDS: Mapping[str, tuple[Words, Words]] = {
    "least_answered": (
        _("«%(need)s» trova meno risposte di altri bisogni."),
        _("Chiesto %(asked)s volte, %(yes)s volte un servizio ha detto sì."),
    ),
    "sooner": (_("Si risponde prima:"), _("dal messaggio al primo contatto %(now)s giorni (%(last)s), erano %(before)s (%(first)s).")),
    "later": (_("Si aspetta di più:"), _("dal messaggio al primo contatto %(now)s giorni (%(last)s), erano %(before)s (%(first)s).")),
    "wait": (_("Dal messaggio al primo contatto %(days)s giorni:"), _("metà di chi segnala aspetta meno, metà di più.")),
    "better": (_("%(axis)s: si sta meglio."), _("In media %(mean)s punti fra T0 e T1. Il numero non dice perché.")),
    "worse": (_("%(axis)s: si fa più fatica."), _("In media %(mean)s punti fra T0 e T1. Il numero non dice perché.")),
    "unmoved": (_("Fra T0 e T1 non si può dire che qualcosa sia cambiato:"), _("le differenze possono essere un caso.")),
    "helped": (_("«Mi ha aiutato»:"), _("lo dicono %(tens)s famiglie su 10 fra quelle che hanno risposto.")),
    "most_asked": (_("Si chiede soprattutto «%(need)s»:"), _("%(asked)s volte su %(all)s.")),
    "most_asked_of_told": (
        _("Fra ciò che si può contare, il più chiesto è «%(need)s»:"),
        _("%(asked)s volte, su %(all)s in tutto."),
    ),
    "taken": (_("%(families)s famiglie prese in carico"), _("in questo periodo.")),
}  # fmt: skip


def told(numbers: Numbers, measured: Mapping[str, Measured]) -> list[tuple[str, str]]:
    """At most three, in words."""
    return [in_words(sentence) for sentence in sentences(known(numbers, measured))]


def in_words(sentence: Sentence) -> tuple[str, str]:
    """Bold, and the rest."""
    bold, rest = WORDS[sentence.code]
    values = {
        name: said(value, sign=name == "mean") if isinstance(value, (int, float)) else value
        for name, value in sentence.said.items()
    }
    return str(bold) % values, str(rest) % values


def known(numbers: Numbers, measured: Mapping[str, Measured]) -> Known:
    """What sentences may be made of: only what the tables tell."""
    asked = asked_and_answered(measured["needs"])
    waits = [
        (month_words([month.month for month in months]), middle)
        for months, _n, middle in by_month(numbers)
        if middle is not None
    ]
    took, all_asked = numbers.took(FactKind.FIRST_CONTACT), numbers.count(FactKind.NEED_ASKED)
    taken = numbers.count(FactKind.TAKEN_CHARGE)
    return Known(
        asked=asked,
        asked_in_all=all_asked.n if all_asked else None,
        waits=waits,
        wait=None if took is None else median_of(took),
        changed=[(axis, mean.mean, mean.moved) for axis, mean in changes(numbers).items() if mean],
        helped=_helped(numbers),
        taken=taken.n if taken else None,
    )


def _helped(numbers: Numbers) -> int | None:
    whole = numbers.count(FactKind.REFERRAL_HELPED)
    yes = numbers.count(FactKind.REFERRAL_HELPED, outcomes={Helped.YES.value})
    return out_of_ten(yes.n, whole.n) if whole and yes and whole.n else None
