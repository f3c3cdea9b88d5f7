package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.NewIds;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Ids of two copies of one process. */
class RenewedRandomTest {
    private static RenewedRandom copy(long seedOfItsOwn) {
        Queue<RandomGenerator> generators = new ArrayDeque<>(List.of(new Random(1), new Random(seedOfItsOwn)));
        return new RenewedRandom(generators::remove);
    }

    @Test
    void copiesThatGoOnMakeTheSameIds() {
        assertThat(new NewIds(copy(2)).conversation()).isEqualTo(new NewIds(copy(3)).conversation());
    }

    @Test
    void renewedOnesDoNot() {
        RenewedRandom one = copy(2);
        RenewedRandom other = copy(3);
        NewIds ids = new NewIds(one);
        NewIds others = new NewIds(other);
        assertThat(ids.nonce()).isEqualTo(others.nonce());
        one.renew();
        other.renew();
        assertThat(ids.nonce()).isNotEqualTo(others.nonce());
        assertThat(ids.conversation()).isNotEqualTo(others.conversation());
    }

    @Test
    void bytesComeFromTheNewOneToo() {
        RenewedRandom random = copy(2);
        random.renew();
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        byte[] expected = new byte[8];
        new Random(2).nextBytes(expected);
        assertThat(bytes).isEqualTo(expected);
    }
}
