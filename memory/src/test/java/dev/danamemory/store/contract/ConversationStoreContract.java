package dev.danamemory.store.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Everything that a {@link dev.danamemory.store.ConversationStore} promises. A store's own test extends it and says what
 * to test:
 *
 * <pre>{@code
 * class MyStoreContractTest extends ConversationStoreContract {
 *     @Override
 *     protected StoreSpec spec() {
 *         return new MyStoreSpec();
 *     }
 * }
 * }</pre>
 */
public abstract class ConversationStoreContract
        implements CreateContract,
                AppendContract,
                TurnIdContract,
                KeyClaimContract,
                ClearContract,
                EraseContract,
                LateDeliveryContract,
                RedactContract,
                UserContract,
                UpkeepContract,
                SweepContract,
                LeftoverContract,
                UpdateContract,
                SummaryContract,
                SessionContract,
                PagingContract,
                ImportContract,
                DirectoryContract,
                IsolationContract,
                SizeContract,
                DamageContract,
                CostContract,
                ConcurrencyContract,
                ProcessContract,
                FaultContract,
                InterleavingContract {
    private Bench bench;

    /** The store under test. */
    protected abstract StoreSpec spec();

    @BeforeEach
    void openSpace() {
        bench = new Bench(spec());
    }

    @AfterEach
    void closeSpace() {
        bench.close();
    }

    @Override
    public final Bench bench() {
        return bench;
    }
}
