package dev.danamemory.blob;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.blob.disk.StoreMaker;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.contract.MutantCheck;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.contract.StoreSpec;
import dev.danamemory.store.rules.LateHash;
import dev.danamemory.store.rules.WriterQueues;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A blob store that lacks a rule fails the clause which names it. */
class BlobMutantsTest {
    private static final String HEADS = "conversations/";

    @TestFactory
    Stream<DynamicTest> everyRuleIsMissed() {
        return mutants().entrySet().stream()
                .map(mutant -> DynamicTest.dynamicTest(
                        mutant.getKey().name(), () -> MutantCheck.fails(mutant.getKey(), mutant(mutant.getValue()))));
    }

    /** What a mutant is made of. */
    StoreSpec mutant(StoreMaker maker) {
        return new FileStoreSpec(maker);
    }

    private static Map<Rule, StoreMaker> mutants() {
        return Map.ofEntries(
                on(Rule.APPEND_ON_CONDITION, b -> BrokenBlobs.unconditional(b, HEADS, Condition.Match.class)),
                on(Rule.APPEND_NEVER_CREATES, b -> BrokenBlobs.unconditional(b, HEADS, Condition.Match.class)),
                on(Rule.CREATE_ON_CONDITION, b -> BrokenBlobs.unconditional(b, HEADS, Condition.Absent.class)),
                on(Rule.TOUCH_ON_CONDITION, b -> BrokenBlobs.unconditional(b, "list/", Condition.Match.class)),
                on(Rule.ERASE_LEAVES_A_STUB, BrokenBlobs::withoutStubs),
                on(Rule.NAMES_AS_THEY_ARE, b -> BrokenBlobs.renaming(b, key -> key.replaceAll("%..", "_"))),
                on(Rule.IDS_AS_THEY_ARE, b -> BrokenBlobs.renaming(b, key -> key.replaceAll("%..", "_"))),
                on(Rule.FAILED_READ_IS_AN_ERROR, BrokenBlobs::silent),
                on(Rule.LIST_BY_ACTIVITY, BrokenBlobs::misdated),
                of(Rule.LOOK_FOR_OWN_TURN, Mutants.appending(false, false, true, true)),
                of(Rule.LOOK_BEYOND_THE_WINDOW, Mutants.appending(true, false, true, true)),
                of(Rule.APPEND_COMPARES_BIRTH, Mutants.appending(true, true, false, false)),
                of(Rule.APPEND_COMPARES_EPOCH, Mutants.appending(true, true, true, false)),
                on(Rule.SEAL_BEFORE_LETTING_GO, BrokenBlobs::sealingLate),
                on(Rule.CLAIM_ON_CONDITION, b -> BrokenBlobs.unconditional(b, "idempotency/", Condition.Absent.class)),
                on(Rule.TURN_IDS_LAST, b -> BrokenBlobs.renaming(b, BlobMutantsTest::claimedAnew)),
                of(Rule.HEAD_LETS_GO, Mutants.headKeepsAll()),
                of(Rule.CLEAR_RAISES_GENERATION, Mutants.clearKeepsGeneration()),
                of(Rule.GENERATION_OUTLIVES_ERASE, Mutants.beginning(false, true)),
                of(Rule.CREATE_KNOWS_ITS_BIRTH, Mutants.beginning(true, false)),
                of(Rule.CLEAR_SWEEPS, Mutants.sweeps(false)),
                of(Rule.ERASE_SWEEPS, Mutants.sweeps(false)),
                of(Rule.SWEEP_SPARES_NEW_EPOCHS, Mutants.sweeps(true)),
                of(Rule.ERASE_FINISHES_ANOTHERS, Mutants.eraseLeavesOthersAlone()),
                of(Rule.TOUCH_ONCE_PER_HALF_HOUR, Mutants.touchesAlways()),
                of(Rule.LIST_FOLLOWS_CONVERSATION, Mutants.listStays()),
                of(Rule.SUMMARY_COMPARES_EPOCH, Mutants.summarising(false, true, true)),
                of(Rule.SUMMARY_COMPARES_GENERATION, Mutants.summarising(true, false, true)),
                of(Rule.REDACTION_RAISES_GENERATION, Mutants.redacting(false, true, true, true)),
                of(Rule.REDACTION_FORGETS_DERIVED_TITLE, Mutants.redacting(true, false, true, true)),
                of(Rule.REDACTION_REMAKES_SUMMARIES, Mutants.redacting(true, true, false, true)),
                of(Rule.REDACTION_FINISHES_ANOTHERS, Mutants.redacting(true, true, true, false)),
                of(Rule.SEAL_TAKES_THE_REDACTED_SIDE, Mutants.sealsKeepWhatIsSealed()),
                of(Rule.CREATE_LOOKS_FOR_USER_ERASE, UpkeepMutants.createsRegardless()),
                of(Rule.ARCHIVE_COMPARES_TURNS, UpkeepMutants.archivesRegardless()),
                of(Rule.ARCHIVE_COMPARES_GENERATION, UpkeepMutants.archivesRegardless()),
                of(Rule.ARCHIVES_ARE_HELD, UpkeepMutants.dropsUnheld()),
                of(Rule.RETIRE_ONLY_WHAT_IS_IDLE, UpkeepMutants.retiresAll()),
                of(Rule.SWEEP_ONCE_MORE, UpkeepMutants.sweepsNoMore()),
                of(Rule.SUMMARIES_ADJOIN, Mutants.summarising(true, true, false)),
                of(Rule.DAMAGE_IS_AN_ERROR, Mutants.damageIsNothing()));
    }

    private static String claimedAnew(String key) {
        return key.startsWith("ids/") ? key + UUID.randomUUID() : key;
    }

    private static Map.Entry<Rule, StoreMaker> on(Rule rule, UnaryOperator<Blobs> broken) {
        return Map.entry(rule, (blobs, clock) -> StoreMaker.REAL.make(broken.apply(blobs), clock));
    }

    private static Map.Entry<Rule, StoreMaker> of(Rule rule, Protocols protocols) {
        return Map.entry(rule, (blobs, clock) -> new BlobConversationStore(parts(blobs, clock, protocols), null));
    }

    private static BlobParts parts(Blobs blobs, InstantSource clock, Protocols protocols) {
        return new BlobParts(
                blobs,
                new Layout(""),
                new BlobArchive(blobs, ""),
                new LateHash(),
                new NewIds(new SecureRandom()),
                clock,
                new WriterQueues(),
                protocols);
    }
}
