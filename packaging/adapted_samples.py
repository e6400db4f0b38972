"""Fits networks to the ARC samples that ship with one, from the bundled base: `make adapted-samples`.

Each is a file in `assets/adapted/`, named after the task and the base's weights: whenever another base is bundled, they
must be fitted again.
"""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Before what is installed: what is fitted must fit this tree's base and code.
sys.path.insert(0, str(ROOT))

from app.documents.samples import FITTED, samples  # noqa: E402
from solver.model.bundled import bundled_adapted_folder  # noqa: E402
from solver.puzzles.arc.task import read_task  # noqa: E402
from solver.reasoning.adapted_cache import AdaptedCache  # noqa: E402
from solver.reasoning.answer_task import answer_task  # noqa: E402

BUDGET = 600.0
"""Seconds, as much as the window ever gives, so that it never has to go on from there; most fits end early."""


def main() -> int:
    target = bundled_adapted_folder()
    with tempfile.TemporaryDirectory() as folder:
        fitted = AdaptedCache(Path(folder))
        for file in samples():
            if file.name not in FITTED:
                continue
            task = read_task(file.read_bytes(), file.stem)
            answered = answer_task(task, BUDGET, cache=fitted)
            adapted = answered.adapted
            right = [found[0].grid == pair.output for found, pair in zip(answered.candidates, task.test, strict=True)]
            print(f"{file.name}: {len(adapted.losses)} steps in {adapted.seconds:.0f} s, first answers right: {right}")
            if not all(right):
                print("Nothing was changed.", file=sys.stderr)
                return 1
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for made in Path(folder).iterdir():
            shutil.copyfile(made, target / made.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
