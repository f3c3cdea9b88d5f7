package dev.danamemory.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.blob.disk.FileStore;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.StoredDataUnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and crashes do to the files behind a list. */
class ListingTest {
    private static final UserId ALICE = new UserId("alice");
    private static final ConversationKey OVEN = new ConversationKey(ALICE, "Oven.1");
    private static final DirectoryQuery ALL = new DirectoryQuery(null, null, 20, null);

    @TempDir
    Path folder;

    private FileStore store;

    @BeforeEach
    void open() throws IOException {
        store = FileStore.open(folder);
        for (String id : new String[] {"Oven.1", "rye"}) {
            store.conversations()
                    .create(
                            new ConversationKey(ALICE, id),
                            new NewConversation(null, "Title of " + id, null, JsonNodeFactory.instance.objectNode()));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void cut(String key) throws IOException {
        Files.writeString(folder.resolve(key), "{\"cut\":");
    }

    @Test
    void aDamagedEntryIsMadeUpForByItsHead() throws IOException {
        cut(BlobKeys.entry(OVEN));
        assertThat(store.conversations().list(ALICE, ALL).entries())
                .extracting(DirectoryEntry::title)
                .containsExactlyInAnyOrder("Title of Oven.1", "Title of rye");
    }

    @Test
    void whereBothAreDamagedTheErrorNamesTheConversationWhichCanBeErased() throws IOException {
        cut(BlobKeys.entry(OVEN));
        cut(BlobKeys.head(OVEN));
        assertThatThrownBy(() -> store.conversations().list(ALICE, ALL))
                .isInstanceOfSatisfying(
                        StoredDataUnreadableException.class,
                        damage -> assertThat(damage.conversationId()).isEqualTo("Oven.1"));
        store.conversations().erase(OVEN);
        assertThat(store.conversations().list(ALICE, ALL).entries())
                .extracting(DirectoryEntry::conversationId)
                .containsExactly("rye");
    }

    @Test
    void copiesThatPeopleLeaveAreNotConversations() throws IOException {
        for (String copy : new String[] {"rye.json.bak", "rye.json~", "stray.txt"}) {
            Files.writeString(folder.resolve("list/alice").resolve(copy), "{}");
            Files.writeString(folder.resolve("conversations/alice").resolve(copy), "{}");
        }
        assertThat(store.conversations().list(ALICE, ALL).entries()).hasSize(2);
    }
}
