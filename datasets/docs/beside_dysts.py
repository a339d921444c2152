"""The public database dysts beside this project: the same systems, on one core, at equal accuracy.

    python -m venv venv && venv/bin/pip install dysts numba
    ./ergodic bench generate --cases speed --json > ours.jsonl
    venv/bin/python datasets/docs/beside_dysts.py ours.jsonl

Both make 12 periods of 100 points. For each system the methods of dysts (solve_ivp's) are tried
from loose to tight tolerances; of those whose error over the first period, against its own solution
at 1e-13 and in deviations of the coordinate, is at most ten times that of this project, the
fastest counts. Times are of the processor. dysts runs as published, through its public interface.
"""

import json
import statistics
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
import dysts.flows as flows  # noqa: E402

SYSTEMS = """Aizawa Arneodo BurkeShaw Chen ChenLee Dadras Duffing Finance GenesioTesi Halvorsen
HyperBao HyperLorenz HyperQi HyperRossler Laser Lorenz Lorenz84 LorenzStenflo NewtonLiepnik
Qi RabinovichFabrikant RikitakeDynamo Rossler Rucklidge ShimizuMorioka SprottB SprottF SprottS
Thomas""".split()
METHODS = ["DOP853", "RK45", "LSODA"]
TOLERANCES = [1e-8, 1e-9, 1e-10, 1e-11, 1e-12]
POINTS, PER_PERIOD = 1200, 100


def ours(path):
    values = {}
    with open(path) as lines:
        for line in lines:
            row = json.loads(line)
            values.setdefault(row["case"], {})[row["bench"]] = row["value"]
    return values


def counted(name):
    """The system with its right-hand sides counted."""
    original = getattr(flows, name)
    calls = [0]

    def call(self, state, t):
        calls[0] += 1
        return original.__call__(self, state, t)

    return type(name, (original,), {"__call__": call})(), calls


def run(system, method, tolerance, points):
    begin = time.process_time()
    solution = system.make_trajectory(
        points,
        # its spacing is n / (n - 1) too wide: with as many points a period as points, a period
        pts_per_period=points if points == PER_PERIOD + 1 else PER_PERIOD,
        postprocess=False,
        method=method,
        rtol=tolerance,
        atol=tolerance,
    )
    return time.process_time() - begin, solution


def beside(name, mine):
    system = getattr(flows, name)()
    deviation = np.std(run(system, "DOP853", 1e-9, POINTS)[1], axis=0)
    reference = run(system, "DOP853", 1e-13, PER_PERIOD + 1)[1]
    best = None
    for method in METHODS:
        for tolerance in TOLERANCES:
            short = run(system, method, tolerance, PER_PERIOD + 1)[1]
            error = np.max(np.abs(short - reference) / deviation)
            if error <= 10 * mine["error"]:
                seconds = min(run(system, method, tolerance, POINTS)[0] for _ in range(2))
                if best is None or seconds < best[0]:
                    best = seconds, method, tolerance, error
                break
    # its default is so slow that a tenth of the points must do
    default = 10 * run(system, "Radau", 1e-12, POINTS // 10)[0]
    if best is None:
        return None
    other, calls = counted(name)
    spent = run(other, best[1], best[2], POINTS)[0]
    return *best, calls[0] / spent, default


def main():
    mine = ours(sys.argv[1])
    names = sys.argv[2:] or SYSTEMS
    print("| system | error, both | dysts: method | s | rhs/s | here: s | rhs/s | ratio | default |")
    print("|---|---|---|---|---|---|---|---|---|")
    ratios, defaults, rates = [], [], []
    for name in names:
        if name not in mine or not hasattr(flows, name):
            continue
        result = beside(name, mine[name])
        if result is None:
            print(f"| {name} | none of its tolerances is as accurate |")
            continue
        seconds, method, tolerance, error, rate, default = result
        own = POINTS / mine[name]["points"]
        ratios.append(seconds / own)
        defaults.append(default / own)
        rates.append(rate)
        print(
            f"| {name} | {mine[name]['error']:.0e}, {error:.0e} | {method} {tolerance:.0e} "
            f"| {seconds:.3f} | {rate:.0f} | {own:.2e} | {mine[name]['right-hand-sides']:.2e} "
            f"| {seconds / own:.0f} | {default / own:.0f} |",
            flush=True,
        )
    print(f"{len(ratios)} systems at equal accuracy: ratio median {statistics.median(ratios):.0f},",
          f"from {min(ratios):.0f} to {max(ratios):.0f};",
          f"its default (Radau, 1e-12): median {statistics.median(defaults):.0f},",
          f"from {min(defaults):.0f} to {max(defaults):.0f};",
          f"its right-hand sides a second: median {statistics.median(rates):.0f}")


if __name__ == "__main__":
    main()
