"""Downloads the documents of meetings: each once, whole or not at all."""

from collections.abc import Sequence
from datetime import UTC, datetime

from pipelines.privacy.contacts import mask_contacts
from pipelines.runtime.limits import DEFAULT_LIMITS
from pipelines.sources.files import Download, examined, paper_name, unfinished_file
from pipelines.sources.http.client import UNCHANGED
from pipelines.sources.http.faults import Challenge, FetchFault, NotThere
from pipelines.sources.moderngov.run import Run
from pipelines.sources.moderngov.site import DocumentLink, Meeting, What
from pipelines.sources.store import FOLDER, StoredDocument, StoredMeeting, Wanted

KINDS = {
    "minutes": What.MINUTES,
    "pack": What.PACK,
    "items": What.ITEM,
    "agenda": What.AGENDA,
    "decisions": What.DECISIONS,
}


def wanted_documents(
    run: Run, meeting: Meeting, printed: Sequence[DocumentLink], *, is_guess: bool
) -> list[Wanted]:
    """The documents of a meeting that are to be fetched.

    Item papers are fetched if the source asks for them, or if it asks for packs and there is none.
    An item paper is fetched once. Printed papers are asked for whenever the meeting has changed,
    since minutes are replaced in place. A document that is restricted anywhere on the site is never
    asked for, also if it was wanted before.

    Args:
        run: The run.
        meeting: The meeting in full.
        printed: The documents that its page links to, or those that should be there.
        is_guess: Whether nobody said that the printed ones are there.
    """
    kinds = {KINDS[name] for name in run.source.documents}
    if What.PACK in kinds and not any(link.what is What.PACK for link in printed):
        kinds.add(What.ITEM)
    for item in meeting.items:
        for number in item.withheld:
            run.store.withhold(f"s{number}")
    withheld = run.store.withheld()
    links = {link.key: link for item in meeting.items for link in item.attachments}
    links |= {link.key: link for link in printed if link.what is not What.ITEM}
    return [
        Wanted(
            key=link.key,
            meeting_id=meeting.meeting_id,
            what=link.what.value,
            url=link.url,
            title=mask_contacts(link.title),
            published_on=link.published_on,
            is_guess=is_guess and link.what is not What.ITEM,
        )
        for link in links.values()
        if link.what in kinds
        and link.key not in withheld
        and not (link.what is What.ITEM and run.store.latest(link.key))
    ]


class Documents:
    """Fetches what is wanted, and stops asking once the site keeps programs out of documents."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._tried: set[str] = set()
        self._closed: Challenge | None = None

    def fetch_of(self, meeting: StoredMeeting) -> None:
        """Fetch the documents of one meeting that are on the list.

        Raises:
            SourceStopped: The site is in trouble, or the budget is used up.
        """
        for wanted in self._run.store.wanted():
            if wanted.meeting_id == meeting.meeting_id:
                self._fetch(wanted, meeting)

    def fetch_rest(self) -> None:
        """Fetch what earlier runs have left on the list.

        Raises:
            SourceStopped: The site is in trouble, or the budget is used up.
        """
        rest = [each for each in self._run.store.wanted() if each.key not in self._tried]
        if rest:
            name = f"{self._run.source.source_id}: documents that are still to be fetched"
            self._run.progress.start(name, len(rest))
        for wanted in rest:
            meeting = self._run.store.meeting(wanted.meeting_id)
            if meeting:
                self._fetch(wanted, meeting)
            self._run.progress.advance()

    def _fetch(self, wanted: Wanted, meeting: StoredMeeting) -> None:
        self._tried.add(wanted.key)
        run, subject = self._run, _subject(wanted)
        run.store.put_last(wanted)
        if self._closed:
            run.note_failure(subject, Challenge(wanted.url, "was not asked for after a refusal"))
            return
        try:
            self._download(wanted, meeting)
        except Challenge as error:
            self._closed = error
            run.note_failure(subject, error)
        except NotThere as error:
            if wanted.is_guess:
                run.store.settle(wanted.key)
            else:
                run.failed(subject, error)
        except FetchFault as error:
            run.failed(subject, error)
        else:
            run.failures_in_a_row = 0

    def _download(self, wanted: Wanted, meeting: StoredMeeting) -> None:
        run = self._run
        before = run.store.latest(wanted.key)
        etag = before.etag if before and (run.raw / before.path).is_file() else None
        folder = run.raw / FOLDER
        with unfinished_file(folder, run.source.source_id) as (path, file):
            reply = run.client.get(wanted.url, DEFAULT_LIMITS.input_bytes, file, etag)
            if reply.status == UNCHANGED:
                run.counts.documents_unchanged += 1
                run.store.settle(wanted.key)
                return
            download = examined(wanted.url, path, file, has_length=reply.has_length)
            is_known = before and before.sha256 == download.sha256
            if before and is_known and (run.raw / before.path).is_file():
                run.counts.documents_unchanged += 1
                run.store.settle(wanted.key)
                return
            version = before.version_no + (not is_known) if before else 1
            place = self._place(wanted, meeting, download, version)
            run.counts.documents_fetched += 1
            document = StoredDocument(
                key=wanted.key,
                version_no=version,
                meeting_id=wanted.meeting_id,
                what=wanted.what,
                url=wanted.url,
                title=wanted.title,
                path=place,
                sha256=download.sha256,
                byte_size=download.byte_size,
                published_on=wanted.published_on,
                fetched_at=datetime.now(UTC),
                etag=reply.headers.get("etag"),
            )
            run.store.settle(wanted.key, document)

    def _place(
        self, wanted: Wanted, meeting: StoredMeeting, download: Download, version: int
    ) -> str:
        """Put a download where it belongs; the same bytes are one file."""
        run = self._run
        same = run.store.of_content(download.sha256)
        if same and (run.raw / same.path).is_file():
            return same.path
        number = wanted.key.strip("sg").partition("-")[0]
        name = paper_name(
            run.source.source_id,
            meeting.meeting_date,
            meeting.committee_id,
            meeting.meeting_id,
            wanted.what,
            number if version == 1 else f"{number}v{version}",
            download.ending,
        )
        download.move_to(run.raw / name)
        return name


def _subject(wanted: Wanted) -> str:
    """What a person would call a document: by its number, and what it is."""
    number = wanted.key.strip("sg").partition("-")[0]
    if wanted.what == What.ITEM.value:
        return f"document {number} of meeting {wanted.meeting_id}"
    return f"{wanted.what} {number} of meeting {wanted.meeting_id}"
