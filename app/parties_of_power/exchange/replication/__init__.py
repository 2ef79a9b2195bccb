"""The replication package: everything that somebody else needs to check a study, in one zip."""
