package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Hashes names so that logs can tell users apart and nobody can tell who they are. The key is random and kept in the
 * table, made by whoever needs it first.
 */
public final class TableKeyHash implements KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "key";
    private static final int KEY_BYTES = 32;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final byte[] key;

    private TableKeyHash(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the table's key, or makes it.
     *
     * @param random not to be foreseen
     * @throws StoreUnavailableException when the table does not answer
     * @throws StoredDataUnreadableException when the key is not what was once made
     */
    public static TableKeyHash read(DynamoDbClient client, String table, RandomGenerator random) {
        return read(client, table, random, Deadline.in(LONGEST));
    }

    /** The same, given up when that deadline passes. */
    public static TableKeyHash read(DynamoDbClient client, String table, RandomGenerator random, Deadline deadline) {
        return read(new AwsTable(client, table, new Meter(), deadline), random, new Contention(deadline));
    }

    static TableKeyHash read(Table table, RandomGenerator random, Contention contention) {
        byte[] made = new byte[KEY_BYTES];
        random.nextBytes(made);
        Item mine = Item.at(Keys.secret()).bytes(KEY, made).build();
        return contention.settle(round -> {
            Optional<Item> there = table.get(Keys.secret());
            if (there.isPresent()) {
                return Optional.of(of(there.get()));
            }
            table.put(mine, Condition.nothing());
            return Optional.empty();
        });
    }

    // a cut key would still hash, and tell users apart worse and worse
    private static TableKeyHash of(Item item) {
        if (!item.has(KEY) || item.bytes(KEY).length != KEY_BYTES) {
            throw Damage.of(item.key(), "the key must have " + KEY_BYTES + " bytes");
        }
        return new TableKeyHash(item.bytes(KEY));
    }

    @Override
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
