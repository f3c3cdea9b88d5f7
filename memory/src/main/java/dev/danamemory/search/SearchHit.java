package dev.danamemory.search;

import dev.danamemory.model.Turn;

/**
 * A turn that a search found.
 *
 * @param score above 0, higher is better; every turn that contains the query scores higher than every other
 * @param snippet at most 160 code points around the first match
 */
public record SearchHit(Turn turn, double score, String snippet) {}
