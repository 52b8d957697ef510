"""Lists of a web page, and the automatic numbers of their items."""

from pipelines.readers.html.asides import Attributes

LETTERS = 26  # items that single letters can number


class OpenLists:
    """The open lists at a place of a page.

    The items of a numbered list have the numbers that a browser shows; items of a nested
    list have none, because these would look like numbers of the outer list.
    """

    def __init__(self) -> None:
        """Begin outside any list."""
        self._next: list[int | None] = []
        self._is_lettered = False

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start tag of a list."""
        first = attributes.get("start", "1")
        is_outer = tag == "ol" and not self._next
        self._next.append(int(first) if is_outer and first.isdecimal() else None)
        if is_outer:
            self._is_lettered = attributes.get("type", "1") in ("a", "A")

    def end(self) -> None:
        """Take the end tag of a list."""
        if self._next:
            self._next.pop()

    def item(self, attributes: Attributes) -> str:
        """The number before the next item of the innermost list, such as `4.`; else nothing."""
        number = self._next[-1] if self._next else None
        if number is None:
            return ""
        own = attributes.get("value", "")
        number = int(own) if own.isdecimal() else number
        self._next[-1] = number + 1
        is_letter = self._is_lettered and 0 < number <= LETTERS
        return f"({chr(ord('a') + number - 1)})" if is_letter else f"{number}."
