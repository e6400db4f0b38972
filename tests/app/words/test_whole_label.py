from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.words.plain import WholeLabel

WORDS = "A sentence that is much longer than the label is wide, so that it takes several lines. "


def test_a_window_that_is_too_low_grows_with_the_words(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label = WholeLabel(window)
    QVBoxLayout(window).addWidget(label)
    label.setText("Short.")
    window.resize(200, 40)
    window.show()
    QApplication.processEvents()
    low = window.height()
    for count in (1, 3):
        label.setText(WORDS * count)
        QApplication.processEvents()
        assert label.height() >= label.heightForWidth(label.width())
    assert window.height() > low
    label.setText("Short.")
    QApplication.processEvents()
    assert label.minimumHeight() < 2 * label.fontMetrics().height()
