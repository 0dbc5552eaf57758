"""Measures the running parts for `./lotse eval`: loads models in processes of their own, times them, compares."""
