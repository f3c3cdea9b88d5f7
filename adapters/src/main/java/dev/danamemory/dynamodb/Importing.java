package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import java.util.List;
import java.util.Optional;

/**
 * Makes a conversation of a Dana file: turns first, under an epoch that nobody knows, then the conversation item, with
 * which all of it appears at once.
 */
class Importing {
    private static final int TURNS = 20;

    private final Desk desk;
    private final Beginning beginning;
    private final EntryKeeping keeping;

    Importing(Desk desk, Beginning beginning, EntryKeeping keeping) {
        this.desk = desk;
        this.beginning = beginning;
        this.keeping = keeping;
    }

    Import importFile(ConversationKey key, ImportRequest request) {
        Optional<Conversation> present =
                desk.contention().read(() -> desk.loading().load(key, TURNS));
        if (present.isPresent()) {
            return met(DynamoState.of(present.get()).view(), request);
        }
        desk.contention().done(() -> desk.notes().announce(key, "import"));
        Upload upload =
                new Upload(desk, key, desk.ids().nonce(), request, desk.clock().instant());
        return switch (beginning.begin(upload)) {
            case Beginning.Begun.Made made -> new Import.Imported(answer(made.view(), made.isCertain()));
            case Beginning.Begun.Taken taken -> {
                upload.takeBack();
                yield met(taken.view(), request);
            }
        };
    }

    private Conversation answer(View view, boolean isCertain) {
        return desk.contention().read(() -> desk.loading().conversation(view, List.of(), isCertain));
    }

    private Import met(View view, ImportRequest request) {
        boolean isSame = request.digest().equals(view.root().history().imported())
                && request.agentId().equals(view.header().agentId());
        if (!isSame) {
            return new Import.Taken();
        }
        // an import that broke off after its last but one step is complete but for its directory entry
        keeping.align(view.header());
        return new Import.Same(desk.contention().read(() -> desk.loading().conversation(view)));
    }
}
