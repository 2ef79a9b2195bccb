"""What a command of the command line is: a name, its arguments, and what it does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`run` answers the exit status: 0 done, 1 refused. It may raise `Refused`, a StudyError or an OSError instead."""

    name: str
    summary: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


class Refused(Exception):
    """What was asked cannot be done; its text is the sentence that the user reads."""
