"""Which words of a text made its score with a picture: integrated gradients, or leaving one out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import get_ident
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.explanation import Method, Word, bare_word, word_spans
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors

STEPS = 8  # from a text without words to this one; 32 find the same weights
_TEXTS = 16  # between two chances to cancel


@dataclass(frozen=True, slots=True)
class WordWeights:
    """What the words of a text did to its cosine with a picture.

    Attributes:
        words: In the order of the text; each with its share of the cosine.
        score: The cosine.
        blank: The cosine of as many words that mean nothing.
    """

    words: tuple[Word, ...]
    score: float
    blank: float


def word_weights(
    model: ClipModel, text: str, image: Vectors, method: Method = Method.AUTO
) -> Work[WordWeights]:
    """Weigh the words of a text.

    Args:
        model: The loaded model.
        text: What is read; words beyond the token budget weigh nothing.
        image: The picture's unit vector, shape (dim,).
        method: ``occlusion`` leaves each word out in turn (after Zeiler and Fergus 2014); all
            others integrate gradients along the way from unknown words to these (Sundararajan,
            Taly and Yan 2017). Plain gradient times input is worse than chance here, as the
            manual tells.
    """
    if method is Method.OCCLUSION:
        return (yield from _left_out(model, text, image))
    return (yield from _gradient(model, text, image))


def _left_out(model: ClipModel, text: str, image: Vectors) -> Work[WordWeights]:
    spans = word_spans(text)
    texts = [text, "", *((text[:start] + text[end:]).strip() for start, end in spans)]
    scores: list[float] = []
    for at in range(0, len(texts), _TEXTS):
        yield Progress(at, len(texts), "explaining the words")
        scores += (model.encode_texts(texts[at : at + _TEXTS]) @ image).tolist()
    score, blank, *without = scores
    words = (
        bare_word(text, start, end, score - rest)
        for (start, end), rest in zip(spans, without, strict=True)
    )
    return WordWeights(tuple(words), score, blank)


def _gradient(model: ClipModel, text: str, image: Vectors) -> Work[WordWeights]:
    import torch

    tower = _TextTower(model)
    tokens, owner = tower.tokens(text)
    wanted = torch.as_tensor(image, device=model.device)
    with torch.no_grad():
        end = tower.embedding(tokens)
        start = torch.where(torch.as_tensor(owner >= 0, device=model.device)[None, :, None],
                            tower.blank(tokens), end)  # fmt: skip
        score, blank = (float(tower.score(tokens, each, wanted)) for each in (end, start))
    total = torch.zeros_like(end)
    for step in range(STEPS):
        yield Progress(step, STEPS, "explaining the words")
        with torch.enable_grad():
            given = torch.lerp(start, end, (step + 0.5) / STEPS).requires_grad_(True)
            (slope,) = torch.autograd.grad(tower.score(tokens, given, wanted), given)
        total += slope
    share = ((end - start) * total / STEPS)[0].sum(-1).float().cpu().numpy()
    words = (
        bare_word(text, *span, float(share[owner == number].sum()))
        for number, span in enumerate(word_spans(text))
    )
    return WordWeights(tuple(words), score, blank)


class _TextTower:
    """A text tower that can be given word embeddings in place of those of its tokens."""

    def __init__(self, model: ClipModel) -> None:
        self._model = model
        text = getattr(model._network, "text", model._network)
        transformer = getattr(text, "transformer", None)
        self._inner = getattr(model._tokenizer, "tokenizer", None)
        # Hugging Face towers make their mask of the padding, so that it can be left out.
        self._padding = getattr(getattr(transformer, "config", None), "pad_token_id", None)
        if hasattr(transformer, "get_input_embeddings"):
            self.embedding = transformer.get_input_embeddings()
        else:
            self.embedding = text.token_embedding

    def tokens(self, text: str) -> tuple[Any, NDArray[np.int64]]:
        """Return a text's tokens (1, n), and the number of the word that each belongs to.

        Marks at both ends and padding belong to no word, which is -1. Tokens never reach across a
        blank, so those of a word are what the text has more up to its end than before it.
        """
        found, empty = self._model.tokens([text, ""])
        whole, marks = self._model.count(text), self._model.count("")
        ahead = int((found == empty).int().cumprod(0)[:marks].sum())
        owner = np.full(len(found), -1)
        before = ahead
        for number, (_, end) in enumerate(word_spans(text)):
            after = ahead + self._model.count(text[:end]) - marks
            owner[before:after] = number
            before = max(before, after)
        # Where a text is cut at the budget, the marks at its end stay.
        owner[min(whole, len(found)) - (marks - ahead) :] = -1
        found = found[None]
        if self._padding is not None:
            used = found[0] != self._padding
            found, owner = found[:, used], owner[used.numpy()]
        return found.to(self._model.device), owner

    def blank(self, tokens: Any) -> Any:
        """Return embeddings (1, n, width) of words that mean nothing: unknown ones, or none."""
        import torch

        unknown = getattr(self._inner, "unk_token_id", None)
        if unknown is None:
            return torch.zeros_like(self.embedding(tokens))
        return self.embedding(torch.full_like(tokens, unknown))

    def score(self, tokens: Any, embedded: Any, image: Any) -> Any:
        """Return the cosine of embedded tokens (1, n, width) with a picture."""
        with _instead(self.embedding, embedded):
            return self._model._network.encode_text(tokens, normalize=True)[0] @ image


@contextmanager
def _instead(module: Any, output: Any) -> Iterator[None]:
    """Let a module return this to the calling thread; others may use the model meanwhile."""
    here = get_ident()
    hook = module.register_forward_hook(
        lambda _module, _given, made: output if get_ident() == here else made
    )
    try:
        yield
    finally:
        hook.remove()
