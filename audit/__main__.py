"""`python -m audit`: the same audit without a browser. Exit 0: the work was done; 2: wrong arguments or unreadable input."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

# One sentence at a time is too little work to share out: threads would only fight for the cores. Before numpy is imported.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent


class UsageError(Exception):
    """Wrong arguments or unreadable input, in one clear line that never holds the person's words."""


def parser() -> argparse.ArgumentParser:
    """All the commands and their arguments."""
    top = argparse.ArgumentParser(
        prog="python -m audit", description="Reflet: a digital-identity self-audit that runs on this machine alone."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    batch = commands.add_parser("batch", help="audit JSON lines")
    batch.add_argument("source", metavar="IN.jsonl", help="- for standard input")
    batch.add_argument("--out", default="-", metavar="OUT.jsonl", help="- for standard output")
    batch.add_argument("--progress", action="store_true", help="show a progress bar on standard error")
    batch.set_defaults(run=run_batch)

    read = commands.add_parser("read", help="what a source brings, before any check")
    read.add_argument("source", nargs="+", help="a file, or an https link")
    read.add_argument("--me", default="", metavar="NAME", help="which writer of a chat is the person")
    read.add_argument("--url", default="", help="the address that a saved page came from")
    read.add_argument("--status", type=int, default=200, help="the HTTP status that came with it")
    read.add_argument("--offline", action="store_true", help="refuse links")
    read.add_argument("--with-others", action="store_true", help="bring other people's words too")
    read.set_defaults(run=run_read)

    whole = commands.add_parser("run", help="a whole audit")
    whole.add_argument("--text", action="append", default=[], metavar="FILE", help="- for standard input; repeatable")
    whole.add_argument("--kind", default="post", help="kind of the texts: post, bio, caption, comment, message, cv")
    whole.add_argument("--email", default="")
    whole.add_argument("--first-name", default="")
    whole.add_argument("--last-name", default="")
    whole.add_argument("--handle", action="append", default=[], metavar="PLATFORM:HANDLE", help="repeatable")
    whole.add_argument("--link", action="append", default=[], metavar="URL", help="repeatable")
    whole.add_argument("--file", action="append", default=[], metavar="FILE", help="repeatable")
    whole.add_argument("--cv", action="append", default=[], metavar="FILE", help="a CV: TXT, PDF or DOCX; repeatable")
    whole.add_argument("--profile", action="append", default=[], metavar="PLATFORM:FILE", help="the text of a profile; repeatable")
    whole.add_argument("--town", default="")
    whole.add_argument("--training", default="", help="diploma or school, as the person says it")
    whole.add_argument("--search", default="", help="what is looked for: apprenticeship, placement, job, first_job, summer_job, training")
    whole.add_argument("--domain", default="", help="in which trade or field")
    whole.add_argument("--lang", choices=("fr", "en"), default="fr")
    whole.add_argument("--quotes", action="store_true", help="print the person's own words beside each finding")
    for kind in ("json", "html", "pdf", "docx", "xlsx", "csv"):
        whole.add_argument(f"--{kind}", metavar="OUT")
    whole.set_defaults(run=run_whole)

    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument("id", nargs="?", default="")
    rules.set_defaults(run=run_rules)
    trial = commands.add_parser("try", help="try a rule on a text")
    trial.add_argument("rule")
    trial.add_argument("text")
    trial.set_defaults(run=run_try)
    check = commands.add_parser("check-rules", help="check every rule and its examples")
    check.add_argument("id", nargs="?", default="")
    check.set_defaults(run=run_check)
    app = commands.add_parser("app", help="start the page")
    app.set_defaults(run=run_app)
    return top


def run_batch(args: argparse.Namespace) -> int:
    from audit.cli.batch import answer_lines, read_lines
    from audit.cli.progress import counted

    source = _open_in(args.source)
    engine = _engine()
    lines = counted(read_lines(source), source, args.progress)
    with _open_out(args.out) as out:
        for answer in answer_lines(lines, engine):
            out.write(answer.encode("utf-8") + b"\n")
    return 0


def run_read(args: argparse.Namespace) -> int:
    from audit.cli.read import SourceError, read_sources

    try:
        for line in read_sources(
            args.source, me=args.me, url=args.url, status=args.status, offline=args.offline, with_others=args.with_others
        ):
            print(line)
    except SourceError as error:
        raise UsageError(str(error)) from None
    return 0


def run_whole(args: argparse.Namespace) -> int:
    from audit.cli.whole import OutputError, audit_arguments

    try:
        printed = audit_arguments(args, _engine())
    except OutputError as error:
        raise UsageError(str(error)) from None
    if printed:
        print(printed)
    return 0


def run_rules(args: argparse.Namespace) -> int:
    from audit.cli.rules import show_rules

    shown = list(show_rules(_engine(), args.id))
    if not shown:
        raise UsageError("no rule has this id; `python -m audit rules` lists them all")
    print("\n\n".join(shown))
    return 0


def run_try(args: argparse.Namespace) -> int:
    from audit.cli.rules import try_rules

    engine = _engine()
    if not engine.rulebook.find(args.rule):
        raise UsageError("no rule has this id; `python -m audit rules` lists them all")
    print("\n".join(try_rules(engine, args.rule, args.text)) or "nothing found")
    return 0


def run_check(args: argparse.Namespace) -> int:
    from audit.cli.rules import faults

    engine = _engine()
    found = faults(engine, args.id)
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"{len(engine.rulebook.rules)} rules, {len(engine.rulebook.cues)} cue lists, {len(found)} faults")
    return 2 if found else 0


def run_app(args: argparse.Namespace) -> int:
    from streamlit.web import cli

    sys.argv = ["streamlit", "run", str(ROOT / "app.py")]
    return cli.main() or 0


def _engine():
    from audit.pipeline import prepare
    from audit.rulebook import RuleError

    try:
        return prepare()
    except (RuleError, ValueError) as error:
        raise UsageError(str(error)) from None


def _open_in(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise UsageError(f"cannot read the input file ({type(error).__name__})") from None


def _open_out(path: str) -> IO[bytes]:
    if path == "-":
        return open(sys.stdout.fileno(), "wb", closefd=False)
    try:
        return Path(path).open("wb")
    except OSError as error:
        raise UsageError(f"cannot write the output file ({type(error).__name__})") from None


def main(argv: list[str] | None = None) -> int:
    """Runs one command; every failure is one line on standard error, and never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    args = parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = args.run
    try:
        return command(args)
    except UsageError as error:
        print(f"python -m audit {args.command}: {error}", file=sys.stderr)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
    except Exception as error:  # the last boundary: a message could repeat the person's words, so only the class is named
        print(f"python -m audit {args.command}: unexpected {type(error).__name__}; please report it", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
