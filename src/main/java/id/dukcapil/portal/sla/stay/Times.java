package id.dukcapil.portal.sla.stay;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Seconds of many stays, for exact quantiles. Few are kept as they are; many are counted by the second up to half a day of work,
 * because sorting a year for every group would take longer than reading it.
 */
final class Times {

    private static final int FEW = 20_000;
    private static final int SECONDS = 4 * 3_600;

    private int[] kept = new int[16];
    private int size;
    private int total;
    private int @Nullable [] counted;

    void add(int seconds) {
        total++;
        int[] counts = counted;
        if (counts != null && seconds < SECONDS) {
            counts[seconds]++;
            return;
        }
        if (size == kept.length) {
            kept = Arrays.copyOf(kept, size * 2);
        }
        kept[size++] = seconds;
        if (size == FEW && counts == null) {
            count();
        }
    }

    /** So many of the same. */
    void add(int seconds, int times) {
        for (int i = 0; i < times; i++) {
            add(seconds);
        }
    }

    private void count() {
        int[] before = kept;
        counted = new int[SECONDS];
        kept = new int[16];
        size = 0;
        total -= FEW;
        for (int i = 0; i < FEW; i++) {
            add(before[i]);
        }
    }

    /** The smallest value that at least this share of all does not exceed; 0 of none. */
    int quantile(double share) {
        if (total == 0) {
            return 0;
        }
        int rank = Math.max(1, (int) Math.ceil(share * total));
        int[] counts = counted;
        if (counts != null) {
            for (int second = 0; second < SECONDS; second++) {
                rank -= counts[second];
                if (rank <= 0) {
                    return second;
                }
            }
        }
        return kept(rank - 1);
    }

    /** What would stand at that place if they were sorted; sorting all of them for two places would take most of the time. */
    private int kept(int place) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = middle(kept[low], kept[(low + high) >>> 1], kept[high]);
            int left = low;
            int right = high;
            while (left <= right) {
                while (kept[left] < middle) {
                    left++;
                }
                while (kept[right] > middle) {
                    right--;
                }
                if (left <= right) {
                    int one = kept[left];
                    kept[left++] = kept[right];
                    kept[right--] = one;
                }
            }
            if (place <= right) {
                high = right;
            } else if (place >= left) {
                low = left;
            } else {
                return kept[place];
            }
        }
        return kept[place];
    }

    private static int middle(int one, int two, int three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }
}
