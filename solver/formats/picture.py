"""Pictures of any common format as an array of pixels, on white where they are transparent."""

import warnings
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from solver.messages import Template
from solver.puzzles.base import PuzzleError

LARGEST = 4000
"""Pixels on a side."""
ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff")
_READ = ("PNG", "BMP", "JPEG", "GIF", "WEBP", "TIFF")

TOO_LARGE = Template("picture.too_large", "This picture is too large. At most {largest}×{largest} pixels are read.")
UNKNOWN = Template("picture.unknown", "This picture is damaged, or of a type that Ponder doesn't read. Save it as PNG.")
DAMAGED = Template("picture.damaged", "This picture is damaged and cannot be read.")


def is_picture(data: bytes) -> bool:
    """Whether `data` begins with the signature of a format that is read."""
    return (
        data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"))
        or (data[:2] == b"BM" and data[6:10] == b"\0\0\0\0")
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
    )


@dataclass(frozen=True, eq=False)
class Picture:
    """A decoded picture."""

    pixels: npt.NDArray[np.uint8]
    """[height, width, 3], read-only; of an animation the first frame, turned upright as its camera says."""
    format: str
    """“PNG”, “JPEG” …"""


def decode_picture(data: bytes) -> Picture | None:
    """The picture in `data`; None if it has no picture's signature. Raises `PuzzleError` if damaged or too large."""
    if not is_picture(data):
        return None
    try:
        with warnings.catch_warnings():
            # Pillow warns of odd metadata, which changes no pixel; sizes are checked below, before any is decoded.
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_READ) as image:
                if max(image.size) > LARGEST:
                    raise PuzzleError(TOO_LARGE(largest=LARGEST))
                return Picture(_pixels(image), image.format or "picture")
    except UnidentifiedImageError as error:
        raise PuzzleError(UNKNOWN()) from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PuzzleError(TOO_LARGE(largest=LARGEST)) from error
    except PuzzleError:
        raise
    except Exception as error:  # Pillow's decoders raise nearly anything for damaged bytes.
        raise PuzzleError(DAMAGED()) from error


def _pixels(image: Image.Image) -> npt.NDArray[np.uint8]:
    if image.mode.startswith("I"):
        flat = np.asarray(image).astype(np.int64)
        image = Image.fromarray((flat >> 8 if flat.max(initial=0) > 255 else flat).clip(0, 255).astype(np.uint8))
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        upright = _on_paper(upright.convert("RGBA"))
    pixels = np.array(upright.convert("RGB"))
    pixels.setflags(write=False)
    return pixels


def _on_paper(image: Image.Image) -> Image.Image:
    """A picture on a white ground where it is transparent; on black if what it shows is itself nearly white."""
    shown = image.convert("LA").histogram(image.getchannel("A").point(lambda alpha: 255 * (alpha > 127)))[:256]
    ground = 0 if 0 < sum(shown) < image.width * image.height and sum(shown[200:]) > 0.9 * sum(shown) else 255
    return Image.alpha_composite(Image.new("RGBA", image.size, (ground, ground, ground, 255)), image)
