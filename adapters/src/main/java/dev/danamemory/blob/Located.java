package dev.danamemory.blob;

import dev.danamemory.model.Turn;

/** A turn and the head with which it was found. */
record Located(Head head, Turn turn) {}
