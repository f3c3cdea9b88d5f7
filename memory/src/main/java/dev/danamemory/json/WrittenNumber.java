package dev.danamemory.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number that keeps the characters it was written with, so that {@code 1.50}, {@code 1E400} and integers of a
 * thousand digits leave as they came. Two are equal when their values are. {@code NaN} and the infinities, which only a
 * lenient reader lets in, and numbers of more than {@value #MOST_DIGITS} digits, which nobody keeps, are equal by text.
 *
 * <p>The text is taken apart only when its value is asked for, and an exponent is never spelled out: a short text such
 * as {@code 1e2000000000} would otherwise fill the memory.
 */
public final class WrittenNumber extends NumericNode {
    /** The most digits, those of an exponent included, that a number may have to be kept. */
    public static final int MOST_DIGITS = 1_000;

    private static final long serialVersionUID = 1L;
    private static final int SHORT = 18;

    private final String text;

    /** @param text the number as JSON writes it, or {@code NaN}, {@code Infinity}, {@code -Infinity} */
    public WrittenNumber(String text) {
        this.text = text;
    }

    /** A whole number. */
    public static WrittenNumber of(long value) {
        return new WrittenNumber(Long.toString(value));
    }

    /** False for {@code NaN} and the infinities. */
    public boolean isFinite() {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    /** How many digits it is written with, those of an exponent included. */
    public int digits() {
        return (int) text.chars().filter(Character::isDigit).count();
    }

    /** The number as it was written. */
    public String text() {
        return text;
    }

    /** The digits of a whole number from 0 up, however it is written, if they are at most so many. */
    public Optional<String> wholeDigits(int most) {
        return isReadable() ? Decimal.of(text).wholeDigits(most) : Optional.empty();
    }

    /** One text for all ways to write the same value. */
    public String canonical() {
        return isReadable() ? Decimal.of(text).toString() : text;
    }

    private boolean isReadable() {
        return isFinite() && (text.length() <= MOST_DIGITS || digits() <= MOST_DIGITS);
    }

    private OptionalLong whole() {
        if (isShortInteger()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        return isReadable() ? Decimal.of(text).toLong() : OptionalLong.empty();
    }

    // what nearly all are
    private boolean isShortInteger() {
        if (text.length() > SHORT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    @Override
    public boolean isIntegralNumber() {
        return canConvertToLong();
    }

    /** Whether it is a whole number that a long can hold, however it is written: {@code 1e2} and {@code 3.0} are. */
    @Override
    public boolean canConvertToLong() {
        return whole().isPresent();
    }

    @Override
    public boolean canConvertToExactIntegral() {
        return canConvertToLong();
    }

    @Override
    public boolean canConvertToInt() {
        OptionalLong whole = whole();
        return whole.isPresent() && (int) whole.getAsLong() == whole.getAsLong();
    }

    @Override
    public Number numberValue() {
        return decimalValue();
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    /** The whole number; 0 where {@link #canConvertToLong()} is false. */
    @Override
    public long longValue() {
        return whole().orElse(0);
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    /** The value; 0 where no {@link BigDecimal} holds it. */
    @Override
    public BigDecimal decimalValue() {
        try {
            return isReadable() ? new BigDecimal(text) : BigDecimal.ZERO;
        } catch (NumberFormatException exponentTooLarge) {
            return BigDecimal.ZERO;
        }
    }

    @Override
    public BigInteger bigIntegerValue() {
        return BigInteger.valueOf(longValue());
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public JsonParser.NumberType numberType() {
        return JsonParser.NumberType.BIG_DECIMAL;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WrittenNumber number
                && (text.equals(number.text) || canonical().equals(number.canonical()));
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }
}
