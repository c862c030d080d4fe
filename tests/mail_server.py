"""A mail server on the loopback for the tests that send."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import NamedTuple

from aiosmtpd.controller import Controller

SENDER = "vanthu@so.example"


class Taken(NamedTuple):
    """One message that the server took: from whom, to whom, its bytes."""

    sender: str
    to: list[str]
    content: bytes


class Box:
    """Take messages; answers, when given, are used up first ("drop": the line is cut instead)."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.taken = []
        self.attempts = 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the server's name for it
        self.attempts += 1
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "drop":
            session.peer_dropped = True
            server.transport.abort()
            return "421 bye"
        if answer.startswith("250"):
            self.taken.append(Taken(envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return answer


class _Server(Controller):
    """Listens on a port that is its own from the start: nobody can take it in between."""

    def __init__(self, box, **options):
        self._bound = socket.create_server(("127.0.0.1", 0))
        super().__init__(box, hostname="127.0.0.1", port=self._bound.getsockname()[1], **options)

    def _create_server(self):
        return self.loop.create_server(self._factory_invoker, sock=self._bound, ssl=self.ssl_context)


@contextmanager
def mail_servers():
    """Give a function that starts a server around a box and returns its port; all end with the block."""
    running = []

    def start(box, **options):
        server = _Server(box, **options)
        running.append(server)
        server.start()
        return server.port

    try:
        yield start
    finally:
        for server in running:
            server.stop(no_assert=True)
