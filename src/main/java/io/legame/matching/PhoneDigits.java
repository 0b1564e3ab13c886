package io.legame.matching;

/** Phone numbers as one number of up to fifteen digits (E.164). */
final class PhoneDigits {
    /** Without country and area, which are left out or written differently. */
    private static final long LOCAL = 100_000_000;

    private PhoneDigits() {}

    /** The last eight digits. */
    static int local(long phone) {
        return (int) (phone % LOCAL);
    }

    /** The same last digits, or one digit that differs, or two neighbours that are exchanged. */
    static boolean areNear(long one, long other) {
        return local(one) == local(other) || isOneSlip(one, other);
    }

    private static boolean isOneSlip(long one, long other) {
        int different = 0;
        long gap = 0;
        long power = 1;
        long firstPower = 0;
        for (long x = one, y = other; x != 0 || y != 0; x /= 10, y /= 10, power *= 10) {
            if (x % 10 != y % 10) {
                different++;
                gap += x % 10 - y % 10;
                if (different == 1) {
                    firstPower = power;
                } else if (different > 2 || power != firstPower * 10) {
                    return false;
                }
            }
        }
        return different == 1 || (different == 2 && gap == 0);
    }
}
