"""What a recording calls its views and the network that made it: plain values, worded when they are shown."""

from dataclasses import asdict, dataclass
from typing import Any

from solver.messages import Message, Template

LONGEST_NAME = 400
"""Letters of a name that is read from a file."""

AS_GIVEN = Template("view.as_given", "as given")
DISGUISED = Template("view.disguised", "disguised puzzle ({changes})")
RELABELLED = Template("view.relabelled", "relabelled")
MIRRORED = Template("view.mirrored", "mirrored")
ROTATED = Template("view.rotated", "rotated by {degrees}°")
NEW_START = Template("view.new_start", "new random start")
PERTURBED = Template("view.perturbed", "slightly perturbed")
TOOK_OVER = Template("view.took_over", "deep network: {view}")
ANSWER = Template("view.answer", "answer {number}: {view}")
LISTED = Template("view.listed", "{parts}")
AS_IT_WAS = Template("view.older", "{text}")
FITTED = Template(
    "trace.fitted", "fitted to the task {task} in {count:,} steps", "fitted to the task {task} in {count:,} step"
)
FITTED_UNNAMED = Template(
    "trace.fitted_unnamed", "fitted to this task in {count:,} steps", "fitted to this task in {count:,} step"
)


@dataclass(frozen=True)
class ViewName:
    """What was done to the puzzle in one view; nothing by default."""

    relabelled: bool = False
    """Digits or colours have other names."""
    mirrored: bool = False
    quarter_turns: int = 0
    new_start: bool = False
    """The latents start from noise of the view's own."""
    perturbed: bool = False
    """The embedded puzzle carries some noise."""
    answer: int = 0
    """Of an ARC vote: which answer this view stands for, counted from 1."""
    took_over: bool = False
    """Whether the deep network made it, after it took over."""
    text: str = ""
    """As an earlier version of Ponder put it, in English; then nothing else is known."""

    @property
    def message(self) -> Message:
        """For a person."""
        view = self._what_was_done()
        if self.took_over:
            return TOOK_OVER(view=view)
        return ANSWER(number=self.answer, view=view) if self.answer else view

    def __str__(self) -> str:
        return str(self.message)

    def _what_was_done(self) -> Message:
        if self.text:
            return AS_IT_WAS(text=self.text)
        disguise = [RELABELLED()] if self.relabelled else []
        disguise += [MIRRORED()] if self.mirrored else []
        disguise += [ROTATED(degrees=90 * self.quarter_turns)] if self.quarter_turns else []
        parts = [DISGUISED(changes=tuple(disguise))] if disguise else []
        parts += [NEW_START()] if self.new_start else []
        parts += [PERTURBED()] if self.perturbed else []
        return LISTED(parts=tuple(parts)) if parts else AS_GIVEN()

    def to_json(self) -> dict[str, Any]:
        """What differs from the puzzle as given."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, data: object) -> "ViewName":
        """Read back `to_json`, or the string of an earlier version; raises `TypeError` or `ValueError`."""
        if not isinstance(data, dict):
            return cls(text=str(data)[:LONGEST_NAME])
        return cls(
            relabelled=bool(data.get("relabelled")),
            mirrored=bool(data.get("mirrored")),
            quarter_turns=int(data.get("quarter_turns", 0)) % 4,
            new_start=bool(data.get("new_start")),
            perturbed=bool(data.get("perturbed")),
            answer=int(data.get("answer", 0)),
            took_over=bool(data.get("took_over")),
            text=str(data.get("text", ""))[:LONGEST_NAME],
        )


@dataclass(frozen=True)
class FittedTo:
    """A network that was fitted to one ARC task."""

    task: str
    """Its id; "" if it has none."""
    steps: int

    @property
    def message(self) -> Message:
        """For a person."""
        if not self.task:
            return FITTED_UNNAMED(count=self.steps)
        return FITTED(task=self.task, count=self.steps)

    def __str__(self) -> str:
        return str(self.message)


NetworkName = str | FittedTo
"""A checkpoint's name and fingerprint, or what was fitted to a task."""


def network_name_to_json(name: NetworkName) -> Any:
    """As plain data."""
    return name if isinstance(name, str) else asdict(name)


def network_name_from_json(data: object) -> NetworkName:
    """Read back `network_name_to_json`; raises `TypeError`, `ValueError` or `KeyError`."""
    if isinstance(data, dict):
        return FittedTo(str(data["task"])[:LONGEST_NAME], int(data["steps"]))
    return str(data)[:LONGEST_NAME]
