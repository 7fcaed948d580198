"""One training loop for every depth: AdamW, warm-up and cosine, clipping, and a state to resume.

Everything random is drawn anew from (seed, epoch) or (seed, step), so the sampler needs no state
of its own and a resumed run takes the same steps as one that was never stopped.
"""

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from newsmatch_gui.clip.loss import CorrectionLoss
from newsmatch_gui.clip.processes import Group
from newsmatch_gui.clip.tensors import read_tensors, set_weights, write_tensors
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Lesson, Lessons, TrainOptions, batches

_LARGEST_SCALE = 100.0  # open_clip and CLIP clamp 1 / temperature here


class Student(Protocol):
    """What is trained.

    Attributes:
        device: Where it computes.
        small: Whether its tensors are so small that several cores only wait for each other.
    """

    device: str
    small: bool

    def weights(self) -> dict[str, Any]:
        """Return the trained tensors by name."""

    def prepare(self, articles: Sequence[int], images: Sequence[int]) -> Any:
        """Read and decode what a batch needs; called on another thread."""

    def encode(self, prepared: Any) -> tuple[Any, Any]:
        """Return unit features (text, image) with their gradient."""

    def scale(self) -> Any:
        """Return 1 / temperature, a number or a tensor."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the optimizer.

    Attributes:
        number: Steps taken, those before a resume included.
        epoch: Epoch it belongs to, from 1.
        share: Part of the whole training that is done, 0 to 1.
        loss: Mean loss of its batches.
        pairs: Pairs it learned from.
        epoch_loss: Mean loss of the epoch at its last step, else None.
        note: What a person should know, e.g. that memory ran out; mostly empty.
    """

    number: int
    epoch: int
    share: float
    loss: float
    pairs: int
    epoch_loss: float | None
    note: str


