package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.privacy.NewRequest.Wrong;
import id.dukcapil.portal.staff.Demonstration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests and an incident of invented people, so that a newcomer sees registers in use. Entered once, into empty
 * registers, all or nothing.
 */
@Component
@Order(60)
@Demonstration
class DemonstrationCases implements SetUpStep {

    private static final Nik NOBODY = new Nik("3204376501900001");

    private final SubjectRequests requests;
    private final DataIncidents incidents;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationCases(
            SubjectRequests requests,
            DataIncidents incidents,
            CaseNumbers numbers,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.requests = requests;
        this.incidents = incidents;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM privacy_number)")
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> {
                enterRequests(clock.instant());
                enterIncident(clock.instant());
            });
        }
    }

    private void enterRequests(Instant now) {
        Instant lastWeek = now.minus(Duration.ofDays(8));
        SubjectRequest done = request(RequestKind.OBJECTION, "Minta tidak dihubungi lewat telepon.", null, lastWeek);
        done.begin(ActedBy.portal(lastWeek), "KTP-el asli diperlihatkan di loket");
        done.answer(
                ActedBy.portal(lastWeek.plus(Duration.ofHours(26))),
                Decision.GRANTED,
                "Nomor telepon tidak dipakai lagi; pemberitahuan hanya lewat e-mail.");
        done.finish(ActedBy.portal(lastWeek.plus(Duration.ofHours(28))), "e-mail");

        SubjectRequest copy =
                request(RequestKind.ACCESS, "Minta salinan semua data saya.", null, now.minus(Duration.ofHours(58)));
        copy.begin(ActedBy.portal(now.minus(Duration.ofHours(40))), "KTP-el asli diperlihatkan di loket");

        request(
                RequestKind.CORRECTION,
                "Alamat e-mail pada pemesanan saya salah ketik.",
                new Wrong("E-mail", "siti@contoh.i", "siti@contoh.id", "pernyataan pemohon"),
                now.minus(Duration.ofHours(20)));
        requests.flush();
    }

    private SubjectRequest request(RequestKind kind, String wording, @Nullable Wrong wrong, Instant receivedAt) {
        var request = new NewRequest(
                kind, NOBODY.value(), "Siti Contoh Rahmawati", "siti@contoh.id", wording, wrong, receivedAt);
        return requests.saveAndFlush(new SubjectRequest(
                numbers.next(CaseNumbers.Series.PD, receivedAt), request, NOBODY, ActedBy.portal(receivedAt)));
    }

    private void enterIncident(Instant now) {
        Instant discovered = now.minus(Duration.ofHours(30));
        var facts = new IncidentFacts(
                "Daftar antrean terkirim ke alamat yang salah",
                "Lampiran daftar antrean satu hari terkirim lewat e-mail ke alamat yang salah ketik.",
                "nama, nomor antrean, NIK yang disamarkan",
                41,
                "alamat diketik dengan tangan",
                "Penerima menyatakan telah menghapus lampiran; alamat kini dipilih dari daftar.");
        DataIncident incident = incidents.saveAndFlush(new DataIncident(
                numbers.next(CaseNumbers.Series.INS, discovered), facts, discovered, ActedBy.portal(discovered)));
        Instant told = now.minus(Duration.ofHours(6));
        incident.notifyAuthority(told, "surat contoh 1", ActedBy.portal(told));
        incidents.flush();
    }
}
