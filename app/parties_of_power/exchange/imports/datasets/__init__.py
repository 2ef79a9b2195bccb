"""Datasets that are known by their columns, one module each; a new one is a module here and a line in DATASETS."""

from collections.abc import Collection

from parties_of_power.exchange.imports.datasets import partyfacts, vdem, vparty
from parties_of_power.exchange.imports.datasets.definition import Dataset, Variable

__all__ = ["DATASETS", "Dataset", "Variable", "recognised"]

DATASETS: tuple[Dataset, ...] = (vparty.DATASET, vdem.DATASET, partyfacts.DATASET)


def recognised(columns: Collection[str]) -> Dataset | None:
    """The dataset whose columns these are."""
    return next((each for each in DATASETS if each.required <= set(columns)), None)


def dataset(key: str) -> Dataset | None:
    return next((each for each in DATASETS if each.key == key), None)
