"""What a kind of answer is: how it is read from what people type, shown, counted and compared."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Literal, Protocol

Referred = Literal["", "choice", "party", "state", "person"]


class Names(Protocol):
    """What the ids in a value are called: the choices of an attribute, the parties, states or persons of a study."""

    def find(self, text: str) -> str | None:
        """The id, as text, of what any of its names, labels or codes is; small and capital letters are the same."""

    def label(self, value_id: str) -> str: ...

    def labels(self) -> Sequence[str]:
        """What a rule may list as possible answers; empty where they are too many."""


class _NoNames:
    def find(self, text: str) -> str | None:
        return None

    def label(self, value_id: str) -> str:
        return value_id

    def labels(self) -> Sequence[str]:
        return ()


NO_NAMES: Names = _NoNames()


class Unreadable(ValueError):
    """A text that its kind cannot read. As text it is the rule, one sentence; `unknown_names` are the names in it
    that nobody bears yet."""

    def __init__(self, rule: str, text: str = "", unknown_names: tuple[str, ...] = ()) -> None:
        super().__init__(rule)
        self.text = text
        self.unknown_names = unknown_names


class Kind(ABC):
    """A value is stored as canonical text, which `read` makes: reading what `show` shows gives the value again."""

    key: ClassVar[str]
    is_numeric: ClassVar[bool] = False
    is_multiple: ClassVar[bool] = False
    refers_to: ClassVar[Referred] = ""

    @property
    @abstractmethod
    def name(self) -> str:
        """What the kind is called in a list of kinds."""

    @property
    @abstractmethod
    def rule(self) -> str:
        """One sentence: what may be typed, with an example."""

    @abstractmethod
    def read(self, text: str, names: Names) -> str:
        """The value that `text` means; Unreadable otherwise."""

    def show(self, value: str, names: Names) -> str:
        """What a cell shows, without a unit."""
        return value

    def number(self, value: str) -> float | None:
        """For columns of numbers, sorting and charts; None where the value is no number."""
        return None

    def differs(self, a: str, b: str) -> bool:
        return a != b

    def only_by_precision(self, a: str, b: str) -> bool:
        """Whether two values differ, and only because one of them is rounded or less exact."""
        return False
