"""The process of the local Prefect server: `python -m flows.server_process PORT`.

It ends as soon as its standard input does, so a parent killed outright leaves no server behind.
"""

from __future__ import annotations

import os
import sys
import threading


def _end_with_parent() -> None:
    while sys.stdin.buffer.read(4096):
        pass
    os._exit(0)


def main() -> None:
    """Serve Prefect's API on 127.0.0.1 at the given port."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app

    uvicorn.run(create_app(), host="127.0.0.1", port=int(sys.argv[1]), log_level="error")


if __name__ == "__main__":
    main()
