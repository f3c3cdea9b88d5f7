package dev.danamemory.functions;

import dev.danamemory.store.Downloads;
import dev.danamemory.store.LateArchive;
import dev.danamemory.store.LateDownloads;
import dev.danamemory.store.TurnArchive;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Archive and downloads of a bucket that few calls go to, opened for the first of these: a client of S3 costs a cold start
 * some 300 ms (measured by {@code bench/run ColdStart}).
 */
final class LateBesides {
    private final Supplier<Besides> opener;
    private @Nullable Besides opened;

    /** @param opener asked once, unless it throws; has downloads */
    LateBesides(Supplier<Besides> opener) {
        this.opener = opener;
    }

    /** Both, not opened yet. */
    Besides besides() {
        return new Besides(new LateArchive(this::archive), Optional.of(new LateDownloads(this::downloads)));
    }

    private TurnArchive archive() {
        return opened().cold();
    }

    private Downloads downloads() {
        return opened().downloads().orElseThrow();
    }

    private synchronized Besides opened() {
        if (opened == null) {
            opened = opener.get();
        }
        return opened;
    }
}