class Trainer:
    """Trains a student on lessons; can be saved after any step and goes on from there."""

    def __init__(
        self, student: Student, lessons: Lessons, options: TrainOptions, group: Group | None = None
    ) -> None:
        """Make a trainer at its first step.

        Raises:
            NewsMatchError: A batch of one, or fewer than two articles with different images.
        """
        import torch

        _check(lessons, options)
        self._student, self._lessons, self._options = student, lessons, options
        self._group = group or Group()
        self._loss = CorrectionLoss(lessons, self._group)
        self._weights = student.weights()
        decayed = [w for w in self._weights.values() if w.dim() > 1]
        plain = [w for w in self._weights.values() if w.dim() < 2]
        self._optimizer = torch.optim.AdamW(
            [{"params": decayed, "weight_decay": options.decay},
             {"params": plain, "weight_decay": 0.0}],
            lr=options.rate,
        )  # fmt: skip
        self._epoch, self._place, self._number = 1, 0, 0
        self._losses: list[float] = []
        self._parts = 1

    @property
    def ended_epoch(self) -> int | None:
        """The epoch that has just ended, 0 before the first step; None in the middle of one."""
        return self._epoch - 1 if self._place == 0 else None

    def run(self) -> Iterator[Step]:
        """Train to the end of the last epoch, one step of the optimizer at a time."""
        import torch

        self._student_to_train()
        cores = torch.get_num_threads()
        if self._student.small:
            torch.set_num_threads(1)
        try:
            while self._epoch <= self._options.epochs:
                yield from self._run_epoch()
        finally:
            torch.set_num_threads(cores)

    def _student_to_train(self) -> None:
        for weight in self._weights.values():
            weight.requires_grad_()

    def _run_epoch(self) -> Iterator[Step]:
        rng = np.random.default_rng([self._options.seed, self._epoch])
        whole = list(batches(self._lessons.fitting, self._options.batch, rng))
        each = self._options.accumulate
        plan = [whole[at : at + each] for at in range(0, len(whole), each)]
        with ThreadPoolExecutor(1, "prepare") as ahead:
            later = None
            for place in range(self._place, len(plan)):
                made = later.result() if later else self._prepared(plan[place])
                # The next batch is decoded while this one is computed.
                more = place + 1 < len(plan)
                later = ahead.submit(self._prepared, plan[place + 1]) if more else None
                done = (self._epoch - 1 + place / len(plan)) / self._options.epochs
                loss, note = self._step(plan[place], made, done)
                self._losses.append(loss)
                self._number += 1
                epoch, ended = self._epoch, not more
                mean = float(np.mean(self._losses)) if ended else None
                share = (epoch - 1 + (place + 1) / len(plan)) / self._options.epochs
                self._place = place + 1
                if ended:
                    self._epoch, self._place, self._losses = epoch + 1, 0, []
                pairs = sum(map(len, plan[place]))
                yield Step(self._number, epoch, share, loss, pairs, mean, note)

    def _prepared(self, group: Sequence[list[Lesson]]) -> tuple[int, list[Any]]:
        parts = self._parts
        return parts, [self._prepare_part(part) for part in self._cut(group, parts)]

    def _prepare_part(self, part: Sequence[Lesson]) -> Any:
        targets = self._loss.targets(part)
        articles = [lesson.article for lesson in targets.own]
        images = [lesson.image for lesson in targets.own] + [image for _, image in targets.hard]
        return targets, self._student.prepare(articles, images)

    def _cut(self, group: Sequence[list[Lesson]], parts: int) -> Iterator[Sequence[Lesson]]:
        for batch in group:
            size = max(2, math.ceil(len(batch) / parts))
            cut = [batch[at : at + size] for at in range(0, len(batch), size)]
            yield from (part for part in cut if len(part) > 1)

    def _step(
        self, group: Sequence[list[Lesson]], ready: tuple[int, list[Any]], share: float
    ) -> tuple[float, str]:
        """Take one step; when memory runs out, take it with batches of half the size."""
        import torch

        note = ""
        while True:
            if ready[0] != self._parts:  # prepared ahead, before memory ran out
                ready = self._prepared(group)
            made = ready[1]
            try:
                return self._take(made, share), note
            except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
                if not _is_out_of_memory(error):
                    raise
                size = max(len(targets.own) for targets, _ in made)
                if size < 4 or self._group.world > 1:
                    raise NewsMatchError(
                        f"there is not enough memory for a batch of {size} pairs; use a smaller "
                        "batch, train less deeply, or on another machine"
                    ) from error
            # Outside the handler, which would keep the failed graph alive.
            self._optimizer.zero_grad(set_to_none=True)
            self._parts *= 2
            if self._student.device == "cuda":
                torch.cuda.empty_cache()
            ready = self._prepared(group)
            size = max(len(targets.own) for targets, _ in ready[1])
            note = f"memory ran out; going on with batches of {size}"

    def _take(self, made: list[Any], share: float) -> float:
        import torch

        self._seed_step()
        for settings in self._optimizer.param_groups:
            settings["lr"] = self._options.rate * _factor(share, self._options.warm_up)
        self._optimizer.zero_grad(set_to_none=True)
        total = 0.0
        for targets, prepared in made:
            with self._autocast():
                text, image = self._student.encode(prepared)
                rows = len(targets.own)
                loss = self._loss(
                    targets, text, image[:rows], image[rows:], self._student.scale()
                ) / len(made)  # fmt: skip
            loss.backward()
            total += float(loss.detach())
        self._share_gradients()
        torch.nn.utils.clip_grad_norm_(list(self._weights.values()), self._options.clip)
        self._optimizer.step()
        self._clamp()
        if not math.isfinite(total):
            raise NewsMatchError("the loss is no number any more; train again with a smaller rate")
        return total

    def _seed_step(self) -> None:
        import torch

        seed = hash((self._options.seed, self._number)) % 2**63
        torch.default_generator.manual_seed(seed)
        if self._student.device == "cuda":
            torch.cuda.manual_seed_all(seed)

    def _autocast(self) -> Any:
        """Return bfloat16 where the device computes faster in it: newer GPUs."""
        import torch

        on_gpu = self._student.device == "cuda" and torch.cuda.is_bf16_supported()
        return torch.autocast(self._student.device, torch.bfloat16, enabled=on_gpu)

    def _share_gradients(self) -> None:
        """Average the gradients over the processes that train together."""
        if self._group.world == 1:
            return
        from torch import distributed

        waiting = []
        for weight in self._weights.values():
            if weight.grad is None:
                weight.grad = weight.new_zeros(weight.shape)
            weight.grad /= self._group.world
            waiting.append(distributed.all_reduce(weight.grad, async_op=True))
        for one in waiting:
            one.wait()

    def _clamp(self) -> None:
        import torch

        scale = self._weights.get("logit_scale")
        if scale is not None:
            with torch.no_grad():
                scale.clamp_(0, math.log(_LARGEST_SCALE))

    # State -------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write weights, optimizer and place atomically, as safetensors.

        Raises:
            NewsMatchError: The disk does not take it.
        """
        tensors = {f"weight.{name}": tensor for name, tensor in self._weights.items()}
        for name, tensor in self._weights.items():
            for key, value in self._optimizer.state.get(tensor, {}).items():
                tensors[f"{key}.{name}"] = value
        about = {"epoch": self._epoch, "place": self._place, "number": self._number,
                 "losses": self._losses, "parts": self._parts}  # fmt: skip
        write_tensors(path, tensors, about)

    def load(self, path: Path) -> None:
        """Go on where ``save`` was called.

        Raises:
            NewsMatchError: The file is damaged or of another training.
        """
        tensors, about = read_tensors(path)
        wanted = {f"weight.{name}": tensor.shape for name, tensor in self._weights.items()}
        if wanted != {n: t.shape for n, t in tensors.items() if n.startswith("weight.")}:
            raise NewsMatchError(f"{path} belongs to another training; start anew")
        if not {"epoch", "place", "number", "losses", "parts"} <= set(about):
            raise NewsMatchError(f"{path} lacks where the training stood; start anew")
        set_weights(self._weights, {n: tensors[f"weight.{n}"] for n in self._weights})
        for name, tensor in self._weights.items():
            state = {
                key: tensors[f"{key}.{name}"].to(tensor.device if key != "step" else "cpu")
                for key in ("step", "exp_avg", "exp_avg_sq")
                if f"{key}.{name}" in tensors
            }
            if state:
                self._optimizer.state[tensor] = state
        self._epoch, self._place = about["epoch"], about["place"]
        self._number, self._losses = about["number"], about["losses"]
        self._parts = about["parts"]


def _check(lessons: Lessons, options: TrainOptions) -> None:
    if options.batch < 2:
        raise NewsMatchError("a batch of one pair teaches nothing; use a batch of 2 or more")
    rng = np.random.default_rng(0)
    if next(batches(lessons.fitting, options.batch, rng), None) is None:
        raise NewsMatchError(
            "there are fewer than two articles with different pictures to learn from; "
            "decide on some more articles first"
        )


def _factor(share: float, warm_up: float) -> float:
    """Return the part of the peak rate at a part of the training: linear up, cosine down."""
    if share < warm_up:
        return max(0.01, share / warm_up)
    return 0.5 * (1 + math.cos(math.pi * (share - warm_up) / max(1e-9, 1 - warm_up)))


def _is_out_of_memory(error: BaseException) -> bool:
    import torch

    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    text = str(error)
    return "can't allocate memory" in text or "out of memory" in text or "not enough memory" in text
