package dev.danamemory.functions.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.functions.LargeExports;
import dev.danamemory.functions.conversations.UserExport.Page;
import dev.danamemory.functions.http.Measures;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.OwnedPage;
import dev.danamemory.store.StoredDataUnreadableException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages while conversations come and go, over a store whose positions are ids. */
class UserExportTest {
    private static final UserId USER = new UserId("alice");
    private static final int MEBIBYTE = 1024 * 1024;

    private final NavigableMap<String, Integer> sizes = new TreeMap<>();
    private final List<String> exported = new ArrayList<>();
    private Runnable afterList = () -> {};
    private BooleanSupplier isTimeShort = () -> false;
    private LargeExports large = new LargeExports.Whole();
    private final Set<String> damaged = new HashSet<>();
    private final Measures measures = new Measures();

    private final ConversationStore store = (ConversationStore) Proxy.newProxyInstance(
            UserExportTest.class.getClassLoader(),
            new Class<?>[] {ConversationStore.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "owned" -> owned((String) arguments[1], (int) arguments[2]);
                case "export" -> export((ConversationKey) arguments[0]);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private OwnedPage owned(@Nullable String position, int limit) {
        List<String> ids = sizes.tailMap(position == null ? "" : position, false).keySet().stream()
                .limit(limit)
                .toList();
        boolean isLast = ids.isEmpty() || sizes.higherKey(ids.getLast()) == null;
        OwnedPage page = new OwnedPage(
                ids.stream().map(id -> new ConversationKey(USER, id)).toList(), isLast ? null : ids.getLast());
        afterList.run();
        return page;
    }

    private Optional<DanaFile> export(ConversationKey key) {
        exported.add(key.conversationId());
        if (damaged.contains(key.conversationId())) {
            throw new StoredDataUnreadableException("conversations/alice/" + key.conversationId(), "cut", null);
        }
        return Optional.ofNullable(sizes.get(key.conversationId())).map(UserExportTest::file);
    }

    private static DanaFile file(int size) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("size", "x".repeat(size));
        return new DanaFile(null, null, null, List.of(), List.of(), null, 0, null, null, metadata, Map.of());
    }

    private Page page(@Nullable String position, int limit) {
        EachExport exports = new EachExport(new Exports(store, large), measures);
        return new UserExport(store, exports, isTimeShort).page(USER, position, limit);
    }

    private static List<String> ids(Page page) {
        return page.files().stream()
                .map(file -> file.path("conversation_id").asText())
                .toList();
    }

    @Test
    void aPageThatFitsIsTheStores() {
        sizes.putAll(Map.of("a", 1, "b", 1, "c", 1));
        assertThat(ids(page(null, 2))).containsExactly("a", "b");
        assertThat(page(null, 2).next()).isEqualTo("b");
        assertThat(ids(page("b", 2))).containsExactly("c");
        assertThat(page("b", 2).next()).isNull();
    }

    @Test
    void aPageThatIsTooLargeEndsBeforeAndTheNextBeginsThere() {
        sizes.putAll(Map.of("a", MEBIBYTE, "b", 2 * MEBIBYTE, "c", 2 * MEBIBYTE, "d", 1));
        Page first = page(null, 10);
        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(first.next()).isEqualTo("b");
        assertThat(ids(page(first.next(), 10))).containsExactly("c", "d");
    }

    @Test
    void oneThatIsTooLargeForAnyPageComesAlone() {
        sizes.putAll(Map.of("a", 9 * MEBIBYTE, "b", 9 * MEBIBYTE, "c", 1));
        assertThat(ids(page(null, 10))).containsExactly("a");
        assertThat(ids(page("a", 10))).containsExactly("b");
        assertThat(ids(page("b", 10))).containsExactly("c");
    }

    @Test
    void whatIsErasedBetweenTwoLooksIsLeftOut() {
        sizes.putAll(Map.of("a", 1, "b", 1, "c", 1));
        afterList = () -> sizes.remove("b");
        assertThat(ids(page(null, 10))).containsExactly("a", "c");
    }

    @Test
    void anEraseWhileAPageIsCutShortCostsNobodyElse() {
        sizes.putAll(Map.of("a", MEBIBYTE, "b", MEBIBYTE, "c", 3 * MEBIBYTE, "d", 1));
        afterList = () -> {
            if (exported.contains("c")) {
                sizes.remove("a");
            }
        };
        Page first = page(null, 10);
        List<String> all = new ArrayList<>(ids(first));
        all.addAll(ids(page(first.next(), 10)));
        assertThat(all).containsSubsequence("b", "c", "d").doesNotHaveDuplicates();
    }

    @Test
    void oneThatIsMadeWhileAPageIsCutShortMovesNobody() {
        sizes.putAll(Map.of("a", MEBIBYTE, "b", MEBIBYTE, "c", 3 * MEBIBYTE, "d", 1));
        afterList = () -> {
            if (exported.contains("c")) {
                sizes.put("ab", 1);
            }
        };
        List<String> all = new ArrayList<>();
        @Nullable String position = null;
        do {
            Page page = page(position, 10);
            all.addAll(ids(page));
            position = page.next();
        } while (position != null);
        assertThat(all).containsSubsequence("a", "b", "c", "d").doesNotHaveDuplicates();
    }

    @Test
    void whenTimeIsShortWhatWasReadIsAnsweredAndOneAtLeast() {
        sizes.putAll(Map.of("a", 1, "b", 1, "c", 1));
        isTimeShort = () -> !exported.isEmpty();
        Page first = page(null, 10);
        assertThat(ids(first)).containsExactly("a");
        assertThat(first.next()).isEqualTo("a");
        assertThat(exported).containsExactly("a");
        exported.clear();
        assertThat(ids(page("a", 10))).containsExactly("b");
    }

    @Test
    void aCutPageHoldsNoMoreThanItsLimit() {
        sizes.putAll(Map.of("a", 1, "b", 1, "c", 1, "d", 5 * MEBIBYTE));
        isTimeShort = () -> exported.size() >= 2;
        assertThat(ids(page(null, 2))).containsExactly("a", "b");
    }

    @Test
    void whatIsDamagedIsToldAndTheOthersAreHad() {
        sizes.putAll(Map.of("a", 1, "b", 1, "c", 1));
        damaged.add("b");
        Page page = page(null, 10);
        assertThat(ids(page)).containsExactly("a", "b", "c");
        assertThat(page.files().get(1).toString())
                .startsWith("{\"conversation_id\":\"b\",\"problem\":{\"type\":\"/problems/stored-data-unreadable\",")
                .contains("\"status\":500", "it was left as it is");
        assertThat(page.next()).isNull();
    }

    @Test
    void aPageThatIsCutShortTellsOfDamageToo() {
        sizes.putAll(Map.of("a", 1, "b", 2 * MEBIBYTE, "c", 3 * MEBIBYTE, "d", 1));
        damaged.add("a");
        Page first = page(null, 10);
        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(first.files().getFirst().has("problem")).isTrue();
        assertThat(ids(page(first.next(), 10))).containsExactly("c", "d");
    }

    @Test
    void whatIsTooLargeToBeHadHereStandsInNobodysWay() {
        large = new LargeExports.Refused();
        sizes.putAll(Map.of("a", 1, "b", 5 * MEBIBYTE, "c", 1));
        Page page = page(null, 10);
        assertThat(ids(page)).containsExactly("a", "b", "c");
        assertThat(page.files().get(1).at("/problem/status").asInt()).isEqualTo(422);
        assertThat(page.files().get(1).at("/problem/detail").asText()).contains("MEMORY_ARCHIVE");
    }
}
