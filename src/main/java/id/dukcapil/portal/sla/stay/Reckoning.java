package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One pass over the columns for one question. */
final class Reckoning {

    private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int STEPS = 256;
    private static final int WEEK = 7;
    private static final int HOURS = 24;

    private final StayColumns columns;
    private final StayNames names;
    private final Question question;
    private final int size;
    private final int from;
    private final int to;
    private final int standard;
    private final boolean[] wanted;
    private final Tally.Counting cases = new Tally.Counting();
    private final Tally.@Nullable Counting[] standards;
    private final Tally.@Nullable Counting[] offices;
    private final Tally.@Nullable Counting[] steps;
    private final Tally.@Nullable Counting[] officers;
    private final Tally.@Nullable Counting[] days;
    private final Tally.@Nullable Counting[] paths;
    private final int[] @Nullable [] mix;
    private final int[] begun = new int[WEEK * HOURS];
    private final int[] late = new int[WEEK * HOURS];

    /** Names are read after the size, so that every row has its names. */
    Reckoning(StayColumns columns, StayNames names, Question question) {
        this.columns = columns;
        this.names = names;
        this.question = question;
        size = columns.size();
        from = (int) Math.clamp(question.from().toEpochDay() - EPOCH, Short.MIN_VALUE, Short.MAX_VALUE);
        to = (int) Math.clamp(question.to().toEpochDay() - EPOCH, Short.MIN_VALUE, Short.MAX_VALUE);
        standard = question.standard() == null ? -1 : names.standards().indexOf(question.standard());
        List<OfficeCode> known = names.offices();
        wanted = new boolean[known.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = question.offices().contains(known.get(i));
        }
        standards = new Tally.Counting[names.standards().size()];
        offices = new Tally.Counting[wanted.length];
        steps = new Tally.Counting[standards.length * STEPS];
        officers = new Tally.Counting[names.officers()];
        mix = new int[officers.length][];
        days = new Tally.Counting[Math.max(0, to - from + 1)];
        paths = new Tally.Counting[names.paths().size()];
    }

    Answer answer() {
        StayColumns.Piece[] pieces = columns.pieces();
        boolean unknown = question.standard() != null && standard < 0;
        for (int p = 0; p * StayColumns.PIECE < size && !unknown; p++) {
            StayColumns.Piece piece = pieces[p];
            if (piece.last >= from && piece.first <= to) {
                read(piece, Math.min(StayColumns.PIECE, size - p * StayColumns.PIECE));
            }
        }
        return result();
    }

    private void read(StayColumns.Piece piece, int rows) {
        for (int i = 0; i < rows; i++) {
            int day = piece.ended[i];
            if (day >= from
                    && day <= to
                    && (standard < 0 || piece.standard[i] == standard)
                    && wanted[piece.office[i]]
                    && (piece.flags[i] & StayColumns.GONE) == 0) {
                take(piece, i);
            }
        }
    }

    private void take(StayColumns.Piece piece, int i) {
        int worked = piece.worked[i];
        boolean measured = piece.target[i] != StayColumns.NO_TARGET;
        boolean isLate = (piece.flags[i] & StayColumns.LATE) != 0;
        if (piece.step[i] == Stay.WHOLE_CASE) {
            cases.add(worked, measured, isLate);
            at(standards, piece.standard[i]).add(worked, measured, isLate);
            at(offices, piece.office[i]).add(worked, measured, isLate);
            at(days, piece.ended[i] - from).add(worked, measured, isLate);
            at(paths, piece.who[i]).add(worked, measured, isLate);
            return;
        }
        boolean forOffice = (piece.flags[i] & StayColumns.FOR_OFFICE) != 0;
        int key = piece.standard[i] * STEPS + piece.step[i] * 2 + (forOffice ? 0 : 1);
        at(steps, key).add(worked, measured, isLate);
        if (!forOffice) {
            return;
        }
        int who = piece.who[i];
        if (who != StayNames.NOBODY) {
            at(officers, who).add(worked, measured, isLate);
            int[] own = mix[who];
            if (own == null) {
                own = new int[steps.length];
                mix[who] = own;
            }
            own[key]++;
        }
        if (measured) {
            int place = Math.floorMod(piece.began[i] + 5, WEEK) * HOURS + piece.hour[i];
            begun[place]++;
            late[place] += isLate ? 1 : 0;
        }
    }

    private static Tally.Counting at(Tally.@Nullable Counting[] groups, int number) {
        Tally.Counting group = groups[number];
        if (group == null) {
            group = new Tally.Counting();
            groups[number] = group;
        }
        return group;
    }

    private Answer result() {
        var mixes = new HashMap<UUID, Map<Answer.StepKey, Integer>>();
        for (int who = 0; who < mix.length; who++) {
            int[] own = mix[who];
            if (own != null) {
                mixes.put(names.officer(who), mixOf(own));
            }
        }
        return new Answer(
                cases.result(),
                tallies(standards, names.standards()::get),
                tallies(offices, names.offices()::get),
                new TreeMap<>(tallies(steps, this::step)),
                tallies(officers, names::officer),
                mixes,
                week(),
                new TreeMap<>(tallies(days, day -> question.from().plusDays(day))),
                tallies(paths, names.paths()::get));
    }

    private static <K> Map<K, Tally> tallies(Tally.@Nullable Counting[] groups, IntFunction<K> key) {
        var found = new HashMap<K, Tally>();
        for (int i = 0; i < groups.length; i++) {
            Tally.Counting group = groups[i];
            if (group != null) {
                found.put(key.apply(i), group.result());
            }
        }
        return found;
    }

    private Answer.StepKey step(int key) {
        return new Answer.StepKey(names.standards().get(key / STEPS), key % STEPS / 2, key % 2 == 0);
    }

    private Map<Answer.StepKey, Integer> mixOf(int[] counts) {
        var found = new TreeMap<Answer.StepKey, Integer>();
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] > 0) {
                found.put(step(key), counts[key]);
            }
        }
        return found;
    }

    private List<List<Answer.Share>> week() {
        var week = new ArrayList<List<Answer.Share>>();
        for (int day = 0; day < WEEK; day++) {
            var hours = new ArrayList<Answer.Share>();
            for (int hour = 0; hour < HOURS; hour++) {
                hours.add(new Answer.Share(begun[day * HOURS + hour], late[day * HOURS + hour]));
            }
            week.add(hours);
        }
        return week;
    }
}
