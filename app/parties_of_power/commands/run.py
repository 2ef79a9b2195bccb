"""Runs one headless command: reads its arguments, calls it, and turns a refusal into one sentence."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence

from parties_of_power import __version__
from parties_of_power.commands import COMMANDS
from parties_of_power.commands.definition import Refused
from parties_of_power.domain.dates import DateError
from parties_of_power.study.errors import StudyError
from parties_of_power.texts import _

DONE, REFUSED = 0, 1


def is_command(word: str) -> bool:
    return word in {command.name for command in COMMANDS}


def main(arguments: Sequence[str]) -> int:
    """Exit status of the command that `arguments` ask for: 0 done, 1 refused; argparse ends with 2 on wrong usage."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (StudyError, Refused, DateError) as refusal:
        return refuse(str(refusal))
    except BrokenPipeError:
        return REFUSED
    except OSError as failure:
        return refuse(file_sentence(failure))


def parser() -> ArgumentParser:
    """The parser of every command in COMMANDS."""
    top = ArgumentParser(
        prog="parties-of-power",
        description=_("Compare parties of power across states. Without a command, the window opens."),
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"parties-of-power {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.summary, description=command.summary)
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def refuse(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return REFUSED


def file_sentence(failure: OSError) -> str:
    """What an operating-system error means for the file that was named."""
    if failure.filename is None:
        return _("This did not work: {reason}.").format(reason=failure.strerror or failure)
    return _("{file}: {reason}.").format(file=failure.filename, reason=failure.strerror or failure)
