"""An age as people say it, with how well it is known."""

from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.ground.kernel.words import in_sentence
from intreccio.parties.people.rules.ages import age_on, months_on
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import BirthPrecision

BABY_MONTHS = 24


def age_words(birth: date | None, precision: str, day: date) -> str:
    """«36 anni», «7 mesi», «circa 40 anni», «nascita attesa»; empty where nothing is known."""
    if birth is None:
        return ""
    if is_expected(birth, precision, day):
        return _("nascita attesa")
    months = months_on(birth, day)
    if precision == BirthPrecision.EXACT and months < BABY_MONTHS:
        return ngettext("%d mese", "%d mesi", months) % months
    years = age_on(birth, day)
    said = ngettext("%d anno", "%d anni", years) % years
    return said if precision == BirthPrecision.EXACT else _("circa %s") % said


def short_age(birth: date | None, precision: str, day: date) -> str:
    """«11», «7 mesi», «in arrivo»: for a line of several."""
    if birth is not None and is_expected(birth, precision, day):
        return _("in arrivo")
    words = age_words(birth, precision, day)
    return words.removesuffix(_(" anni")).removesuffix(_(" anno"))


def is_expected(birth: date, precision: str, day: date) -> bool:
    """True for who has not been born yet, and where nobody has written that the birth has come."""
    return precision == BirthPrecision.EXPECTED or birth > day


def ages_said(ages: list[str]) -> str:
    """«in arrivo, 3 e 11 anni», out of short ages."""
    said = listed(ages, _("e"))
    if not ages or not ages[-1].isdigit():
        return said
    return _("%s anno") % said if ages == ["1"] else _("%s anni") % said


def birth_words(birth: date | None, precision: str) -> str:
    """«4 maggio 1990», «nel 1990», «verso il 1990», «attesa per il 4 maggio 2027»."""
    if birth is None:
        return ""
    whole = f"{birth.day} {in_sentence(format_date(birth, 'F'))} {birth.year}"
    match precision:
        case BirthPrecision.YEAR:
            return _("nel %d") % birth.year
        case BirthPrecision.ESTIMATED:
            return _("verso il %d") % birth.year
        case BirthPrecision.EXPECTED:
            return _("attesa per il %s") % whole
    return whole
