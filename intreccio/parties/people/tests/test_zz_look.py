import pytest

from intreccio.ground.kernel.keys import key_for

M = str(key_for("household", "marchetti"))
P = str(key_for("person", "leo"))


@pytest.mark.parametrize(
    "path",
    [
        "/households/",
        "/households/new",
        f"/households/{M}",
        f"/households/{M}/edit",
        f"/households/{M}/story",
        f"/households/{M}/sight",
        f"/households/{M}/grants/new",
        f"/households/{M}/addresses",
        f"/households/{M}/addresses/new",
        f"/households/{M}/aspects/new?kind=needed",
        f"/households/{M}/persons/new",
        f"/households/{M}/persons/bring",
        f"/households/{M}/persons/{P}",
        f"/households/{M}/persons/{P}/edit",
        f"/households/{M}/persons/{P}/names/new",
        f"/households/{M}/persons/{P}/merge",
        f"/households/{M}/protected-address/new",
    ],
)
def test_look(signed_in, path, counted):
    client = signed_in("assistente")
    with counted() as queries:
        page = client.get(path)
    n = [
        q["sql"]
        for q in queries.captured_queries
        if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "SELECT set_config"))
    ]
    print(path, page.status_code, len(n))
    open("/tmp/peo/out/last.html", "wb").write(page.content)
    assert page.status_code == 200
