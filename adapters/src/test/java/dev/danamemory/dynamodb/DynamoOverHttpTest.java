package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.contract.AppendContract;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.CostContract;
import dev.danamemory.store.contract.IsolationContract;
import dev.danamemory.store.contract.ProcessContract;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.SizeContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a wire in between can make a difference to: other processes, killed ones too, hostile names, large turns. */
class DynamoOverHttpTest implements ProcessContract, AppendContract, SizeContract, CostContract {
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(new DynamoSpec(true));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    public Bench bench() {
        return bench;
    }

    @Test
    void hostileNamesAndTextsPass() {
        for (String user : IsolationContract.USERS) {
            ConversationKey key = new ConversationKey(new UserId(user), "chat");
            bench.append(bench.create(key, Samples.titled("of one")), Samples.turn("mine: " + user));
        }
        for (String user : IsolationContract.USERS) {
            ConversationKey key = new ConversationKey(new UserId(user), "chat");
            assertThat(bench.load(key).turns().getFirst().userInput()).isEqualTo("mine: " + user);
        }
    }
}
