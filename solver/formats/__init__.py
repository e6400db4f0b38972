"""Reading and writing puzzles: one module for each format, found through `solver.formats.registry`. No torch.

To add a format, write one module and add one line to the registry:

1. `solver/formats/my_format.py` ends with `FORMAT = Format(key=…, name=…, kind=…, endings=…, sniff=…, read=…)`.
   - `sniff(content)` says how sure it is that the content is in this format: `NO`, `MAYBE`, `LIKELY` or `CERTAIN`
     (see `solver.formats.format`). It looks at the content only, never at the file's name, and is quick.
   - `read(content)` returns a `ReadPuzzle` for each puzzle, good or bad, or raises `PuzzleError` where the file as
     a whole cannot be read. It takes linear time, and it never guesses.
   - `write(puzzles)` returns bytes that `read` reads back; leave it out if nobody needs the format written.
   - A container (zip, a code fence) has `unwrap(content)` instead of `read`: it returns the contents inside.
2. Add the module's `FORMAT` to `FORMATS` in `solver/formats/registry.py`.
3. Add samples to `tests/solver/formats/samples.py`: the tests then read them, write them, read them again, and check
   that no other format claims them. `make formats-table` renews the README's table.

The window's file dialogs, paste, drag and drop, exports and `python -m solver convert` all read the registry.
"""
