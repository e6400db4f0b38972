"""The window's actions with their words and shortcuts; a new menu entry starts here."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

Standard = QKeySequence.StandardKey
Shortcut = QKeySequence | QKeySequence.StandardKey | str


class Actions(QObject):
    """Made once for a window, which connects and enables them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.new_sudoku = self._add(self.tr("&Sudoku"), Standard.New)
        self.new_maze = self._add(self.tr("&Maze"), "Ctrl+Shift+N")
        self.new_arc = self._add(self.tr("&ARC Task"), "Ctrl+Alt+N")
        self.open = self._add(self.tr("&Open…"), Standard.Open)
        self.browse_arc = self._add(self.tr("&Browse ARC Tasks…"), "Ctrl+Shift+O")
        self.save = self._add(self.tr("&Save"), Standard.Save)
        self.save_as = self._add(self.tr("Save &As…"), "Ctrl+Shift+S")
        self.export_latents = self._add(self.tr("&Latents y and z (NumPy)…"))
        self.print = self._add(self.tr("&Print…"), Standard.Print)
        self.print_all = self._add(self.tr("Print A&ll Open Puzzles…"), "Ctrl+Shift+P")
        self.close_puzzle = self._add(self.tr("Close Pu&zzle"), "Ctrl+W")
        self.quit = self._add(self.tr("&Quit"), Standard.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.undo = self._add(self.tr("&Undo"), Standard.Undo)
        self.redo = self._add(self.tr("&Redo"), Standard.Redo)
        self.copy = self._add(self.tr("&Copy as Text"), Standard.Copy)
        self.paste = self._add(self.tr("&Paste"), Standard.Paste)
        self.clear = self._add(self.tr("C&lear"), "Ctrl+Backspace")
        self.guess = self._add(
            self.tr("Guess Al&ong"),
            "Ctrl+G",
            tip=self.tr("Enter your own digits, path or output beside the puzzle's, and compare them with the model's"),
        )
        self.guess.setCheckable(True)
        self.clear_guess = self._add(self.tr("Clear &Your Guess"), "Ctrl+Shift+G")
        self.preferences = self._add(self.tr("Pre&ferences…"), Standard.Preferences)
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)

        self.solve = self._add(self.tr("&Solve"), "Ctrl+Return", tip=self.tr("Let the model solve this puzzle"))
        self.solve.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter"), QKeySequence("F5")])
        self.stop = self._add(self.tr("S&top"), "Ctrl+.", tip=self.tr("Stop; what was found so far is kept"))
        self.vote_now = self._add(
            self.tr("Stop and V&ote Now"),
            "Ctrl+Shift+.",
            tip=self.tr("End the fit to an ARC task, and let the views vote with what it has learned so far"),
        )
        self.keep_thinking = self._add(
            self.tr("&Keep Thinking"),
            "Ctrl+K",
            tip=self.tr(
                "Run the same number of refinements again. In a Sudoku, the model's memory is cleared after every 16"
            ),
        )
        self.more_views = self._add(
            self.tr("Try More &Views"),
            "Ctrl+Shift+K",
            tip=self.tr(
                "Run the same number of refinements again, then try as many new views: the same puzzle in disguise"
            ),
        )

        self.branch = self._add(
            self.tr("&Branch From Here…"),
            "Ctrl+Shift+B",
            tip=self.tr("Change something at the refinement shown, and let the model go on from there"),
        )
        self.why = self._add(
            self.tr("&Why This Value?"), "F7", tip=self.tr("Show what the selected cell's value depends on")
        )
        self.why.setCheckable(True)

        self.try_starts = self._add(
            self.tr("Try 16 Sta&rts"),
            "Ctrl+Shift+T",
            tip=self.tr("Start the puzzle from other random states, and compare how they end"),
        )
        self.solve_many = self._add(self.tr("Solve Man&y…"), "Ctrl+Shift+Return")

        self.play = self._add(self.tr("&Play or Pause"), "Space")
        self.step_back = self._add(self.tr("Step &Back"), "Alt+Left")
        self.step_forward = self._add(self.tr("Step &Forward"), "Alt+Right")
        self.go_first = self._add(self.tr("To the Pu&zzle"), "Alt+Home")
        self.skip = self._add(
            self.tr("S&kip to the Answer"), "Esc", tip=self.tr("Show at once what was computed, without the film")
        )
        self.skip.setShortcuts([QKeySequence("Esc"), QKeySequence("End")])
        self.go_last = self._add(self.tr("To the &Newest Refinement"), "Alt+End")
        self.inner_cycles = self._add(
            self.tr("Show &Inner Cycles"),
            "Ctrl+T",
            tip=self.tr("Also step through the drafts: the answers after each cycle within a refinement"),
        )
        self.inner_cycles.setCheckable(True)
        self.compare_systems = self._add(
            self.tr("&TRM and HRM"),
            "Ctrl+Shift+Y",
            tip=self.tr("Solve this puzzle with one network of each system, and show both"),
        )
        self.compare_file = self._add(self.tr("Compare With a Fi&le…"), "Ctrl+Shift+C")
        # Space must go on pressing a focused button, so it plays only while the board has the keyboard.
        self.play.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

        self.pencil_marks = self._add(
            self.tr("Pencil &Marks"), "Ctrl+M", tip=self.tr("Show the other digits that the model considers")
        )
        self.pencil_marks.setCheckable(True)
        self.overlay_z = self._add(
            self.tr("Movement of the &Working Memory"), "F6", tip=self.tr("Show in each cell how far z moved")
        )
        self.overlay_y = self._add(
            self.tr("Movement of the &Answer"), "Shift+F6", tip=self.tr("Show in each cell how far y moved")
        )
        for overlay in (self.overlay_z, self.overlay_y):
            overlay.setCheckable(True)
        self.arc_digits = self._add(self.tr("&Digits in ARC Cells"))
        self.arc_digits.setCheckable(True)
        self.arc_safe = self._add(self.tr("ARC Colours That Are Colour-Blind &Safe"))
        self.arc_safe.setCheckable(True)
        self.zoom_in = self._add(self.tr("Zoom &In"), Standard.ZoomIn)
        self.zoom_out = self._add(self.tr("Zoom &Out"), Standard.ZoomOut)
        self.zoom_fit = self._add(self.tr("&Fit"), "Ctrl+0")

        self.tour = self._add(self.tr("One-Minute &Tour"))
        self.what = self._add(self.tr("&What Am I Seeing?"), "F1")
        self.shortcuts = self._add(self.tr("&Keyboard Shortcuts"), "Ctrl+?")
        self.about = self._add(self.tr("&About Ponder and Its Models"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add(self, text: str, shortcut: Shortcut | None = None, *, tip: str = "") -> QAction:
        action = QAction(text, self)
        if isinstance(shortcut, QKeySequence.StandardKey):
            action.setShortcuts(shortcut)
        elif shortcut is not None:
            action.setShortcut(shortcut)
        if tip:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({keys})")
        return action
