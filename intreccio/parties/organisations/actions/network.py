"""Bodies, sites, projects: written and edited."""

from datetime import date
from typing import Any

from django.db import transaction

from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Organisation, Project, Site
from intreccio.parties.organisations.rules.network import why_not_last, why_not_stand
from intreccio.parties.organisations.vocabulary import Standing


@transaction.atomic
def create_organisation(*, by: Actor, name: str, standing: str, kind: str, **said: Any) -> Organisation:
    """Writes a body. The house (imports) and who leads elsewhere write it as only listed."""
    if isinstance(by, Viewer):
        policies.create_organisation.require(by)
    role = by.role if isinstance(by, Viewer) else ""
    refuse_if(why_not_stand(role=role, standing=standing, was=Standing.LISTED), code="standing")
    name = name.strip()
    made = Organisation(name=name, search_name=normalise(name), standing=standing, kind=kind, **said)
    made.save(force_insert=True)
    record("organisation.created", made, by=by, codes={"standing": standing, "kind": kind})
    return made


@transaction.atomic
def edit_organisation(organisation: Organisation, *, version: int, by: Viewer, **changes: Any) -> None:
    """Writes over what a body says of itself. Raises Changed when somebody else wrote first."""
    policies.require_over(policies.edit_network, by, organisation.pk)
    standing = changes.get("standing", organisation.standing)
    refuse_if(why_not_stand(role=by.role, standing=standing, was=organisation.standing), code="standing")
    if "name" in changes:
        changes["name"] = changes["name"].strip()
        changes["search_name"] = normalise(changes["name"])
    fields = write_over(organisation, version=version, **changes)
    record("organisation.edited", organisation, by=by, fields=fields - {"search_name"})


@transaction.atomic
def create_site(organisation: Organisation, *, by: Viewer, **said: Any) -> Site:
    """A place where a body works."""
    policies.require_over(policies.edit_network, by, organisation.pk)
    made = Site(organisation=organisation, **said)
    made.save(force_insert=True)
    record("site.created", made, by=by, codes={"organisation": str(organisation.pk)})
    return made


@transaction.atomic
def edit_site(site: Site, *, version: int, by: Viewer, **changes: Any) -> None:
    """Writes over a place. Raises Changed when somebody else wrote first."""
    policies.require_over(policies.edit_network, by, site.organisation_id)
    fields = write_over(site, version=version, **changes)
    record("site.edited", site, by=by, fields=fields)


@transaction.atomic
def create_project(
    lead: Organisation, *, by: Viewer, starts: date, ends: date | None, **said: Any
) -> Project:
    """Something that several bodies do together, led by one."""
    policies.require_over(policies.edit_network, by, lead.pk)
    refuse_if(why_not_last(starts=starts, ends=ends), code="dates")
    made = Project(lead=lead, starts=starts, ends=ends, **said)
    made.save(force_insert=True)
    record("project.created", made, by=by, codes={"organisation": str(lead.pk)})
    return made


@transaction.atomic
def edit_project(
    project: Project, *, version: int, by: Viewer, starts: date, ends: date | None, **said: Any
) -> None:
    """Writes over a project. Raises Changed when somebody else wrote first."""
    policies.require_over(policies.edit_network, by, project.lead_id)
    refuse_if(why_not_last(starts=starts, ends=ends), code="dates")
    fields = write_over(project, version=version, starts=starts, ends=ends, **said)
    record("project.edited", project, by=by, fields=fields)
