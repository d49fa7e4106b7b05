import cProfile, pstats, io, time, os
from django.core.management import call_command
from django.db import connection
from bench.errands import ROWS, Truth
from bench.truth import sight_of, service_words
from bench.measure import FORGET_TALLIES, PUSH_BACK
from tests.house.test_bench import entered
from bench.counting import UNCOUNTED
from bench.visitor import Answer


def test_measure(committed, keeper):
    call_command("demo", households=int(os.environ.get("MH", "400")), verbosity=0)
    truth0 = Truth(sight_of(keeper, "educatrice.prova@example.org"), service_words(keeper))
    from django.template.base import Template
    from django.test.utils import _TestState
    Template._render = _TestState.saved_data.template_render
    out = open(os.environ.get("MOUT", "/tmp/measure_new.txt"), "w")
    for account in ("educatrice.prova", "responsabile.prova"):
        client = entered(account)
        truth = Truth(sight_of(keeper, f"{account}@example.org"), service_words(keeper))
        for row in ROWS:
            if row.name not in ("household_list", "household_page", "household_create"):
                continue
            if account.startswith("resp") and row.name == "household_create":
                continue
            errands = row.errands(truth)
            seen = []

            def wrap(execute, sql, params, many, context):
                if not UNCOUNTED.match(str(sql)):
                    seen.append((sql, params))
                return execute(sql, params, many, context)

            def go(e):
                keeper.execute(PUSH_BACK, [truth.sight.membership_id])
                keeper.execute(FORGET_TALLIES)
                return (
                    client.get(e.path, getattr(e, "query", None) or {})
                    if e.fields is None or row.name != "household_create"
                    else client.post(e.path, e.fields)
                )

            for _ in range(3):
                go(next(errands))
            with connection.execute_wrapper(wrap):
                e = next(errands)
                r = go(e)
            out.write(
                f"\n=== {account} {row.name} {r.status_code} queries {len(seen)} bytes {len(r.content)}\n"
            )
            for sql, params in seen:
                out.write(" - " + " ".join(str(sql).split())[:170] + f"  [{len(str(params))}]\n")
            es = [next(errands) for _ in range(30)]
            for e in es:
                pass
            pr = cProfile.Profile()
            t = 0.0
            for e in es:
                keeper.execute(PUSH_BACK, [truth.sight.membership_id])
                keeper.execute(FORGET_TALLIES)
                c = time.process_time()
                r = client.get(e.path) if row.name != "household_create" else client.post(e.path, e.fields)
                t += time.process_time() - c
            out.write(f"app CPU {t / 30 * 1000:.2f} ms\n")
            for e in [next(errands) for _ in range(30)]:
                keeper.execute(PUSH_BACK, [truth.sight.membership_id])
                keeper.execute(FORGET_TALLIES)
                pr.enable()
                r = client.get(e.path) if row.name != "household_create" else client.post(e.path, e.fields)
                pr.disable()
            s = io.StringIO()
            pstats.Stats(pr, stream=s).sort_stats("cumulative").print_stats(70)
            out.write(s.getvalue())
            s = io.StringIO()
            pstats.Stats(pr, stream=s).sort_stats("tottime").print_stats(25)
            out.write(s.getvalue())
    out.close()
