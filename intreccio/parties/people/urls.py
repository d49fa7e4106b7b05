from django.urls import path

from intreccio.parties.people import views

HOME = "households/<uuid:household_id>"
SHEET = "households/sheets/<uuid:sheet_id>"
PERSON = f"{HOME}/persons/<uuid:person_id>"

urlpatterns = [
    path("households/", views.household_list, name="household_list"),
    path("households/new", views.create_household, name="create_household"),
    path("households/known", views.known_already, name="known_already"),
    path("households/sheets", views.sheet_list, name="sheet_list"),
    path("households/sheets/template", views.families_template, name="families_template"),
    path("households/sheets/new", views.upload_sheet, name="upload_sheet"),
    path(SHEET, views.sheet_page, name="sheet_page"),
    path(f"{SHEET}/columns", views.map_sheet, name="map_sheet"),
    path(f"{SHEET}/preview", views.preview_sheet, name="preview_sheet"),
    path(f"{SHEET}/bring-in", views.bring_in_sheet, name="bring_in_sheet"),
    path(f"{SHEET}/abandon", views.abandon_sheet, name="abandon_sheet"),
    path(f"{SHEET}/undo", views.undo_sheet, name="undo_sheet"),
    path(HOME, views.household_page, name="household_page"),
    path(f"{HOME}/edit", views.edit_household, name="edit_household"),
    path(f"{HOME}/story", views.household_story, name="household_story"),
    path(f"{HOME}/sight", views.household_sight, name="household_sight"),
    path(f"{HOME}/grants/new", views.grant, name="grant"),
    path(f"{HOME}/grants/<uuid:grant_id>/withdraw", views.withdraw, name="withdraw"),
    path(f"{HOME}/addresses", views.address_list, name="address_list"),
    path(f"{HOME}/addresses/new", views.write_address, name="write_address"),
    path(f"{HOME}/addresses/<uuid:row_id>/edit", views.edit_address, name="edit_address"),
    path(f"{HOME}/protected-address", views.protected_address, name="protected_address"),
    path(f"{HOME}/protected-address/new", views.protect_address, name="protect_address"),
    path(f"{HOME}/isee", views.isee_list, name="isee_list"),
    path(f"{HOME}/isee/new", views.write_isee, name="write_isee"),
    path(f"{HOME}/isee/<uuid:row_id>/edit", views.edit_isee, name="edit_isee"),
    path(f"{HOME}/aspects/new", views.add_aspect, name="add_aspect"),
    path(f"{HOME}/aspects/<uuid:row_id>/edit", views.edit_aspect, name="edit_aspect"),
    path(f"{HOME}/aspects/<uuid:row_id>/close", views.close_aspect, name="close_aspect"),
    path(f"{HOME}/persons/new", views.add_person, name="add_person"),
    path(f"{HOME}/persons/bring", views.bring_person, name="bring_person"),
    path(f"{HOME}/homes/<uuid:home_id>/leave", views.leave_home, name="leave_home"),
    path(f"{HOME}/rows/<slug:noun>/<uuid:row_id>/void", views.void_row, name="void_row"),
    path(PERSON, views.person_page, name="person_page"),
    path(f"{PERSON}/edit", views.edit_person, name="edit_person"),
    path(f"{PERSON}/names/new", views.add_name, name="add_name"),
    path(f"{PERSON}/names/<uuid:row_id>/edit", views.edit_name, name="edit_name"),
    path(f"{PERSON}/identifiers/new", views.add_identifier, name="add_identifier"),
    path(f"{PERSON}/identifiers/<uuid:row_id>/edit", views.edit_identifier, name="edit_identifier"),
    path(f"{PERSON}/contact-points/new", views.add_contact_point, name="add_contact_point"),
    path(f"{PERSON}/contact-points/<uuid:row_id>/edit", views.edit_contact_point, name="edit_contact_point"),
    path(f"{PERSON}/merge", views.merge_persons, name="merge_persons"),
    path(f"{PERSON}/merged/<uuid:other_id>/part", views.part_persons, name="part_persons"),
]
