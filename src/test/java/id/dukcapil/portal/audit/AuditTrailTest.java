package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.ExportedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithUserDetails;

/** Looking into the trail, taking it along, and letting its beginning go. */
@WithUserDetails("pdp")
class AuditTrailTest extends TrailTest {

    private static final Nik RESIDENT = new Nik("3204014505900002");

    @Autowired
    AuditTrail trail;

    @Autowired
    TrailExport export;

    @Autowired
    ApplicationContext portal;

    @Autowired
    TrailIntegrity integrity;

    @Autowired
    TrailHoldings holdings;

    @Autowired
    VerificationRuns runs;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    Environment environment;

    @Test
    void pagesRunFromWaitingRowsIntoSealedOnesWithoutALossOrARepetition() {
        publish("TRAIL-PAGE", 23);
        sealer.sealWaiting();
        clock.advance(Duration.ofSeconds(5));
        publish("TRAIL-PAGE", 9);
        var filter = about("Uji halaman");
        var seen = new ArrayList<TrailEntry>();
        @Nullable UUID after = null;
        List<TrailEntry> page = trail.page(filter, after, 0, 5);
        while (!page.isEmpty()) {
            seen.addAll(page);
            if (seen.size() == 5) {
                sealer.sealWaiting(); // Rows change their table while somebody is paging
            }
            after = page.getLast().id();
            page = trail.page(filter, after, 0, 5);
        }
        assertThat(seen).hasSize(32);
        assertThat(seen.stream().map(TrailEntry::id).distinct()).hasSize(32);
        assertThat(seen)
                .isSortedAccordingTo(Comparator.comparing(TrailEntry::at).reversed());
        assertThat(trail.count(filter)).isEqualTo(32);
        assertThat(trail.page(filter, null, 30, 5)).hasSize(2);
    }

    @Test
    void everyFilterFindsItsRows() {
        clock.advance(Duration.ofDays(2));
        events.publishEvent(AuditEvent.of("Uji saringan", "TRAIL-FILTER", "Ditandai")
                .about(RESIDENT)
                .at(new OfficeCode("320437")));
        sealer.sealWaiting();
        Instant now = clock.instant();
        TrailEntry entry = trail.page(about("Uji saringan"), null, 0, 10).getFirst();
        for (TrailFilter filter : List.of(
                new TrailFilter(trail.tokenOf(RESIDENT), "Uji saringan", null, null, null, null, null, null),
                new TrailFilter(null, "Uji saringan", "TRAIL-FILTER", null, null, null, null, null),
                new TrailFilter(null, null, null, "Ditandai", null, null, null, null),
                new TrailFilter(null, "Uji saringan", null, null, entry.actorId(), null, null, null),
                new TrailFilter(null, "Uji saringan", null, null, null, new OfficeCode("320437"), null, null),
                new TrailFilter(null, "Uji saringan", null, null, null, null, now, now.plusSeconds(1)))) {
            assertThat(trail.page(filter, null, 0, 10)).as(filter.toString()).containsExactly(entry);
            assertThat(trail.count(filter)).isEqualTo(1);
        }
        assertThat(trail.page(new TrailFilter(null, "Uji saringan", null, null, null, null, null, now), null, 0, 10))
                .isEmpty();
        assertThat(trail.find(entry.id())).contains(entry);
        assertThat(trail.kinds()).contains("Uji saringan");
        assertThat(trail.actions()).contains("Ditandai");
        assertThat(trail.actors())
                .contains(new AuditTrail.KnownActor(Objects.requireNonNull(entry.actorId()), "Sri Lestari"));
        assertThat(integrity.sealOf(entry)).isEqualTo(TrailIntegrity.Seal.INTACT);
    }

    @Test
    void withoutTheRightToAllOfficesOnlyRecordsOfTheOwnOneAreVisible() {
        events.publishEvent(AuditEvent.of("Uji lingkup", "TRAIL-OWN", "Diubah").at(new OfficeCode("DINAS")));
        events.publishEvent(
                AuditEvent.of("Uji lingkup", "TRAIL-OTHER", "Diubah").at(new OfficeCode("320437")));
        events.publishEvent(AuditEvent.of("Uji lingkup", "TRAIL-NONE", "Diubah"));
        List<TrailEntry> all = trail.page(about("Uji lingkup"), null, 0, 10);
        assertThat(all).hasSize(3);
        jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = 'kadis' AND permission = 'OFFICE_SPAN'")
                .update();
        try {
            signIn("kadis");
            assertThat(trail.page(about("Uji lingkup"), null, 0, 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.reference()).isEqualTo("TRAIL-OWN"));
            assertThat(trail.count(about("Uji lingkup"))).isEqualTo(1);
            assertThat(all.stream().filter(entry -> trail.find(entry.id()).isPresent()))
                    .hasSize(1);
        } finally {
            jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES ('kadis', 'OFFICE_SPAN')")
                    .update();
        }
    }

