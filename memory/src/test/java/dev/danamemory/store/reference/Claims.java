package dev.danamemory.store.reference;

import dev.danamemory.model.UserId;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import java.time.Duration;
import java.util.Optional;

/** Claims of idempotency keys. */
record Claims(Desk desk) {
    private static final Duration DAY = Duration.ofHours(24);

    HeldClaim claim(UserId user, String name, KeyClaim claim) {
        String cellName = desk.names().claim(user, name);
        for (int round = 0; round < Desk.ROUNDS; round++) {
            long made = desk.holds(Rule.CLAIM_ON_CONDITION)
                    ? desk.backend().putIfAbsent(cellName, new Value.Claimed(claim))
                    : desk.backend().putAnyway(cellName, new Value.Claimed(claim));
            if (made > 0) {
                return new HeldClaim(claim, Long.toString(made), true);
            }
            Optional<Cell> there = desk.backend().get(cellName);
            if (there.isPresent() && there.get().value() instanceof Value.Claimed held) {
                Optional<HeldClaim> settled =
                        settle(cellName, held.claim(), there.get().version(), claim);
                if (settled.isPresent()) {
                    return settled.get();
                }
            }
        }
        throw Desk.contended();
    }

    private Optional<HeldClaim> settle(String cellName, KeyClaim held, long version, KeyClaim claim) {
        if (isFresh(held)) {
            boolean isMine = held.nonce().equals(claim.nonce()) && held.attempt() == claim.attempt();
            return Optional.of(new HeldClaim(held, Long.toString(version), isMine));
        }
        return replaced(cellName, version, claim);
    }

    Optional<HeldClaim> find(UserId user, String name) {
        return desk.backend()
                .get(desk.names().claim(user, name))
                .flatMap(cell -> cell.value() instanceof Value.Claimed held && isFresh(held.claim())
                        ? Optional.of(new HeldClaim(held.claim(), Long.toString(cell.version()), false))
                        : Optional.empty());
    }

    private boolean isFresh(KeyClaim claim) {
        return claim.createdAt().plus(DAY).isAfter(desk.now());
    }

    Optional<HeldClaim> replace(UserId user, String name, HeldClaim held, KeyClaim claim) {
        return replaced(desk.names().claim(user, name), Long.parseLong(held.version()), claim);
    }

    private Optional<HeldClaim> replaced(String cellName, long version, KeyClaim claim) {
        long put = desk.backend().putIfMatch(cellName, version, new Value.Claimed(claim));
        return put > 0 ? Optional.of(new HeldClaim(claim, Long.toString(put), true)) : Optional.empty();
    }
}
