package dev.danamemory.blob;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Backends that do not keep what a blob store builds on, each in one way. */
public final class BrokenBlobs {
    private BrokenBlobs() {}

    /** Blobs that hand everything on; a broken one overrides a method. */
    public static class Handing implements Blobs {
        final Blobs blobs;

        Handing(Blobs blobs) {
            this.blobs = blobs;
        }

        @Override
        public Optional<Blob> get(String key) {
            return blobs.get(key);
        }

        @Override
        public PutResult put(String key, byte[] bytes, Condition condition) {
            return blobs.put(key, bytes, condition);
        }

        @Override
        public boolean delete(String key, String version) {
            return blobs.delete(key, version);
        }

        @Override
        public void remove(String key) {
            blobs.remove(key);
        }

        @Override
        public BlobPage list(String prefix, String after, int limit) {
            return blobs.list(prefix, after, limit);
        }
    }

    /** Writes in a folder whatever is there, where the condition is of that kind. */
    static Blobs unconditional(Blobs blobs, String folder, Class<? extends Condition> kind) {
        return new Handing(blobs) {
            @Override
            public PutResult put(String key, byte[] bytes, Condition condition) {
                return key.startsWith(folder) && kind.isInstance(condition)
                        ? super.put(key, bytes, present(key))
                        : super.put(key, bytes, condition);
            }

            private Condition present(String key) {
                return get(key).<Condition>map(blob -> new Condition.Match(blob.version()))
                        .orElseGet(Condition.Absent::new);
            }
        };
    }

    /** Deletes instead of leaving a stub. */
    static Blobs withoutStubs(Blobs blobs) {
        return new Handing(blobs) {
            @Override
            public PutResult put(String key, byte[] bytes, Condition condition) {
                PutResult result = super.put(key, bytes, condition);
                if (result instanceof PutResult.Stored
                        && new String(bytes, StandardCharsets.UTF_8).startsWith("{\"erased\"")) {
                    remove(key);
                }
                return result;
            }
        };
    }

    /** Keys are changed on their way, so that different ones become the same. */
    static Blobs renaming(Blobs blobs, UnaryOperator<String> key) {
        return new Handing(blobs) {
            @Override
            public Optional<Blob> get(String name) {
                return super.get(key.apply(name));
            }

            @Override
            public PutResult put(String name, byte[] bytes, Condition condition) {
                return super.put(key.apply(name), bytes, condition);
            }

            @Override
            public BlobPage list(String prefix, String after, int limit) {
                return super.list(key.apply(prefix), key.apply(after), limit);
            }
        };
    }

    /** A read that fails finds nothing. */
    static Blobs silent(Blobs blobs) {
        return new Handing(blobs) {
            @Override
            public Optional<Blob> get(String key) {
                try {
                    return super.get(key);
                } catch (BlobUnavailableException e) {
                    return Optional.empty();
                }
            }
        };
    }

    /** Blocks are written only after the head that let go of their turns. */
    static Blobs sealingLate(Blobs blobs) {
        return new Handing(blobs) {
            private final Map<String, byte[]> late = new LinkedHashMap<>();

            @Override
            public synchronized PutResult put(String key, byte[] bytes, Condition condition) {
                if (key.startsWith("turns/")) {
                    late.put(key, bytes);
                    return new PutResult.Stored("late");
                }
                PutResult result = super.put(key, bytes, condition);
                if (key.startsWith("conversations/") && result instanceof PutResult.Stored) {
                    late.forEach((block, content) -> super.put(block, content, new Condition.Absent()));
                    late.clear();
                }
                return result;
            }
        };
    }

    /** Listings tell times that only the names decide. */
    static Blobs misdated(Blobs blobs) {
        return new Handing(blobs) {
            @Override
            public BlobPage list(String prefix, String after, int limit) {
                BlobPage page = super.list(prefix, after, limit);
                return new BlobPage(
                        page.entries().stream()
                                .map(entry -> new BlobEntry(entry.key(), entry.size(), ofName(entry.key())))
                                .toList(),
                        page.more());
            }

            private static Instant ofName(String key) {
                return Instant.ofEpochSecond(key.hashCode());
            }
        };
    }
}
