package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.EraseContract;
import dev.danamemory.store.contract.FaultContract;
import dev.danamemory.store.contract.InterleavingContract;
import dev.danamemory.store.contract.LateDeliveryContract;
import dev.danamemory.store.contract.LeftoverContract;
import dev.danamemory.store.contract.RedactContract;
import dev.danamemory.store.contract.SweepContract;
import dev.danamemory.store.contract.UpkeepContract;
import dev.danamemory.store.contract.UserContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The clauses that stop, kill and repeat at every request there is, on a table that answers as DynamoDB does. */
class SchedulesInMemoryTest
        implements FaultContract,
                InterleavingContract,
                LateDeliveryContract,
                RedactContract,
                EraseContract,
                UserContract,
                UpkeepContract,
                SweepContract,
                LeftoverContract {
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    public Bench bench() {
        return bench;
    }
}
