"""What researchers talk about: subjects, attributes, observations, dates. No Qt, no SQL, no pandas."""
