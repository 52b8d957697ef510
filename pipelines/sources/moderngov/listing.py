"""Which committees of a site are asked for, which meetings they have, and which of them are due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipelines.notation.entities import decoded
from pipelines.sources.due import is_due
from pipelines.sources.http.faults import Challenge, FetchFault, NotThere, SourceStopped, Unusable
from pipelines.sources.moderngov.asking import REACH, Site, WebService, range_of
from pipelines.sources.moderngov.run import Run
from pipelines.sources.moderngov.site import Committee, ListedMeeting
from pipelines.sources.store import StoredMeeting

LISTED_SINCE = "listed_since:"  # and the id of a committee


def chosen_committees(run: Run, listed: Sequence[Committee]) -> Iterator[Committee]:
    """The committees that the source asks for; each that is not there is a problem."""
    if not listed:
        run.failed("committees", Unusable(run.source.base_url, "lists no committee"))
    if not run.source.committees:
        yield from (each for each in listed if not (each.is_deleted or each.is_expired))
    for name in run.source.committees:
        wanted = decoded(name).casefold()
        found = [each for each in listed if wanted in (each.committee_id, each.title.casefold())]
        kept = [each for each in found if not each.is_deleted]
        yield from kept
        if not kept:
            told = "is deleted by the site" if found else "is not among those that the site lists"
            run.note_failure(f"committee {name}", NotThere("", told))


def list_meetings(
    run: Run, site: Site, committee: Committee, today: date
) -> dict[str, ListedMeeting]:
    """The meetings of a committee on the days that are asked for, by id.

    Raises:
        SourceStopped: The site keeps programs out, or is in trouble.
    """
    subject = f"committee {committee.committee_id}"
    name = f"{LISTED_SINCE}{committee.committee_id}"
    before = run.store.facts.get(name)
    first, last = range_of(today, run.since, date.fromisoformat(before) if before else None)
    try:
        answer = site.meetings(committee, first, last)
    except Challenge as error:
        raise SourceStopped("refused", f"The site keeps programs out ({error})") from error
    except FetchFault as error:
        run.failed(subject, error)
        return {}
    run.failures_in_a_row = 0
    inside = {each.meeting_id: each for each in answer if first <= each.meeting_date <= last}
    outside = len(answer) - len(inside)
    if outside and isinstance(site, WebService):
        told = f"{outside} of {len(answer)} meetings were outside of the days that were asked for"
        run.remark("source_ignores_days", subject, told)
    known = {each.meeting_id: each for each in run.store.meetings_of(committee.committee_id)}
    in_range = [each for each in known.values() if first <= each.meeting_date <= last]
    if in_range and not answer:
        run.remark("source_list_empty", subject, f"had {len(in_range)} meetings and now none")
        return {}
    _mark_vanished(run, in_range, {each.meeting_id for each in answer})
    for meeting in inside.values():
        _remember(run, meeting, known.get(meeting.meeting_id))
    run.store.facts[name] = min(first.isoformat(), before or first.isoformat())
    return inside


def due_meetings(
    run: Run, listed: Mapping[str, ListedMeeting], committees: Sequence[Committee], today: date
) -> list[ListedMeeting]:
    """The meetings that are to be asked for in full, the newest first.

    Those that failed in the last run come behind all others, so that they keep back none.
    Meetings of before the look-back are not in the list of this run; they are known from earlier.
    """
    known = {each.meeting_id: each for each in run.store.meetings()}
    older = _older_meetings(run, known.values(), committees, today)
    due = [
        each
        for each in {**older, **listed}.values()
        if (stored := known.get(each.meeting_id)) is None
        or stored.kinds != run.kinds
        or is_due(stored, today)
    ]
    due.sort(key=lambda each: (each.meeting_date, each.meeting_id), reverse=True)
    failed = {each.subject for each in run.store.problems() if each.is_failure}
    return sorted(due, key=lambda each: f"meeting {each.meeting_id}" in failed)


def _mark_vanished(run: Run, known: Iterable[StoredMeeting], listed: set[str]) -> None:
    for each in known:
        if each.meeting_id not in listed:
            if each.is_listed:
                run.store.keep_meeting(replace(each, is_listed=False))
            subject = f"meeting {each.meeting_id}"
            told = f"of {each.meeting_date:%d %B %Y} is no longer listed; what came is kept"
            run.remark("source_meeting_vanished", subject, told)


def _remember(run: Run, listed: ListedMeeting, known: StoredMeeting | None) -> None:
    """Keep that a meeting is listed, so that it counts even if it is never asked for."""
    if known is None:
        stored = StoredMeeting(
            listed.meeting_id,
            listed.committee.committee_id,
            listed.committee.title,
            listed.meeting_date,
        )
        run.store.keep_meeting(stored)
    elif not known.is_listed:
        run.store.keep_meeting(replace(known, is_listed=True))
    # A meeting that was moved has another day in its own answer, too.


def _older_meetings(
    run: Run, known: Iterable[StoredMeeting], committees: Sequence[Committee], today: date
) -> dict[str, ListedMeeting]:
    by_id = {each.committee_id: each for each in committees}
    return {
        each.meeting_id: ListedMeeting(each.meeting_id, by_id[each.committee_id], each.meeting_date)
        for each in known
        if each.committee_id in by_id
        and each.is_listed
        and each.meeting_date < today - REACH
        and (run.since is None or each.meeting_date >= run.since)
    }
