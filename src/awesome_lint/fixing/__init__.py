"""Applying fixes until they rest, and the proof that each did no more than it may."""
