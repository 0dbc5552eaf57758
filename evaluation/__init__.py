"""How well the assistant understands and finds: sets written by other hands, measures with intervals, tables."""
