package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.FieldFault;
import dev.danamemory.model.InvalidInputException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Test
    void noneIsNoProblem() {
        Faults faults = new Faults();
        assertThat(faults.isEmpty()).isTrue();
        assertThatCode(faults::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void tellsAllInTheirOrder() {
        Faults faults = new Faults();
        faults.add(Place.root().field("a"), "is required");
        faults.add(Place.root(), "must be an object");
        assertThatThrownBy(faults::throwIfAny)
                .hasMessage("a: is required; must be an object")
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
                .extracting(InvalidInputException::faults, InstanceOfAssertFactories.list(FieldFault.class))
                .containsExactly(new FieldFault("a", "is required"), new FieldFault("", "must be an object"));
    }

    @Test
    void keepsTwenty() {
        Faults faults = new Faults();
        for (int i = 0; i < 19; i++) {
            faults.add(Place.root().item(i), "is wrong");
        }
        assertThat(faults.isFull()).isFalse();
        faults.add(Place.root().item(19), "is wrong");
        assertThat(faults.isFull()).isTrue();
        faults.add(Place.root().item(20), "is wrong");
        assertThat(faults.found()).hasSize(20).last().isEqualTo(new FieldFault("[19]", "is wrong"));
    }
}
