"""One family from a teacher's worry to the end of its way, across three organisations, as five people see it."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from intreccio.ground.kernel.clock import today
from tests.journeys.test_first_steps import (
    open_the_analysis,
    write_a_worry,
    write_the_contact,
    write_the_family,
)
from tests.journeys.walking import doing, field, pick, sidelong, written

CHILD_GOAL, PARENT_GOAL = "Tea arriva riposata il lunedì", "Ines ha due pomeriggi per sé"
REQUEST = "Tea vorrebbe fare i compiti con altri, due pomeriggi la settimana."
CHILD_SAID = "Il lunedì vorrei dormire nel mio letto."
FAMILY_SAID = "La domenica sera adesso si ride."


@pytest.mark.parametrize(
    ("phone", "surname"), [(False, "Ravasio"), (True, "Locatelli")], ids=["desk", "phone"]
)
def test_from_a_worry_to_a_way_that_ends(visit, phone, surname):
    write_a_worry(visit(phone=phone), surname)
    social_worker, educator, coordinator, school = (
        begin(visit(account, phone=phone))
        for account in ("assistente", "educatrice", "coordinatrice", "scuola")
    )
    welcome(social_worker, surname)
    take_in_charge(social_worker)
    begin_to_look(social_worker, "T0")

    open_from_today(educator, "Famiglie nuove per te", f"Famiglia {surname}")
    go_on_looking(educator)
    look_together(educator, mother="costa fatica", team="un po' sì, un po' no")
    expect(educator.get_by_role("region", name="Prossimo passo")).to_contain_text(
        "La chiude, con la famiglia"
    )
    social_worker.reload()
    close_the_look(social_worker)

    go_to_way(educator, surname)
    write_the_plan(educator)
    go_to_way(coordinator, surname)
    coordinator.get_by_role("link", name="Continua il progetto").click()
    let_the_plan_begin(coordinator)

    educator.reload()
    ask_the_school(educator, surname)
    code = answer_the_request(school, surname)
    open_from_today(educator, "Ti hanno risposto", f"Famiglia {surname}")

    prepare_the_review(coordinator)
    expect_it_cannot_end_yet(coordinator)
    begin_to_look(coordinator, "T1")
    go_to_review(educator, surname)
    educator.get_by_role("link", name="T1, alla verifica").click()
    look_together(educator, mother="va bene", team="va bene")
    coordinator.reload()
    close_the_look(coordinator)
    expect_what_moved(coordinator)

    go_to_review(educator, surname)
    score(educator, CHILD_GOAL, "0 atteso")
    score(educator, PARENT_GOAL, "−1 meno")
    end_the_service(school, code)
    write_what_the_family_says(educator, surname)
    expect_the_answer_without_its_words(school, surname)

    coordinator.get_by_role("link", name="Torna alla verifica").click()
    end_the_way(coordinator)
    expect_who_has_read(coordinator)
    expect_no_family_in_the_observatory(coordinator, surname)
    expect_mails(begin(visit("admin", phone=phone)), surname)


def begin(page: Page) -> Page:
    """Whoever comes in begins with Oggi."""
    page.goto("/")
    return page


# From the worry to a team that answers for the family


def welcome(page: Page, surname: str) -> None:
    """Oggi says that it waits; then the first conversation, the family, the analysis."""
    open_from_today(page, "Segnalazioni", f"{surname} non viene")
    expect(page.get_by_text(f"{surname}, classe 4B")).to_be_visible()
    doing(page).choose("Incontrare la famiglia")
    page.get_by_role("button", name="Scrivi il passo").click()
    page.get_by_role("link", name="Scrivi il colloquio con la famiglia").click()
    write_the_contact(page, surname)
    write_the_family(page, surname)
    open_the_analysis(page, surname)


def take_in_charge(page: Page) -> None:
    """An educator of another body answers for the family; the next step stands on the page."""
    page.get_by_role("link", name="Prendi in carico").click()
    pick(page, "Chi ne è il riferimento", "Chiara Fontana")
    doing(page).choose("Deciso insieme alla famiglia")
    page.get_by_role("button", name="Prendi in carico").click()
    done(page, "Fatto: la famiglia è in carico.")
    following = page.get_by_role("region", name="Prossimo passo")
    expect(following.get_by_role("link", name="Comincia a guardare insieme")).to_be_visible()


# Going about, as people do: from the menu, from Oggi, from one page to the next.


def go(page: Page, entry: str) -> None:
    """An entry of the menu; on a telephone it stands at the bottom, perhaps under «Altro»."""
    bar = page.get_by_role("navigation", name="Principale", exact=True).get_by_role("link", name=entry)
    if bar.count() and bar.is_visible():
        bar.click()
        return
    bottom = page.get_by_role("navigation", name="Principale, telefono")
    if not bottom.get_by_role("link", name=entry).count():
        bottom.locator("summary").click()
    bottom.get_by_role("link", name=entry).click()


def go_to_way(page: Page, surname: str) -> None:
    """The page of the way, as one looks for a family: by its name."""
    page.get_by_role("banner").get_by_role("link", name="Cerca").click()
    page.get_by_role("main").get_by_role("searchbox").fill(surname)
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    page.get_by_role("main").get_by_role("link", name=f"Famiglia {surname}").first.click()
    page.get_by_role("link", name="Apri il percorso").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Famiglia {surname}")


def go_to_review(page: Page, surname: str) -> None:
    go_to_way(page, surname)
    page.get_by_role("link", name="Apri la verifica").click()


def what_waits(page: Page, group: str, why: str) -> Locator:
    """The line of Oggi in a group whose reason is this."""
    go(page, "Oggi")
    more = page.get_by_role("link", name=f"Mostra anche il resto in «{group}»")
    if more.count():
        more.click()
    line = page.get_by_role("region", name=group, exact=True).get_by_role("listitem").filter(has_text=why)
    expect(line.first).to_be_visible()
    return line.first


def open_from_today(page: Page, group: str, why: str) -> None:
    what_waits(page, group, why).get_by_role("heading").get_by_role("link").click()


def touch(page: Page, question: str, answer: str) -> None:
    """One of the answers to one question."""
    asked = page.get_by_role("main").get_by_role("group", name=question, exact=True)
    asked.locator("label.i-choice").filter(has_text=answer).first.click()


def done(page: Page, words: str) -> None:
    """It is said that it is done, and the page holds on its screen."""
    expect(page.get_by_role("status").first).to_contain_text(words)
    assert sidelong(page) == 0


# Listening and looking together


def listen(page: Page, who: str, step: str) -> None:
    """A point of view: every statement answered alike, and finished."""
    page.get_by_role("link", name="Ascolta un punto di vista").click()
    doing(page).choose(who)
    page.get_by_role("button", name="Vai alle frasi").click()
    answers = page.get_by_role("main").locator("label.i-choice").filter(has_text=step)
    for answer in answers.all():
        answer.click()
    page.get_by_role("button", name="Abbiamo finito").click()
    done(page, "Fatto")


def hear_a_child(page: Page, name: str, how: str, words: str) -> None:
    page.get_by_role("link", name=re.compile(rf"Scrivi le sue parole\s*: {name}")).click()
    doing(page).choose(how)
    field(page, "Le sue parole, come le ha dette").fill(words)
    page.get_by_role("button", name="Scrivi", exact=True).click()
    done(page, "Fatto")


def go_on_looking(page: Page) -> None:
    """The next step that the page of the way proposes, whoever has begun it."""
    following = page.get_by_role("region", name="Prossimo passo")
    following.get_by_role("link", name="Continua a guardare insieme").click()


def begin_to_look(page: Page, moment: str) -> None:
    page.get_by_role("link", name=re.compile(f"Comincia la valutazione {moment}")).first.click()
    page.get_by_role("button", name="Comincia", exact=True).click()
    done(page, "Cominciata: ora si ascolta.")


def look_together(page: Page, mother: str, team: str) -> None:
    """Two points of view, both children, and what one reads in it."""
    missing = page.get_by_role("region", name="Che cosa manca per chiuderla insieme")
    expect(missing).to_contain_text("Servono almeno due punti di vista.")
    listen(page, "La mamma", mother)
    listen(page, "L'équipe", team)
    hear_a_child(page, "Tea", "Lo ha detto", CHILD_SAID)
    hear_a_child(page, "Ivo", "Lo ha disegnato", "Una casa, il sole e la nonna alla finestra.")
    expect(missing).to_have_count(0)
    page.get_by_role("link", name="Scrivi che cosa leggete insieme").click()
    field(page, "Che cosa leggiamo insieme").fill("I pomeriggi pesano a tutti: cominciamo da lì.")
    page.get_by_role("button", name="Scrivi", exact=True).click()
    done(page, "Fatto")


def close_the_look(page: Page) -> None:
    page.get_by_role("link", name="Chiudi la valutazione").click()
    page.get_by_role("button", name="Chiudi la valutazione").click()
    done(page, "Fatto: la valutazione è chiusa.")


# The plan


def add_a_goal(page: Page, title: str, whose: str, strand: str, person: str, need: str = "") -> None:
    page.get_by_role("link", name="Aggiungi un obiettivo").first.click()
    touch(page, "Di chi è", whose)
    touch(page, "Quale filo", strand)
    pick(page, "Di quale persona", person)
    field(page, "Che cosa vogliamo che cambi").fill(title)
    if need:
        pick(page, "A quale bisogno si lega", need)
    for sign in ("−2 molto meno", "−1 meno", "0 atteso", "+1 di più", "+2 molto di più"):
        field(page, sign).fill(f"Un lunedì da {sign}")
    page.get_by_role("button", name="Aggiungi l'obiettivo").click()
    done(page, "Fatto: l'obiettivo è nel progetto.")


def add_something_to_do(page: Page, goal: str, what: str, who: str) -> None:
    page.get_by_role("link", name=re.compile(rf"Aggiungi chi fa che cosa\s*: {goal}")).click()
    field(page, "Che cosa si fa").fill(what)
    pick(page, "Chi lo fa", who)
    field(page, "Ogni quanto").fill("due volte la settimana")
    page.get_by_role("button", name="Aggiungi l'azione").click()
    done(page, "Fatto: l'azione è nel progetto.")
    expect(page.get_by_role("article", name=goal)).to_contain_text(what)


def write_the_plan(page: Page) -> None:
    """Two goals of two generations that hold each other, and who does what: the family too."""
    page.get_by_role("link", name="Comincia il progetto").first.click()
    page.get_by_role("button", name="Comincia il progetto").click()
    expect(page.get_by_role("region", name="Che cosa dicono i bambini")).to_contain_text(CHILD_SAID)
    add_a_goal(page, CHILD_GOAL, "Per i bambini", "Per i bambini", "Tea", "Scuola e compiti")
    add_a_goal(page, PARENT_GOAL, "Per i genitori", "Essere genitori", "Ines")
    page.get_by_role("link", name=f"Si tiene con… {CHILD_GOAL}").click()
    doing(page).choose(PARENT_GOAL)
    field(page, "Perché si tengono").fill("Se Ines respira, la domenica sera è più calma.")
    page.get_by_role("button", name="Si tengono").click()
    done(page, "Fatto: i due obiettivi si tengono.")
    add_something_to_do(page, CHILD_GOAL, "Una storia prima di dormire", "Ines")
    add_something_to_do(page, CHILD_GOAL, "I compiti con altri", "Scuola aperta")


def say_yes(page: Page, who: str) -> None:
    page.get_by_role("link", name="Scrivi chi ha detto sì").first.click()
    pick(page, "Chi ha detto sì", who)
    doing(page).choose("Lo ha detto a voce")
    page.get_by_role("button", name="Salva").click()
    done(page, "Fatto: è scritto.")


def let_the_plan_begin(page: Page) -> None:
    """With a yes of the family, and a day to look at it again."""
    expect(page.get_by_role("region", name="Prossimo passo")).to_contain_text(
        "Nessuno della famiglia ha ancora detto sì"
    )
    say_yes(page, "Ines")
    say_yes(page, "Chiara Fontana")
    page.get_by_role("link", name="Fai cominciare il progetto").click()
    field(page, "Quando lo rivediamo insieme").fill((today() + timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Da oggi vale").click()
    done(page, "Fatto: il progetto vale da oggi.")


# The request to a service, on both sides


def ask_the_school(page: Page, surname: str) -> None:
    """For the child whose goal it is, with the least; and just that stands in the preview."""
    page.get_by_role("link", name="Chiedi al servizio").click()
    expect(field(page, "Per chi").locator("option:checked")).to_contain_text(f"Tea {surname}")
    field(page, "La richiesta, in due righe").fill(REQUEST)
    page.get_by_role("button", name="Guarda come la vedranno").click()
    preview = page.get_by_role("complementary", name="Così la vedranno")
    assert written(preview, "Come si chiama") == "Tea"
    expect(preview).to_contain_text("Solo se dicono di sì")
    expect(preview).not_to_contain_text(surname)
    doing(page).choose("A voce")
    page.get_by_role("button", name="Manda la richiesta").click()
    done(page, "Fatto: la richiesta è partita.")


def expect_just_what_was_sent(page: Page, surname: str, *, after_yes: bool) -> None:
    """Name and age of one child; whom to call after a yes; nothing else of the family, in words or in addresses."""
    asked = page.get_by_role("region", name="La richiesta")
    expect(asked).to_contain_text(REQUEST)
    assert (written(asked, "Come si chiama"), written(asked, "Quanti anni ha")) == ("Tea", "11 anni")
    assert asked.get_by_text("Ines, 345").count() == (1 if after_yes else 0)
    for untold in (surname, "Ivo", CHILD_SAID, PARENT_GOAL, CHILD_GOAL, FAMILY_SAID):
        assert untold not in page.content(), f"«{untold}» was not sent"


def step(page: Page, link: str, words: str, said: str) -> None:
    """A step of the service: its small page, one answer, and it is said who knows of it."""
    page.get_by_role("link", name=link).click()
    if words:
        doing(page).choose(words)
    page.get_by_role("main").get_by_role("button", name=link).click()
    done(page, said)


def answer_the_request(page: Page, surname: str) -> str:
    """Oggi says who asks and by when; read, accepted, begun. Answers the code by which the school knows it."""
    open_from_today(page, "Richieste a cui rispondere", "Cooperativa Il Telaio vi chiede un posto")
    expect_just_what_was_sent(page, surname, after_yes=False)
    step(page, "Sì, venite", "", "Fatto: è accolto, e chi ha chiesto lo sa.")
    expect_just_what_was_sent(page, surname, after_yes=True)
    step(page, "È cominciato", "", "Fatto")
    code = re.search(r"\S+-IN-\d+-\d+", page.get_by_role("main").inner_text())
    assert code is not None
    return code[0]


def end_the_service(page: Page, code: str) -> None:
    go(page, "Invii")
    page.get_by_role("navigation", name="A che punto").get_by_role("link", name="In corso").click()
    row = page.get_by_role("main").get_by_role("listitem").filter(has_text=code)
    row.get_by_role("heading").get_by_role("link").click()
    step(page, "Abbiamo concluso", "Fatto quanto chiesto", "ora chi ha chiesto sente dalla famiglia")


def write_what_the_family_says(page: Page, surname: str) -> None:
    """Oggi asks for it, and says why: the service has ended its part."""
    open_from_today(page, "Invii che aspettano la famiglia", f"Famiglia {surname}")
    doing(page).choose("Ha aiutato")
    field(page, "Con le loro parole").fill(FAMILY_SAID)
    page.get_by_role("button", name="Registra e chiudi").click()
    done(page, "Fatto: il cerchio è chiuso, con la risposta della famiglia.")
    expect(page.get_by_role("region", name="Che cosa dice la famiglia")).to_contain_text(FAMILY_SAID)


def expect_the_answer_without_its_words(page: Page, surname: str) -> None:
    """The school reads whether it helped; the family's words stay with who works with it."""
    page.reload()
    expect(page.get_by_role("region", name="A che punto è")).to_contain_text("ha aiutato")
    expect_just_what_was_sent(page, surname, after_yes=True)


