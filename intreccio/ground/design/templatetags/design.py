"""Components and words for templates. Registered as builtin: no `{% load %}` needed."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django import forms, template
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from intreccio.ground.design import profile as profiles
from intreccio.ground.design import rules
from intreccio.ground.design.forms import error_lines as lines_of
from intreccio.ground.design.vocabulary import FACES, Picture
from intreccio.ground.kernel import clock
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.words import in_language, in_sentence

register = template.Library()

MANY_MONTHS = 180  # after half a year a service is asked again
NOTICES = {
    "ok": ("ok", "check-circle", "status"),
    "success": ("ok", "check-circle", "status"),
    "look": ("look", "info-circle", "note"),
    "warning": ("look", "warning-circle", "status"),
    "stop": ("stop", "warning-circle", "note"),
    "error": ("stop", "warning-circle", "alert"),
    "fam": ("fam", "user", "note"),
}


def day_of(value: date | datetime) -> date:
    """The day in Italy of a moment or a date."""
    return clock.day_of(value) if isinstance(value, datetime) else value


# Drawing ---------------------------------------------------------------------------------------------------------


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """A drawing of Bootstrap Italia, silent: `{% icon "check" %}`, `{% icon "check" "xs" %}`."""
    return _drawn(name, size)


@lru_cache(maxsize=512)  # a page holds dozens, always the same few
def _drawn(name: str, size: str) -> SafeString:
    classes = f"icon icon-{size}" if size else "icon"
    address = static("bootstrap-italia/svg/sprites.svg")
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#it-{}"></use></svg>',
        classes,
        address,
        name,
    )


@register.simple_tag
def tag(kind: str, icon_name: str, text: str) -> SafeString:
    """A state, as icon and word: `{% tag "ok" "check" "Posto subito" %}`; kind ok, look, net, fam, stop or empty."""
    classes = f"i-tag i-tag-{kind}" if kind else "i-tag"
    return format_html('<span class="{}">{}{}</span>', classes, icon(icon_name), text)


@register.simple_tag
def pictogram(name: str, size: int = 64) -> SafeString:
    """A picture of `vocabulary.Picture`, silent beside its words: `{% pictogram "desk" %}`, `{% pictogram "desk" 48 %}`."""
    if name not in Picture.values and name not in FACES:
        return SafeString()
    address = static(f"intreccio/pictograms/{name}.svg")
    return format_html(
        '<img class="i-pictogram" src="{}" alt="" aria-hidden="true" width="{}" height="{}">',
        address,
        size,
        size,
    )


@register.simple_tag
def avatar(name: str, kind: str = "") -> SafeString:
    """The round badge with two letters; kind: empty, `s` small, `fam` for the family."""
    classes = f"i-avatar i-avatar-{kind}" if kind else "i-avatar"
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, rules.initials_of(name))


@register.simple_tag
def about(*what: Any) -> SafeString:
    """What a short button is about, heard and not seen: `Concludi{% about worker.name %}` is called «Concludi Chiara Fontana»."""
    return format_html('<span class="visually-hidden"> {}</span>', ", ".join(map(str, what)))


@register.simple_tag
def bar(value: float, whole: float, label: str, colour: str = "blue") -> SafeString:
    """A bar from zero, `{% bar 21 57 "21 su 57" %}`; colour blue, clay, amber. The number is written beside it too."""
    return format_html(
        '<svg class="i-bar" viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<rect class="c-track" width="100" height="14"/><rect class="c-{}" width="{}" height="14"/></svg>',
        label,
        colour,
        rules.share(float(value), float(whole)),
    )


# Boxes with a body -----------------------------------------------------------------------------------------------


@register.simple_block_tag
def notice(content: str, kind: str = "", icon_name: str = "", role: str = "") -> SafeString:
    """`{% notice "look" %}<b>Forse la conosciamo già.</b> …{% endnotice %}`; kind ok, look, stop, fam or empty."""
    look, drawing, said = NOTICES.get(kind, ("", "info-circle", "note"))
    classes = f"i-notice i-notice-{look}" if look else "i-notice"
    drawn = icon(icon_name or drawing)
    return format_html(
        '<div class="{}" role="{}">{}<div>{}</div></div>', classes, role or said, drawn, content
    )


@register.simple_block_tag
def nothing(content: str, title: str, *, good: bool = False, level: int = 3) -> SafeString:
    """What will stand here and why it helps: `{% nothing "Ancora nessun invio" %}Un invio affida…{% endnothing %}`."""
    thread = format_html(' stroke-dasharray="{}"', "4 5") if not good else ""
    return format_html(
        '<div class="i-empty"><svg viewBox="0 0 72 56" aria-hidden="true" focusable="false"><g fill="none" stroke-width="3">'
        '<path class="i-a" d="M24 52V30M24 18v-2a8 8 0 0 1 16 0V36M40 46v6"/>'
        '<path class="i-b"{} d="M60 24H46M34 24H16a8 8 0 0 0 0 16h3M30 40h30"/></g></svg>'
        "<h{}>{}</h{}><p>{}</p></div>",
        thread,
        level,
        title,
        level,
        content,
    )


@register.simple_block_tag
def panel(
    content: str,
    title: str,
    id: str,
    kind: str = "",
    link: str = "",
    link_text: str = "",
    sub: str = "",
    level: int = 2,
) -> SafeString:
    """A box with one subject: `{% panel "Storia" "storia" link=url link_text="Tutta" %}…{% endpanel %}`.

    kind: `fam` where the family speaks, `net` where it is our turn. The body brings its own `i-panel-b` or `i-rows`.
    """
    classes = f"i-panel i-panel-{kind}" if kind else "i-panel"
    away = format_html('<a href="{}">{}</a>', link, link_text) if link else ""
    below = format_html('<p class="i-panel-p">{}</p>', sub) if sub else ""
    return format_html(
        '<section class="{}" aria-labelledby="{}"><div class="i-panel-h"><h{} id="{}">{}</h{}>{}</div>{}{}</section>',
        classes, id, level, id, title, level, away, below, content,
    )  # fmt: skip


@register.simple_block_tag
def voice(content: str, who: str) -> SafeString:
    """The words of a person, quoted: `{% voice "Nadia, 11 anni" %}«…»{% endvoice %}`."""
    return format_html('<blockquote class="i-voice"><p>{}</p><footer>{}</footer></blockquote>', content, who)


@register.simple_block_tag
def next_step(content: str, label: str = "") -> SafeString:
    """What happens next, who does it and when: `<div class="i-grow"><p>…</p></div>` and a button inside."""
    said = label or gettext("Prossimo passo")
    return format_html('<section class="i-next" aria-label="{}">{}</section>', said, content)


# Lists drawn from values -----------------------------------------------------------------------------------------


@register.inclusion_tag("ground/design/_crumbs.html")
def crumbs(*steps: str) -> dict[str, Any]:
    """`{% crumbs "Famiglie" families_url "Marchetti Haddad" %}`: label and address in turn, the last without one."""
    pairs = [(steps[place], steps[place + 1]) for place in range(0, len(steps) - 1, 2)]
    return {"pairs": pairs, "here": steps[-1] if len(steps) % 2 else ""}


@register.inclusion_tag("ground/design/_stage_line.html")
def stage_line(stages: Iterable[Any], label: str = "") -> dict[str, Any]:
    """Stages with `label`, `detail`, `state` (done, now or empty) and, where there is one, `url`."""
    return {"stages": stages, "label": label}


@register.inclusion_tag("ground/design/_thread.html")
def thread(entries: Iterable[Any]) -> dict[str, Any]:
    """A story: entries with `at` (date or moment), `what`, `text` and `family` where the family speaks."""
    return {"entries": entries}


@register.inclusion_tag("ground/design/_people.html")
def people(persons: Iterable[Any]) -> dict[str, Any]:
    """Who works with them: persons with `name` and `detail`."""
    return {"persons": persons}


@register.inclusion_tag("ground/design/_summary.html")
def summary(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Terms and their values, in order; an empty value is said as «non c'è ancora»."""
    return {"pairs": pairs}


