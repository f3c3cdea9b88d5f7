package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.StorageClass;

class ArchiveClassTest {
    private static Variables said(String name) {
        return new Variables(Map.of("MEMORY_ARCHIVE_CLASS", name));
    }

    @Test
    void withoutAWordItIsTheBucketsOwn() {
        assertThat(ArchiveClass.of(new Variables(Map.of()))).isNull();
        assertThat(ArchiveClass.of(said(""))).isNull();
    }

    @Test
    void everyClassThatTheTemplateOffersIsOne() {
        assertThat(Template.DOCUMENT
                        .at("Parameters", "ArchiveClass", "AllowedValues")
                        .texts())
                .hasSize(5)
                .contains(Template.DOCUMENT
                        .at("Parameters", "ArchiveClass", "Default")
                        .text())
                .allSatisfy(name -> assertThat(ArchiveClass.of(said(name))).hasToString(name))
                .allSatisfy(name -> assertThat(StorageClass.knownValues()).contains(StorageClass.fromValue(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GLACIER", "DEEP_ARCHIVE", "glacier_ir", "COLD"})
    void whatCannotBeReadAtOnceIsNone(String name) {
        assertThatThrownBy(() -> ArchiveClass.of(said(name)))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("MEMORY_ARCHIVE_CLASS must be STANDARD, ")
                .hasMessageContaining("GLACIER_IR");
    }
}
