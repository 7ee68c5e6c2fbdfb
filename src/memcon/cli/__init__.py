"""The command line: one file a command, each a thin shell over a plain function. Data on stdout, all else on stderr.

A command is imported only when it is called, so that `memcon --version` stays instant. Exit codes: 0 done, 1 failure,
2 usage, 3 some inputs failed.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from memcon.errors import MemconError
from memcon.version import __version__

# Reading begins with a million small values that stay; looking for garbage among them every 700 takes a tenth of the start.
RARELY = (50_000, 20, 20)
# Command → one line for `memcon --help`. The module is memcon.cli.<command>; its click object is named `command`.
COMMANDS = {
    "add": "Read documents and add what they say to the ledger.",
    "agreement": "Say how far reviewers agree, with each other and with memcon.",
    "backup": "Copy the ledger into a new file, and prove the copy.",
    "channels": "Show at which levels two parties talk, and which have gone silent.",
    "cite": "Cite a fact: footnote, BibTeX, CSL-JSON.",
    "combine": "Take in another ledger, with its decisions.",
    "decide": "Confirm, correct, reject or note an item; list and export decisions.",
    "demo": "Read the bundled reports and print their record.",
    "dossier": "Brief on two parties before a meeting, as known on a day.",
    "dump": "Print the ledger in one order, or one hash of it.",
    "export": "Write the ledger or records in the format of another program.",
    "forget": "Remove a document and all that only it says.",
    "join": "Make several items one, for good.",
    "knowledge": "Look at, import, add to and mend the knowledge of who held which office when.",
    "lexicon": "Check and show the words that memcon reads by.",
    "list": "List engagements, statements, commitments, events, documents or people.",
    "mcp": "Serve the ledger to an assistant, read-only, over the Model Context Protocol.",
    "new": "Tell what is new on what you watch.",
    "positions": "Show what a party said on an issue over time.",
    "promises": "List what two parties promised each other, and what became of it.",
    "read": "Read reports and print their record.",
    "readouts": "Lay the texts of one engagement side by side.",
    "reread": "Read all documents anew: what changes, then the change.",
    "run": "Read an archive into a folder of records, on one machine or many.",
    "schema": "Print the JSON Schema of a record.",
    "search": "Search the text of all documents in the ledger.",
    "serve": "Open the ledger as a page in your browser.",
    "show": "Show one item or document of the ledger.",
    "split": "Take reports out of an item, for good.",
    "timeline": "List the engagements of a pair or a person, past and ahead.",
    "trajectory": "Show cooperation and conflict between two parties over time.",
    "undo": "Take a decision back.",
    "verify": "Check every quotation and claim of a draft against its sources.",
    "watch": "Watch pairs, people, issues and feeds.",
    "who": "Say who held an office on a day.",
    "why": "Say which rule, cue and knowledge decided a fact.",
}


class LazyGroup(click.Group):
    """A group whose commands are modules, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"memcon.cli.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="memcon")
def command() -> None:
    """memcon reads reports of diplomacy and keeps the record of it, each field with its words.

    \b
    Example:
      memcon read report.txt --published 2023-06-19
    """


def main() -> None:
    """Entry point: a MemconError ends in its message and exit code 1, never in a traceback."""
    gc.set_threshold(*RARELY)
    try:
        command(prog_name="memcon")
    except MemconError as error:
        click.echo(f"memcon: {error}", err=True)
        sys.exit(1)
