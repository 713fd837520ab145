"""The settings that LibreOffice runs with: nothing in a document is run, fetched or updated."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

NO_PROXY_AT_ALL = "9"
"""The port of the discard service, where nobody listens: no link leads anywhere."""
SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Load", "UserDefinedSettings", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", NO_PROXY_AT_ALL),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", NO_PROXY_AT_ALL),
)
"""Path, name and value in the registry of LibreOffice."""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
)


def write_profile(folder: Path) -> str:
    """Make a profile in `folder`; its address as LibreOffice wants it."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_item(*setting) for setting in SETTINGS)
    (user / "registrymodifications.xcu").write_text(f"{HEAD}{items}</oor:items>\n", "utf-8")
    return folder.absolute().as_uri()


def _item(path: str, name: str, value: str) -> str:
    return (
        f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} "
        f'oor:op="fuse"><value>{value}</value></prop></item>\n'
    )
