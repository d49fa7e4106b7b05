"""Signing in: what is offered of allauth."""

TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
account_login         GET  | 200 |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
account_login         POST | 200 |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
account_logout        GET  |  go | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_logout        POST |  go |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
account_inactive      GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_inactive      POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
account_signup        GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_signup        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
account_reauthenticate GET  |  in | 403 403 403 403 403 | 403 403 403 403 | 403 403 403 403 403
account_reauthenticate POST |  in | 403 403 403 403 403 | 403 403 403 403 | 403 403 403 403 403
account_change_password GET  |  in |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
account_change_password POST |  in |  go  go  go  go  go |  go  go  go  go |  go  go  go  go  go
account_set_password  GET  |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_set_password  POST |  in | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password POST | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password_done GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password_done POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
account_reset_password_from_key GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password_from_key POST | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password_from_key_done GET  | 200 | 200 200 200 200 200 | 200 200 200 200 | 200 200 200 200 200
account_reset_password_from_key_done POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
"""
