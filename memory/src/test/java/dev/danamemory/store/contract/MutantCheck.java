package dev.danamemory.store.contract;

import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import org.opentest4j.TestAbortedException;

/** Runs one clause against a store that lacks a rule, and sees it fail. */
public final class MutantCheck {
    private MutantCheck() {}

    /** The suite on any store. */
    private static final class Suite extends ConversationStoreContract {
        private final StoreSpec spec;

        Suite(StoreSpec spec) {
            this.spec = spec;
        }

        @Override
        protected StoreSpec spec() {
            return spec;
        }
    }

    /**
     * Asserts that the clause which names the rule fails.
     *
     * @param mutant the store without that rule
     * @return what it failed with
     */
    public static Throwable fails(Rule rule, StoreSpec mutant) {
        Throwable thrown;
        try {
            run(rule.clause(), mutant);
            thrown = null;
        } catch (AssertionError | StoreUnavailableException | StoredDataUnreadableException caught) {
            return caught;
        } catch (Throwable other) {
            thrown = other;
        }
        throw new AssertionError(
                "the clause %s does not notice that %s lacks the rule %s".formatted(rule.clause(), mutant.name(), rule),
                thrown);
    }

    /** Asserts that the clause which names the rule passes, so that its failure means something. */
    public static void passes(Rule rule, StoreSpec sound) throws Throwable {
        run(rule.clause(), sound);
    }

    private static void run(String clause, StoreSpec spec) throws Throwable {
        var method = Arrays.stream(ConversationStoreContract.class.getMethods())
                .filter(candidate -> candidate.getName().equals(clause))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no clause " + clause));
        Suite suite = new Suite(spec);
        suite.openSpace();
        try {
            method.invoke(suite);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof TestAbortedException skipped) {
                throw new IllegalStateException("the clause " + clause + " was skipped", skipped);
            }
            throw e.getCause();
        } finally {
            suite.closeSpace();
        }
    }
}
