from app.arc.worded_bar import WordedBar


def test_the_longest_wording_that_fits_is_shown(qtbot):
    bar = WordedBar()
    qtbot.addWidget(bar)
    bar.setValue(40)
    bar.set_wordings("Fitting: 40 %, about 1:15 left", "40 %")
    bar.resize(400, 24)
    bar.show()
    assert bar.text() == "Fitting: 40 %, about 1:15 left"
    bar.resize(60, 24)
    assert bar.text() == "40 %"
    bar.resize(400, 24)
    assert bar.text() == "Fitting: 40 %, about 1:15 left"
