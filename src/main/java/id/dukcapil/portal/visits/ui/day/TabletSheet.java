package id.dukcapil.portal.visits.ui.day;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.visits.day.DayRow;
import id.dukcapil.portal.visits.day.DayRow.Correction;
import id.dukcapil.portal.visits.day.DayRow.Result;
import id.dukcapil.portal.visits.day.Operation;
import id.dukcapil.portal.visits.day.Outcome;
import id.dukcapil.portal.visits.day.VisitDays.Opened;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What the tablet holds of a visit. Numbers of residents are masked; of a pupil's school number all digits are there, because
 * that is what the card of the school bears.
 *
 * @param now clock of the portal in milliseconds
 * @param zone minutes ahead of UTC
 * @param begun whether the first day has come
 * @param last whether it is the last day, on which the school signs
 * @param me identifier of who is signed in
 * @param header in which the token against forged requests is to be sent
 */
record TabletSheet(
        long now,
        int zone,
        String number,
        String school,
        String day,
        String crew,
        List<String> sets,
        boolean closed,
        boolean begun,
        boolean last,
        UUID me,
        String name,
        String header,
        String token,
        List<Row> rows) {

    /**
     * A pupil.
     *
     * @param printReady recorded before, as the register knows
     * @param siak null before the comparison
     * @param fixed whether the correction was made
     */
    record Row(
            UUID id,
            String name,
            String cls,
            @Nullable String nisn,
            @Nullable String nik,
            @Nullable String born,
            @Nullable String birth,
            boolean printReady,
            String finding,
            boolean added,
            @Nullable Boolean siak,
            Operation.@Nullable Fix fix,
            boolean fixed,
            @Nullable Told result,
            @Nullable Told rival) {

        static Row of(DayRow row) {
            LocalDate birth = row.who().birthDate();
            Correction correction = row.correction();
            return new Row(
                    row.id(),
                    row.who().name(),
                    row.who().className(),
                    row.who().nisn(),
                    row.who().nik() == null ? null : row.who().nik().masked(),
                    birth == null ? null : Formats.date(birth),
                    birth == null ? null : birth.toString(),
                    row.verdict() == PupilVerdict.PRINT_READY,
                    row.verdict().isUnclear() ? row.finding() : "",
                    row.added(),
                    row.siak() == null ? null : row.siak().same(),
                    correction == null ? null : correction.fix(),
                    correction != null && correction.doneAt() != null,
                    Told.of(row.result()),
                    Told.of(row.rival()));
        }
    }

    /** A result with its time in milliseconds. */
    record Told(Outcome outcome, @Nullable String reason, long at, String by, UUID device) {

        static @Nullable Told of(@Nullable Result result) {
            return result == null
                    ? null
                    : new Told(
                            result.outcome(),
                            result.reason(),
                            result.at().toEpochMilli(),
                            result.by(),
                            result.device());
        }
    }

    static TabletSheet of(Opened opened, LocalDate today, int zone, StaffMember me, CsrfToken csrf) {
        Instant now = opened.at();
        return new TabletSheet(
                now.toEpochMilli(),
                zone,
                opened.visit().number(),
                opened.visit().schoolName(),
                Formats.longDate(
                        today.isBefore(opened.visit().first()) ? opened.visit().first() : today),
                opened.visit().crew() == null ? "" : "Tim " + opened.visit().crew(),
                opened.visit().sets().stream().sorted().toList(),
                opened.closed(),
                !today.isBefore(opened.visit().first()),
                !today.isBefore(opened.visit().last()),
                me.id().value(),
                me.fullName(),
                csrf.getHeaderName(),
                csrf.getToken(),
                opened.rows().stream().map(Row::of).toList());
    }
}
