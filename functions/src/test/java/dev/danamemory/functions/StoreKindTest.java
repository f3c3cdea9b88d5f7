package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreKindTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(StoreKind kind) {
        assertThat(StoreKind.of(kind.wire())).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FILE", "disk", "file "})
    void otherNamesAreNone(String name) {
        assertThat(StoreKind.of(name)).isEmpty();
    }
}
