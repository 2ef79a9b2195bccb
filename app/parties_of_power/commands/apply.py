"""`apply`: carries out a stream of commands on one study, and acknowledges each when it is on disk."""

import shlex
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, TextIO

from parties_of_power.commands import set_value
from parties_of_power.commands.arguments import add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.domain.dates import DateError
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _


class _LineParser(ArgumentParser):
    """Reads one line; what is wrong with it is a refusal of that line, not the end of the program."""

    def error(self, message: str) -> NoReturn:
        raise Refused(message)


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default="-", help=_("lines of set, undo, redo; - reads them as typed")
    )


def _run(options: Namespace) -> int:
    study = opened(options)
    try:
        with _stream(options.file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip() and not line.lstrip().startswith("#"):
                    _carry_out(study, options.study, number, line)
    finally:
        study.close()
    return 0


def _carry_out(study: Study, path: str, number: int, line: str) -> None:
    try:
        words = shlex.split(line)
        if words[1:2] == [path]:
            del words[1]
        _do(study, words)
    except (StudyError, Refused, DateError, ValueError) as refusal:
        raise Refused(
            _("Line {number}: {reason} The lines before it are done; nothing after it was read.").format(
                number=number, reason=refusal
            )
        ) from refusal
    print(f"ok {study.edit_number}", flush=True)


def _do(study: Study, words: list[str]) -> None:
    verb, *rest = words
    if verb == "set":
        set_value.record(study, _set_parser().parse_args(rest))
    elif verb in ("undo", "redo") and not rest:
        done = study.undo() if verb == "undo" else study.redo()
        if done is None:
            raise Refused(_("There is nothing to undo.") if verb == "undo" else _("There is nothing to redo."))
    else:
        raise Refused(_("“{verb}” is no line that can be applied; there are set, undo and redo.").format(verb=verb))


def _set_parser() -> ArgumentParser:
    parser = _LineParser(prog="set", add_help=False)
    set_value.add_value(parser)
    return parser


@contextmanager
def _stream(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield sys.stdin
    else:
        with Path(name).open(encoding="utf-8") as lines:
            yield lines


COMMAND = Command("apply", _("carry out lines of set, undo and redo, acknowledging each"), _arguments, _run)
