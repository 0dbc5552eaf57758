"""How much memory processes really take, and when they look for what can be thrown away."""
from __future__ import annotations

import gc

import psutil


def collect_nothing_yet() -> None:
    """While a process loads, nearly all of it stays: looking for garbage again and again takes a fifth of its start."""
    gc.disable()


def keep_what_is_loaded() -> None:
    """Look once, then only at what comes later: whatever lives now is left out for good (`gc.freeze`)."""
    gc.collect()
    gc.freeze()
    gc.enable()


def collect_rarely() -> None:
    """For a process that makes very many objects, keeps nearly all of them and ends soon."""
    gc.set_threshold(100_000, 50, 100)


def own_megabytes(pid: int) -> float:
    """PSS (shared pages divided among their users) of one process in MB; USS where the system has no PSS; 0 if gone."""
    try:
        memory = psutil.Process(pid).memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0
    return getattr(memory, "pss", memory.uss) / 1_000_000
