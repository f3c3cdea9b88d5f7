package dev.danamemory.dynamodb;

/** Drops copies in the archive that came to nothing, or came late, unless somebody is about to rely on them. */
record LateCopies(Desk desk, View view) {
    void drop() {
        if (!desk.archive().hasBehind(view)) {
            return;
        }
        String nonce = desk.ids().nonce();
        Holding holding = new Holding(desk);
        switch (holding.take(view, nonce)) {
            case Holding.Taken.Ours(View held) -> holding.dropCopies(held, nonce);
            // whoever is at it may die: then they are still there in an hour
            case Holding.Taken.Not _ ->
                desk.contention().done(() -> desk.notes().announce(view.key(), "archive"));
        }
    }
}
