"""Runs on the workers of a test cluster: a file of this name brings down whoever reads it."""

import os
import signal

from flows.runners.remote import read_here

NAME = "chet.docx"


def read_or_die(asked, content=None):
    if asked.path.endswith(NAME):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_here(asked, content)
