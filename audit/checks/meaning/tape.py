"""A tape for training: layers run forward on it, and it knows how to go back. In plain numpy, with no other dependency.

Only the layers that the encoder and its head are made of. Each takes and gives a `Node`; `Tape.back` leaves the
gradients of the named weights in `Tape.gradients`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np


class Node:
    """A value on the way, and the gradient of the loss by it once the tape has gone back; constants take none."""

    __slots__ = ("constant", "gradient", "value")

    def __init__(self, value: np.ndarray, constant: bool = False) -> None:
        self.value = value
        self.constant = constant
        self.gradient: np.ndarray | None = None

    def take(self, gradient: np.ndarray) -> None:
        """Adds to the gradient."""
        if not self.constant:
            self.gradient = gradient if self.gradient is None else self.gradient + gradient


class Tape:
    """`weights` by name; `random` is given while learning: without it nothing is dropped."""

    def __init__(self, weights: Mapping[str, np.ndarray], random: np.random.Generator | None = None) -> None:
        self.weights = weights
        self.gradients: dict[str, np.ndarray] = {}
        self._random = random
        self._steps: list[Callable[[], None]] = []

    def back(self, node: Node, gradient: np.ndarray) -> None:
        """Goes back from a node whose gradient is known; the tape is used up, and with it the memory that it held."""
        node.take(gradient)
        while self._steps:
            self._steps.pop()()

    def _learn(self, name: str, gradient: np.ndarray) -> None:
        self.gradients[name] = self.gradients[name] + gradient if name in self.gradients else gradient

    def _made(self, value: np.ndarray, given: Sequence[Node], back: Callable[[np.ndarray], Sequence[np.ndarray | None]]) -> Node:
        made = Node(value)

        def step() -> None:
            if made.gradient is None:  # nothing that was asked for depends on it
                return
            for node, gradient in zip(given, back(made.gradient), strict=True):
                if gradient is not None:
                    node.take(gradient)

        self._steps.append(step)
        return made

    def times(self, x: Node, name: str, bias: str | None = None) -> Node:
        """x @ weight + bias."""
        value = x.value @ self.weights[name]
        if bias:
            value += self.weights[bias]

        def back(d: np.ndarray) -> list[np.ndarray | None]:
            self._learn(name, x.value.T @ d)
            if bias:
                self._learn(bias, d.sum(axis=0))
            return [None if x.constant else d @ self.weights[name].T]

        return self._made(value, [x], back)

    def counted(self, x: Node, counts: np.ndarray, bias: str) -> Node:
        """x + counts * bias: a bias that comes as often as there are words."""

        def back(d: np.ndarray) -> list[np.ndarray]:
            self._learn(bias, (d * counts).sum(axis=0))
            return [d]

        return self._made(x.value + counts * self.weights[bias], [x], back)

    def norm(self, x: Node, gain: str, bias: str, eps: float) -> Node:
        """Layer norm of each row."""
        centred = x.value - x.value.mean(axis=1, keepdims=True)
        scale = 1 / np.sqrt((centred * centred).mean(axis=1, keepdims=True) + np.float32(eps))
        normed = centred * scale

        def back(d: np.ndarray) -> list[np.ndarray]:
            self._learn(gain, (d * normed).sum(axis=0))
            self._learn(bias, d.sum(axis=0))
            d = d * self.weights[gain]
            return [scale * (d - d.mean(axis=1, keepdims=True) - normed * (d * normed).mean(axis=1, keepdims=True))]

        return self._made(normed * self.weights[gain] + self.weights[bias], [x], back)

    def relu(self, x: Node) -> Node:
        """What is above zero."""
        value = np.maximum(x.value, 0)
        return self._made(value, [x], lambda d: [d * (value > 0)])

    def tanh(self, x: Node) -> Node:
        """The hyperbolic tangent."""
        value = np.tanh(x.value)
        return self._made(value, [x], lambda d: [d * (1 - value * value)])

    def add(self, *nodes: Node) -> Node:
        """The sum of nodes of one shape."""
        return self._made(sum(node.value for node in nodes), nodes, lambda d: [d] * len(nodes))

    def scale(self, x: Node, by: np.ndarray | float) -> Node:
        """x times a constant that is broadcast."""
        return self._made(x.value * by, [x], lambda d: [d * by])

    def join(self, nodes: Sequence[Node]) -> Node:
        """Nodes side by side."""
        ends = np.cumsum([node.value.shape[1] for node in nodes])[:-1]
        return self._made(np.hstack([node.value for node in nodes]), nodes, lambda d: np.split(d, ends, axis=1))

    def columns(self, x: Node, start: int, end: int) -> Node:
        """Some columns of x."""

        def back(d: np.ndarray) -> list[np.ndarray]:
            whole = np.zeros_like(x.value)
            whole[:, start:end] = d
            return [whole]

        return self._made(x.value[:, start:end], [x], back)

    def put(self, x: Node, at: np.ndarray, rows: int) -> Node:
        """The rows of x at some places (each once) among rows of zeros."""
        value = np.zeros((rows, x.value.shape[1]), np.float32)
        value[at] = x.value
        return self._made(value, [x], lambda d: [d[at]])

    def pick(self, x: Node, at: np.ndarray) -> Node:
        """The rows at some places, each once."""

        def back(d: np.ndarray) -> list[np.ndarray]:
            whole = np.zeros_like(x.value)
            whole[at] = d
            return [whole]

        return self._made(x.value[at], [x], back)

    def window(self, x: Node, size: int, left: int) -> Node:
        """Each row beside its neighbours: `left` rows before it, itself, and those after, `size` in all."""
        shifts = [place - left for place in range(size)]
        value = np.hstack([_shifted(x.value, by) for by in shifts])

        def back(d: np.ndarray) -> list[np.ndarray]:
            return [sum(_shifted(part, -by) for part, by in zip(np.split(d, size, axis=1), shifts, strict=True))]

        return self._made(value, [x], back)

    def drop(self, x: Node, rate: float, shape: tuple[int, ...] | None = None, repeats: np.ndarray | None = None) -> Node:
        """x with a share of its numbers at zero; with `shape` and `repeats`, the same ones in all rows of a sentence."""
        if self._random is None:
            return x
        kept = (self._random.random(shape or x.value.shape, dtype=np.float32) >= rate).astype(np.float32) / np.float32(1 - rate)
        kept = kept if repeats is None else np.repeat(kept, repeats, axis=0)
        return Node(x.value * kept, constant=True) if x.constant else self.scale(x, kept)

    def sums(self, x: Node, starts: np.ndarray, lengths: np.ndarray) -> Node:
        """The sum of the rows of each stretch."""
        return self._made(np.add.reduceat(x.value, starts), [x], lambda d: [np.repeat(d, lengths, axis=0)])

    def around(self, x: Node, starts: np.ndarray, lengths: np.ndarray) -> Node:
        """For each row the mean of its stretch."""

        def means(rows: np.ndarray) -> np.ndarray:
            return np.repeat(np.add.reduceat(rows, starts) / lengths[:, None].astype(np.float32), lengths, axis=0)

        return self._made(means(x.value), [x], lambda d: [means(d)])

    def unit(self, x: Node, eps: float) -> Node:
        """Rows of length one."""
        scale = 1 / np.sqrt(np.maximum((x.value * x.value).sum(axis=1, keepdims=True), np.float32(eps)))
        value = x.value * scale
        return self._made(value, [x], lambda d: [scale * (d - value * (d * value).sum(axis=1, keepdims=True))])

    def soft_max(self, x: Node, starts: np.ndarray, lengths: np.ndarray) -> Node:
        """A smooth maximum of the rows of each stretch, half the log of the sum of exp(2 x)."""
        top = np.maximum.reduceat(x.value, starts)
        share = np.exp(2 * (x.value - np.repeat(top, lengths, axis=0)))
        total = np.add.reduceat(share, starts)
        return self._made(top + np.log(total) / 2, [x], lambda d: [np.repeat(d / total, lengths, axis=0) * share])


def _shifted(x: np.ndarray, by: int) -> np.ndarray:
    """Each row's neighbour `by` rows after it; zeros beyond the ends."""
    if by == 0:
        return x
    moved = np.zeros_like(x)
    if by > 0:
        moved[:-by] = x[by:]
    else:
        moved[-by:] = x[:by]
    return moved
