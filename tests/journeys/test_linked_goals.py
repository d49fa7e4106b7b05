"""A goal moves: who has to do with the one that it holds finds it in Oggi with the reason. On a desk and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.keys import key_for
from tests.journeys.going import done, open_from_today, what_waits
from tests.journeys.walking import doing, field, sidelong

GROUP = "Progetti delle famiglie"
# Who looks at which goal; who finds the other one, because they have something to do for it, or answer for the family.
TOLD = {
    False: ("educatrice", "c2", "+1 di più", "0 a +1", "assistente", "p2"),
    True: ("assistente", "c3", "+1 di più", "0 a +1", "educatrice", "p3"),
}


def look_at(page: Page, step: str, words: str) -> None:
    doing(page).choose(step)
    field(page, "In poche parole").fill(words)
    page.get_by_role("button", name="Salva a che punto siamo").click()
    done(page, "Fatto")


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_the_owner_of_the_other_goal_finds_it_with_the_reason(visit, phone):
    first, moved, step, path, second, held = TOLD[phone]
    page = visit(first, phone=phone)
    page.goto(f"/plans/goals/{key_for('goal', f'marchetti-1-{moved}')}/score")
    look_at(page, step, "Lo abbiamo visto insieme.")

    owner = visit(second, phone=phone)
    owner.goto("/")
    why = f"si è mosso da {path}: guardate se si è mosso anche questo."
    line = what_waits(owner, GROUP, why)
    expect(line).to_contain_text("Famiglia Marchetti Haddad")
    assert sidelong(owner) == 0
    open_from_today(owner, GROUP, why)
    assert owner.url.endswith(f"/plans/goals/{key_for('goal', f'marchetti-1-{held}')}/score")
    look_at(owner, "0 atteso", "Anche questo, un poco.")
    owner.goto("/")
    expect(owner.get_by_role("main").get_by_text(why)).to_have_count(0)
