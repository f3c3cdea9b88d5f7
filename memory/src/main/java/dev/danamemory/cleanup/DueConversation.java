package dev.danamemory.cleanup;

import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;

/** A conversation that is to be archived or deleted. */
record DueConversation(ConversationKey key, Plan.Due plan) {
    Retirement retire(StoreUpkeep store) {
        return switch (plan) {
            case Plan.Archive archive -> store.archive(key, archive.idleBefore(), archive.kept());
            case Plan.Delete delete -> store.delete(key, delete.idleBefore());
        };
    }

    Action action() {
        return switch (plan) {
            case Plan.Archive archive -> Action.ARCHIVE;
            case Plan.Delete delete -> Action.DELETE;
        };
    }

    Intent intent(KeyedHash hash) {
        return new Intent(hash.of(key.user().value()), key.conversationId(), action(), plan.reason());
    }

    Failed failed(KeyedHash hash, String problem) {
        return new Failed(hash.of(key.user().value()), key.conversationId(), action(), problem);
    }
}
