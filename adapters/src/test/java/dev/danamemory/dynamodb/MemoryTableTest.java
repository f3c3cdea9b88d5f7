package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table in memory answers as DynamoDB does, so what the mutants show of it holds. */
class MemoryTableTest {
    private static final int STEPS = 1_500;
    private static final List<String> SORTS = List.of("a", "b", "b0", "c#1", "c#2", "d", "~");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final DynamoDbClient client = TestDynamo.quickClient();
    private final String name = TestDynamo.createTable(client);

    @AfterEach
    void drop() {
        client.deleteTable(delete -> delete.tableName(name));
    }

    @Test
    void itAnswersAsDynamoDbDoes() {
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        Table real = new AwsTable(client, name, new Meter(), deadline);
        Table memory = new MemoryTable(deadline);
        for (int n = 0; n < STEPS; n++) {
            String story = "step " + n + ", seed " + seed;
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    Item item = item();
                    Condition condition = condition(item.key());
                    assertThat(memory.put(item, condition)).as(story).isEqualTo(real.put(item, condition));
                }
                case 2 -> {
                    ItemKey key = key();
                    assertThat(memory.get(key)).as(story).isEqualTo(real.get(key));
                }
                case 3 -> {
                    Range range = range();
                    sameRun(memory.query(range), real.query(range), story);
                }
                case 4 -> {
                    List<ItemKey> keys = SORTS.subList(0, 1 + random.nextInt(SORTS.size())).stream()
                            .map(sort -> new ItemKey("p", sort))
                            .toList();
                    assertThat(sorted(memory.getAll(keys))).as(story).isEqualTo(sorted(real.getAll(keys)));
                }
                case 5 -> {
                    ItemKey key = key();
                    Condition condition = Condition.same(item(key), "b", "r");
                    assertThat(memory.delete(key, condition)).as(story).isEqualTo(real.delete(key, condition));
                }
                case 6 -> {
                    IdleRange range = idleRange();
                    sameRows(range, memory, real, story);
                }
                default -> {
                    Item put = item();
                    ItemKey deleted = key();
                    Writes writes = deleted.equals(put.key())
                            ? new Writes(List.of(), List.of(put))
                            : new Writes(List.of(deleted), List.of(put));
                    assertThat(memory.write(writes)).as(story).isEqualTo(real.write(writes));
                }
            }
        }
    }

    // one may say that there may be more where the other knows that there is not
    private static void sameRun(ItemPage memory, ItemPage real, String story) {
        assertThat(memory.items()).as(story).isEqualTo(real.items());
        if (real.next() != null) {
            assertThat(memory.next()).as(story).isEqualTo(real.next());
        }
    }

    // entries of one moment have no order between them
    private static void sameRows(IdleRange range, Table memory, Table real, String story) {
        List<IdleRow> one = all(range, memory);
        List<IdleRow> other = all(range, real);
        assertThat(one).as(story).containsExactlyInAnyOrderElementsOf(other);
        assertThat(one.stream().map(IdleRow::activeAt))
                .as(story)
                .isEqualTo(other.stream().map(IdleRow::activeAt).toList());
    }

    private static List<IdleRow> all(IdleRange range, Table table) {
        List<IdleRow> all = new ArrayList<>();
        IdleRow after = null;
        do {
            IdleRows page = table.idle(new IdleRange(range.partition(), range.through(), range.limit(), after));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(range.limit());
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private IdleRange idleRange() {
        return new IdleRange(random.nextBoolean() ? "g" : "h", random.nextInt(5), 1 + random.nextInt(4), null);
    }

    private static List<Item> sorted(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(item -> item.key().sort()))
                .toList();
    }

    private ItemKey key() {
        return new ItemKey(random.nextInt(4) == 0 ? "q" : "p", SORTS.get(random.nextInt(SORTS.size())));
    }

    private Item item() {
        return item(key());
    }

    private Item item(ItemKey key) {
        Item.Builder item = Item.at(key).number("r", (long) random.nextInt(4));
        if (random.nextBoolean()) {
            item.text("b", random.nextBoolean() ? "one" : "two");
        }
        if (random.nextInt(3) == 0) {
            item.text("x", "swept");
        }
        if (random.nextBoolean()) {
            item.text("gp", random.nextBoolean() ? "g" : "h").number("a", (long) random.nextInt(5));
        }
        return item.bytes("c", new byte[] {(byte) random.nextInt(3)}).build();
    }

    private Condition condition(ItemKey key) {
        return switch (random.nextInt(4)) {
            case 0 -> Condition.nothing();
            case 1 -> new Condition(Map.of("b", AttributeValue.fromS("one")), Set.of("x"), Map.of("r", 2L));
            case 2 -> Condition.same(item(), "b", "r", "x");
            default -> Condition.same(Item.at(key).number("r", 1L).build(), "r", "x");
        };
    }

    private Range range() {
        String one = SORTS.get(random.nextInt(SORTS.size()));
        String other = SORTS.get(random.nextInt(SORTS.size()));
        String from = one.compareTo(other) <= 0 ? one : other;
        String to = one.compareTo(other) <= 0 ? other : one;
        Range range = new Range("p", from, to, random.nextBoolean(), 1 + random.nextInt(4), null);
        // pages end inside of their range
        List<String> ends = SORTS.stream()
                .filter(sort -> sort.compareTo(from) > 0 && sort.compareTo(to) < 0)
                .toList();
        return ends.isEmpty() || random.nextBoolean() ? range : range.after(ends.get(random.nextInt(ends.size())));
    }
}
