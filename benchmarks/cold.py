"""How long a build from nothing takes: python -m benchmarks.cold [--runs 5] [--root FOLDER].

Each run is a process of its own that imports, builds into an empty folder and ends. Printed are medians: the
whole build with one process and with one a processor, their ratio, and each room's share with one process.
Machines differ and are shared: compare ratios, and runs of one day on one machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import click

HERE = Path(__file__).resolve().parents[1]


@click.command()
@click.option("--runs", type=click.IntRange(1), default=5, show_default=True, help="How often each is measured.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HERE,
    help="The publication to build [default: the first edition].",
)
def main(runs: int, root: Path) -> None:
    """Measure, and print a table."""
    processors = os.cpu_count() or 1
    alone = [run(root, 1) for _ in range(runs)]
    shared = [run(root, processors) for _ in range(runs)]
    made = alone[0]
    print(f"{made['figures']} figures → {made['pages']} pages, {made['files']} files, {made['bytes'] / 1e6:.1f} MB")
    print(f"median of {runs} runs; load before: {os.getloadavg()[0]:.1f} on {processors} processors")
    for jobs, measured in ((1, alone), (processors, shared)):
        wall, processor = (middle(measured, "whole", index) for index in (0, 1))
        print(f"processes: {jobs:<3} {wall:6.2f} s wall  {processor:6.2f} s processor  {memory(measured)}")
    print(f"ratio          {middle(alone, 'whole', 0) / middle(shared, 'whole', 0):6.2f}")
    print("\nroom        processor seconds, share (one process)")
    for room in made["rooms"]:
        spent = median(measured["rooms"][room][1] for measured in alone)
        print(f"{room:<10} {spent:6.2f} s  {spent / middle(alone, 'whole', 1):5.0%}")


def run(root: Path, jobs: int) -> dict[str, Any]:
    """One build in a process of its own, as `benchmarks.one_build` measures it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.one_build", str(root), f"{folder}/site", str(jobs)]
        done = subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True, encoding="utf-8")
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def middle(measured: list[dict[str, Any]], name: str, index: int) -> float:
    """The median of one number of several measurements."""
    return median(one[name][index] for one in measured)


def memory(measured: list[dict[str, Any]]) -> str:
    """Peak memory: of the process itself, and of the largest helper where there is one."""
    own, helper = (middle(measured, "memory", index) / 2**20 for index in (0, 1))
    return f"{own:.0f} MiB" + (f" + {helper:.0f} MiB" if helper else "")


if __name__ == "__main__":
    main()
