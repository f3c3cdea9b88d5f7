package dev.danamemory.store.reference;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.NewConversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation to be, but for its generation and names. */
interface Draft {
    ConversationHeader header(long generation, String epoch, String birth);

    List<Turn> turns();

    List<Summary> summaries();

    @Nullable
    String listTitle();

    @Nullable
    String digest();

    @Nullable
    DanaFile file();

    /** The name of the creation, if its caller chose one. */
    default @Nullable String birth() {
        return null;
    }

    /** Made of nothing. */
    record Plain(ConversationKey key, NewConversation wanted, String now) implements Draft {
        @Override
        public ConversationHeader header(long generation, String epoch, String birth) {
            return new ConversationHeader(
                    key,
                    wanted.agentId(),
                    wanted.title(),
                    null,
                    ConversationStatus.ACTIVE,
                    generation,
                    epoch,
                    birth,
                    now,
                    now,
                    1,
                    0,
                    0,
                    0,
                    wanted.metadata());
        }

        @Override
        public List<Turn> turns() {
            return List.of();
        }

        @Override
        public List<Summary> summaries() {
            return List.of();
        }

        @Override
        public @Nullable String birth() {
            return wanted.birth();
        }

        @Override
        public @Nullable String listTitle() {
            return wanted.title() != null ? wanted.title() : Headers.derived(wanted.firstMessage());
        }

        @Override
        public @Nullable String digest() {
            return null;
        }

        @Override
        public @Nullable DanaFile file() {
            return null;
        }
    }

    /** Made of a file. */
    record OfFile(ConversationKey key, ImportRequest request, String now) implements Draft {
        @Override
        public ConversationHeader header(long generation, String epoch, String birth) {
            DanaFile file = request.file();
            Long counted = file.sessionCount();
            String created = file.createdAt();
            String updated = file.updatedAt();
            return new ConversationHeader(
                    key,
                    request.agentId(),
                    file.title(),
                    turns().isEmpty()
                            ? null
                            : Headers.derived(turns().getFirst().userInput()),
                    ConversationStatus.ACTIVE,
                    generation,
                    epoch,
                    birth,
                    created != null ? created : now,
                    updated != null ? updated : now,
                    turns().isEmpty() ? 1 : turns().getFirst().turnNumber(),
                    file.totalTurns(),
                    counted != null
                            ? counted
                            : Sessions.count(turns(), request.settings().sessionMinutes()),
                    file.summaries().size(),
                    file.metadata());
        }

        @Override
        public List<Turn> turns() {
            return request.file().turns();
        }

        @Override
        public List<Summary> summaries() {
            return request.file().summaries();
        }

        @Override
        public @Nullable String listTitle() {
            return header(0, "", "").shownTitle();
        }

        @Override
        public @Nullable String digest() {
            return request.digest();
        }

        @Override
        public @Nullable DanaFile file() {
            return Export.withoutHistory(request.file());
        }
    }
}
