from app.words.elided import ElidedLabel


def test_words_end_in_an_ellipsis_where_there_is_too_little_room(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("Start the same puzzle from other random states")
    label.resize(600, 20)
    label.show()
    assert label.shown == label.text()
    label.resize(120, 20)
    assert label.shown.endswith("…")
    assert label.text().startswith(label.shown[:-1])
    assert label.fontMetrics().horizontalAdvance(label.shown) <= 120
