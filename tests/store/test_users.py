from __future__ import annotations

import pytest
from sqlalchemy import select, update

from reportlint.store import Store, StoreError
from reportlint.store.tables import sessions, users
from reportlint.store.users import (
    Role,
    add_user,
    all_users,
    session_of,
    set_active,
    sign_in,
    sign_out,
)

PASSWORD = "correct horse"


def test_who_knows_the_password_is_let_in(store: Store) -> None:
    add_user(store, "王审核", PASSWORD, Role.REVIEWER)
    token = sign_in(store, "王审核", PASSWORD)
    assert token is not None
    session = session_of(store, token)
    assert session is not None
    assert (session.user.name, session.user.role) == ("王审核", Role.REVIEWER)
    sign_out(store, token)
    assert session_of(store, token) is None


@pytest.mark.parametrize(("name", "password"), [("王", "wrong password"), ("李", PASSWORD)])
def test_others_are_not(store: Store, name: str, password: str) -> None:
    add_user(store, "王", PASSWORD, Role.ADMIN)
    assert sign_in(store, name, password) is None


def test_neither_password_nor_token_can_be_read_from_the_store(store: Store) -> None:
    add_user(store, "王", PASSWORD, Role.ADMIN)
    token = sign_in(store, "王", PASSWORD)
    assert token is not None
    with store.reading() as connection:
        held = str(connection.execute(select(users)).all()) + str(
            connection.execute(select(sessions)).all()
        )
    assert PASSWORD not in held
    assert token not in held


def test_a_session_ends(store: Store) -> None:
    add_user(store, "王", PASSWORD, Role.ADMIN)
    token = sign_in(store, "王", PASSWORD)
    assert token is not None
    with store.writing() as connection:
        connection.execute(update(sessions).values(expires_at="2000-01-01T00:00:00.000000Z"))
    assert session_of(store, token) is None


def test_who_is_shut_out_is_out_at_once(store: Store) -> None:
    add_user(store, "王", PASSWORD, Role.ADMIN)
    token = sign_in(store, "王", PASSWORD)
    assert token is not None
    set_active(store, "王", False)
    assert session_of(store, token) is None
    assert sign_in(store, "王", PASSWORD) is None


def test_a_new_password_ends_old_sessions(store: Store) -> None:
    add_user(store, "王", PASSWORD, Role.REVIEWER)
    token = sign_in(store, "王", PASSWORD)
    assert token is not None
    add_user(store, "王", "another one", Role.ADMIN)
    assert session_of(store, token) is None
    assert [(u.name, u.role) for u in all_users(store)] == [("王", Role.ADMIN)]


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("王", "short")])
def test_a_name_and_a_long_password_are_needed(store: Store, name: str, password: str) -> None:
    with pytest.raises(StoreError):
        add_user(store, name, password, Role.REVIEWER)
