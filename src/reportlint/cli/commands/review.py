"""`reportlint review`."""

from __future__ import annotations

import getpass
import secrets
import socket
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from reportlint.cli.failure import CommandError
from reportlint.cli.options import Given
from reportlint.cli.paths import gather
from reportlint.cli.reporting import tell
from reportlint.cli.settings import settled
from reportlint.cli.speech import note
from reportlint.config import Config
from reportlint.result import Text
from reportlint.review.desk import Desk, open_desk
from reportlint.review.security import LOOPBACK
from reportlint.store import DEFAULT, Store, StoreError, open_store
from reportlint.store.users import Role, add_user, all_users

_UPLOADS = "reportlint-uploads"
_ADMIN = "admin"


def review(
    paths: Sequence[str], store: str | None, host: str, port: int, auth: bool, given: Given
) -> int:
    """Serve the reviewer's page until interrupted. Raises `CommandError`."""
    if host not in LOOPBACK and not auth:
        raise CommandError(
            Text(
                f"在 {host} 上监听会让别的机器也能访问，必须加 --auth",
                f"listening on {host} lets other machines in: --auth is needed",
            )
        )
    config = settled(paths, given).config
    where = store or _default_store(paths)
    gathered = gather(paths, config.limits)
    if gathered.problems:
        raise CommandError(gathered.problems[0])
    with closing(_listener(host, port)) as listener:
        desk = _desk(where, config, auth)
        tell(gathered, ())
        desk.intake.take_all(gathered.files)
        _announce(listener, host)
        _serve(desk, listener)
    return 0


def _default_store(paths: Sequence[str]) -> str:
    """A file in the current folder, unless that is among the reports. Raises `CommandError`."""
    here = Path.cwd().resolve()
    folders = [Path(path).resolve() for path in paths if Path(path).is_dir()]
    if any(here.is_relative_to(folder) for folder in folders):
        raise CommandError(
            Text(
                "当前文件夹就在报告文件夹里，库文件不应放在其中：请用 --store 指定位置",
                "the current folder is among the reports, where no store belongs: use --store",
            )
        )
    return DEFAULT


def _uploads_of(where: str) -> Path:
    """The folder for files sent in: beside a store that is a file, else in the current folder."""
    if "://" in where:
        return Path(_UPLOADS)
    return Path(where).with_name(f"{Path(where).stem}-uploads")


def _desk(where: str, config: Config, auth: bool) -> Desk:
    try:
        store = open_store(where)
        if auth:
            _first_user(store)
    except StoreError as error:
        raise CommandError(error.text) from error
    return open_desk(store, config, _uploads_of(where), auth=auth, nobody=_user_name())


def _first_user(store: Store) -> None:
    """Somebody must be able to sign in and let others in."""
    if all_users(store):
        return
    password = secrets.token_urlsafe(9)
    add_user(store, _ADMIN, password, Role.ADMIN)
    note(
        Text(
            f"已建立管理员 {_ADMIN}，初始密码 {password}（只显示这一次，登录后请在“用户”页修改）",
            f"made the administrator {_ADMIN} with the password {password} (shown only now; "
            "change it on the page of users)",
        )
    )


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "审核人"


def _listener(host: str, port: int) -> socket.socket:
    """A socket, bound before anything is checked, so that a taken port is said at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        why = error.strerror or str(error)
        raise CommandError(
            Text(
                f"无法在 {host}:{port} 上监听（{why}），请换一个 --port",
                f"cannot listen on {host}:{port} ({why}): try another --port",
            )
        ) from error
    return listener


def _announce(listener: socket.socket, host: str) -> None:
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{listener.getsockname()[1]}/"
    note(Text(f"审核台：{url}（Ctrl-C 结束）", f"review: {url} (Ctrl-C ends it)"))


def _serve(desk: Desk, listener: socket.socket) -> None:
    import uvicorn

    from reportlint.review import application

    settings = uvicorn.Config(
        application(desk), log_level="warning", access_log=False, server_header=False
    )
    # Ctrl-C is how a server is ended: it shuts down, and only then tells of the interrupt.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(settings).run(sockets=[listener])
