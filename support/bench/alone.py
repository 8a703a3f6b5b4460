"""DBOS alone, to measure what workflows cost beside it.

`python -m support.bench.alone <database> <many> <shape>` starts as many workflows in a process
of its own, waits for all, and prints the seconds that took, and those that the processor worked here.
"""

from __future__ import annotations

import json
import sys
import time

from dbos import DBOS, DBOSConfig

_POOL = 20  # connections, as the platform's worker has them


@DBOS.step()
def nothing(_number: int) -> None:
    """Do nothing, durably."""


@DBOS.workflow()
def steps(number: int) -> None:
    """Four steps that do nothing."""
    for _ in range(4):
        nothing(number)


@DBOS.workflow()
def run(number: int) -> None:
    """What the platform asks of DBOS for a run with a mail: to begin, to the mail, the mail, to the end."""
    for _ in range(4):
        nothing(number)


SHAPES = {"steps": steps, "runs": run}


def measured(many: int, shape: str) -> dict[str, float]:
    """Start so many workflows of a shape, and wait for all."""
    workflow = SHAPES[shape]
    DBOS.start_workflow(workflow, 0).get_result()  # connections are made, plans are prepared
    began, worked = time.perf_counter(), time.process_time()
    for handle in [DBOS.start_workflow(workflow, number) for number in range(many)]:
        handle.get_result()
    return {"seconds": time.perf_counter() - began, "worked": time.process_time() - worked}


def main(database: str, many: str, shape: str) -> None:
    """Measure, and print."""
    config: DBOSConfig = {
        "name": "alone",
        "system_database_url": database,
        "log_level": "WARNING",
        "sys_db_pool_size": _POOL,
    }
    DBOS(config=config)
    DBOS.launch()
    print(json.dumps(measured(int(many), shape)))
    DBOS.destroy()


if __name__ == "__main__":
    main(*sys.argv[1:])
