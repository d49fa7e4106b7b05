"""Addresses that have no page of their own, each with where it is tested instead."""

NO_PAGE = {
    "print_genogram": "a paper: people/tests/test_genogram_pages.py",
    "print_ecomap": "a paper: people/tests/test_genogram_pages.py",
    "print_conference": "a paper: cases/tests/test_minutes_on_paper.py",
    "print_plan": "a paper: plans/tests/test_print_plan.py",
    "open_document": "a file: people/tests/test_documents.py",
    "print_sheet": "a paper: assessments/tests/test_sheet_pages.py",
    "export_sheet": "a file: assessments/tests/test_sheet_pages.py",
    "choose_language": "a button of every page: tests/house/test_languages.py",
    "healthz": "JSON, for machines: kernel/tests",
    "export_observatory": "a file: impact/tests/test_export_observatory.py",
    "families_template": "a file: people/tests/test_sheet_pages.py",
    "bring_in_sheet": "a button of preview_sheet: people/tests/test_sheet_pages.py",
    "retry_mail": "a button of mail_list, nothing to fill in: messages/tests",
    "known_already": "a fragment that forms ask for: people/tests/test_known_already.py",
    "account_set_password": "leads on to changing it: everybody here has one",
    "mfa_authenticate": "only in the middle of signing in: test_sign_in.py",
    "mfa_login_webauthn": "JSON for the browser's passkey: test_sign_in.py",
    "mfa_download_recovery_codes": "a text file: test_sign_in.py",
}
