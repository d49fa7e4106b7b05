import pytest, time
from pathlib import Path
from django.db import connection
@pytest.mark.django_db
def test_real(capsys):
    from django.core.management import call_command
    for n in range(2):
        t=time.time()
        call_command("import_services", "/work/shared/data/consultori_italia.csv", mapping="consultori")
        print(time.time()-t)
    call_command("import_services", "/work/shared/data/hsds3_organization_full_example.json")
    call_command("import_services", "/work/shared/data/hsds3_organization_full_example.json")
    out=capsys.readouterr().out
    print(out)
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import House
    from intreccio.offer.directory.models import Service
    with acting(House("keeper")):
        for s in Service.objects.order_by("?")[:8]:
            print(s.name, s.phone, s.website, s.at_municipalities, s.at_provinces, [ (l.address,l.postal_code) for l in s.locations.all()], s.external_ids)
        s=Service.objects.get(source="hsds"); print(vars(s), [vars(x) for x in s.locations.all()],[vars(x) for x in s.schedules.all()])
    assert 0
