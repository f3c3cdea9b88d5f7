package dev.danamemory.dynamodb;

import java.util.Optional;

/** Where the last scheduled run stopped, as an item. */
record Checkpoint(Table table) {
    private static final String POSITION = "position";

    Optional<String> read() {
        return table.get(Keys.checkpoint()).map(item -> item.optionalText(POSITION));
    }

    /** Nothing when the place changed under us. */
    Optional<Boolean> write(Optional<String> position) {
        Condition condition = table.get(Keys.checkpoint())
                .map(there -> Condition.same(there, POSITION))
                .orElseGet(Condition::nothing);
        Item item =
                Item.at(Keys.checkpoint()).text(POSITION, position.orElse(null)).build();
        return table.put(item, condition) instanceof PutResult.Stored ? Optional.of(true) : Optional.empty();
    }
}
