package dev.danamemory.store.reference;

import dev.danamemory.store.contract.MutantCheck;
import dev.danamemory.store.contract.Rule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite notices every rule that is missing, by the clause which names it. */
class SuiteCatchesMutantsTest {
    @ParameterizedTest
    @EnumSource(Rule.class)
    void theClauseFailsWithoutItsRule(Rule rule) {
        MutantCheck.fails(rule, new ReferenceSpec(Set.of(rule)));
    }
}
