"""What an edit changed: the one message that the study sends after each edit, undo and redo."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Operation = Literal["insert", "update", "delete"]
ChangeKind = Literal["edit", "undo", "redo", "reload"]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row. `fields` are those that changed, for a new or removed row those that hold something. `subject_id` and
    `attribute_id` name the cell of an observation or of its citation, or the subject of a name and the like."""

    table: str
    operation: Operation
    id: int
    fields: frozenset[str] = frozenset()
    subject_id: int | None = None
    attribute_id: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """`reload` means that anything may have changed; its `rows` are empty."""

    label: str
    number: int
    kind: ChangeKind
    rows: tuple[RowChange, ...] = ()


Listener = Callable[[Changes], None]
