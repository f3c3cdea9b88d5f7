package dev.danamemory.dynamodb;

import dev.danamemory.dynamodb.MoreMutants.Left;
import dev.danamemory.store.contract.MutantCheck;
import dev.danamemory.store.contract.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A store that lacks a rule fails the clause which names it. */
class DynamoMutantsTest {
    /** A store without the rule. */
    private record Mutant(Rule rule, MemorySpec store) {}

    @TestFactory
    Stream<DynamicTest> everyRuleIsMissed() {
        return Stream.of(onBrokenTables(), ofTurns(), ofBeginningsAndEnds(), ofUpkeep(), ofTheRest())
                .flatMap(mutants -> mutants)
                .map(mutant -> DynamicTest.dynamicTest(
                        mutant.rule().name(), () -> MutantCheck.fails(mutant.rule(), mutant.store())));
    }

    private static Stream<Mutant> onBrokenTables() {
        return Stream.of(
                new Mutant(Rule.APPEND_ON_CONDITION, unconditional("c#", "t")),
                new Mutant(Rule.APPEND_NEVER_CREATES, unconditional("c#", "t")),
                new Mutant(Rule.CREATE_ON_CONDITION, unconditional("c#", "~")),
                new Mutant(Rule.VERSIONS_ARE_NEW, unconditional("c#", "~")),
                new Mutant(Rule.TOUCH_ON_CONDITION, unconditional("u#", "")),
                new Mutant(Rule.CLAIM_ON_CONDITION, unconditional("k#", "claim")),
                new Mutant(Rule.ERASE_LEAVES_A_STUB, MemorySpec.on(BrokenTables::withoutStubs)),
                new Mutant(Rule.NAMES_AS_THEY_ARE, renaming("[^a-z#]", "_")),
                new Mutant(Rule.IDS_AS_THEY_ARE, renaming("[.~_-]", "_")),
                new Mutant(Rule.LIST_OF_ONE_USER, renaming("^u#.*", "u#")),
                new Mutant(Rule.FAILED_READ_IS_AN_ERROR, MemorySpec.seenAs(BrokenTables::silent)),
                new Mutant(Rule.LIST_BY_ACTIVITY, MemorySpec.on(BrokenTables::timeless)),
                new Mutant(Rule.TURN_IDS_LAST, MemorySpec.on(BrokenTables::forgettingTurnIds)));
    }

    private static MemorySpec unconditional(String partition, String sort) {
        return MemorySpec.on(table -> BrokenTables.unconditional(
                table,
                item -> item.key().partition().startsWith(partition)
                        && item.key().sort().startsWith(sort)));
    }

    private static MemorySpec renaming(String what, String to) {
        return MemorySpec.on(table -> BrokenTables.renaming(table, name -> name.replaceAll(what, to)));
    }

    private static Stream<Mutant> ofTurns() {
        return Stream.of(
                of(Rule.LOOK_FOR_OWN_TURN, Mutants.takesOwnTurnForAnothers()),
                of(Rule.LOOK_BEYOND_THE_WINDOW, Mutants.looksAtTheWindowOnly()),
                of(Rule.APPEND_COMPARES_BIRTH, Mutants.comparing(false, true)),
                of(Rule.APPEND_COMPARES_EPOCH, Mutants.comparing(true, false)),
                // the fence is what lets an append notice
                of(Rule.APPEND_COMPARES_EPOCH, Mutants.fenceless()),
                of(Rule.APPEND_COMPARES_BIRTH, Mutants.fenceless()));
    }

    private static Stream<Mutant> ofBeginningsAndEnds() {
        return Stream.of(
                of(Rule.CLEAR_RAISES_GENERATION, EndingMutants.clearKeepsGeneration()),
                of(Rule.GENERATION_OUTLIVES_ERASE, EndingMutants.beginning(false, true, true)),
                of(Rule.CREATE_KNOWS_ITS_BIRTH, EndingMutants.beginning(true, false, true)),
                of(Rule.CREATE_LOOKS_FOR_USER_ERASE, EndingMutants.beginning(true, true, false)),
                of(Rule.CLEAR_SWEEPS, EndingMutants.sweeps(false)),
                of(Rule.ERASE_SWEEPS, EndingMutants.sweeps(false)),
                of(Rule.SWEEP_SPARES_NEW_EPOCHS, EndingMutants.sweeps(true)),
                of(Rule.ERASE_FINISHES_ANOTHERS, EndingMutants.erasing(false, true, true)),
                of(Rule.ERASE_STOPS_BROKEN_CREATES, EndingMutants.erasing(true, false, true)),
                of(Rule.MARK_BEFORE_SWEEP, EndingMutants.erasing(true, true, false)));
    }

    private static Stream<Mutant> ofUpkeep() {
        return Stream.of(
                of(Rule.ARCHIVE_COMPARES_TURNS, UpkeepMutants.archivesRegardless()),
                of(Rule.ARCHIVE_COMPARES_GENERATION, UpkeepMutants.archivesRegardless()),
                of(Rule.ARCHIVES_ARE_HELD, UpkeepMutants.dropsUnheld()),
                of(Rule.RETIRE_ONLY_WHAT_IS_IDLE, UpkeepMutants.retiresAll()),
                of(Rule.SWEEP_ONCE_MORE, UpkeepMutants.sweepsNoMore()));
    }

    private static Stream<Mutant> ofTheRest() {
        return Stream.of(
                of(Rule.TOUCH_ONCE_PER_HALF_HOUR, MoreMutants.touchesAlways()),
                of(Rule.LIST_FOLLOWS_CONVERSATION, MoreMutants.listStays()),
                of(Rule.DAMAGE_IS_AN_ERROR, MoreMutants.damageIsNothing()),
                of(Rule.SUMMARY_COMPARES_EPOCH, MoreMutants.summarising(false, false, true)),
                of(Rule.SUMMARY_COMPARES_GENERATION, MoreMutants.summarising(true, false, true)),
                of(Rule.SUMMARIES_ADJOIN, MoreMutants.summarising(true, true, false)),
                of(Rule.REDACTION_RAISES_GENERATION, MoreMutants.redacting(Left.GENERATION)),
                of(Rule.REDACTION_FORGETS_DERIVED_TITLE, MoreMutants.redacting(Left.TITLE)),
                of(Rule.REDACTION_REMAKES_SUMMARIES, MoreMutants.redacting(Left.OLDER_SUMMARIES)),
                of(Rule.REDACTION_FINISHES_ANOTHERS, MoreMutants.redacting(Left.ANOTHERS_REST)),
                of(Rule.REDACTION_RAISES_GENERATION, MoreMutants.redacting(Left.TURN)));
    }

    private static Mutant of(Rule rule, Protocols protocols) {
        return new Mutant(rule, MemorySpec.of(protocols));
    }
}
