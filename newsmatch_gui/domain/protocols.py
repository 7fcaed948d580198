"""Published figures of the task, to print one's own beside.

The reference system took part in NewsImages at MediaEval 2022. It reads an article in two ways:
T1, the headline and the first sentence of each paragraph, and T2, the headline only. All cells are
copied from its paper as they stand, contradictions included.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from newsmatch_gui.domain.measures import Measures, largest_mrr
from newsmatch_gui.domain.records import Domain

MEDIAEVAL_2022 = "mediaeval-2022"
PROTOCOLS = (MEDIAEVAL_2022,)
_SLACK = 5e-6  # five decimals are printed


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a domain, and the recipe by which its articles are read."""

    domain: Domain
    recipe: str
    title: str


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of a paper.

    Attributes:
        title: What it is called.
        columns: In the paper's order.
        rows: Names of measures as in ``Measures.as_json``, in the paper's order.
        figures: The paper's figures, row by row in each column.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    figures: tuple[tuple[float, ...], ...]

    def cells(self, row: str) -> tuple[float, ...]:
        """Return the paper's figures of one row, in the order of the columns."""
        return tuple(column[self.rows.index(row)] for column in self.figures)

    def impossible(self) -> tuple[str, ...]:
        """Return the columns whose MRR cannot go with their recalls, by ``largest_mrr``."""
        found = []
        for column, figures in zip(self.columns, self.figures, strict=True):
            cells = dict(zip(self.rows, figures, strict=True))
            recall = {
                int(name.partition("@")[2]): value
                for name, value in cells.items()
                if name.startswith("recall@")
            }
            bound = largest_mrr(recall)
            if cells["mrr@100"] > bound + _SLACK:
                found.append(f"{column.title} {cells['mrr@100']:.5f} > {bound:.5f}")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A paper's table with one's own measures by column; None where there is no ground truth."""

    paper: PaperTable
    ours: Mapping[Column, Measures | None]

    def cells(self, row: str) -> tuple[float | None, ...]:
        """Return one's own figures of one row, in the order of the columns."""
        found = [self.ours.get(column) for column in self.paper.columns]
        return tuple(None if m is None else m.as_json()[row] for m in found)


_T1, _T2 = "reference-t1", "reference-t2"
TRAINING = PaperTable(
    "Table 1: training set",
    (
        Column(Domain.RSS, _T1, "RSS T1"),
        Column(Domain.RSS, _T2, "RSS T2"),
        Column(Domain.RT, _T1, "RT T1"),
        Column(Domain.RT, _T2, "RT T2"),
        Column(Domain.TW, _T1, "TW"),
    ),
    ("mrr@100", "recall@1", "recall@5", "recall@10", "recall@50", "recall@100"),
    (
        (0.42614, 0.21435, 0.24765, 0.34847, 0.54136, 0.61249),
        (0.40455, 0.21791, 0.26418, 0.31901, 0.52847, 0.59750),
        (0.35244, 0.23428, 0.28914, 0.35264, 0.46267, 0.52018),
        (0.33571, 0.22984, 0.28047, 0.33985, 0.42071, 0.49720),
        (0.4106, 0.26432, 0.31473, 0.40764, 0.61846, 0.69450),
    ),
)
TEST = PaperTable(
    "Table 2: test set",
    (
        Column(Domain.RSS, _T1, "RSS"),
        Column(Domain.RT, _T1, "RT"),
        Column(Domain.TW, _T1, "TW"),
    ),
    ("match_in_100", "mrr@100", "recall@5", "recall@10", "recall@50", "recall@100"),
    (
        (1266, 0.42353, 0.53067, 0.61133, 0.77800, 0.84400),
        (1120, 0.24780, 0.33667, 0.42733, 0.65533, 0.74667),
        (1315, 0.46522, 0.56733, 0.65800, 0.81933, 0.87667),
    ),
)
TABLES = (TRAINING, TEST)


def contradictions() -> tuple[str, ...]:
    """Return where the paper contradicts itself, one sentence each."""
    said = [
        "The paper's text says that RT is best on the training set; its Table 1 has RT last in MRR "
        "and in recall@50 and recall@100, and TW first in every recall."
    ]
    for table in TABLES:
        if found := table.impossible():
            said.append(
                f"{table.title}: by the task's definitions MRR@100 cannot be above "
                "the sum of (R@k - R@j) / (j + 1) over its recalls, but it is: "
                f"{'; '.join(found)}. So it is not of the same run, or not computed as defined."
            )
    said.append(
        "Table 2 does not name T1 or T2; ours beside it are read as T1. "
        "Tweets are read the same way by both."
    )
    return tuple(said)
