"""The contrastive loss of corrections: open_clip's, and what it lacks for editors' decisions.

open_clip's ``ClipLoss`` (Radford et al. 2021) takes everything off the diagonal for a negative.
Editors accept several images for one article, grade them and reject others outright, so here other
fitting images are left out of the sum, pairs carry weights, and rejected images are further
columns of their own article. Without any of these it is open_clip's loss itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newsmatch_gui.clip.processes import Group
from newsmatch_gui.domain.learning import Lesson, Lessons

_HARD_EACH = 4  # rejected images of one article in a batch; more would only cost time


@dataclass(frozen=True, slots=True)
class Targets:
    """What a batch teaches, for the rows of this process.

    Attributes:
        lessons: The whole batch, in the order of the gathered features.
        start: First row of this process.
        stop: Row after its last.
        hard: (row of this process, image) of rejected images.
    """

    lessons: tuple[Lesson, ...]
    start: int
    stop: int
    hard: tuple[tuple[int, int], ...]

    @property
    def own(self) -> tuple[Lesson, ...]:
        """The lessons of this process."""
        return self.lessons[self.start : self.stop]


class CorrectionLoss:
    """Symmetric cross entropy over a batch of corrections."""

    def __init__(self, lessons: Lessons, group: Group) -> None:
        """Make the loss.

        Args:
            lessons: All lessons, to know what else fits or was rejected.
            group: Processes whose features are gathered.
        """
        import open_clip

        self._fits = {(lesson.article, lesson.image) for lesson in lessons.fitting}
        self._rejected: dict[int, list[int]] = {}
        for article, image in lessons.rejected:
            self._rejected.setdefault(article, []).append(image)
        self._group = group
        self._plain = open_clip.ClipLoss(
            local_loss=True, gather_with_grad=True, rank=group.rank, world_size=group.world
        )

    def targets(self, batch: Sequence[Lesson]) -> Targets:
        """Share a batch out among the processes: each takes every ``world``-th lesson."""
        world, rank = self._group.world, self._group.rank
        whole = batch[: len(batch) - len(batch) % world]
        order = [lesson for r in range(world) for lesson in whole[r::world]]
        each = len(order) // world
        own = order[rank * each : (rank + 1) * each]
        hard = [
            (row, image)
            for row, lesson in enumerate(own)
            for image in self._rejected.get(lesson.article, ())[:_HARD_EACH]
        ]
        return Targets(tuple(order), rank * each, (rank + 1) * each, tuple(hard))

    def __call__(self, targets: Targets, text: Any, image: Any, hard: Any, scale: Any) -> Any:
        """Return the loss.

        Args:
            targets: What the batch teaches.
            text: Unit article features of this process, shape (rows, dim).
            image: Unit image features of this process, shape (rows, dim).
            hard: Unit features of its rejected images, shape (len(targets.hard), dim).
            scale: 1 / temperature, a number or a trained tensor.
        """
        lessons = targets.lessons
        also = [
            [(t.article, i.image) in self._fits and t is not i for i in lessons] for t in lessons
        ]
        weighted = len({lesson.weight for lesson in lessons}) > 1
        if not (weighted or targets.hard or any(map(any, also))):
            return self._plain(image, text, scale)
        return self._full(targets, text, image, hard, scale, also)

    def _full(
        self, targets: Targets, text: Any, image: Any, hard: Any, scale: Any,
        also: list[list[bool]],
    ) -> Any:  # fmt: skip
        import torch
        from torch.nn.functional import cross_entropy

        all_image, all_text = self._gathered(image, text)
        device = text.device
        mask = torch.tensor(also, device=device)
        own = slice(targets.start, targets.stop)
        nothing = float("-inf")
        by_text = (scale * text @ all_image.T).masked_fill(mask[own], nothing)
        by_image = (scale * image @ all_text.T).masked_fill(mask.T[own], nothing)
        labels = torch.arange(targets.start, targets.stop, device=device)
        extra = torch.full((len(text), len(targets.hard)), nothing, device=device)
        if targets.hard:
            rows = torch.tensor([row for row, _ in targets.hard], device=device)
            scores = scale * (text[rows] * hard).sum(dim=1)
            columns = torch.arange(len(targets.hard), device=device)
            extra = extra.to(scores.dtype).index_put((rows, columns), scores)
        losses = cross_entropy(torch.cat([by_text, extra], dim=1), labels, reduction="none")
        losses = (losses + cross_entropy(by_image, labels, reduction="none")) / 2
        weights = torch.tensor([lesson.weight for lesson in targets.own], device=device)
        total = sum(lesson.weight for lesson in targets.lessons)
        # Averaged over the processes afterwards, as gradients are.
        return self._group.world * (losses * weights).sum() / total

    def _gathered(self, image: Any, text: Any) -> tuple[Any, Any]:
        if self._group.world == 1:
            return image, text
        from open_clip.loss import gather_features

        return gather_features(
            image, text, local_loss=True, gather_with_grad=True, rank=self._group.rank,
            world_size=self._group.world,
        )  # fmt: skip
