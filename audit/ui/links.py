"""What the buttons of the links do: start a reading, take in what it found, read a saved page."""

from __future__ import annotations

from audit.model import Document, Report
from audit.sources.links import from_record, to_record
from audit.ui import resources, state
from audit.ui.failures import kindly
from audit.ui.profiles import Job, Profile, documents_of, handles_of, lines_of, listed

MAX_PAGE = 20_000_000  # bytes of a saved page
MOST_PROFILES = 40  # of a saved report


def start() -> None:
    """Starts reading every good line that was not read yet, or could not be."""
    mine = state.mine()
    read = {profile.address for profile in mine.profiles if profile.result.outcome == "found"}
    lines = [line for line in lines_of(mine.links) if not line.problem and line.address not in read]
    if mine.own and lines and state.job() is None:
        state.set_job(Job(lines, resources.pool(), state.quota()))


def stop() -> None:
    """Asks the reading to end; what was read already is kept."""
    if job := state.job():
        job.stop()


def collect() -> bool:
    """Takes in what a finished reading found; True when there was one."""
    job = state.job()
    if job is None or not job.finished:
        return False
    state.set_job(None)
    mine, new = state.mine(), job.profiles()
    if not new:
        state.tell("ui.failed")
        return True
    addresses = {profile.address for profile in new}
    mine.profiles[:] = [*(profile for profile in mine.profiles if profile.address not in addresses), *new]
    state.changed()
    return True


def read_saved(data: bytes) -> None:
    """Adds what a saved page says (a sentence waits for the next run when nothing was asked of it)."""
    if len(data) > MAX_PAGE:
        state.tell("problem.too_large")
        return
    with kindly():
        result = resources.ask("read_saved_page", data)
        state.mine().profiles.append(Profile(result.platform or "website", result))
        state.changed()


def documents(mine: state.Mine) -> tuple[tuple[Document, ...], ...]:
    """What the links add to the audit, a tuple for each profile."""
    return tuple(documents_of(profile, mine.owner) for profile in mine.profiles)


def handles(mine: state.Mine) -> tuple[tuple[str, str], ...]:
    """Handles that the links name and that were not typed apart; only those of the person."""
    if not mine.own and not mine.profiles:
        return ()
    typed = {(row.platform, row.handle.strip().removeprefix("@").casefold()) for row in mine.handles}
    lines = lines_of(mine.links) if mine.own else []
    return tuple(pair for pair in handles_of(lines, mine.profiles) if (pair[0], pair[1].casefold()) not in typed)


def records(mine: state.Mine) -> tuple[dict[str, object], ...]:
    """What the report keeps of each profile; the ids are those `audit.tasks.documents` gives to the texts of `documents`."""
    kept = []
    for number, (profile, texts) in enumerate(zip(mine.profiles, documents(mine), strict=True), len(mine.files) + 1):
        ids = [f"f{number}.{text.id}" for text in texts]
        kept.append({**to_record(profile.result, profile.address, profile.handle, ids), "platform": profile.platform})
    return tuple(kept)


def restore(report: Report, mine: state.Mine) -> set[str]:
    """Puts the profiles of a saved report back; the ids of the documents that came from them, and that need not be pasted again."""
    by_id = {document.id: document for document in report.documents}
    saved, held = report.extras.get("profiles"), set()
    for record in saved[:MOST_PROFILES] if isinstance(saved, list) else ():
        found = from_record(record, by_id)
        if found:
            result, address, handle = found
            mine.profiles.append(Profile(result.platform, result, address, handle))
            held |= {id_ for id_ in listed(record, "documents") if id_ in by_id}
    mine.links = "\n".join(profile.address for profile in mine.profiles if profile.address)
    named = {(platform, handle.casefold()) for platform, handle in handles_of((), mine.profiles)}
    return held | {one.id for one in report.documents if one.kind == "handle" and (one.platform, one.text.casefold()) in named}