# Looking back, and the end


def prepare_the_review(page: Page) -> None:
    page.get_by_role("link", name="Prepara la verifica").first.click()
    field(page, "Che cosa guarderemo insieme").fill("I lunedì, i pomeriggi, la scuola.")
    field(page, "Chi ci sarà").fill("Ines, Tea e Ivo; Chiara.")
    page.get_by_role("button", name="Prepara la verifica").click()
    done(page, "Fatto: la verifica è preparata.")


def fill_the_closing(page: Page) -> None:
    page.get_by_role("link", name="Concludi il percorso").click()
    doing(page).choose("Gli obiettivi sono raggiunti")
    field(page, "Le parole per la famiglia").fill("I lunedì calmi li avete costruiti voi.")
    page.get_by_role("button", name="Concludi il percorso").click()


def expect_it_cannot_end_yet(page: Page) -> None:
    """Tried all the same, each reason is said, and what was written is kept."""
    fill_the_closing(page)
    said = page.get_by_role("alert")
    for reason in ("Manca lo sguardo alla verifica (T1)", "2 obiettivi", "1 invio è ancora aperto"):
        expect(said).to_contain_text(reason)
    expect(field(page, "Le parole per la famiglia")).not_to_have_value("")
    page.get_by_role("link", name="Lascia com'era").click()
    page.get_by_role("link", name="Apri la verifica").click()


