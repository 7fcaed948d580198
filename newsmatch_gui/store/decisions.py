"""The append-only decision log: deciding, undo and redo, and the current state.

Nothing is ever updated or deleted. Undo and redo are rows that point at the decision they take
back or bring back, so both work without limit, across articles and after a restart, and merging
two people's work is a union of rows.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from newsmatch_gui.domain.errors import DamagedCollectionError
from newsmatch_gui.domain.records import Decision, Shown, Verdict
from newsmatch_gui.store.appending import next_id, now, writing

_FIELDS = (
    "id, article_id, image_id, verdict, annotator, decided_at, model, recipe, rank, score, "
    "reason, note, fit, batch"
)
# What the annotator undid and has not decided over: an undo older than the annotator's last
# decision was overwritten by that decision.
_UNDONE = (
    f"SELECT {_FIELDS} FROM decision AS d WHERE action = 'decide' AND annotator = :who "
    "AND (SELECT action FROM decision e WHERE e.target = d.id ORDER BY e.id DESC LIMIT 1)"
    " = 'undo' AND (SELECT max(e.id) FROM decision e WHERE e.target = d.id) > "
    "(SELECT max(id) FROM decision WHERE action = 'decide' AND annotator = :who)"
)
_DONE = f"SELECT {_FIELDS} FROM effective_decision WHERE annotator = :who"


class DecisionLog:
    """Writes commit at once, with an fsync: a key press is durable when the call returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def decide(
        self,
        article_id: str,
        image_id: str | None,
        verdict: Verdict,
        *,
        annotator: str,
        shown: Shown | None = None,
        reason: str = "",
        note: str = "",
        fit: int = 0,
    ) -> Decision:
        """Append a decision.

        Args:
            article_id: The article decided on.
            image_id: The image, None exactly for ``Verdict.NONE_FITS`` and its withdrawal.
            verdict: What is said.
            annotator: Who says it.
            shown: What was on the screen.
            reason: Reason code.
            note: Free text.
            fit: Grade from 1 to 5, 0 for none.

        Raises:
            ValueError: Image and verdict don't go together.
        """
        draft = Decision(
            "", article_id, image_id, verdict, annotator, "", shown or Shown(), reason, note, fit
        )
        return self.decide_at_once([draft])[0]

    def decide_at_once(self, drafts: Iterable[Decision]) -> tuple[Decision, ...]:
        """Append decisions, all of them or none; ids, time and batch are filled in here.

        Raises:
            ValueError: Image and verdict of one don't go together.
        """
        made: list[Decision] = []
        drafts = tuple(drafts)
        with writing(self._db):
            decided_at = now()
            for draft in drafts:
                _check(draft)
                name = next_id(self._db, "decision")
                batch = "" if len(drafts) == 1 else (made[0].id if made else name)
                made.append(replace(draft, id=name, decided_at=decided_at, batch=batch))
                self._append("decide", None, made[-1])
        return tuple(made)

    def merge(self, decision: Decision) -> bool:
        """Add a decision made elsewhere; False when the log has it already.

        Does not commit: use ``Collection.batch``.
        """
        known = self._db.execute("SELECT 1 FROM decision WHERE id = ?", (decision.id,)).fetchone()
        if known is None:
            self._append("decide", None, decision)
        return known is None

    def undo(self, annotator: str, *, whole: bool = False) -> tuple[Decision, ...]:
        """Take back the annotator's latest decision; return it, or nothing when there is none.

        Of decisions made at once, those about the same article are one step.

        Args:
            annotator: Whose.
            whole: Take back everything that was decided at once with it.
        """
        return self._reverse("undo", annotator, whole, f"{_DONE} ORDER BY id DESC")

    def redo(self, annotator: str, *, whole: bool = False) -> tuple[Decision, ...]:
        """Bring back what was last undone; nothing when nothing is, or a decision came since.

        Args:
            annotator: Whose.
            whole: Bring back everything undone that was decided at once with it.
        """
        # Undone rows form a stack whose top is the earliest decision.
        return self._reverse("redo", annotator, whole, f"{_UNDONE} ORDER BY id")

    def current(self, article_id: str) -> tuple[Decision, ...]:
        """Return the decisions that hold for one article, oldest first."""
        rows = self._db.execute(
            f"SELECT {_FIELDS} FROM current_decision WHERE article_id = ? ORDER BY id",
            (article_id,),
        )
        return tuple(_decision(row) for row in rows)

    def all_current(self) -> tuple[Decision, ...]:
        """Return the decisions that hold, over all articles, oldest first."""
        rows = self._db.execute(f"SELECT {_FIELDS} FROM current_decision ORDER BY id")
        return tuple(_decision(row) for row in rows)

    def states(self) -> dict[str, Verdict]:
        """Return the state of each decided article: chosen, acceptable only, or none fits.

        An article with nothing but rejections is still open, so it is not in the mapping.
        """
        states: dict[str, Verdict] = {}
        rows = self._db.execute(
            "SELECT article_id, verdict FROM current_decision WHERE verdict <> 'rejected'"
        )
        for article_id, verdict in rows:
            if states.get(article_id) is not Verdict.CHOSEN:
                states[article_id] = _verdict(verdict)
        return states

    def state(self, article_id: str) -> Verdict | None:
        """Return the state of one article as ``states`` does, None while open."""
        verdicts = {decision.verdict for decision in self.current(article_id)}
        for verdict in (Verdict.CHOSEN, Verdict.NONE_FITS, Verdict.ACCEPTABLE):
            if verdict in verdicts:
                return verdict
        return None

    def choices(self, article_id: str) -> int:
        """Return how many pictures were ever chosen for an article, undone or not."""
        return self._db.execute(
            "SELECT count(DISTINCT image_id) FROM decision "
            "WHERE article_id = ? AND verdict = 'chosen'",
            (article_id,),
        ).fetchone()[0]

    def count(self) -> int:
        """Return the number of log rows, undo and redo included."""
        return self._db.execute("SELECT count(*) FROM decision").fetchone()[0]

    def standing(self, batch: str) -> int:
        """Return how many decisions of a batch were not taken back."""
        return self._db.execute(
            "SELECT count(*) FROM effective_decision WHERE batch = ?", (batch,)
        ).fetchone()[0]

    def _reverse(
        self, action: str, annotator: str, whole: bool, candidates: str
    ) -> tuple[Decision, ...]:
        with writing(self._db):
            targets = self._step(annotator, whole, candidates)
            for target in targets:
                event = Decision(
                    next_id(self._db, "decision"), target.article_id, target.image_id,
                    target.verdict, annotator, now(),
                )  # fmt: skip
                self._append(action, target.id, event)
        return targets

    def _step(self, annotator: str, whole: bool, candidates: str) -> tuple[Decision, ...]:
        """Return the first of the candidates and those that go with it."""
        who = {"who": annotator}
        row = self._db.execute(f"{candidates} LIMIT 1", who).fetchone()
        first = None if row is None else _decision(row)
        if first is None or not first.batch:
            return () if first is None else (first,)
        rows = self._db.execute(
            f"SELECT * FROM ({candidates}) WHERE batch = :batch AND (:whole OR article_id = :one)",
            who | {"batch": first.batch, "whole": whole, "one": first.article_id},
        )
        return tuple(_decision(row) for row in rows.fetchall())

    def _append(self, action: str, target: str | None, d: Decision) -> None:
        self._db.execute(
            "INSERT INTO decision (id, action, target, article_id, image_id, verdict, reason, "
            "note, annotator, decided_at, model, recipe, rank, score, fit, batch) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                d.id, action, target, d.article_id, d.image_id, d.verdict.value, d.reason, d.note,
                d.annotator, d.decided_at, d.shown.model, d.shown.recipe, d.shown.rank,
                d.shown.score, d.fit, d.batch,
            ),
        )  # fmt: skip


def _decision(row: tuple) -> Decision:
    shown = Shown(model=row[6], recipe=row[7], rank=row[8], score=row[9])
    return Decision(row[0], row[1], row[2], _verdict(row[3]), row[4], row[5], shown, *row[10:])


def _verdict(written: str) -> Verdict:
    try:
        return Verdict(written)
    except ValueError:
        raise DamagedCollectionError(
            f"the collection holds a verdict that nobody gives ({written!r}); restore it from a "
            "backup"
        ) from None


def _check(draft: Decision) -> None:
    needs_image = draft.verdict in (Verdict.CHOSEN, Verdict.ACCEPTABLE, Verdict.REJECTED)
    unfit = needs_image and draft.image_id is None
    if unfit or (draft.verdict is Verdict.NONE_FITS and draft.image_id is not None):
        raise ValueError(f"a decision {draft.verdict} cannot be about the image {draft.image_id!r}")
