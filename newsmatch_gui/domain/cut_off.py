"""Where the likely pictures of one query end, told by that query's own scores.

A fixed score cannot say: what counts as near differs between queries and models. Most of a pool has
nothing to do with a query, so its bulk shows how high pictures score by chance, and the pictures
above are judged against that.
"""

import numpy as np
from numpy.typing import NDArray

FALSE_SHARE = 0.1
_NORMAL = 1.4826  # of the median absolute deviation, which makes it a standard deviation


def likely(scores: NDArray[np.floating]) -> int:
    """Return how many of the best pictures stand out from what chance would give.

    The bulk of the scores is taken as normal, with the median as its centre and the median
    absolute deviation as its width, so that the pictures which do fit don't move it (Efron's
    empirical null, 2004). The line is drawn as low as it can be while at most one in ten of those
    above it would be there by chance (Benjamini and Hochberg 1995). Queries that nothing fits
    have none.

    Args:
        scores: Of all candidates of the query, falling, shape (n,).
    """
    from scipy.special import ndtr  # late: a window shows up before anything is ranked

    count = len(scores)
    if count == 0:
        return 0
    centre = float(scores[count // 2])
    width = _NORMAL * float(np.median(np.abs(scores - centre)))
    if width < 1e-9:  # more than half say the same: whatever is above them stands out
        return int(np.count_nonzero(scores > centre + 1e-9))
    # Further down chance alone gives more than a tenth.
    upper = scores[: np.count_nonzero(scores > centre + width)].astype(np.float64)
    by_chance = ndtr((centre - upper) / width) * count
    passing = np.flatnonzero(by_chance <= FALSE_SHARE * np.arange(1, len(upper) + 1))
    return int(passing[-1]) + 1 if len(passing) else 0
