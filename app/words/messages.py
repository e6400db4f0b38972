"""Words a message of the solver in the language of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.words.numbers import formatted
from solver.messages import Message, Template, Value
from solver.trace import NetworkName

CONTEXT = "messages"
"""Under which the translation files list the templates; each one's key is its disambiguation."""


def worded(message: Message | str) -> str:
    """`message` in the window's language; a string, such as a file's name, stays as it is."""
    return message if isinstance(message, str) else message.worded(_translation, formatted)


def network_words(network: NetworkName) -> str:
    """What answered, in the window's language."""
    return network if isinstance(network, str) else worded(network.message)


def _translation(template: Template, values: Mapping[str, Value]) -> str:
    if not template.one:
        return str(QCoreApplication.translate(CONTEXT, template.english, template.key))
    count = values["count"]
    assert isinstance(count, int)
    found = str(QCoreApplication.translate(CONTEXT, template.english, template.key, count))
    return template.wording(values) if found == template.english else found
