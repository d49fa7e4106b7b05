from django.urls import path

from intreccio.workshop.protocols.views import approving, drafting, reading

VERSION = "protocol-versions/<uuid:protocol_version_id>"
PART = f"{VERSION}/<slug:part_kind>/<slug:part_code>"

urlpatterns = [
    path("protocols/", reading.protocol_list, name="protocol_list"),
    path("protocols/<uuid:protocol_id>", reading.protocol_page, name="protocol_page"),
    path(VERSION, reading.protocol_version, name="protocol_version"),
    path(f"{VERSION}/draft", drafting.begin_protocol_draft, name="begin_protocol_draft"),
    path(f"{VERSION}/adapt", drafting.adapt_protocol, name="adapt_protocol"),
    path(f"{VERSION}/edit", drafting.edit_protocol_version, name="edit_protocol_version"),
    path(f"{VERSION}/approve", approving.approve_protocol_version, name="approve_protocol_version"),
    path(f"{VERSION}/void", drafting.void_protocol_version, name="void_protocol_version"),
    path(
        f"{VERSION}/compare/<uuid:other_version_id>",
        reading.compare_protocol_versions,
        name="compare_protocol_versions",
    ),
    path(f"{VERSION}/<slug:part_kind>/new", drafting.add_protocol_part, name="add_protocol_part"),
    path(f"{PART}/edit", drafting.edit_protocol_part, name="edit_protocol_part"),
    path(f"{PART}/remove", drafting.remove_protocol_part, name="remove_protocol_part"),
]
