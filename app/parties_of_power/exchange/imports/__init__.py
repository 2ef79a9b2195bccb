"""Tables of strangers, brought into a study: what stands where, what it means here, what would change, and doing it."""