@register.inclusion_tag("ground/design/_why.html")
def why(reasons: Iterable[Any]) -> dict[str, Any]:
    """Why and why not: reasons with `text` and `fits` (True, False, None for «da chiedere»)."""
    return {"reasons": reasons}


@register.inclusion_tag("ground/design/_figure.html")
def bars(title: str, rows: Iterable[tuple[str, float]], unit: str = "", note: str = "") -> dict[str, Any]:
    """A figure of bars with its table. title says the conclusion; rows are label and number; unit «famiglia,famiglie»."""
    kept = list(rows)
    return {
        "title": title,
        "rows": kept,
        "whole": max((value for _, value in kept), default=0),
        "unit": unit,
        "note": note,
    }


@register.inclusion_tag("ground/design/_profile.html")
def profile(
    title: str,
    lines: Iterable[profiles.Line],
    low: int,
    high: int,
    ends: tuple[str, str] = ("", ""),
    caption: str = "",
) -> dict[str, Any]:
    """Dots between two ends, and where they stood before, with its table. lines: `profile.Line`; ends: the words below."""
    drawn = list(profiles.drawn(lines, low, high))
    foot = drawn[-1].y + profiles.STEP if drawn else profiles.FIRST
    return {
        "title": title, "lines": drawn, "caption": caption, "low_label": ends[0], "high_label": ends[1], "foot": foot - 8,
        "height": foot if ends[0] else foot - 18, "moves": any(each.then is not None for each in drawn),
        "ticks": [profiles.along(number, low, high) for number in range(low, high + 1)],
    }  # fmt: skip


