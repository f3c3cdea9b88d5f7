package dev.danamemory.json;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The value of a written number, as {@code digits} times ten to the {@code exponent}. One value has one form.
 *
 * @param digits without zeros at either end; empty for 0
 */
record Decimal(boolean negative, String digits, BigInteger exponent) {
    private static final int LONGEST_LONG = 19;

    /** @param text a finite number as JSON writes it */
    static Decimal of(String text) {
        boolean negative = text.startsWith("-");
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        String mantissa = text.substring(negative ? 1 : 0, e < 0 ? text.length() : e);
        BigInteger written = e < 0 ? BigInteger.ZERO : new BigInteger(text.substring(e + 1));
        int point = mantissa.indexOf('.');
        int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
        String all = mantissa.replace(".", "");
        int end = all.length();
        while (end > 0 && all.charAt(end - 1) == '0') {
            end--;
        }
        int start = 0;
        while (start < end && all.charAt(start) == '0') {
            start++;
        }
        if (start == end) {
            return new Decimal(false, "", BigInteger.ZERO);
        }
        BigInteger exponent = written.add(BigInteger.valueOf((long) all.length() - end - decimals));
        return new Decimal(negative, all.substring(start, end), exponent);
    }

    /** The digits of a whole number from 0 up, if they are at most so many. */
    Optional<String> wholeDigits(int most) {
        if (digits.isEmpty()) {
            return Optional.of("0");
        }
        boolean isLong = exponent.compareTo(BigInteger.valueOf((long) most - digits.length())) > 0;
        return negative || exponent.signum() < 0 || isLong
                ? Optional.empty()
                : Optional.of(digits + "0".repeat(exponent.intValueExact()));
    }

    /** The value where it is a whole number that a long can hold. */
    OptionalLong toLong() {
        if (digits.isEmpty()) {
            return OptionalLong.of(0);
        }
        BigInteger most = BigInteger.valueOf((long) LONGEST_LONG - digits.length());
        if (exponent.signum() < 0 || exponent.compareTo(most) > 0) {
            return OptionalLong.empty();
        }
        BigInteger value = new BigInteger((negative ? "-" : "") + digits + "0".repeat(exponent.intValueExact()));
        return value.bitLength() < Long.SIZE ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return digits.isEmpty() ? "0" : (negative ? "-" : "") + digits + "e" + exponent;
    }
}
