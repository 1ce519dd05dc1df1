package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataIncidentTest {

    private static final Instant FOUND = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ActedBy OFFICER = officer(NOW);
    private static final IncidentFacts FACTS = new IncidentFacts(
            "Daftar antrean terkirim ke alamat salah",
            "20 November, lampiran salah kirim",
            "nama dan nomor telepon",
            41,
            "alamat salah ketik",
            "penerima diminta menghapus");

    static Stream<Arguments> everyStatusAndAction() {
        return Arrays.stream(IncidentStatus.values())
                .flatMap(status -> Arrays.stream(IncidentAction.values())
                        .filter(action -> action != IncidentAction.REPORT)
                        .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{1} on an incident that is {0}")
    @MethodSource("everyStatusAndAction")
    void aVerbWorksExactlyInTheStatusesThatAllowIt(IncidentStatus status, IncidentAction action) {
        DataIncident incident = anIncidentThatIs(status);
        boolean offered = incident.details().allowed().contains(action);
        assertThat(offered).isEqualTo(mayHappen(status, action));
        int before = incident.details().history().size();
        if (offered) {
            act(incident, action);
            assertThat(incident.status()).isEqualTo(endOf(status, action));
            assertThat(incident.details().history()).hasSize(before + 1);
        } else {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> act(incident, action))
                    .withMessageContaining("berstatus \"%s\"".formatted(status.label()));
            assertThat(incident.status()).isEqualTo(status);
            assertThat(incident.details().history()).hasSize(before);
        }
    }

    private static boolean mayHappen(IncidentStatus status, IncidentAction action) {
        return switch (status) {
            case DISCOVERED ->
                Set.of(
                                IncidentAction.DESCRIBE,
                                IncidentAction.NOTIFY_AUTHORITY,
                                IncidentAction.NOTIFY_SUBJECTS,
                                IncidentAction.DISMISS)
                        .contains(action);
            case AUTHORITY_NOTIFIED ->
                Set.of(IncidentAction.DESCRIBE, IncidentAction.NOTIFY_SUBJECTS).contains(action);
            case SUBJECTS_NOTIFIED ->
                Set.of(IncidentAction.DESCRIBE, IncidentAction.NOTIFY_AUTHORITY).contains(action);
            case NOTIFIED ->
                Set.of(IncidentAction.DESCRIBE, IncidentAction.CLOSE).contains(action);
            case CLOSED, DISMISSED -> false;
        };
    }

    private static IncidentStatus endOf(IncidentStatus status, IncidentAction action) {
        boolean second = status == IncidentStatus.AUTHORITY_NOTIFIED || status == IncidentStatus.SUBJECTS_NOTIFIED;
        return switch (action) {
            case REPORT, DESCRIBE -> status;
            case NOTIFY_AUTHORITY -> second ? IncidentStatus.NOTIFIED : IncidentStatus.AUTHORITY_NOTIFIED;
            case NOTIFY_SUBJECTS -> second ? IncidentStatus.NOTIFIED : IncidentStatus.SUBJECTS_NOTIFIED;
            case CLOSE -> IncidentStatus.CLOSED;
            case DISMISS -> IncidentStatus.DISMISSED;
        };
    }

    @Test
    void theClockStopsWithTheLaterOfTheTwoNotices() {
        DataIncident incident = anIncidentThatIs(IncidentStatus.DISCOVERED);
        incident.notifyAuthority(FOUND.plus(Duration.ofHours(70)), "surat 1", officer(NOW.plus(Duration.ofDays(2))));
        assertThat(incident.details().deadline().met()).isNull();
        incident.notifySubjects(FOUND.plus(Duration.ofHours(73)), "e-mail", officer(NOW.plus(Duration.ofDays(2))));
        Deadline deadline = incident.details().deadline();
        assertThat(deadline.due()).isEqualTo(FOUND.plus(Duration.ofHours(72)));
        assertThat(deadline.at(NOW)).isEqualTo(Deadline.State.MISSED);
        assertThat(deadline.distance(NOW)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aNoticeIsNeitherOlderThanTheDiscoveryNorInTheFuture() {
        DataIncident incident = anIncidentThatIs(IncidentStatus.DISCOVERED);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> incident.notifyAuthority(FOUND.minusSeconds(1), "surat", OFFICER));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> incident.notifySubjects(NOW.plusSeconds(1), "surat", OFFICER));
        assertThat(incident.status()).isEqualTo(IncidentStatus.DISCOVERED);
    }

    @Test
    void nobodyIsToldBeforeItIsKnownWhatIsDoneAboutIt() {
        var bare = new IncidentFacts("Laptop hilang", "di kendaraan", "NIK dan nama", null, "", "");
        var incident = new DataIncident("INS-2026-0001", bare, FOUND, OFFICER);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> incident.notifySubjects(NOW, "surat", OFFICER))
                .withMessageContaining("penanganan dan pemulihannya");
    }

    @Test
    void anIncidentIsDescribedWithoutNamingPeople() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new IncidentFacts("", "NIK 3204376501900001 terkirim", "", -1, "", "").check())
                .satisfies(wrong -> assertThat(wrong.findings())
                        .extracting(Finding::field)
                        .containsExactly("title", "course", "dataKinds", "people"));
    }

    private static void act(DataIncident incident, IncidentAction action) {
        switch (action) {
            case REPORT -> throw new IllegalArgumentException("An incident is reported by its constructor");
            case DESCRIBE -> incident.describe(FACTS, OFFICER);
            case NOTIFY_AUTHORITY -> incident.notifyAuthority(NOW, "surat 1", OFFICER);
            case NOTIFY_SUBJECTS -> incident.notifySubjects(NOW, "e-mail", OFFICER);
            case CLOSE -> incident.close(OFFICER, "sudah dipulihkan");
            case DISMISS -> incident.dismiss(OFFICER, "tidak ada data");
        }
    }

    private static DataIncident anIncidentThatIs(IncidentStatus status) {
        var incident = new DataIncident("INS-2026-0001", FACTS, FOUND, OFFICER);
        switch (status) {
            case DISCOVERED -> {}
            case AUTHORITY_NOTIFIED -> act(incident, IncidentAction.NOTIFY_AUTHORITY);
            case SUBJECTS_NOTIFIED -> act(incident, IncidentAction.NOTIFY_SUBJECTS);
            case NOTIFIED -> {
                act(incident, IncidentAction.NOTIFY_SUBJECTS);
                act(incident, IncidentAction.NOTIFY_AUTHORITY);
            }
            case CLOSED -> {
                act(incident, IncidentAction.NOTIFY_AUTHORITY);
                act(incident, IncidentAction.NOTIFY_SUBJECTS);
                act(incident, IncidentAction.CLOSE);
            }
            case DISMISSED -> act(incident, IncidentAction.DISMISS);
        }
        return incident;
    }

    private static ActedBy officer(Instant at) {
        return new ActedBy(new Actor(Actor.Kind.STAFF, null, "Sri Lestari"), "", at);
    }
}
