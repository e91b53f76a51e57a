"""Publishes a built site: finishes and checks it, then switches a host over to it. Nothing here runs inside Pelican."""
