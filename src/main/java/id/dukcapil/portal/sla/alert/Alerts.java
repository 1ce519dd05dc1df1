package id.dukcapil.portal.sla.alert;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The alerts of the offices within reach, and the rules that make them. */
@Service
@PreAuthorize("hasAnyAuthority('ALERT_EDIT', 'REPORT_READ')")
public class Alerts {

    static final RowMapper<Alert> ROW = RecordRow.of(Alert.class);

    private static final int LARGEST = 100_000;
    private static final int LONGEST = 300;
    private static final int ENDED = 10;

    private final RuleRows rules;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Alerts(RuleRows rules, CurrentStaff staff, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.rules = rules;
        this.staff = staff;
        this.jdbc = jdbc;
        this.events = events;
    }

    public List<AlertRule> rules() {
        return rules.all();
    }

    /** The oldest first. */
    public List<Alert> open() {
        return jdbc.sql(
                        "SELECT * FROM sla_alert WHERE closed_at IS NULL AND office_code IN (:offices) ORDER BY opened_at, id")
                .param("offices", staff.officesInScope((OfficeCode) null))
                .query(ROW)
                .list();
    }

    /** Those whose cause has gone, the latest first. */
    public List<Alert> ended() {
        return jdbc.sql("""
                        SELECT * FROM sla_alert WHERE closed_at IS NOT NULL AND office_code IN (:offices)
                        ORDER BY closed_at DESC, id LIMIT :limit""")
                .param("offices", staff.officesInScope((OfficeCode) null))
                .param("limit", ENDED)
                .query(ROW)
                .list();
    }

    /**
     * @param wanted with the version that was seen
     * @throws InvalidInput when the limit or an address cannot be
     * @throws ChangedMeanwhile when somebody else was faster
     */
    @PreAuthorize("hasAuthority('ALERT_EDIT')")
    @Transactional
    public void change(AlertRule wanted) {
        if (wanted.allowed() < 0 || wanted.allowed() > LARGEST) {
            throw new InvalidInput("allowed", "Isi batas antara 0 dan 100.000.");
        }
        if (wanted.mailTo().length() > LONGEST) {
            throw new InvalidInput("mailTo", "Paling banyak 300 huruf.");
        }
        for (String address : wanted.addresses()) {
            if (!ContactForm.emailFindings(address).isEmpty()) {
                throw new InvalidInput("mailTo", "Alamat surel tidak lengkap: %s.".formatted(address));
            }
        }
        AlertRule before = rules.all().stream()
                .filter(rule -> rule.measure().code().equals(wanted.measure().code()))
                .findFirst()
                .orElseThrow();
        if (!rules.store(wanted)) {
            throw new ChangedMeanwhile("Aturan ini baru saja diubah orang lain. Periksa lagi.");
        }
        events.publishEvent(AuditEvent.of("Aturan peringatan", wanted.measure().label(), "Diubah")
                .changing("Berlaku", before.enabled(), wanted.enabled())
                .changing("Batas", before.allowed(), wanted.allowed())
                .changing(
                        "Diberitahukan kepada",
                        before.audience().label(),
                        wanted.audience().label())
                .changing("Jam tenang", quiet(before), quiet(wanted))
                .changing("Surat kepada", before.mailTo(), wanted.mailTo()));
    }

    private static String quiet(AlertRule rule) {
        return rule.quietFrom() + "–" + rule.quietUntil();
    }
}
