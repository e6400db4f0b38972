"""What zip archives have in common, whether they hold files or NumPy's arrays."""

from io import BytesIO

from solver.formats.content import Content
from solver.formats.zip_bounds import ZipError, open_zip


def entries_of_zip(content: Content) -> list[str]:
    """The names in an archive's table of contents; none if that is damaged."""
    try:
        with open_zip(BytesIO(content.data)) as archive:
            return archive.namelist()
    except ZipError:
        return []
