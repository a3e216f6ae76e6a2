"""Draws how far probabilities can be trusted: what was said against what was right. For `itgov evaluate --picture`."""

from collections.abc import Sequence
from pathlib import Path

from itgov_bot.understanding.services.reliability import Step

from .charts.looks import PAPER

_SIZE, _DPI = (7, 7), 120
_IDEAL, _FOUND = "#B03A00", "#0072B2"


def draw_reliability(steps: Sequence[Step], title: str, target: Path) -> None:
    """A PNG: on the diagonal, what seems likely is as often right; the size of a dot is its number of messages."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=_SIZE, dpi=_DPI, layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color=_IDEAL, linestyle="--", linewidth=1.5, label="lo ideal")
    said, right = [step.said for step in steps], [step.right for step in steps]
    below = [max(0.0, step.right - step.bounds[0]) for step in steps]
    above = [max(0.0, step.bounds[1] - step.right) for step in steps]
    axes.errorbar(said, right, yerr=[below, above], fmt="none", ecolor=PAPER.ink, elinewidth=1, capsize=4)
    most = max((step.messages for step in steps), default=1)
    sizes = [40 + 360 * step.messages / most for step in steps]
    axes.scatter(said, right, s=sizes, color=_FOUND, zorder=3, label="mensajes (95 %)")
    for step in steps:
        axes.annotate(f"{step.messages}", (step.said, step.right), (12, -12), textcoords="offset points")
    axes.set(xlim=(-0.03, 1.03), ylim=(-0.03, 1.03), title=title)
    axes.set(xlabel="qué tan probable parecía el servicio", ylabel="qué parte era correcta")
    axes.grid(alpha=0.3)
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(target, format="png")
