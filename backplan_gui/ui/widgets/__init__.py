"""Painted and composed controls that pages are made of."""
