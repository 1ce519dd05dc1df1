package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.ui.Formats;

/** Sizes as an administrator reads them: {@code 1,5 GB}. */
public final class Bytes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Bytes() {}

    public static String text(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return Formats.decimal(size) + " " + UNITS[unit];
    }
}
