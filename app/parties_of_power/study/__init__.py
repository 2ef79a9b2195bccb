"""The .parties file: schema, edits, queries, history. The only place with SQL."""
