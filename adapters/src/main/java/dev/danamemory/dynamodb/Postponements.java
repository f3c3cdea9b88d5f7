package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.KeyedHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Which conversations a scheduled run is to leave alone for a while, by keyed hash. The table forgets them by itself. */
final class Postponements {
    private static final String UNTIL = "until";
    private static final int READ_AT_ONCE = 1_000;
    private static final String FIRST = "0";
    private static final String LAST = "~";

    private final Table table;
    private final Supplier<KeyedHash> hash;
    private final InstantSource clock;

    Postponements(Table table, Supplier<KeyedHash> hash, InstantSource clock) {
        this.table = table;
        this.hash = hash;
        this.clock = clock;
    }

    /** Nothing when the place changed under us. */
    Optional<Boolean> add(ConversationKey key, Instant until) {
        ItemKey place = Keys.postponement(name(key));
        Condition condition =
                table.get(place).map(there -> Condition.same(there, UNTIL)).orElseGet(Condition::nothing);
        Item item = Item.at(place)
                .number(UNTIL, Micros.of(until))
                .number(KeyClaims.EXPIRES_AT, until.getEpochSecond())
                .build();
        return table.put(item, condition) instanceof PutResult.Stored ? Optional.of(true) : Optional.empty();
    }

    /** The names of all that are postponed now. */
    Set<String> all() {
        Set<String> names = new HashSet<>();
        Iterator<Item> items = new ItemRun(table, Range.forwards(Keys.POSTPONED, FIRST, LAST, READ_AT_ONCE));
        Instant now = clock.instant();
        items.forEachRemaining(item -> {
            Long until = item.optionalNumber(UNTIL);
            if (until != null && Micros.instant(until).isAfter(now)) {
                names.add(item.key().sort());
            }
        });
        return names;
    }

    String name(ConversationKey key) {
        String user = key.user().value();
        return hash.get().of("retry " + user.length() + " " + user + " " + key.conversationId());
    }
}