def expect_what_moved(page: Page) -> None:
    """From the beginning to the review: drawn, and in a table for who reads numbers."""
    drawn = page.get_by_role("region", name=re.compile("che cosa è cambiato dall'inizio"))
    figures = drawn.get_by_role("figure")
    expect(figures).to_have_count(3)
    expect(figures.first.get_by_role("img")).to_contain_text("2,0 → 4,0 (+2,0)")
    figures.first.locator("summary").click()
    row = figures.first.get_by_role("row").filter(has_text="la mamma")
    for number in ("2,0", "4,0", "+2,0"):
        expect(row).to_contain_text(number)


def score(page: Page, goal: str, level: str) -> None:
    page.get_by_role("link", name=re.compile(rf"Scrivi a che punto siete\s*: {goal}")).click()
    doing(page).choose(level)
    page.get_by_role("button", name="Salva a che punto siamo").click()
    done(page, "Fatto")
    page.get_by_role("link", name="Torna alla verifica").click()
    row = page.get_by_role("region", name="A che punto sono gli obiettivi").get_by_role("listitem")
    expect(row.filter(has_text=goal)).to_contain_text("guardato insieme")


def end_the_way(page: Page) -> None:
    """Nothing holds it back any more: it ends, and two calls are agreed."""
    expect(page.get_by_role("region", name="Che cosa manca prima di concludere")).to_have_count(0)
    fill_the_closing(page)
    done(page, "Fatto: il percorso è concluso.")
    later = page.get_by_role("region", name="Che cosa abbiamo concordato per dopo")
    expect(later.get_by_role("heading", level=3)).to_have_text(
        [re.compile("a 6 mesi"), re.compile("a 12 mesi")]
    )
    expect(later.get_by_text("Chiama Chiara Fontana").first).to_be_visible()


