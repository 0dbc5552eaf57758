"""How much memory processes really take."""
from __future__ import annotations

import psutil


def own_megabytes(pid: int) -> float:
    """PSS (shared pages divided among their users) of one process in MB; USS where the system has no PSS; 0 if gone."""
    try:
        memory = psutil.Process(pid).memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0
    return getattr(memory, "pss", memory.uss) / 1_000_000
