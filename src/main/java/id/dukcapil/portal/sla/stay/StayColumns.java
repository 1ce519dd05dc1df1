package id.dukcapil.portal.sla.stay;

import java.util.Arrays;

/**
 * The ended stays as columns, in pieces that are never moved: one thread adds, any number read what was there when they began.
 * A row takes 21 bytes.
 */
final class StayColumns {

    static final int PIECE = 1 << 16;
    static final byte LATE = 1;
    static final byte FOR_OFFICE = 2;
    static final byte GONE = 4;
    static final int NO_TARGET = -1;

    /** One row while it is carried over. @param who number of the officer, or of the path of a whole case */
    record Row(
            byte standard,
            byte step,
            short office,
            short who,
            short ended,
            short began,
            byte hour,
            byte flags,
            int worked,
            int target) {}

    static final class Piece {

        final byte[] standard = new byte[PIECE];
        final byte[] step = new byte[PIECE];
        final short[] office = new short[PIECE];
        final short[] who = new short[PIECE];
        final short[] ended = new short[PIECE];
        final short[] began = new short[PIECE];
        final byte[] hour = new byte[PIECE];
        final byte[] flags = new byte[PIECE];
        final int[] worked = new int[PIECE];
        final int[] target = new int[PIECE];
        volatile short first = Short.MAX_VALUE;
        volatile short last = Short.MIN_VALUE;

        private void put(int at, Row row) {
            standard[at] = row.standard;
            step[at] = row.step;
            office[at] = row.office;
            who[at] = row.who;
            ended[at] = row.ended;
            began[at] = row.began;
            hour[at] = row.hour;
            flags[at] = row.flags;
            worked[at] = row.worked;
            target[at] = row.target;
            if (row.ended < first) {
                first = row.ended;
            }
            if (row.ended > last) {
                last = row.ended;
            }
        }

        private boolean holds(int at, Row row) {
            return standard[at] == row.standard
                    && step[at] == row.step
                    && office[at] == row.office
                    && who[at] == row.who
                    && ended[at] == row.ended
                    && began[at] == row.began
                    && hour[at] == row.hour
                    && flags[at] == row.flags
                    && worked[at] == row.worked
                    && target[at] == row.target;
        }
    }

    private volatile Piece[] pieces = {new Piece()};
    private volatile int size;

    int size() {
        return size;
    }

    Piece[] pieces() {
        return pieces;
    }

    void add(Row row) {
        int at = size;
        Piece[] now = pieces;
        if (at == now.length * PIECE) {
            now = Arrays.copyOf(now, now.length + 1);
            now[now.length - 1] = new Piece();
            pieces = now;
        }
        now[at / PIECE].put(at % PIECE, row);
        size = at + 1;
    }

    /** Takes away one that is equal, the latest; which of several equal ones it is makes no difference to any figure. */
    void remove(Row row) {
        Piece[] now = pieces;
        for (int at = size - 1; at >= 0; at--) {
            Piece piece = now[at / PIECE];
            if (piece.holds(at % PIECE, row)) {
                piece.flags[at % PIECE] |= GONE;
                return;
            }
        }
    }
}
