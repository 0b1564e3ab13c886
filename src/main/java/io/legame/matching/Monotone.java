package io.legame.matching;

/** Ratios that follow the order of the levels: pool adjacent violators (Ayer et al. 1955). */
final class Monotone {
    private Monotone() {}

    /**
     * m/u for each level after a 1 for the missing value, none greater than the one before: levels in the wrong order share
     * one ratio.
     */
    static double[] ratios(double[] m, double[] u) {
        int count = m.length;
        double[] poolM = new double[count];
        double[] poolU = new double[count];
        int[] sizes = new int[count];
        int pools = 0;
        for (int level = 0; level < count; level++) {
            poolM[pools] = m[level];
            poolU[pools] = u[level];
            sizes[pools++] = 1;
            while (pools > 1 && poolM[pools - 1] * poolU[pools - 2] > poolM[pools - 2] * poolU[pools - 1]) {
                pools--;
                poolM[pools - 1] += poolM[pools];
                poolU[pools - 1] += poolU[pools];
                sizes[pools - 1] += sizes[pools];
            }
        }
        double[] ratios = new double[count + 1];
        ratios[0] = 1;
        int level = 1;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < sizes[pool]; i++) {
                ratios[level++] = poolM[pool] / poolU[pool];
            }
        }
        return ratios;
    }
}
