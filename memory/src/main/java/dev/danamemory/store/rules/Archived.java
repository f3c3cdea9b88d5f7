package dev.danamemory.store.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation says of its archive.
 *
 * @param through the last turn that is read from the archive; 0 for none
 * @param hold of whoever is about to change which archives there are, or null
 */
public record Archived(long through, @Nullable Hold hold) {
    /** Nothing is archived, nobody is about to. */
    public static final Archived NOTHING = new Archived(0, null);

    /** How long a hold lasts at most, longer than a run works on one conversation; a commit demands its hold all the same. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /**
     * One run at a time copies turns to the archive, or drops copies that came to nothing: who drops would else take
     * those that the other is about to rely on. It ends by itself when its run has died.
     *
     * @param nonce names the run
     */
    public record Hold(String nonce, Instant at) {
        public Hold {
            at = at.truncatedTo(ChronoUnit.MICROS); // as it is read again
        }

        /** Whether its run may still be at work. */
        public boolean isFresh(Instant now) {
            return at.plus(LONGEST).isAfter(now);
        }
    }

    /** Whether a turn of this number is read from the archive. */
    public boolean has(long number) {
        return number <= through;
    }

    /** With a hold, of a run that finds none, or one that has ended. */
    public Archived heldBy(Hold run) {
        return new Archived(through, run);
    }

    /** Without a hold. */
    public Archived released() {
        return new Archived(through, null);
    }

    /** With turns moved to the archive, and the hold ended. */
    public Archived moved(long newThrough) {
        return new Archived(newThrough, null);
    }

    /** Whether that run has the hold. */
    public boolean isHeldBy(String nonce) {
        return hold != null && hold.nonce().equals(nonce);
    }
}
