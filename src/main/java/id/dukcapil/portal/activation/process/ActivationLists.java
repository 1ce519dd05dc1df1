package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a counter, for its screen, the search box and the closing of the day. */
@Service
@PreAuthorize("hasAnyAuthority('ACTIVATION_SERVE', 'ACTIVATION_READ')")
@Transactional(readOnly = true)
public class ActivationLists {

    private static final int LONGEST_LIST = 500;
    private static final Set<ActivationStatus> RUNNING = EnumSet.copyOf(Arrays.stream(ActivationStatus.values())
            .filter(ActivationStatus::isRunning)
            .toList());

    private final ActivationRecords records;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    ActivationLists(ActivationRecords records, CurrentStaff staff, JdbcClient jdbc) {
        this.records = records;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Everybody with an act today, and whoever is still under way or not filed; the longest waiting first. */
    public List<ActivationDetails> ofDay(OfficeCode office, LocalDate day) {
        staff.requireScope(office);
        return records.ofCounter(office.value(), day, RUNNING).stream()
                .map(Activation::details)
                .limit(LONGEST_LIST)
                .toList();
    }

    /** By number; of the offices in scope only. */
    public Optional<ActivationDetails> find(String number) {
        return records.findByNumber(number)
                .map(Activation::details)
                .filter(known -> staff.require().mayActFor(known.office()));
    }

    /** For the search box: by number, or by a whole NIK; the latest first. */
    public List<ActivationDetails> lookUp(String text, int limit) {
        @Nullable Nik nik = Nik.parse(text).value().orElse(null);
        if (nik == null) {
            return SearchSource.number(text).flatMap(this::find).stream().toList();
        }
        return records.findByPersonNikOrderByCreatedAt(nik.value()).reversed().stream()
                .map(Activation::details)
                .filter(known -> staff.require().mayActFor(known.office()))
                .limit(limit)
                .toList();
    }

    /** Another value as soon as anybody at that counter is further, so that an open page need not read the list to know. */
    public long stamp(OfficeCode office) {
        return jdbc.sql("SELECT COALESCE(SUM(version + 1), 0) FROM activation_case WHERE office_code = :office"
                        + " AND status IN (:running)")
                .param("office", office.value())
                .param("running", CaseStatus.names(ActivationStatus.class, ActivationStatus::isRunning))
                .query(Long.class)
                .single();
    }

    /** Numbers of what works on the telephone since before that moment and is not filed yet. */
    public List<String> unfiled(OfficeCode office, Instant before) {
        return jdbc.sql("SELECT number FROM activation_case WHERE office_code = ? AND status = ? AND status_since < ?"
                        + " ORDER BY status_since")
                .params(office.value(), ActivationStatus.ACTIVE.name(), UtcDateTime.of(before))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Days with acts and without a report, up to and including that day. */
    public List<LocalDate> unclosedDays(OfficeCode office, LocalDate until) {
        return jdbc.sql("""
                        SELECT DISTINCT s.day FROM activation_step s
                        WHERE s.office_code = :office AND s.day <= :until AND s.day > :until - INTERVAL 60 DAY
                          AND NOT EXISTS (SELECT 1 FROM activation_report r WHERE r.office_code = s.office_code AND r.day = s.day)
                        ORDER BY s.day""")
                .param("office", office.value())
                .param("until", until)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    /** 18 digits, for the signature block; null when the account has none. */
    public @Nullable String nipOf(StaffId officer) {
        return jdbc.sql("SELECT COALESCE(nip, '') FROM staff_account WHERE id = ?")
                .param(officer.value())
                .query(String.class)
                .optional()
                .filter(nip -> !nip.isEmpty())
                .orElse(null);
    }
}
