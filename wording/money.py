"""Sums in German words."""
from __future__ import annotations


def euros(amount: int) -> str:
    """„50.000 Euro“, „1,5 Mio. Euro“"""
    if amount >= 1_000_000 and amount % 100_000 == 0:
        millions = f"{amount / 1_000_000:.1f}".replace(".", ",").removesuffix(",0")
        return f"{millions} Mio. Euro"
    return f"{amount:,}".replace(",", ".") + " Euro"


def span(least: int | None, most: int | None) -> str | None:
    """„1.000 bis 5.000 Euro“, „bis 5.000 Euro“, „ab 1.000 Euro“, „5.000 Euro“, or None if nothing is known."""
    least = least or None  # „ab 0 Euro“ tells nothing
    if least is not None and most is not None:
        same_unit = "Mio." in euros(least) or "Mio." not in euros(most)
        first = euros(least).removesuffix(" Euro") if same_unit else euros(least)
        return euros(most) if least == most else f"{first} bis {euros(most)}"
    if most is not None:
        return f"bis {euros(most)}"
    return None if least is None else f"ab {euros(least)}"


def percent(rate: float) -> str:
    """„90 Prozent“, „33,3 Prozent“"""
    return f"{rate:g}".replace(".", ",") + " Prozent"
