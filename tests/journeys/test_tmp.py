import re
def test_e(signed_in, acting_as):
    from intreccio.parties.people.models import Household
    with acting_as("assistente") as v:
        ids = [(str(h.pk), h.languages) for h in Household.objects.filter(team_id__in=v.team_ids)]
    c = signed_in("assistente")
    for i, l in ids:
        for k in range(2):
            t = c.get(f"/households/{i}/edit").content.decode()
            print(l, re.findall(r'<input[^>]*name="elsewhere"[^>]*>', t))