    @Test
    @WithUserDetails("operator")
    void whoeverMayNotReadTheTrailIsRefused() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> trail.count(TrailFilter.ALL));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> integrity.start());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> export.ask(TrailFilter.ALL, "semua", ExportFormat.CSV));
    }

    @Test
    void whatMatchesCanBeTakenAlongAndThatIsRecorded() throws IOException {
        events.publishEvent(AuditEvent.of("Uji ekspor", "=TRAIL-EXPORT", "Diubah")
                .changing("Status", "Terpesan", null)
                .because("uji"));
        byte[] file = ExportedFile.of(portal, export.ask(about("Uji ekspor"), "jenis Uji ekspor", ExportFormat.CSV));
        assertThat(new String(file, StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("'=TRAIL-EXPORT", "Status: Terpesan → –", "Sri Lestari");
        assertThat(trail.page(
                        new TrailFilter(null, "Jejak audit", "Ekspor CSV", null, null, null, null, null), null, 0, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .containsExactly(new AuditEvent.Change("Saringan", null, "jenis Uji ekspor")));
    }

    @Test
    void aResidentLearnsWhatWasDoneAndWhoLookedThatUp() {
        var resident = new Nik("3204014505900003");
        events.publishEvent(
                AuditEvent.of("Pemesanan", "TRAIL-PERSON", "Dibatalkan").about(resident));
        trail.recordLookingAt(trail.tokenOf(resident));
        sealer.sealWaiting();
        assertThat(holdings.about(resident))
                .extracting(PersonalDataSource.Item::title)
                .containsExactlyInAnyOrder("Jejak seorang penduduk dilihat", "Dibatalkan");
    }

    @Test
    void aVerificationIsRememberedWithWhoAskedAndWhatItFound() {
        events.publishEvent(AuditEvent.of("Uji", "TRAIL-VERIFY", "Diubah"));
        sealer.sealWaiting();
        UUID run = integrity.start();
        assertThat(integrity.running()).hasValueSatisfying(running -> {
            assertThat(running.id()).isEqualTo(run);
            assertThat(running.requestedBy()).isEqualTo("Sri Lestari");
        });
        assertThat(integrity.start()).as("a double click").isEqualTo(run);
        runs.run(run);
        assertThat(integrity.running()).isEmpty();
        assertThat(integrity.latestResult()).hasValueSatisfying(result -> {
            assertThat(result.id()).isEqualTo(run);
            assertThat(result.foundDamage()).isFalse();
            assertThat(result.rowsChecked()).isEqualTo(rows.rows());
        });
    }

    @Test
    void aVerificationThatWasCutShortDoesNotStandInTheWayOfTheNext() {
        UUID abandoned = integrity.start();
        clock.advance(Duration.ofMinutes(6));
        UUID next = integrity.start();
        assertThat(next).isNotEqualTo(abandoned);
        runs.run(next);
    }

    @Test
    void theCommandTellsAnIntactTrailFromADamagedOne() {
        events.publishEvent(AuditEvent.of("Uji", "TRAIL-COMMAND", "Diubah"));
        sealer.sealWaiting();
        assertThat(VerifyAuditCommand.run(arguments())).isZero();
        long number = trail.page(
                        new TrailFilter(null, "Uji", "TRAIL-COMMAND", null, null, null, null, null), null, 0, 1)
                .getFirst()
                .number();
        jdbc.sql("UPDATE audit_trail SET actor_name = 'Bukan saya' WHERE number = ?")
                .param(number)
                .update();
        try {
            assertThat(VerifyAuditCommand.run(arguments())).isEqualTo(1);
        } finally {
            jdbc.sql("UPDATE audit_trail SET actor_name = 'Sri Lestari' WHERE number = ?")
                    .param(number)
                    .update();
        }
    }

    private String[] arguments() {
        return new String[] {
            "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
            "--spring.datasource.username=root",
            "--spring.datasource.password=",
            "--spring.datasource.hikari.maximum-pool-size=4",
            "--portal.home=" + environment.getRequiredProperty("portal.home"),
            "--portal.audit.heads=" + hashes.folder()
        };
    }

    private void publish(String reference, int count) {
        for (int number = 0; number < count; number++) {
            clock.advance(Duration.ofMillis(3));
            events.publishEvent(AuditEvent.of("Uji halaman", reference + number, "Diubah"));
        }
    }

    private static TrailFilter about(String kind) {
        return new TrailFilter(null, kind, null, null, null, null, null, null);
    }

    private void signIn(String account) {
        var person = accounts.loadUserByUsername(account);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        security.setContext(context);
    }
}
