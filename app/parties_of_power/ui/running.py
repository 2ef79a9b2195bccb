"""One program for each user: whoever starts it again hands the files on to the one that runs.

They meet at a local socket, which only this user may open. Where it cannot be made, each start is a program of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from parties_of_power.paths import folder_from, user_state

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 3000
# A socket's path has no more room on some systems.
LONGEST = 100


def place() -> str:
    """Where the programs of this user meet; another home folder is another user. Blank where there is no such place."""
    name = "parties-of-power-" + hashlib.sha256(str(user_state()).encode()).hexdigest()[:12]
    if sys.platform == "win32":
        return name
    runtime = folder_from("XDG_RUNTIME_DIR", user_state())
    path = str((runtime if runtime.is_dir() else user_state()) / name)
    return path if len(os.fsencode(path)) <= LONGEST else ""


def passed_on(files: list[Path]) -> bool:
    """Whether a program that runs has taken the files over. Qt's network part is read only where one may run."""
    where = place()
    if not where or (sys.platform != "win32" and not os.path.lexists(where)):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(PATIENCE):
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    asked = {"files": [str(file) for file in files], "token": token}
    socket.write(json.dumps(asked).encode() + b"\n")
    answered = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == b"ok\n"
    socket.disconnectFromServer()
    return answered


def listen(take: Callable[[list[Path], str], None]) -> bool:
    """From now on, and until the application ends, `take` gets the files that other starts hand on, and the leave to
    come to the front. Whether there is a place to listen at."""
    where = place()
    if not where:
        return False
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    if sys.platform != "win32":
        Path(where).parent.mkdir(parents=True, exist_ok=True)
    server = QLocalServer(QCoreApplication.instance())
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(where):
        probe = QLocalSocket()
        probe.connectToServer(where)
        if probe.waitForConnected(PATIENCE):
            return False  # another program is there, which was too busy to answer
        QLocalServer.removeServer(where)  # left by one that was killed
        if not server.listen(where):
            return False
    server.newConnection.connect(lambda: _answer(server, take))
    return True


def _answer(server: QLocalServer, take: Callable[[list[Path], str], None]) -> None:
    while (socket := server.nextPendingConnection()) is not None:
        socket.readyRead.connect(lambda socket=socket: _read(socket, take))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            _read(socket, take)


def _read(socket: QLocalSocket, take: Callable[[list[Path], str], None]) -> None:
    if not socket.canReadLine():
        return
    try:
        asked = json.loads(bytes(socket.readLine().data()))
        files, token = [Path(str(file)) for file in asked["files"]], str(asked["token"])
    except (ValueError, KeyError, TypeError):
        socket.abort()
        return
    socket.write(b"ok\n")
    socket.flush()
    take(files, token)
