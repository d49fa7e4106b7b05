"""Components drawn from a page, with whatever people may have written inside."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.template import engines
from django.test import RequestFactory

from intreccio.ground.kernel.clock import now, today


def draw(text: str, **words: Any) -> str:
    return engines["django"].from_string(text).render(words)


def test_an_icon_is_silent() -> None:
    drawn = draw('{% icon "check" "xs" %}')
    assert 'class="icon icon-xs" aria-hidden="true"' in drawn
    assert "sprites.svg#it-check" in drawn


def test_a_state_is_icon_and_word() -> None:
    drawn = draw('{% tag "ok" "check" "Posto subito" %}')
    assert drawn.startswith('<span class="i-tag i-tag-ok"><svg')
    assert drawn.endswith("Posto subito</span>")


def test_what_people_write_never_becomes_markup() -> None:
    drawn = draw(
        "{% tag 'ok' 'check' said %}{% notice 'look' %}{{ said }}{% endnotice %}{% voice said %}{{ said }}{% endvoice %}"
        "{% panel said 'x' %}{{ said }}{% endpanel %}{% bar 1 2 said %}{% summary pairs %}{% avatar said %}",
        said="<script>alert(1)</script>",
        pairs=[("Voce", "<script>")],
    )
    assert "<script" not in drawn
    assert "&lt;script&gt;alert(1)" in drawn


def test_a_notice_of_an_error_is_announced_at_once() -> None:
    assert 'role="alert"' in draw("{% notice 'error' %}No{% endnotice %}")
    assert 'role="note"' in draw("{% notice %}Buono a sapersi{% endnotice %}")


def test_nothing_here_says_what_will_come() -> None:
    drawn = draw('{% nothing "Ancora nessun invio" %}Un invio affida una famiglia.{% endnothing %}')
    assert "<h3>Ancora nessun invio</h3><p>Un invio affida una famiglia.</p>" in drawn
    assert "stroke-dasharray" in drawn


def test_good_news_has_a_whole_thread() -> None:
    assert "stroke-dasharray" not in draw(
        '{% nothing "Sei in pari" good=True level=2 %}Bene.{% endnothing %}'
    )


def test_days_are_told_as_people_tell_them() -> None:
    assert draw("{{ day|ago }}", day=today()) == "oggi"
    assert draw("{{ day|ago }}", day=today() - timedelta(days=1)) == "ieri"
    assert draw("{{ day|ago }}", day=now() - timedelta(days=16)) == "16 giorni fa"
    assert draw("{{ day|ago }}", day=today() + timedelta(days=3)) == "tra 3 giorni"
    assert draw("{{ day|ago }}{{ day|spoken }}{{ day|moment }}", day=None) == ""


def test_a_date_is_spoken() -> None:
    assert draw("{{ day|spoken }}", day=date(2020, 11, 26)) == "giovedì 26 novembre 2020"
    assert draw("{{ day|spoken }}", day=date(2020, 12, 1)) == "martedì 1º dicembre 2020"
    assert draw("{{ day|month }}", day=date(2020, 12, 31)) == "dicembre 2020"


def test_the_hour_is_that_of_italy() -> None:
    evening = datetime(2020, 11, 26, 23, 30, tzinfo=UTC)
    assert draw("{{ at|moment }}", at=evening) == "venerdì 27 novembre 2020, ore 00:30"


def test_numbers_bring_their_word() -> None:
    assert (
        draw('{{ 1|count_words:"famiglia,famiglie" }}, {{ 3|count_words:"famiglia,famiglie" }}')
        == "1 famiglia, 3 famiglie"
    )


def test_crumbs_end_where_we_are() -> None:
    drawn = draw('{% crumbs "Famiglie" "/famiglie/" "Okafor" %}')
    assert '<a href="/famiglie/">Famiglie</a>' in drawn
    assert '<li aria-current="page">Okafor</li>' in drawn


def test_a_missing_answer_is_said_and_a_zero_is_an_answer() -> None:
    drawn = draw("{% summary pairs %}", pairs=[("Lingua", ""), ("Figli", 0)])
    assert "non c'è ancora" in drawn
    assert "<dd>0</dd>" in drawn


def test_why_not_is_heard_as_well_as_seen() -> None:
    reasons = [
        SimpleNamespace(text=text, fits=fits)
        for text, fits in (("Età", True), ("Ore", False), ("Lingua", None))
    ]
    drawn = draw("{% why reasons %}", reasons=reasons)
    assert "Perché no: </span>Ore" in drawn
    assert "Da chiedere: </span>Lingua" in drawn


def test_a_figure_has_its_table_and_its_numbers() -> None:
    drawn = draw(
        '{% bars "Chi segnala" rows unit="segnalazione,segnalazioni" %}', rows=[("Scuola", 21), ("Vicini", 1)]
    )
    assert "<caption>Chi segnala</caption>" in drawn
    assert "21 segnalazioni" in drawn
    assert "1 segnalazione<" in drawn
    assert "style=" not in drawn


def test_an_old_check_asks_for_a_new_one() -> None:
    assert "Da ricontrollare" in draw("{% freshness day %}", day=today() - timedelta(days=210))
    assert "Verificato" in draw("{% freshness day %}", day=today())
    assert "chiedi" in draw("{% freshness day %}", day=None)


def test_the_next_rows_keep_the_filters() -> None:
    template = engines["django"].from_string('{% next_rows key "Altre famiglie" %}')
    request = RequestFactory().get("/famiglie/", {"stato": "aperta"})
    assert 'href="?stato=aperta&amp;after=abc"' in template.render({"key": "abc"}, request)
    assert template.render({"key": None}, request).strip() == ""


def test_a_story_marks_where_the_family_speaks() -> None:
    entry = SimpleNamespace(at=date(2020, 11, 26), what="messaggio", text="«Ciao»", family=True)
    drawn = draw("{% thread entries %}", entries=[entry])
    assert '<li class="fam">' in drawn
    assert 'datetime="2020-11-26"' in drawn


def test_the_stage_of_today_is_marked_for_who_listens() -> None:
    stages = [
        SimpleNamespace(label="Accesso", detail="12 mar", state="done"),
        SimpleNamespace(label="Valutazione", state="now"),
    ]
    drawn = draw("{% stage_line stages %}", stages=stages)
    assert drawn.count('aria-current="step"') == 1
    assert "fatto:" in drawn


def test_people_have_initials_and_no_photograph() -> None:
    drawn = draw(
        "{% people persons %}", persons=[SimpleNamespace(name="Chiara Fontana", detail="educatrice")]
    )
    assert ">CF</span>" in drawn
    assert "<img" not in drawn
