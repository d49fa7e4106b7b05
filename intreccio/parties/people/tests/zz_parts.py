import time
from collections import defaultdict
from django.core.management import call_command
from bench.errands import ROWS, Truth
from bench.truth import sight_of, service_words
from bench.measure import FORGET_TALLIES, PUSH_BACK
from tests.house.test_bench import entered

def test_parts(committed, keeper, monkeypatch):
    call_command("demo", households=40, verbosity=0)
    from django.template.base import Template
    from django.test.utils import _TestState
    Template._render = _TestState.saved_data.template_render
    from intreccio.parties.people.views import households as v
    from intreccio.parties.people.views import asking
    from intreccio.ground.design.templatetags import design
    from intreccio.ground.design import context as ctx
    from intreccio.ground.kernel import middleware
    spent = defaultdict(float)
    def timed(mod, name):
        f = getattr(mod, name)
        def g(*a, **k):
            c = time.process_time()
            try: return f(*a, **k)
            finally: spent[name] += time.process_time() - c
        monkeypatch.setattr(mod, name, g)
    for n in ("opening", "members_of", "aspects_of", "story_of", "panels_for", "render"): timed(v, n)
    for n in ("menu_of", "links"): timed(ctx, n)
    timed(middleware, "sign_on")
    for n in ("static", "spoken", "format_date"): timed(design, n)
    client = entered("educatrice.prova")
    truth = Truth(sight_of(keeper, "educatrice.prova@example.org"), service_words(keeper))
    row = next(r for r in ROWS if r.name == "household_page")
    errands = row.errands(truth)
    for _ in range(5): client.get(next(errands).path)
    spent.clear()
    t = 0
    for _ in range(60):
        keeper.execute(PUSH_BACK, [truth.sight.membership_id]); keeper.execute(FORGET_TALLIES)
        e = next(errands)
        c = time.process_time(); client.get(e.path); t += time.process_time() - c
    with open("/tmp/parts.txt", "w") as out:
        out.write(f"all {t/60*1000:.2f}\n")
        for n, s in spent.items(): out.write(f"{n} {s/60*1000:.2f}\n")