@register.filter
def tenths(number: float | None) -> str:
    """«3,4»; a dash where there is none."""
    return "–" if number is None else profiles.written(number)


@register.filter
def moved(change: float | None) -> str:
    """«+0,9», «−0,3», «uguale»; a dash where there was nothing before."""
    return "–" if change is None else profiles.moved(change)


@register.inclusion_tag("ground/design/_freshness.html")
def freshness(verified: date | datetime | None) -> dict[str, Any]:
    """When somebody last checked that it is still so."""
    old = verified is not None and (today() - day_of(verified)).days > MANY_MONTHS
    return {"verified": verified, "old": old}


@register.inclusion_tag("ground/design/_next_rows.html", takes_context=True)
def next_rows(context: Context, key: UUID | str | None, label: str = "") -> dict[str, Any]:
    """The link to the rows after `key`; nothing where the list ends. Keeps the other parts of the address."""
    return {"key": key, "label": label, "request": context.get("request")}


@register.inclusion_tag("ground/design/_error_summary.html")
def error_summary(*several: forms.BaseForm | Iterable[forms.BaseForm]) -> dict[str, Any]:
    """What is to mend in these forms and formsets, with links to the fields; nothing where nothing is. Only passwords are not kept."""
    each = [form for one in several for form in ([one] if isinstance(one, forms.BaseForm) else one)]
    kept = not any(
        isinstance(field.widget, forms.PasswordInput) for form in each for field in form.fields.values()
    )
    return {"lines": [line for form in each if form.is_bound for line in lines_of(form)], "kept": kept}


# Words -----------------------------------------------------------------------------------------------------------


NEAR = {0: gettext_lazy("oggi"), -1: gettext_lazy("ieri"), 1: gettext_lazy("domani")}


def span(number: int, unit: str) -> str:
    """«4 giorni», «1 mese»."""
    said = {
        "day": ngettext("%d giorno", "%d giorni", number),
        "month": ngettext("%d mese", "%d mesi", number),
        "year": ngettext("%d anno", "%d anni", number),
    }
    return said[unit] % number


@register.filter
def ago(value: date | datetime | None) -> str:
    """«oggi», «4 giorni fa», «tra 3 giorni»; empty for no date."""
    if not value:
        return ""
    number, unit = rules.distance_of(day_of(value), today())
    if unit == "day" and number in NEAR:
        return str(NEAR[number])
    said = span(abs(number), unit)
    return gettext("%s fa") % said if number < 0 else gettext("tra %s") % said


@register.filter
def spoken(value: date | datetime | None) -> str:
    """«giovedì 26 novembre», with the year where it is another one."""
    if not value:
        return ""
    return _spoken(day_of(value), today().year, get_language() or "")


@lru_cache(maxsize=2048)
def _spoken(day: date, this_year: int, language: str) -> str:
    year = "" if day.year == this_year else f" {day.year}"
    number = "1º" if day.day == 1 else str(day.day)
    said = gettext("%(weekday)s %(number)s %(month)s") % {
        "weekday": format_date(day, "l"),
        "number": str(day.day) if language != "it" else number,
        "month": format_date(day, "F"),
    }
    return in_sentence(said) + year


@register.filter
def iso(value: date | datetime) -> str:
    """«2026-11-26», for machines."""
    return day_of(value).isoformat()


register.filter("in_language", in_language)
register.filter("in_sentence", in_sentence)


@register.filter
def month(value: date) -> str:
    """«novembre 2026»."""
    return _month(value.year, value.month, get_language() or "")


@lru_cache(maxsize=512)
def _month(year: int, number: int, _language: str) -> str:
    return in_sentence(format_date(date(year, number, 1), "F Y"))


@register.filter
def moment(value: datetime | None) -> str:
    """«giovedì 26 novembre, ore 10:40»."""
    if not value:
        return ""
    hour = f"{timezone.localtime(value):%H:%M}"
    return gettext("%(day)s, ore %(hour)s") % {"day": spoken(value), "hour": hour}


@register.filter
def count_words(number: int, words: str) -> str:
    """`{{ 3|count_words:"famiglia,famiglie" }}` → «3 famiglie»."""
    return f"{number} {rules.one_or_many(number, words)}"


@register.filter
def initials(name: str) -> str:
    """«Chiara Fontana» → «CF»."""
    return rules.initials_of(name)
