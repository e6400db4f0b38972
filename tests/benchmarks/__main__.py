"""`make bench`: how fast the window and the networks are, here and now; prints figures, asserts none."""

import argparse

from tests.benchmarks import asking, batch, fitting, networks, playback, reading, verified, window

GROUPS = {
    "window": window.run,
    "playback": playback.run,
    "asking": asking.run,
    "batch": batch.run,
    "reading": reading.run,
    "networks": networks.run,
    "fitting": fitting.run,
    "verified": verified.run,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("groups", nargs="*", choices=[[], *GROUPS], help="which to run (default: all)")
    for group in parser.parse_args().groups or GROUPS:
        for name, figure in GROUPS[group]():
            print(f"{name:64} {figure}", flush=True)


if __name__ == "__main__":
    main()
