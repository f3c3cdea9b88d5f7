package dev.danamemory.functions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** A test of a row of the error table, run for every route that the row can touch. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(RowTest.Routes.class)
@interface RowTest {
    ErrorRow value();

    /** Hands over the row's routes. */
    final class Routes implements ArgumentsProvider, AnnotationConsumer<RowTest> {
        private ErrorRow row = ErrorRow.NO_SUCH_ROUTE;

        @Override
        public void accept(RowTest test) {
            row = test.value();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return row.routes().map(Arguments::of);
        }
    }
}
