"""The process of the local Prefect server: `python -m flows.server_process PORT`.

It ends as soon as its standard input does, so a parent killed outright leaves no server behind.
"""

from __future__ import annotations

import os
import sys
import threading


def _end_with_parent() -> None:
    while os.read(0, 4096):  # not through sys.stdin: its lock, held here, aborts an interpreter that ends
        pass
    os._exit(0)


def _schedule_under_new_sqlalchemy() -> None:
    """Let Prefect's scheduler insert runs under SQLAlchemy 2.1, which refuses its extra key `state`.

    Up to 2.0 the key was ignored in a bulk insert (the state is inserted apart, right after); without
    this the scheduler fails silently and no deployment ever runs.
    """
    import sqlalchemy
    from prefect.server.database.orm_models import FlowRun

    state = sqlalchemy.inspect(FlowRun).all_orm_descriptors["state"]
    if getattr(state, "bulk_dml_setter", True) is None:
        state.bulk_dml_setter = lambda _cls, _mapping, _value: None  # type: ignore[attr-defined]


def main() -> None:
    """Serve Prefect's API on 127.0.0.1 at the given port."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import uvicorn
    from prefect.server.api.server import create_app

    _schedule_under_new_sqlalchemy()

    uvicorn.run(create_app(), host="127.0.0.1", port=int(sys.argv[1]), log_level="error")


if __name__ == "__main__":
    main()