def expect_who_has_read(page: Page) -> None:
    page.get_by_role("link", name="Tutto quello che vedono, e chi ha guardato").click()
    looked = page.get_by_role("region", name="Chi ha guardato")
    for name in ("Giulia Serra", "Marta Rinaldi", "Chiara Fontana"):
        expect(looked.get_by_text(name).first).to_be_visible()
    assert sidelong(page) == 0


def expect_no_family_in_the_observatory(page: Page, surname: str) -> None:
    go(page, "Osservatorio")
    expect(page.get_by_role("heading", level=1)).to_have_text("Che cosa chiedono le famiglie, che cosa c'è")
    assert surname not in page.content()
    assert sidelong(page) == 0


def expect_mails(page: Page, surname: str) -> None:
    """To whom, and a title that says nothing of anybody: the administrator reads no more than that."""
    go(page, "Messaggi")
    rows = page.get_by_role("region", name="Dal più recente").get_by_role("listitem")
    for title, whom in (
        ("C'è una richiesta per voi", "scuola@"),
        ("C'è una risposta per voi", "educatrice@"),
    ):
        expect(rows.filter(has_text=title).filter(has_text=whom).first).to_be_visible()
    for title, whom in (
        ("C'è una richiesta per voi", "educatrice@"),
        ("C'è una risposta per voi", "scuola@"),
    ):
        expect(rows.filter(has_text=title).filter(has_text=whom)).to_have_count(0)
    for untold in (surname, "Tea", REQUEST, FAMILY_SAID):
        assert untold not in page.content()
