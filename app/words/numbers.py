"""Numbers as the window's language writes them; what is exported as data keeps the decimal point."""

from PySide6.QtCore import QLocale


def formatted(value: float, specification: str = "") -> str:
    """`value` in Python's format `specification`, with the language's own decimal and thousands separators."""
    return localised(format(value, specification))


def localised(written: str) -> str:
    """A number that is `written` as Python writes it: “1,234.5” becomes “1.234,5” in German."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return written
    return written.translate({ord(","): locale.groupSeparator(), ord("."): locale.decimalPoint()})


def number(value: float, decimals: int = 0) -> str:
    """“46,321.0”, with so many decimals."""
    return formatted(value, f",.{decimals}f")


def significant(value: float, digits: int) -> str:
    """“0.271” or “2.76e-05”: as many digits as say something."""
    return formatted(value, f".{digits}g")


def duration(seconds: float) -> str:
    """“40 s”, “5 min” or “2 h 10 min”."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
