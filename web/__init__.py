"""The only room that listens to the world."""
