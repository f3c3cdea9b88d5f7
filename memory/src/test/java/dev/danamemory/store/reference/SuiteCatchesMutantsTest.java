package dev.danamemory.store.reference;

import dev.danamemory.store.contract.MutantCheck;
import dev.danamemory.store.contract.Rule;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite notices every rule that is missing, by the clause which names it. */
class SuiteCatchesMutantsTest {
    static Stream<Rule> rules() {
        return Arrays.stream(Rule.values()).filter(rule -> !rule.isOfUpkeep());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theClauseFailsWithoutItsRule(Rule rule) {
        MutantCheck.fails(rule, new ReferenceSpec(Set.of(rule)));
    }
}
