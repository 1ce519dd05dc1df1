package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A deputy of last month and one of next month, so that a newcomer sees how mandates read. */
@Component
@Demonstration
@Order(SetUp.ORDER + 1)
class DemonstrationMandates implements SetUpStep {

    private static final String BY = "Wawan Hermawan";

    private final MandateRecords mandates;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    DemonstrationMandates(MandateRecords mandates, JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.mandates = mandates;
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        if (mandates.all().isEmpty()) {
            LocalDate today = organisation.today(clock);
            account("manajer").ifPresent(deputy -> past(deputy, today));
            account("verifikator").ifPresent(deputy -> coming(deputy, today));
        }
    }

    private void past(StaffId deputy, LocalDate today) {
        LocalDate from = today.minusDays(34);
        enter(
                deputy,
                from,
                from.plusDays(4),
                "800/1187/Disdukcapil",
                from.minusDays(3),
                "Kepala Dinas mengikuti rapat koordinasi nasional.");
    }

    private void coming(StaffId deputy, LocalDate today) {
        LocalDate from = today.plusDays(24);
        enter(deputy, from, from.plusDays(8), "800/1342/Disdukcapil", today.minusDays(2), "Kepala Dinas cuti tahunan.");
    }

    private void enter(
            StaffId deputy, LocalDate from, LocalDate until, String number, LocalDate issuedOn, String reason) {
        mandates.enter(
                new NewMandate(Mandate.Kind.PLH, deputy, from, until, number, issuedOn, reason),
                BY,
                issuedOn.atTime(LocalTime.of(10, 20))
                        .atZone(organisation.timeZone())
                        .toInstant());
    }

    private Optional<StaffId> account(String username) {
        return jdbc.sql("SELECT id FROM staff_account WHERE username = ?")
                .param(username)
                .query(UUID.class)
                .optional()
                .map(StaffId::new);
    }
}
