from __future__ import annotations

import pytest
from live import Live, Start
from review_cases import stored, verdicts

from reportlint.review.security import POLICY
from reportlint.store.users import Role, add_user

PASSWORD = "correct horse"


@pytest.fixture
def guarded(start: Start) -> Live:
    """A server where one must sign in."""
    live = start(auth=True)
    add_user(live.desk.store, "王审核", PASSWORD, Role.REVIEWER)
    add_user(live.desk.store, "管理", PASSWORD, Role.ADMIN)
    return live


def sign_in(live: Live, name: str = "王审核", password: str = PASSWORD) -> int:
    return live.client.post("/login", data={"name": name, "password": password}).status_code


def test_every_answer_carries_the_headers_of_safety(live: Live) -> None:
    for path in ("/", "/static/review.js", "/nothing"):
        headers = live.client.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_name_that_points_here_from_elsewhere_is_refused(live: Live, host: str) -> None:
    assert live.client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("token", ["", "wrong", "错"])
def test_nothing_changes_without_the_page_s_token(live: Live, token: str) -> None:
    id = stored(live.desk, 1)
    asked = {"numbers": [1], "verdict": "confirmed"}
    headers = {"X-CSRF-Token": token.encode()}
    answer = live.client.post(f"/documents/{id}/decisions", json=asked, headers=headers)
    assert answer.status_code == 403
    assert live.client.post("/upload", data={"csrf": token}).status_code == 403
    assert live.client.post(f"/documents/{id}/recheck", data={"csrf": token}).status_code == 403
    assert verdicts(live.desk, id) == ["open"]


def test_other_sites_change_nothing(live: Live) -> None:
    id = stored(live.desk, 1)
    headers = {"X-CSRF-Token": live.token(), "Sec-Fetch-Site": "cross-site"}
    asked = {"numbers": [1], "verdict": "confirmed"}
    answer = live.client.post(f"/documents/{id}/decisions", json=asked, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path", ["/", "/rules", "/users", "/documents/1", "/export/xlsx", "/documents/1/export/xlsx"]
)
def test_who_is_not_signed_in_sees_nothing(guarded: Live, path: str) -> None:
    stored(guarded.desk, 1)
    answer = guarded.client.get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert guarded.client.get(path).status_code == 401


@pytest.mark.parametrize("path", ["/upload", "/users", "/logout", "/documents/1/decisions"])
def test_who_is_not_signed_in_changes_nothing(guarded: Live, path: str) -> None:
    assert guarded.client.post(path, json={}).status_code == 401


def test_a_reviewer_signs_in_decides_and_signs_out(guarded: Live) -> None:
    id = stored(guarded.desk, 1)
    assert sign_in(guarded) == 303
    guarded.decide(id, numbers=[1], verdict="confirmed")
    assert verdicts(guarded.desk, id) == ["confirmed"]
    guarded.client.post("/logout", data={"csrf": guarded.token()})
    assert guarded.client.get("/").status_code == 401


def test_the_session_cookie_is_not_for_scripts_or_other_sites(guarded: Live) -> None:
    answer = guarded.client.post("/login", data={"name": "管理", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_wrong_password_is_refused_and_too_many_make_one_wait(guarded: Live) -> None:
    answers = [sign_in(guarded, password="wrong") for _ in range(9)]
    assert answers == [401] * 8 + [429]
    assert sign_in(guarded) == 429
    assert sign_in(guarded, "管理") == 303


def test_only_administrators_look_after_users(guarded: Live) -> None:
    sign_in(guarded)
    new = {"csrf": guarded.token(), "name": "新", "password": PASSWORD, "role": "admin"}
    assert guarded.client.get("/users").status_code == 403
    assert guarded.client.post("/users", data=new).status_code == 403


def test_an_administrator_adds_users_and_shuts_them_out(guarded: Live) -> None:
    sign_in(guarded, "管理")
    csrf = guarded.token()
    new = {"csrf": csrf, "name": "新人", "password": PASSWORD, "role": "reviewer"}
    assert guarded.client.post("/users", data=new).status_code == 303
    rows = [row.text_content() for row in guarded.page("/users").cssselect("tbody tr")]
    assert any("新人" in row and "审核人" in row for row in rows)
    guarded.client.post("/users", data={"csrf": csrf, "name": "新人", "active": "no"})
    guarded.client.post("/users", data={"csrf": csrf, "name": "管理", "active": "no"})
    guarded.client.post("/logout", data={"csrf": csrf})
    assert sign_in(guarded, "新人") == 401
    assert sign_in(guarded, "管理") == 303


def test_a_store_that_fails_is_said_to(live: Live) -> None:
    with live.desk.store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE flags")
    id = 1
    answer = live.client.get(f"/documents/{id}", headers={"Accept": "text/html"})
    assert answer.status_code in {404, 503}
    assert live.client.get("/rules").status_code == 503
