"""Serving: the application behind a socket, for this machine alone unless told otherwise."""

from __future__ import annotations

import os
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from performance_rules.web.app import application
from performance_rules.web.guards import HOME, Door


def serve(
    host: str,
    port: int,
    token: str | None,
    folders: tuple[Path, ...],
    *,
    browse: bool,
    told: Callable[[str], None],
) -> None:
    """Serve until interrupted.

    Args:
        host: the address to listen at.
        port: the port; 0 for any that is free.
        token: what whoever asks must know; made up where others can reach the server.
        folders: folders of rules laid over the shipped ones.
        browse: whether to open the page in a browser.
        told: takes the address, once the server listens there.

    Raises:
        OSError: if nobody can listen at the address.
    """
    alone = host in HOME
    if token is None:
        token = "" if alone else secrets.token_urlsafe(16)
    door = Door(hosts=HOME if alone else (), token=token)
    app = application(door, folders, workers=max(2, os.cpu_count() or 1))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")
    told(address)
    if browse:
        threading.Timer(0.5, webbrowser.open, [address]).start()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, limit_concurrency=1_000
    )
    uvicorn.Server(config).run(sockets=[listening])
