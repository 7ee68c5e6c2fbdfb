"""The same reading on many machines: Arrow batches in, Arrow batches out, and a run over an archive.

    from memcon.scale import read_batches            # in any engine that maps over Arrow batches
    from memcon.scale.engines.ray import read_dataset    # a Ray dataset of texts → a dataset of records
    from memcon.scale.engines.spark import read_frame    # a Spark frame of texts → a frame of records
    from memcon.scale import run                     # an archive → a folder of Parquet parts with a manifest

Scheduling, retries and spreading are the engine's; memcon only reads. The records are the bytes that one process gives."""

from memcon.scale.batches import read_batches
from memcon.scale.reading import Reading
from memcon.scale.runs import Folder, open_folder, run
from memcon.scale.schema import MANIFEST, RECORDS, TEXTS

__all__ = ["MANIFEST", "RECORDS", "TEXTS", "Folder", "Reading", "open_folder", "read_batches", "run"]
