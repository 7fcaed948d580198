"""The append-only decision log: deciding, undo and redo, and the current state.

Nothing is ever updated or deleted. Undo and redo are rows that point at the decision they take
back or bring back, so both work without limit, across articles and after a restart, and merging
two people's work is a union of rows.
"""

import sqlite3
from collections.abc import Callable

from newsmatch_gui.domain.records import Decision, Shown, Verdict
from newsmatch_gui.store.appending import next_id, now, writing

_FIELDS = (
    "id, article_id, image_id, verdict, annotator, decided_at, model, recipe, rank, score, "
    "reason, note"
)


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

        Raises:
            ValueError: Image and verdict don't go together.
        """
        needs_image = verdict in (Verdict.CHOSEN, Verdict.ACCEPTABLE, Verdict.REJECTED)
        unfit = needs_image and image_id is None
        if unfit or (verdict is Verdict.NONE_FITS and image_id is not None):
            raise ValueError(f"a decision {verdict} cannot be about the image {image_id!r}")
        with writing(self._db):
            decision = Decision(
                next_id(self._db, "decision"), article_id, image_id, verdict, annotator, now(),
                shown or Shown(), reason, note,
            )  # fmt: skip
            self._append("decide", None, decision)
        return decision

    def merge(self, decision: Decision) -> bool:
        """Add a decision made elsewhere; False when the log has it already.

        Does not commit: use ``Collection.batch``.
        """
        known = self._db.execute("SELECT 1 FROM decision WHERE id = ?", (decision.id,)).fetchone()
        if known is None:
            self._append("decide", None, decision)
        return known is None

    def undo(self, annotator: str) -> Decision | None:
        """Take back the annotator's latest decision; return it, or None when there is none."""
        return self._reverse("undo", annotator, self._undoable)

    def redo(self, annotator: str) -> Decision | None:
        """Bring back what was last undone; None when nothing is, or a decision came since."""
        return self._reverse("redo", annotator, self._redoable)

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
                states[article_id] = Verdict(verdict)
        return states

    def state(self, article_id: str) -> Verdict | None:
        """Return the state of one article as ``states`` does, None while open."""
        verdicts = {decision.verdict for decision in self.current(article_id)}
        for verdict in (Verdict.CHOSEN, Verdict.NONE_FITS, Verdict.ACCEPTABLE):
            if verdict in verdicts:
                return verdict
        return None

    def count(self) -> int:
        """Return the number of log rows, undo and redo included."""
        return self._db.execute("SELECT count(*) FROM decision").fetchone()[0]

    def _reverse(
        self, action: str, annotator: str, find: Callable[[str], tuple | None]
    ) -> Decision | None:
        with writing(self._db):
            row = find(annotator)
            if row is None:
                return None
            target = _decision(row)
            event = Decision(
                next_id(self._db, "decision"), target.article_id, target.image_id, target.verdict,
                annotator, now(),
            )  # fmt: skip
            self._append(action, target.id, event)
        return target

    def _undoable(self, annotator: str) -> tuple | None:
        return self._db.execute(
            f"SELECT {_FIELDS} FROM effective_decision WHERE annotator = ? "
            "ORDER BY id DESC LIMIT 1",
            (annotator,),
        ).fetchone()

    def _redoable(self, annotator: str) -> tuple | None:
        # Undone rows form a stack whose top is the earliest decision; one whose undo is
        # older than the annotator's last decision was overwritten by that decision.
        return self._db.execute(
            f"SELECT {_FIELDS} FROM decision AS d WHERE action = 'decide' AND annotator = :who "
            "AND (SELECT action FROM decision e WHERE e.target = d.id ORDER BY e.id DESC LIMIT 1)"
            " = 'undo' AND (SELECT max(e.id) FROM decision e WHERE e.target = d.id) > "
            "(SELECT max(id) FROM decision WHERE action = 'decide' AND annotator = :who) "
            "ORDER BY id LIMIT 1",
            {"who": annotator},
        ).fetchone()

    def _append(self, action: str, target: str | None, d: Decision) -> None:
        self._db.execute(
            "INSERT INTO decision (id, action, target, article_id, image_id, verdict, reason, "
            "note, annotator, decided_at, model, recipe, rank, score) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                d.id, action, target, d.article_id, d.image_id, d.verdict.value, d.reason, d.note,
                d.annotator, d.decided_at, d.shown.model, d.shown.recipe, d.shown.rank,
                d.shown.score,
            ),
        )  # fmt: skip


def _decision(row: tuple) -> Decision:
    shown = Shown(model=row[6], recipe=row[7], rank=row[8], score=row[9])
    return Decision(row[0], row[1], row[2], Verdict(row[3]), row[4], row[5], shown, *row[10:])
