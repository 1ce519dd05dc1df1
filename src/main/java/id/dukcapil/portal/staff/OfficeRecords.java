package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes offices and who changed them; who may do so is decided by the callers. */
@Component
class OfficeRecords {

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Clock clock;

    OfficeRecords(JdbcClient jdbc, CurrentStaff staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Puts a new office at the end of the list.
     *
     * @throws InvalidInput when the code is taken
     */
    void enter(OfficeCode code, OfficeFacts facts) {
        try {
            write(code, facts, """
                            INSERT INTO staff_office (code, name, kind, time_zone, address, phone, serves_from,
                              ordinal, changed_by, changed_at)
                            VALUES (:code, :name, :kind, :zone, :address, :phone, :servesFrom,
                              (SELECT COALESCE(MAX(o.ordinal), 0) + 1 FROM staff_office o), :by, :at)""");
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("code", "Kantor dengan kode %s sudah ada.".formatted(code));
        }
    }

    /** @throws ChangedMeanwhile when the office is no longer as it was shown */
    void lockAsSeen(Office seen) {
        boolean same = jdbc.sql(Offices.COLUMNS + " WHERE code = ? FOR UPDATE")
                .param(seen.code().value())
                .query(Offices.ROW)
                .optional()
                .filter(seen::equals)
                .isPresent();
        if (!same) {
            throw new ChangedMeanwhile(
                    "Kantor %s baru saja diubah oleh %s. Yang tampil kini adalah keadaan terakhir; periksa lagi sebelum menyimpan."
                            .formatted(seen.name(), lastEditor(seen.code())));
        }
    }

    private String lastEditor(OfficeCode office) {
        return jdbc.sql("SELECT COALESCE(changed_by, 'petugas lain') FROM staff_office WHERE code = ?")
                .param(office.value())
                .query(String.class)
                .optional()
                .orElse("petugas lain");
    }

    void change(OfficeCode code, OfficeFacts facts) {
        write(code, facts, """
                        UPDATE staff_office SET name = :name, kind = :kind, time_zone = :zone, address = :address,
                          phone = :phone, serves_from = :servesFrom, version = version + 1,
                          changed_by = :by, changed_at = :at
                        WHERE code = :code""");
    }

    private void write(OfficeCode code, OfficeFacts facts, String statement) {
        jdbc.sql(statement)
                .param("code", code.value())
                .param("name", facts.name())
                .param("kind", facts.kind().name())
                .param("zone", facts.timeZone().getId())
                .param("address", facts.address())
                .param("phone", facts.phone())
                .param("servesFrom", facts.servesFrom())
                .param("by", editor())
                .param("at", now())
                .update();
    }

    /** @param from first day without service; none takes the closure back */
    void writeClosure(OfficeCode code, @Nullable LocalDate from, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE staff_office SET closed_from = :from, closure_reason = :reason, version = version + 1,
                          changed_by = :by, changed_at = :at WHERE code = :code""")
                .param("from", from)
                .param("reason", reason)
                .param("by", editor())
                .param("at", now())
                .param("code", code.value())
                .update();
    }

    /** The codes of all offices as they are listed, locked until the transaction ends. */
    List<String> lockOrder() {
        return jdbc.sql("SELECT code FROM staff_office ORDER BY ordinal, code FOR UPDATE")
                .query(OneColumn.TEXT)
                .list();
    }

    /** Lists the offices like this from now on. */
    void writeOrder(List<String> codes) {
        for (int place = 0; place < codes.size(); place++) {
            jdbc.sql("UPDATE staff_office SET ordinal = ? WHERE code = ?")
                    .params(place, codes.get(place))
                    .update();
        }
    }

    private String editor() {
        return staff.find().map(StaffMember::fullName).orElse("Portal");
    }

    private LocalDateTime now() {
        return UtcDateTime.of(clock.instant());
    }
}
