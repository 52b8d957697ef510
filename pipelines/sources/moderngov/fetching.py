"""One run over one site: its committees, their meetings, and the documents of these."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from pipelines.sources.files import paper_name, write_whole
from pipelines.sources.http.faults import (
    Challenge,
    FetchFault,
    Forbidden,
    NotThere,
    SourceStopped,
    Unusable,
)
from pipelines.sources.moderngov.asking import Pages, Site, open_site, printed_by_number
from pipelines.sources.moderngov.documents import Documents, wanted_documents
from pipelines.sources.moderngov.listing import chosen_committees, due_meetings, list_meetings
from pipelines.sources.moderngov.meeting_paper import meeting_paper
from pipelines.sources.moderngov.run import Run
from pipelines.sources.moderngov.site import DocumentLink, ListedMeeting, Meeting
from pipelines.sources.store import FOLDER, StoredMeeting

NOT_PUBLIC = "not public"
EXPECTED = ("", "expected")  # words of a register that nobody has filled in


def fetch_site(run: Run) -> None:
    """Fetch what is due from a site, the newest meetings first.

    Raises:
        SourceStopped: The site refuses, fails or used up its budget; what came before is kept.
    """
    today = datetime.now(UTC).date()
    name = run.source.source_id
    run.progress.start(f"{name}: asking what there is")
    site, all_committees = open_site(run.client, run.progress.note)
    committees = list(chosen_committees(run, all_committees))
    listed: dict[str, ListedMeeting] = {}
    for committee in committees:
        listed |= list_meetings(run, site, committee, today)
    due = due_meetings(run, listed, committees, today)
    run.counts.meetings_listed, run.counts.meetings_due = len(listed), len(due)
    if run.is_dry:
        return
    documents = Documents(run)
    run.progress.start(f"{name}: meetings", len(due))
    for each in due:
        _fetch_meeting(run, site, each, documents)
        run.progress.advance()
    documents.fetch_rest()


def _fetch_meeting(run: Run, site: Site, listed: ListedMeeting, documents: Documents) -> None:
    """Ask for one meeting, keep it, and fetch its documents if it has changed."""
    try:
        meeting = site.meeting(listed)
    except Challenge as error:
        raise SourceStopped("refused", f"The site keeps programs out ({error})") from error
    except FetchFault as error:
        run.failed(f"meeting {listed.meeting_id}", error)
        return
    run.failures_in_a_row = 0
    run.counts.meetings_asked += 1
    known = run.store.meeting(listed.meeting_id)
    now = datetime.now(UTC)
    if not meeting.is_public:
        _hide(run, known or _seen(meeting), now.date())
        return
    paper = meeting_paper(meeting, run.source)
    linked = "".join(sorted(link.key for link in meeting.links or ()))
    answer_hash = sha256(paper + linked.encode()).hexdigest()
    if known and _is_same(run, known, answer_hash):
        run.store.keep_meeting(replace(known, asked_on=now.date()))
        return
    run.counts.meetings_changed += 1
    path = _keep_paper(run, meeting, paper)
    stored = replace(
        _seen(meeting),
        asked_on=now.date(),
        path=path,
        url=meeting.url,
        is_cancelled=meeting.is_cancelled,
        has_agenda=meeting.has_agenda,
        has_minutes=meeting.has_minutes,
        is_register_open=_is_register_open(meeting),
        kinds=run.kinds,
        fetched_at=now,
    )
    printed, is_guess = _printed(run, listed, meeting)
    if printed is None:  # its page is asked again in the next run
        run.store.keep_meeting(stored)
        return
    wanted = wanted_documents(run, meeting, printed, is_guess=is_guess)
    run.store.keep_meeting(replace(stored, answer_hash=answer_hash), wanted)
    documents.fetch_of(stored)


def _hide(run: Run, meeting: StoredMeeting, today: date) -> None:
    """Take away what is kept of a meeting that is not public, and ask for none of its documents."""
    for each in run.store.wanted():
        if each.meeting_id == meeting.meeting_id:
            run.store.settle(each.key)
    if meeting.path is not None:
        (run.raw / meeting.path).unlink(missing_ok=True)
        kept = sum(each.meeting_id == meeting.meeting_id for each in run.store.documents())
        reason = f"of {meeting.meeting_date:%d %B %Y} is no longer public; its register was removed"
        reason += f", and {kept} of its documents are still kept" if kept else ""
        run.remark("source_meeting_hidden", f"meeting {meeting.meeting_id}", reason)
    hidden = replace(
        meeting, answer_hash=NOT_PUBLIC, path=None, url=None, kinds=run.kinds, asked_on=today
    )
    run.store.keep_meeting(hidden)


def _is_same(run: Run, known: StoredMeeting, answer_hash: str) -> bool:
    """Whether a meeting is kept as it is now, with the kinds of documents that are asked for."""
    is_there = known.path is not None and (run.raw / known.path).is_file()
    return known.answer_hash == answer_hash and known.kinds == run.kinds and is_there


def _keep_paper(run: Run, meeting: Meeting, paper: bytes) -> str:
    """Write the kept form of a meeting; if its day has changed, the file of the old day goes."""
    name = paper_name(
        run.source.source_id,
        meeting.meeting_date,
        meeting.committee.committee_id,
        meeting.meeting_id,
        "meeting",
        meeting.meeting_id,
        "xml",
    )
    place = run.raw / name
    write_whole(place, paper, run.raw / FOLDER / f"{run.source.source_id}.unfinished")
    pattern = f"*{place.name[len(meeting.meeting_date.isoformat()) :]}"
    for other in place.parent.glob(pattern):
        if other.name != place.name:
            other.unlink()
    return name


def _printed(
    run: Run, listed: ListedMeeting, meeting: Meeting
) -> tuple[Sequence[DocumentLink] | None, bool]:
    """The printed papers of a meeting, and whether they are only supposed to be there.

    Its page says which there are. Where pages are closed, the answer says what should be out. None
    if the page did not answer this time.
    """
    if meeting.links is not None:
        return meeting.links, False
    if set(run.source.documents) <= {"items"}:
        return (), False
    if not run.are_pages_closed:
        try:
            return Pages(run.client).links(listed), False
        except (Challenge, Forbidden) as error:
            told = f"{error.reason}; printed papers are asked for by their number"
            run.remark("source_item_not_fetched", "pages of meetings", told)
            run.are_pages_closed = True
        except (NotThere, Unusable) as error:
            # Such as on a site that has the pages of its portal instead.
            told = f"{error.reason}; its printed papers are asked for by their number"
            run.remark("source_item_not_fetched", f"page of meeting {listed.meeting_id}", told)
        except FetchFault as error:
            run.failed(f"page of meeting {listed.meeting_id}", error)
            return None, False
    return printed_by_number(meeting, run.source.base_url), True


def _seen(meeting: Meeting) -> StoredMeeting:
    return StoredMeeting(
        meeting.meeting_id,
        meeting.committee.committee_id,
        meeting.committee.title,
        meeting.meeting_date,
    )


def _is_register_open(meeting: Meeting) -> bool:
    words = [each.attendance.casefold() for each in meeting.attendees]
    return not words or any(word in EXPECTED for word in words)
