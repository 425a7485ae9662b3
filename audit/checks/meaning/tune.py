"""Training of the word head together with the encoder's own layers above its word table: one network, one loss.

The seed is fixed and the result is the same each time on one machine. `scores` is the forward pass; encoder.py and
head.py run the same network in the audit, faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from audit.checks.meaning.encoder import CONV, ORDERS, WIDTH, WORD_WIDTH, laid_out
from audit.checks.meaning.features import CONTEXT, VECTOR
from audit.checks.meaning.tape import Node, Tape

HIDDEN, EPOCHS, TEXTS = 64, 4, 40  # TEXTS: a batch
HEAD_RATE, ENCODER_RATE, DECAY, WARM_UP = 2e-3, 2e-4, 0.01, 200
DROP, DROP_LETTERS = 0.3, 0.1
SEED = 1
_PROGRESS = 200  # steps


@dataclass(frozen=True)
class Batch:
    """Some sentences, those of a text one after the other: their word rows, what is known beside them, what they show."""

    rows: np.ndarray  # (pieces, 512), of the word table
    lengths: np.ndarray  # pieces of each sentence
    sentences: np.ndarray  # sentences of each text
    beside: np.ndarray
    labels: np.ndarray


def tune(
    encoder: Mapping[str, np.ndarray], eps: float, texts: Sequence[np.ndarray], batch_of: Callable[[Sequence[np.ndarray]], Batch]
) -> dict[str, np.ndarray]:
    """All weights after training, the encoder's and the head's, by name.

    `encoder` is left as it is; `texts` are the numbers of the sentences of each text, `batch_of` makes some texts a batch.
    """
    random = np.random.default_rng(SEED)
    first = batch_of(texts[:1])
    weights = {name: np.array(value, dtype=np.float32) for name, value in encoder.items()}
    head = start(random, first.beside.shape[1], first.labels.shape[1])
    weights |= head
    moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    count = -(-len(texts) // TEXTS) * EPOCHS
    for step, chosen in enumerate(_shuffled(random, texts)):
        batch = batch_of(chosen)
        tape = Tape(weights, random)
        found = scores(tape, batch, eps)
        error = (1 / (1 + np.exp(-found.value)) - batch.labels) / np.float32(len(batch.labels))
        tape.back(found, error.astype(np.float32))
        pace = (1 - step / count) * min(1, step / WARM_UP)
        for name, gradient in tape.gradients.items():
            rate, decay = (HEAD_RATE, DECAY) if name in head else (ENCODER_RATE, 0.0)
            _adam(weights[name], gradient, moments[name], rate * pace, decay, step + 1)
        if step % _PROGRESS == 0:
            print(f"step {step} of {count}", flush=True)
    return weights


def _shuffled(random: np.random.Generator, texts: Sequence[np.ndarray]) -> Iterator[list[np.ndarray]]:
    for _ in range(EPOCHS):
        order = random.permutation(len(texts))
        for begin in range(0, len(order), TEXTS):
            yield [texts[text] for text in order[begin : begin + TEXTS]]


def _adam(weight: np.ndarray, gradient: np.ndarray, moments: tuple[np.ndarray, np.ndarray], rate: float, decay: float, step: int) -> None:
    """One AdamW step, in place."""
    first, second = moments
    first *= 0.9
    first += 0.1 * gradient
    second *= 0.999
    second += 0.001 * gradient * gradient
    weight *= 1 - rate * decay
    weight -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)


def start(random: np.random.Generator, beside: int, categories: int) -> dict[str, np.ndarray]:
    """The head before training."""

    def even(*shape: int) -> np.ndarray:
        return random.uniform(-1, 1, size=shape).astype(np.float32) / np.sqrt(np.float32(shape[0]))

    return {
        "inward": even(WORD_WIDTH, HIDDEN),
        "inward_bias": np.zeros(HIDDEN, np.float32),
        "around": even(3 * HIDDEN, HIDDEN),
        "around_bias": np.zeros(HIDDEN, np.float32),
        "outward": even(HIDDEN, categories),
        "outward_bias": np.full(categories, -3.0, np.float32),
        "whole": even(2 * WIDTH + beside, categories),
        "whole_bias": np.zeros(categories, np.float32),
    }


def scores(tape: Tape, batch: Batch, eps: float) -> Node:
    """The log-odds (sentences, categories) of a batch."""
    words = _words(tape, batch, eps)
    return tape.add(_of_words(tape, words, batch.lengths), _of_wholes(tape, words, batch, eps))


def _words(tape: Tape, batch: Batch, eps: float) -> Node:
    """The encoder's word features (pieces, 1280): the word table's rows and three convolutions, normed."""
    at, count = laid_out(batch.lengths)
    table = tape.drop(Node(batch.rows, constant=True), DROP_LETTERS)
    inside = np.zeros((count, 1), np.float32)
    inside[at] = 1
    projected = tape.norm(tape.times(table, "all_proj", "all_proj_b"), "all_ln_g", "all_ln_b", eps)
    parts = [table]
    for slot, (order, left) in enumerate(ORDERS):
        column = tape.put(tape.columns(projected, slot * CONV, (slot + 1) * CONV), at, count)
        for layer in (1, 2):
            seen = tape.relu(tape.times(tape.window(column, order, left), f"w{layer}_{order}", f"b{layer}_{order}"))
            column = tape.scale(tape.add(seen, column), inside)
        parts.append(tape.pick(column, at))
    return tape.norm(tape.join(parts), "ln_g", "ln_b", eps)


def _of_words(tape: Tape, words: Node, lengths: np.ndarray) -> Node:
    at, count = laid_out(lengths)
    starts = np.cumsum(lengths) - lengths
    seen = tape.drop(words, DROP, (len(lengths), WORD_WIDTH), lengths)
    hidden = tape.relu(tape.times(seen, "inward", "inward_bias"))
    beside = tape.relu(tape.times(tape.window(tape.put(hidden, at, count), 3, 1), "around", "around_bias"))
    mixed = tape.drop(tape.add(hidden, tape.pick(beside, at)), DROP, (len(lengths), HIDDEN), lengths)
    return tape.soft_max(tape.times(mixed, "outward", "outward_bias"), starts, lengths)


def _of_wholes(tape: Tape, words: Node, batch: Batch, eps: float) -> Node:
    vectors = _vectors(tape, words, batch.lengths, eps)
    firsts = np.cumsum(batch.sentences) - batch.sentences
    text = tape.around(vectors, firsts, batch.sentences)
    dense = tape.join([tape.scale(vectors, VECTOR), tape.scale(text, CONTEXT), Node(batch.beside, constant=True)])
    return tape.times(tape.drop(dense, DROP), "whole", "whole_bias")


def _vectors(tape: Tape, words: Node, lengths: np.ndarray, eps: float) -> Node:
    """The encoder's vectors (sentences, 512)."""
    counts = lengths.astype(np.float32)[:, None]
    sums = tape.sums(words, np.cumsum(lengths) - lengths, lengths)
    mean = tape.scale(tape.counted(tape.times(sums, "cnn_W"), counts, "cnn_b"), 1 / np.sqrt(counts))
    one = tape.relu(tape.add(tape.times(mean, "p1"), tape.times(tape.relu(tape.times(mean, "d0")), "d1")))
    top = tape.tanh(tape.add(tape.times(one, "p3"), tape.times(tape.relu(tape.times(one, "d2")), "d3")))
    return tape.unit(top, eps)
