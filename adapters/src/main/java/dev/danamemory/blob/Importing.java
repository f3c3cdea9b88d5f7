package dev.danamemory.blob;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.rules.Archived;
import dev.danamemory.store.rules.ImportedHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a conversation of a Dana file: blocks first, under an epoch that nobody knows, then the head, with which all of
 * it appears at once.
 */
class Importing {
    private static final int HOT_SUMMARIES = 3;
    // what fails is done again with its neighbours
    private static final int SEALED_AT_ONCE = 50;

    private final Desk desk;
    private final EntryKeeping keeping;
    private final Beginning beginning;

    Importing(Desk desk, EntryKeeping keeping, Beginning beginning) {
        this.desk = desk;
        this.keeping = keeping;
        this.beginning = beginning;
    }

    Import importFile(ConversationKey key, ImportRequest request) {
        Optional<Found.Live> present = desk.contention().read(() -> desk.heads().live(key));
        if (present.isPresent()) {
            return met(present.get(), request);
        }
        desk.contention().done(() -> desk.sweeps().announce(key, "import"));
        Upload upload =
                new Upload(key, desk.ids().nonce(), request, desk.clock().instant());
        return switch (beginning.begin(upload)) {
            case Beginning.Begun.Made made ->
                new Import.Imported(desk.heads().conversation(made.head(), made.version()));
            case Beginning.Begun.Taken taken -> met(taken.live(), request);
        };
    }

    private Import met(Found.Live live, ImportRequest request) {
        boolean same = request.digest().equals(live.head().marks().imported())
                && request.agentId().equals(live.head().header().agentId());
        if (!same) {
            return new Import.Taken();
        }
        // an import that broke off after its last but one step is complete but for its list entry
        keeping.repair(live.head().header());
        return new Import.Same(desk.heads().conversation(live.head(), live.version()));
    }

    private final class Upload implements Draft {
        private final ConversationKey key;
        private final String birth;
        private final ImportRequest request;
        private final Instant now;

        Upload(ConversationKey key, String birth, ImportRequest request, Instant now) {
            this.key = key;
            this.birth = birth;
            this.request = request;
            this.now = now;
        }

        @Override
        public ConversationKey key() {
            return key;
        }

        @Override
        public String birth() {
            return birth;
        }

        @Override
        public boolean isLong() {
            return true;
        }

        @Override
        public Head head(long generation, String epoch) {
            DanaFile file = request.file();
            ConversationHeader header = header(generation, epoch);
            Marks marks = new Marks(now, now, null, header.shownTitle(), request.digest(), List.of(), Archived.NOTHING);
            return new Head(
                    header, hot(file.turns(), sealed()), hot(file.summaries(), sealedSummaries()), marks, file.more());
        }

        private ConversationHeader header(long generation, String epoch) {
            DanaFile file = request.file();
            ImportedHistory imported = new ImportedHistory(request, now);
            return new ConversationHeader(
                    key,
                    request.agentId(),
                    file.title(),
                    imported.derivedTitle(),
                    ConversationStatus.ACTIVE,
                    generation,
                    epoch,
                    birth,
                    imported.createdAt(),
                    imported.updatedAt(),
                    imported.firstTurn(),
                    file.totalTurns(),
                    imported.sessionCount(),
                    file.summaries().size(),
                    file.metadata());
        }

        // whole blocks leave the head as they would have turn by turn
        private int sealed() {
            int kept = Math.max(Sealing.SMALLEST_KEPT, request.settings().window());
            int surplus = Math.max(0, request.file().turns().size() - kept);
            return surplus / Blocks.LONGEST * Blocks.LONGEST;
        }

        private int sealedSummaries() {
            return Math.max(0, request.file().summaries().size() - HOT_SUMMARIES);
        }

        private static <T> List<T> hot(List<T> all, int sealed) {
            return all.subList(sealed, all.size());
        }

        @Override
        public void prepare(Head head) {
            List<List<Turn>> runs = new ArrayList<>();
            for (int from = 0; from < sealed(); from += Blocks.LONGEST) {
                runs.add(request.file().turns().subList(from, from + Blocks.LONGEST));
            }
            for (int from = 0; from < runs.size(); from += SEALED_AT_ONCE) {
                List<List<Turn>> some = runs.subList(from, Math.min(runs.size(), from + SEALED_AT_ONCE));
                desk.contention().done(() -> desk.blocks().sealRuns(head.header(), some));
            }
            List<Summary> summaries = request.file().summaries();
            int most = sealedSummaries();
            for (int from = 0; from < most; from += Blocks.LONGEST) {
                List<Summary> block = summaries.subList(from, Math.min(most, from + Blocks.LONGEST));
                long ordinal = from + 1L;
                desk.contention().done(() -> desk.blocks().sealSummaries(head.header(), block, ordinal));
            }
        }
    }
}
