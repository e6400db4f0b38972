"""What a clipboard or a drag holds is taken apart without reading it."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from app.documents.incoming import content_of, incoming, nothing_readable

PNG = b"\x89PNG\r\n\x1a\n and so on"
DATA_URL = "data:image/png;base64," + base64.b64encode(PNG).decode()


def mime(*, text=None, html=None, urls=(), picture=None, image=None):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if picture is not None:
        data.setData("image/png", QByteArray(picture))
    if image is not None:
        data.setImageData(image)
    return data


def test_files_come_before_all_else():
    found = incoming(mime(text="file:///tmp/a.png", urls=["file:///tmp/a.png", "https://example.org/b.png"]))
    assert found.files == (Path("/tmp/a.png"),)
    assert not found.parts


def test_text_comes_before_the_picture_that_a_spreadsheet_adds():
    assert incoming(mime(text="1\t2\n3\t4", picture=PNG)).parts == ("1\t2\n3\t4", PNG)


def test_a_browser_s_picture_comes_before_its_description():
    html = '<img src="https://example.org/a.png" alt="A Sudoku">'
    found = incoming(mime(text="A Sudoku", html=html, picture=PNG))
    assert found.parts == (PNG, "A Sudoku")
    assert incoming(mime(text="https://example.org/a.png", html=html, picture=PNG)).parts == (PNG,)


@pytest.mark.parametrize(
    "data",
    [
        lambda: mime(text=DATA_URL),
        lambda: mime(html=f'<p>See <img alt="x" src="{DATA_URL}"></p>'),
        lambda: mime(urls=[DATA_URL]),
    ],
    ids=["text", "html", "url"],
)
def test_a_picture_may_be_written_out_in_a_link_or_a_page(data):
    assert PNG in incoming(data()).parts


def test_a_broken_data_link_is_no_picture():
    assert not [part for part in incoming(mime(html='<img src="data:image/png;base64,AAA*">')).parts if part == b""]


def test_a_picture_without_a_file_is_encoded_where_it_is_read():
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    (part,) = incoming(mime(image=image)).parts
    picture = content_of(part, "Pasted").picture
    assert picture.pixels.shape == (2, 3, 3)
    assert picture.pixels[0, 0].tolist() == [255, 0, 0]


def test_a_link_alone_is_told_apart_from_nothing():
    link = incoming(mime(text="https://example.org/a.png", urls=["https://example.org/a.png"]))
    assert not link.parts
    assert "offline" in str(nothing_readable(link))
    assert "network" not in str(nothing_readable(incoming(QMimeData())))
    assert not incoming(QMimeData())
