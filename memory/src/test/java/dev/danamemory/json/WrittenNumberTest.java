package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "0.000,0",
        "0e99999999999,0",
        "-0E-99999999999,0",
        "1,1",
        "1.0,1",
        "1e0,1",
        "10e-1,1",
        "-7,-7",
        "1e2,100",
        "0.5e1,5",
        "1000e-3,1",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "92233720368547758070e-1,9223372036854775807",
        "1e18,1000000000000000000"
    })
    void aWholeNumberIsOneHoweverItIsWritten(String text, long value) {
        WrittenNumber number = new WrittenNumber(text);
        assertThat(number.canConvertToLong()).isTrue();
        assertThat(number.isIntegralNumber()).isTrue();
        assertThat(number.canConvertToExactIntegral()).isTrue();
        assertThat(number.longValue()).isEqualTo(value);
        assertThat(number.bigIntegerValue()).isEqualTo(value);
        assertThat(number).isEqualTo(WrittenNumber.of(value)).hasSameHashCodeAs(WrittenNumber.of(value));
        assertThat(number.asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "0e9,0",
        "7,7",
        "1.20e2,120",
        "1e19,10000000000000000000",
        "100e17,10000000000000000000",
        "123456789012345678901,123456789012345678901",
        "1e20,100000000000000000000"
    })
    void wholeDigitsAreSpelledOut(String text, String digits) {
        assertThat(new WrittenNumber(text).wholeDigits(21)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1.5",
                "1e-1",
                "1e21",
                "1234567890123456789012",
                "1e99999999999",
                "-1e400",
                "NaN",
                "Infinity"
            })
    void whatIsNoWholeNumberOrTooLongHasNone(String text) {
        assertThat(new WrittenNumber(text).wholeDigits(21)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1e-1",
                "0.1",
                "9223372036854775808",
                "-9223372036854775809",
                "1e19",
                "1e400",
                "1e2147483648",
                "1e-2147483648",
                "1e99999999999",
                "-1e99999999999",
                "NaN",
                "Infinity",
                "-Infinity"
            })
    void whatIsNoLongIsNone(String text) {
        WrittenNumber number = new WrittenNumber(text);
        assertThat(number.canConvertToLong()).isFalse();
        assertThat(number.canConvertToInt()).isFalse();
        assertThat(number.isIntegralNumber()).isFalse();
        assertThat(number.longValue()).isZero();
        assertThat(number.asText()).isEqualTo(text);
    }

    @Test
    void anIntIsALongThatFits() {
        assertThat(new WrittenNumber("2147483647").canConvertToInt()).isTrue();
        assertThat(new WrittenNumber("2147483648").canConvertToInt()).isFalse();
        assertThat(new WrittenNumber("-2.147483648e9").intValue()).isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50,1.5",
        "1E400,10e399",
        "1e400,0.01e402",
        "-0,0",
        "100,1e2",
        "1e99999999999,10e99999999998",
        "0.10,1e-1",
        "-1.0,-1",
        "1e+5,1E05"
    })
    void equalValuesAreEqual(String one, String other) {
        assertThat(new WrittenNumber(one))
                .isEqualTo(new WrittenNumber(other))
                .hasSameHashCodeAs(new WrittenNumber(other));
        assertThat(new WrittenNumber(one).canonical()).isEqualTo(new WrittenNumber(other).canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "1,-1",
        "1,10",
        "1e400,1e401",
        "12345678901234567890,12345678901234567891",
        "NaN,Infinity",
        "0.1,0.10000000000000001"
    })
    void differentValuesAreNot(String one, String other) {
        assertThat(new WrittenNumber(one)).isNotEqualTo(new WrittenNumber(other));
        assertThat(new WrittenNumber(one).canonical()).isNotEqualTo(new WrittenNumber(other).canonical());
    }

    @Test
    void isNoOtherNode() {
        assertThat(new WrittenNumber("1").equals(JsonNodeFactory.instance.textNode("1")))
                .isFalse();
    }

    @Test
    void countsAllDigits() {
        assertThat(new WrittenNumber("-12.50e+03").digits()).isEqualTo(6);
        assertThat(new WrittenNumber("NaN").digits()).isZero();
    }

    @Test
    void aThousandDigitsHaveAValue() {
        String thousand = "1" + "0".repeat(999);
        assertThat(new WrittenNumber(thousand)).isEqualTo(new WrittenNumber("1e999"));
        assertThat(new WrittenNumber(thousand + "0")).isNotEqualTo(new WrittenNumber("1e1000"));
        assertThat(new WrittenNumber("-" + "0." + "1".repeat(999)).decimalValue())
                .isEqualTo(new BigDecimal("-0." + "1".repeat(999)));
    }

    @Test
    void offersOtherViewsOfItsValue() {
        assertThat(new WrittenNumber("0.25").doubleValue()).isEqualTo(0.25);
        assertThat(new WrittenNumber("NaN").doubleValue()).isNaN();
        assertThat(new WrittenNumber("1.50").decimalValue()).isEqualTo(new BigDecimal("1.50"));
        assertThat(new WrittenNumber("1.50").numberValue()).isEqualTo(new BigDecimal("1.50"));
        assertThat(new WrittenNumber("1e99999999999").decimalValue()).isZero();
        assertThat(new WrittenNumber("NaN").decimalValue()).isZero();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void aHugeExponentCostsNothing() {
        for (String text :
                new String[] {"1e2000000000", "0e-2000000000", "1e-2000000000", "1e" + "9".repeat(4_000_000)}) {
            WrittenNumber number = new WrittenNumber(text);
            assertThat(number.canConvertToLong() && number.longValue() != 0).isFalse();
            assertThat(number.canonical()).isNotEmpty();
            assertThat(number).isEqualTo(new WrittenNumber(text)).hasSameHashCodeAs(new WrittenNumber(text));
        }
    }

    @Test
    void agreesWithBigDecimal() {
        long seed = 42;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            BigDecimal one = decimal(random);
            BigDecimal other = random.nextBoolean() ? one.setScale(one.scale() + 3) : decimal(random);
            WrittenNumber written = new WrittenNumber(one.toString());
            assertThat(written.equals(new WrittenNumber(other.toString())))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(one.compareTo(other) == 0);
            assertThat(written.canConvertToLong())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(isLong(one));
        }
    }

    private static BigDecimal decimal(Random random) {
        return new BigDecimal(new java.math.BigInteger(random.nextInt(72), random), random.nextInt(6) - 3)
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 100 : -1));
    }

    private static boolean isLong(BigDecimal value) {
        try {
            value.longValueExact();
            return true;
        } catch (ArithmeticException noLong) {
            return false;
        }
    }
}
