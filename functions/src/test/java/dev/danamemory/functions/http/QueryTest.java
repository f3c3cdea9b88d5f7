package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    void readsNamesAndValues() {
        Query query = Query.of("a=1&b=x+y%2B&c=&d&e=f=g&%61b=q");
        assertThat(query.text("a")).isEqualTo("1");
        assertThat(query.text("b")).isEqualTo("x y+");
        assertThat(query.text("c")).isEmpty();
        assertThat(query.text("d")).isEmpty();
        assertThat(query.text("e")).isEqualTo("f=g");
        assertThat(query.text("ab")).isEqualTo("q");
        assertThat(query.text("missing")).isNull();
    }

    @Test
    void nothingHasNoParameters() {
        assertThat(Query.of(null).text("a")).isNull();
        assertThat(Query.of("").text("a")).isNull();
    }

    @Test
    void onlyWhatIsReadCanBeWrong() {
        Query query = Query.of("a=1&a=2&%FF=x&b=%FF&c=3");
        assertThat(query.whole("c", 0, 5)).isEqualTo(3);
        query.check();
        assertThatThrownBy(() -> query.text("a")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> query.text("b")).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "7"})
    void wholeNumbers(String text) {
        assertThat(Query.of("n=" + text).number("n", 7, 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "8", "-7", "9223372036854775808", "-9223372036854775809"})
    void outOfRangeIsAFault(String text) {
        Query query = Query.of("n=" + text);
        assertThat(query.number("n", 7, 7)).isNull();
        assertThatThrownBy(query::check)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.problem()).isEqualTo("must be from 7 to 7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+7", "7.0", "0x7", "7 ", "\u0667", "--7"})
    void notANumberAtAll(String text) {
        Query query = Query.of("n=" + text.replace("+", "%2B"));
        assertThatThrownBy(() -> query.number("n", 0, 9)).isInstanceOf(ProblemException.class);
    }

    @Test
    void requiredTextThatIsMissing() {
        Query query = Query.of("a=");
        assertThat(query.requiredText("a", 10)).isEmpty();
        query.check();
        assertThat(query.requiredText("b", 10)).isEmpty();
        assertThatThrownBy(query::check).isInstanceOf(InvalidInputException.class);
    }
}
