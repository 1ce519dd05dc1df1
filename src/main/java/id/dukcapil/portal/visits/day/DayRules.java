package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.visits.day.DayRow.Compared;
import id.dukcapil.portal.visits.day.DayRow.Correction;
import id.dukcapil.portal.visits.day.DayRow.Result;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operation does to the row of its pupil. One tablet may change its mind; two tablets that disagree leave both results
 * to be settled, except that whoever was absent first and came later is not absent, in whatever order the tablets are heard.
 */
final class DayRules {

    private static final int LONGEST = 120;

    private DayRules() {}

    /** Who tapped on which tablet, at the time of the portal. */
    record Tap(String by, UUID device, Instant at) {}

    /** @param row as it is afterwards */
    record Judged(Verdict.Kind verdict, String sentence, DayRow row) {}

    static Judged judge(DayRow row, Operation operation, Tap tap) {
        return switch (operation.kind()) {
            case SAME -> same(row, tap);
            case DIFFERS -> differs(row, operation.fix(), tap);
            case OUTCOME -> outcome(row, operation, tap);
            case UNDO -> undo(row, operation);
            case SETTLE -> settle(row, operation, tap);
            case FIXED -> fixed(row, tap);
            case ADD -> new Judged(Verdict.Kind.SAME, "", row);
        };
    }

    private static Judged same(DayRow row, Tap tap) {
        Compared before = row.siak();
        if (before != null && (before.same() || !before.device().equals(tap.device()))) {
            return new Judged(
                    Verdict.Kind.SAME,
                    before.same() ? "" : row.who().name() + ": koreksi dari tablet lain tetap berlaku.",
                    row);
        }
        return applied(row.comparing(new Compared(true, tap.at(), tap.device()), null));
    }

    private static Judged differs(DayRow row, Operation.@Nullable Fix fix, Tap tap) {
        if (fix == null || fix.after().isBlank() || fix.evidence().isBlank()) {
            return refused(row, "Koreksi tanpa isi menurut akta atau tanpa bukti.");
        }
        if (row.correction() != null && row.correction().doneAt() != null) {
            return refused(row, row.who().name() + ": koreksi sebelumnya sudah dibetulkan di SIAK.");
        }
        var wanted = new Operation.Fix(
                cut(fix.field(), 40),
                cut(fix.before(), LONGEST),
                cut(fix.after(), LONGEST),
                cut(fix.evidence(), LONGEST));
        if (row.correction() != null && row.correction().fix().equals(wanted)) {
            return new Judged(Verdict.Kind.SAME, "", row);
        }
        return applied(row.comparing(new Compared(false, tap.at(), tap.device()), new Correction(wanted, null, null)));
    }

    private static Judged outcome(DayRow row, Operation operation, Tap tap) {
        Outcome wanted = operation.outcome();
        String reason = operation.reason();
        if (wanted == null || wanted == Outcome.FAILED && (reason == null || reason.isBlank())) {
            return refused(row, "Hasil tanpa keterangan.");
        }
        var told = new Result(
                wanted,
                wanted == Outcome.FAILED && reason != null ? cut(reason, 200) : null,
                tap.at(),
                tap.by(),
                tap.device());
        Result before = row.result();
        if (before == null) {
            return applied(row.with(told, null));
        }
        Result rival = row.rival();
        if (before.outcome() == wanted || rival != null && rival.outcome() == wanted) {
            return new Judged(Verdict.Kind.SAME, "", row);
        }
        if (before.device().equals(tap.device()) || before.outcome() == Outcome.ABSENT && cameLater(before, told)) {
            return applied(row.with(told, rival));
        }
        if (wanted == Outcome.ABSENT && cameLater(told, before)) {
            return new Judged(Verdict.Kind.SAME, row.who().name() + " datang kemudian.", row);
        }
        return new Judged(
                Verdict.Kind.CONFLICT,
                "%s: %s (%s) dan %s (%s)."
                        .formatted(row.who().name(), before.outcome().label(), before.by(), wanted.label(), tap.by()),
                row.with(before, told));
    }

    private static boolean cameLater(Result absent, Result other) {
        return !other.at().isBefore(absent.at());
    }

    /** Takes back what was seen; when another tablet has told something else meanwhile, that stays. */
    private static Judged undo(DayRow row, Operation operation) {
        Result before = row.result();
        boolean seen = before == null ? operation.outcome() == null : before.outcome() == operation.outcome();
        if (!seen || row.rival() != null) {
            return new Judged(Verdict.Kind.SAME, row.who().name() + ": sudah diubah dari tablet lain.", row);
        }
        if (row.order() != null) {
            return refused(row, row.who().name() + ": kartunya sudah dipesan; batalkan pesanan cetaknya dahulu.");
        }
        boolean keeps = row.correction() != null && row.correction().doneAt() != null;
        return applied((keeps ? row : row.comparing(null, null)).with(null, null));
    }

    private static Judged settle(DayRow row, Operation operation, Tap tap) {
        Result rival = row.rival();
        Result before = row.result();
        Outcome wanted = operation.outcome();
        if (rival == null || before == null) {
            return new Judged(Verdict.Kind.SAME, "", row);
        }
        if (wanted != rival.outcome() && wanted != before.outcome()) {
            return refused(row, "Pilih salah satu dari dua hasil itu.");
        }
        Result chosen = wanted == rival.outcome() ? rival : before;
        return applied(
                row.with(new Result(chosen.outcome(), chosen.reason(), chosen.at(), chosen.by(), tap.device()), null));
    }

    private static Judged fixed(DayRow row, Tap tap) {
        Correction correction = row.correction();
        if (correction == null) {
            return refused(row, "Tidak ada koreksi untuk siswa ini.");
        }
        return correction.doneAt() != null
                ? new Judged(Verdict.Kind.SAME, "", row)
                : applied(row.comparing(row.siak(), new Correction(correction.fix(), tap.at(), tap.by())));
    }

    private static Judged applied(DayRow row) {
        return new Judged(Verdict.Kind.APPLIED, "", row);
    }

    private static Judged refused(DayRow row, String sentence) {
        return new Judged(Verdict.Kind.REFUSED, sentence, row);
    }

    static String cut(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(most, plain.length()));
    }
}
