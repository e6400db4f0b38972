"""Messages: filled, listed and nested in English; compared, pickled, and refused when a place has no value."""

import pickle

import pytest

from solver.messages import LONGEST_QUOTE, ExplainedError, Message, Template, quoted

CELLS = Template("test.cells", "{count} cells of {file} are blank", "{count} cell of {file} is blank")
SENTENCE = Template("test.sentence", "Look: {what}; {choices:or}; {names:and}; {numbers}; {share:.1%}.")


def sentence(what: Message) -> Message:
    return SENTENCE(what=what, choices=("a", "b", "c"), names=("x", "y"), numbers=(1, 2), share=0.125)


def test_a_message_is_worded_in_english():
    assert str(sentence(CELLS(count=2, file="f"))) == "Look: 2 cells of f are blank; a, b or c; x and y; 1, 2; 12.5%."
    assert str(CELLS(count=1, file="f")) == "1 cell of f is blank"


def test_another_wording_reaches_what_is_nested_and_listed():
    german = {
        "test.cells": "{count} leere Zellen in {file}",
        "test.sentence": "Da: {what}, {choices:or}, {names:and}, {numbers}, {share:.0%}",
        "list.and": "{first} und {last}",
        "list.or": "{first} oder {last}",
    }
    worded = sentence(CELLS(count=2, file="f")).worded(lambda template, values: german[template.key])
    assert worded == "Da: 2 leere Zellen in f, a, b oder c, x und y, 1, 2, 12%"


def test_values_from_a_file_are_data():
    assert str(CELLS(count=2, file="{count}\n\x1b[0m")) == "2 cells of {count}  [0m are blank"
    assert len(quoted("x" * 1000)) == LONGEST_QUOTE


@pytest.mark.parametrize("values", [{"count": 1}, {"file": "f"}, {"count": 1, "file": "f", "more": 2}])
def test_the_values_are_those_of_the_places(values):
    with pytest.raises(ValueError, match="has the places"):
        CELLS(**values)


def test_a_key_belongs_to_one_template():
    assert Template("test.cells", CELLS.english, CELLS.one) == CELLS
    with pytest.raises(ValueError, match="Two templates"):
        Template("test.cells", "Something else")


def test_messages_are_values():
    message = sentence(CELLS(count=2, file="f"))
    assert message == sentence(CELLS(count=2, file="f")) != sentence(CELLS(count=1, file="f"))
    error = pickle.loads(pickle.dumps(ExplainedError(message)))
    assert error.message == message
    assert str(error) == str(message)
    assert len({message, error.message}) == 1
