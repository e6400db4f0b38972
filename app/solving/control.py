"""Solve, Stop, Keep thinking and Try more views: from the open document to the solver and back into the recording."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from app.arc.fitting import Fitting, StoppedFit
from app.documents.document import Document
from app.documents.draft import Draft
from app.film.film import PUZZLE
from app.film.intermediate import Intermediate
from app.film.player import Player
from app.solving.arc_fits import ArcFits
from app.solving.branching import UnknownCheckpoint, branch_solve
from app.solving.networks import going_on, own_views, successor
from app.solving.solver import Solver
from app.solving.worker import Outcome, Solve
from app.window.settings import Settings
from app.words.messages import worded
from solver.messages import Message
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.puzzles.hopeless import hopeless
from solver.reasoning.budget import Budget, default_budget
from solver.trace import Anatomy, FitGuess, HandOver, Refinement, Trace, ViewName
from solver.trace.branch import Branch


class SolveControl(QObject):
    """Shows `document` in the player's film, feeds that while a solve runs, and keeps what was recorded.

    A recording is kept in the document as one undoable step.
    """

    changed = Signal()
    """Another thing can be done now, or another thing is to be said."""
    problem = Signal(str, str)
    """One sentence, and details to copy."""
    branched = Signal(object)
    """A branch was recorded beside this `Trace`, from which it leaves."""
    unconfirmed = Signal()
    """A solve was asked for, but cells of the puzzle were hard to read and nobody has confirmed them."""

    def __init__(
        self, document: Document, player: Player, solver: Solver, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._player = player
        self._solver = solver
        self._settings = settings
        self.warnings: tuple[Message, ...] = ()
        """What is odd about the shown puzzle, once that is known."""
        self._what = ""
        self._solve: Solve | None = None
        self._earlier = 0
        self._origin: Trace | None = None
        """What the running branch leaves from."""
        self._live: Trace | None = None
        """What the running solve adds to: the film's recording, until another puzzle or its end takes it away."""
        self._fits = ArcFits()
        document.leaving.connect(self._keep)
        document.contentChanged.connect(self._abandon)
        document.traceChanged.connect(self._show_document)
        solver.started.connect(self._start)
        solver.handedOver.connect(self._hand_over)
        solver.refined.connect(self._refine)
        solver.fitted.connect(self._fit)
        solver.guessed.connect(self._guess)
        solver.finished.connect(self._finish)
        solver.cancelled.connect(self._finish)
        solver.failed.connect(self._fail)
        solver.runningChanged.connect(self.changed)
        self._show_document()

    @property
    def running(self) -> bool:
        """Whether a solve is under way."""
        return self._solver.running

    @property
    def branching(self) -> bool:
        """Whether what runs is a branch."""
        return self.running and self._origin is not None

    @property
    def can_solve(self) -> bool:
        """Whether there is a puzzle to solve."""
        return not self.running and not isinstance(self._document.content, Draft)

    @property
    def can_go_on(self) -> bool:
        """Whether there is a state to continue from, and a reason to."""
        trace = self._document.trace
        if trace is None or trace.state is None or trace.verified is not None:
            return False
        # The state alone does not say what was changed on the way; another branch goes on with all of it.
        return self.can_solve and not trace.branches and not self.hopeless

    @property
    def hopeless(self) -> bool:
        """Whether an exact search has found that no answer to the shown puzzle can be right."""
        return hopeless(self.warnings) is not None

    @property
    def fitting(self) -> Fitting | None:
        """How far the running solve of an ARC task is."""
        return self._fits.fitting

    @property
    def stopped_fit(self) -> StoppedFit | None:
        """The last fit to an ARC task, if it was stopped before it was over."""
        return self._fits.stopped

    @property
    def can_vote_now(self) -> bool:
        """Whether a network is being fitted, or was until it was stopped, so that views could vote with it as it is."""
        content = self._document.content
        if self.running:
            return isinstance(content, ArcPuzzle) and not self._solver.voting_soon and self._fits.can_vote_now
        stopped = self.shown_stopped_fit
        return stopped is not None and not stopped.voted

    @property
    def shown_stopped_fit(self) -> StoppedFit | None:
        """The fit to the shown ARC task, if it was stopped before it was over."""
        return self._fits.stopped_of(self._document.content)

    @property
    def can_branch(self) -> bool:
        """Whether what is shown can be changed and gone on from: the puzzle or a whole refinement of one network."""
        trace, shown = self._document.trace, self._player.film.shown()
        if trace is None or isinstance(shown, Intermediate) or trace.from_random_start or not self.can_solve:
            return False
        # An ARC task has no state before the first refinement of one of its views.
        return not isinstance(trace.puzzle, ArcPuzzle) or shown is not None

    def budget(self, puzzle: Puzzle) -> Budget:
        """What the settings say, or the default for the puzzle."""
        usual = default_budget(puzzle)
        return Budget(self._settings.steps or usual.steps, self._settings.views or usual.views)

    def new_solve(self, puzzle: Puzzle) -> Solve:
        """One as the settings say."""
        settings = self._settings
        folder = settings.checkpoint(puzzle.kind)
        return Solve(
            puzzle,
            self.budget(puzzle),
            settings.device,
            folder,
            successor=successor(puzzle.kind, folder),
            threads=settings.threads,
            seconds=settings.arc_seconds,
        )

    @Slot()
    def solve(self) -> None:
        """Think about the shown puzzle from the start."""
        puzzle = self._document.content
        if isinstance(puzzle, Draft):
            if puzzle.problem is not None:
                self.problem.emit(worded(puzzle.problem.message), "")
        elif self._document.entry.unsure:
            self.unconfirmed.emit()
        elif not self.running:
            self._begin(self.new_solve(puzzle), None, self.tr("Solve"))

    @Slot()
    def fit_again(self) -> None:
        """Answer the shown ARC task again, with a newly fitted network."""
        puzzle = self._document.content
        if isinstance(puzzle, ArcPuzzle) and not self.running:
            self._begin(replace(self.new_solve(puzzle), ignore_cache=True), None, self.tr("Fit again"))

    @Slot()
    def vote_now(self) -> None:
        """Let views vote with what is fitted to the shown ARC task by now."""
        puzzle = self._document.content
        if not self.can_vote_now or not isinstance(puzzle, ArcPuzzle):
            return
        if self.running:
            self._solver.vote_now()
        else:
            solve = self.new_solve(puzzle)
            solve.enough.set()
            self._begin(solve, None, self.tr("Vote"))
        self.changed.emit()

    def branch(self, branch: Branch) -> None:
        """Go on from a refinement of what is shown, with something changed, as a second recording beside it."""
        trace = self._document.trace
        if not self.can_branch or trace is None:
            return
        try:
            solve, start = branch_solve(self.new_solve(trace.puzzle), trace, branch)
        except UnknownCheckpoint as unknown:
            words = self.tr("The checkpoint {name} is not on this computer. Import it in Preferences first.")
            self.problem.emit(words.format(name=unknown), "")
            return
        self._origin = trace
        self._begin(solve, start, self.tr("Branch"))

    @Slot()
    def keep_thinking(self) -> None:
        """Go on from where the last solve ended, for as many steps again."""
        self._go_on(more_views=0, what=self.tr("Keep thinking"))

    @Slot()
    def try_more_views(self) -> None:
        """Go on, and then look at the puzzle in as many new ways again."""
        trace = self._document.trace
        if trace is not None:
            self._go_on(more_views=own_views(trace), what=self.tr("Try more views"))

    @Slot()
    def stop(self) -> None:
        """End the running solve; what it found so far is kept."""
        self._solver.stop()
        self._player.skip()
        self.changed.emit()

    def _go_on(self, more_views: int, what: str) -> None:
        trace = self._document.trace
        if not self.can_go_on or trace is None:
            return
        usual = self.budget(trace.puzzle)
        views = max(usual.views, own_views(trace)) + more_views
        solve = going_on(self.new_solve(trace.puzzle), trace)
        self._begin(replace(solve, budget=Budget(usual.steps, views)), trace, what)

    def _begin(self, solve: Solve, earlier: Trace | None, what: str) -> None:
        self._what, self._solve = what, solve
        self._origin = self._origin if solve.branches else None
        self._fits.begin(solve, self._document.entry.traces)
        if earlier is None:
            self._live = Trace(solve.puzzle, "")
        else:
            self._live = replace(earlier, refinements=list(earlier.refinements), state=None)
        self._earlier = len(self._live)
        steps = 0 if solve.puzzle.kind == ArcPuzzle.kind else solve.budget.steps
        self._document.working_since = time.monotonic()
        self._player.begin(self._live, steps)
        self._solver.solve(solve)

    @Slot(object, str, Anatomy)
    def _start(self, views: tuple[ViewName, ...], checkpoint: str, anatomy: Anatomy) -> None:
        live = self._live
        if live is None:
            return
        if not live.branches:
            live.views = views
        # A fitted network is the one that the recording names already.
        made_by = checkpoint or live.checkpoint
        if live.branches and live.hand_over is not None and live.branches[-1].view >= live.hand_over.view:
            live.hand_over = replace(live.hand_over, checkpoint=made_by, anatomy=anatomy)
        else:
            live.checkpoint, live.anatomy = made_by, anatomy

    @Slot(object, HandOver)
    def _hand_over(self, views: tuple[ViewName, ...], hand_over: HandOver) -> None:
        if self._live is not None:
            self._live.views, self._live.hand_over = views, hand_over

    @Slot(Refinement)
    def _refine(self, refinement: Refinement) -> None:
        if self._live is not None:
            self._document.recording = True
            self._player.append(refinement)

    @Slot(Fitting)
    def _fit(self, fitting: Fitting) -> None:
        for guess in self._fits.hear(fitting, None if self._live is None else self._live.puzzle):
            self._player.film.append_guess(guess)
        self.changed.emit()

    @Slot(int, FitGuess)
    def _guess(self, test: int, guess: FitGuess) -> None:
        if self._live is None or not isinstance(self._live.puzzle, ArcPuzzle):
            return
        self._fits.add(ArcPuzzle(self._live.puzzle.task, test), guess)
        if test == self._live.puzzle.test:
            self._player.film.append_guess(guess)

    @Slot(Outcome)
    def _finish(self, outcome: Outcome) -> None:
        if self._live is None:
            return
        puzzle = self._live.puzzle
        if isinstance(puzzle, ArcPuzzle) and not self._live.branches:
            voted = self._solve is not None and self._solve.enough.is_set()
            self._fits.end(puzzle.task, stopped=outcome.stopped, voted=voted)
            if not outcome.stopped:
                self._record_answers(outcome.traces)
            elif self._live.guesses:
                # Its guesses stay in view, though there is nothing to record.
                self._player.show(self._document.content, self._take_live())
                self._player.film.go_to_guess(len(self._player.film.guesses) - 1)
            else:
                self._take()
                self._show_document()
            self._document.working_since = None
            return
        trace = self._take()
        if trace is not None:
            trace.device, trace.state = outcome.device, outcome.state
            if not trace.branches:
                trace.views = outcome.views
            self._document.record(trace, self._what, self._document.entry.others if trace.branches else ())
            if trace.verified is None and trace.closest is not None and not outcome.stopped:
                self._player.rest_at(trace.closest)
            if self._origin is not None:
                self.branched.emit(self._origin)
        else:
            self._show_document()
        self._document.working_since = None

    def _record_answers(self, traces: tuple[Trace, ...]) -> None:
        """Keep the recordings of all test inputs of an ARC task."""
        self._take()
        for trace in traces:
            self._fits.complete(trace)
        own = next((trace for trace in traces if trace.puzzle == self._document.content), None)
        if traces:
            self._document.record(own, self._what, tuple(trace for trace in traces if trace is not own))
        else:
            self._show_document()
        if own is not None:
            self._play_answer(own)
        else:
            self.problem.emit(self.tr("No view produced a grid for this test input. Allow more time."), "")

    def _play_answer(self, trace: Trace) -> None:
        """Show how the best answer came about: other puzzles' refinements were watched as they came."""
        film, best = self._player.film.refinements, trace.best
        if best in film:
            end = film.index(best)
            first = next(i for i, refinement in enumerate(film) if refinement.view == best.view)
            self._player.play_part(first or PUZZLE, end)

    @Slot(str, str)
    def _fail(self, sentence: str, details: str) -> None:
        trace = self._take()
        if trace is not None:
            self._document.record(trace, self._what)
        else:
            self._show_document()
        self._document.working_since = None
        self.problem.emit(sentence, details)

    @Slot()
    def _keep(self) -> None:
        """As if Stop were pressed before the other puzzle comes, but for the latents, which only the solver holds."""
        trace = self._take()
        self._solver.abandon()
        if trace is not None:
            self._document.record(trace, self._what)
        self._document.working_since = None

    @Slot()
    def _abandon(self) -> None:
        self._take()
        self._document.working_since = None
        self._solver.abandon()

    def _take_live(self) -> Trace | None:
        """What the running solve added to, however little; from now on it is nobody's."""
        trace, self._live = self._live, None
        self._document.recording = False
        return trace

    def _take(self) -> Trace | None:
        """What the running solve has added a refinement to, if any; from now on it is nobody's."""
        trace = self._take_live()
        return trace if trace is not None and len(trace) > self._earlier else None

    @Slot()
    def _show_document(self) -> None:
        if self._live is None:
            self._player.show(self._document.content, self._document.trace)
