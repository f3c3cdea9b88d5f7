package dev.danamemory.blob;

import java.util.List;

/**
 * What a block holds.
 *
 * @param generation of the conversation when the block was written
 */
record Sealed<T>(long generation, List<T> elements) {
    Sealed {
        elements = List.copyOf(elements);
    }
}
