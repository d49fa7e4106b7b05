from django.urls import path

from intreccio.families.access.views import contacts, deciding, passing, public, senders, triage

urlpatterns = [
    path("segnala", public.send_signal, name="send_signal"),
    path("segnala/privacy", public.signal_privacy, name="signal_privacy"),
    path("segnala/ricevuta", public.signal_receipt, name="signal_receipt"),
    path("signals/", triage.signal_inbox, name="signal_inbox"),
    path("signals/new", senders.create_signal, name="create_signal"),
    path("signals/mine", senders.my_signals, name="my_signals"),
    path("signals/mine/<uuid:signal_id>", senders.my_signal, name="my_signal"),
    path("signals/mine/<uuid:signal_id>/word", senders.add_my_word, name="add_my_word"),
    path("signals/passed", passing.passed_signals, name="passed_signals"),
    path("signals/<uuid:signal_id>", triage.signal_page, name="signal_page"),
    path("signals/<uuid:signal_id>/urgency", deciding.set_urgency, name="set_urgency"),
    path("signals/<uuid:signal_id>/step", deciding.choose_first_step, name="choose_first_step"),
    path("signals/<uuid:signal_id>/reply", deciding.reply_to_sender, name="reply_to_sender"),
    path("signals/<uuid:signal_id>/household", deciding.link_signal, name="link_signal"),
    path("signals/<uuid:signal_id>/known", deciding.find_known, name="find_known"),
    path("signals/<uuid:signal_id>/pass-on", passing.pass_on_signal, name="pass_on_signal"),
    path("contacts/", contacts.contact_list, name="contact_list"),
    path("contacts/new", contacts.create_contact, name="create_contact"),
    path("contacts/<uuid:contact_id>", contacts.contact_page, name="contact_page"),
    path("contacts/<uuid:contact_id>/household", contacts.begin_household, name="begin_household"),
    path("contacts/<uuid:contact_id>/link", contacts.link_contact, name="link_contact"),
]
