package dev.danamemory.blob;

import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoredDataUnreadableException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes names so that logs can tell users apart and nobody can tell who they are. The key is random and kept in the
 * store, made by whoever needs it first.
 */
public final class StoredKeyHash implements KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private final byte[] key;

    private StoredKeyHash(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the store's key, or makes it.
     *
     * @param prefix of the store's keys
     * @param random not to be foreseen
     * @throws BlobUnavailableException when the store does not answer
     * @throws StoredDataUnreadableException when the key is not what was once made
     */
    public static StoredKeyHash read(Blobs blobs, String prefix, RandomGenerator random) {
        Layout layout = new Layout(prefix);
        while (true) {
            Optional<Blob> stored = blobs.get(layout.secret());
            if (stored.isPresent()) {
                return of(layout.secret(), stored.get().bytes());
            }
            byte[] made = new byte[KEY_BYTES];
            random.nextBytes(made);
            byte[] text = HexFormat.of().formatHex(made).getBytes(StandardCharsets.US_ASCII);
            blobs.put(layout.secret(), text, new Condition.Absent());
        }
    }

    // a cut key would still hash, and tell users apart worse and worse
    private static StoredKeyHash of(String object, byte[] key) {
        if (!FORM.matcher(new String(key, StandardCharsets.UTF_8)).matches()) {
            throw new StoredDataUnreadableException(object, "the key must be 64 hex digits", null);
        }
        return new StoredKeyHash(key);
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
