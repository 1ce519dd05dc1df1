package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the applicant reads, word for word. The clock stands at 09.00 WIB of Monday 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
class SubmissionMailsTest {

    private static final Shortcomings SHORTCOMINGS = new Shortcomings(
            Set.of(ReturnReason.ATTACHMENT_MISSING, ReturnReason.ATTACHMENT_UNREADABLE),
            "Unggah kutipan akta kelahiran; foto buku nikah buram.");
    private static final Rejection REJECTION =
            new Rejection("Pemohon bukan anggota keluarga pada KK ini", "Perpres 96/2018 Pasal 11");

    private record Stored(String status, Instant due) {}

    private static final RowMapper<Stored> STORED =
            (row, number) -> new Stored(row.getString("status"), UtcDateTime.read(row, "due_at"));

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    ApplicantsTime applicantsTime;

    @Autowired
    SubmissionScenario given;

    @Autowired
    Letters letters;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void received() {
        SubmissionDetails request = given.submitted();
        assertThat(letterTo(request, "submission/received"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s kami terima", """


                    Permohonan Anda kami terima

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda sudah kami terima dan akan diperiksa oleh operator.

                        Nomor permohonan: %s

                      Diterima : 23 November 2026, 09.00 WIB
                      Kantor   : Dinas Dukcapil, Soreang
                      Nomor KK : %s
                      Alasan   : %s

                    Setelah diperiksa, permohonan diverifikasi oleh pejabat dan ditandatangani secara elektronik oleh \
                    Kepala Dinas. Anda menerima surat elektronik pada setiap langkah yang perlu Anda ketahui.

                      ! Bila Anda tidak merasa mengajukan permohonan ini, segera hubungi kami dengan menyebut nomor di \
                    atas.
                    """.formatted(
                                name(request), request.number(), family(request), reason(request))));
    }

    @Test
    void returned() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.returnToApplicant(request.number(), request.version(), SHORTCOMINGS));
        assertThat(letterTo(request, "submission/returned"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s perlu dilengkapi", """


                    Permohonan Anda perlu dilengkapi

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda belum dapat kami lanjutkan karena ada yang perlu dilengkapi \
                    atau diperbaiki.

                        Lengkapi paling lambat: Senin, 7 Desember 2026

                      Nomor permohonan   : %s
                      Kantor             : Dinas Dukcapil, Soreang
                      Nomor KK           : %s
                      Kekurangan         : Lampiran belum lengkap
                      Kekurangan kedua   : Lampiran tidak terbaca
                      Keterangan petugas : Unggah kutipan akta kelahiran; foto buku nikah buram.

                    Lengkapi melalui aplikasi tempat Anda mengajukan permohonan, atau bawa dokumennya ke kantor di atas \
                    dengan menyebut nomor permohonan.

                      ! Bila tidak dilengkapi sampai tanggal tersebut, permohonan gugur dan Anda perlu mengajukan yang \
                    baru. Selama menunggu Anda, waktu layanan kami tidak berjalan.
                    """.formatted(
                                name(request), request.number(), family(request))));
    }

    @Test
    void reminded() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.returnToApplicant(request.number(), request.version(), SHORTCOMINGS));
        clock.advance(Duration.ofDays(8));
        applicantsTime.run();
        assertThat(letterTo(request, "submission/reminder"))
                .isEqualTo(
                        framed(request, "Pengingat: permohonan cetak Kartu Keluarga %s belum dilengkapi", """


                            Permohonan Anda masih menunggu kelengkapan

                            Yth. %s,

                            kami belum menerima kelengkapan permohonan cetak Kartu Keluarga Anda.

                                Lengkapi paling lambat: Senin, 7 Desember 2026

                              Nomor permohonan   : %s
                              Kantor             : Dinas Dukcapil, Soreang
                              Kekurangan         : Lampiran belum lengkap
                              Kekurangan kedua   : Lampiran tidak terbaca
                              Keterangan petugas : Unggah kutipan akta kelahiran; foto buku nikah buram.

                              ! Bila tidak dilengkapi sampai tanggal tersebut, permohonan gugur dan Anda perlu mengajukan yang \
                            baru.
                            """.formatted(
                                        name(request), request.number())));
    }

    @Test
    void verified() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails checked = as("operator", () -> desk.check(request.number(), request.version()));
        as("verifikator", () -> desk.verify(checked.number(), checked.version()));
        assertThat(letterTo(request, "submission/verified"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s sudah diverifikasi", """


                    Permohonan Anda sudah diverifikasi

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda sudah diverifikasi dan divalidasi, dan kini menunggu tanda \
                    tangan elektronik Kepala Dinas.

                      Nomor permohonan : %s
                      Diverifikasi     : 23 November 2026, 09.00 WIB
                      Kantor           : Dinas Dukcapil, Soreang
                      Nomor KK         : %s

                    Setelah ditandatangani, Anda menerima surat elektronik dengan kode QR dan PIN untuk mencetak Kartu \
                    Keluarga di mesin ADM.
                    """.formatted(
                                name(request), request.number(), family(request))));
    }

    @Test
    void rejected() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.reject(request.number(), request.version(), REJECTION));
        assertThat(letterTo(request, "submission/rejected"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s tidak dapat dikabulkan", """


                    Permohonan Anda tidak dapat dikabulkan

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda kami tolak.

                      Nomor permohonan : %s
                      Diputuskan       : 23 November 2026, 09.00 WIB
                      Kantor           : Dinas Dukcapil, Soreang
                      Nomor KK         : %s
                      Alasan           : Pemohon bukan anggota keluarga pada KK ini
                      Dasar hukum      : Perpres 96/2018 Pasal 11

                    Bila Anda tidak menerima keputusan ini:

                      * Ajukan keberatan secara tertulis kepada kantor di atas dengan menyebut nomor permohonan, paling \
                    lama 21 hari kerja sejak keputusan ini diumumkan; keberatan diselesaikan paling lama 10 hari kerja \
                    (UU 30/2014 Pasal 77).
                      * Pelayanan yang tidak sesuai dapat juga diadukan kepada Ombudsman Republik Indonesia (UU 37/2008).

                    Bila alasan penolakan sudah tidak ada lagi, Anda dapat mengajukan permohonan baru kapan saja.
                    """.formatted(
                                name(request), request.number(), family(request))));
    }

    @Test
    void cancelled() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.cancel(request.number(), request.version(), "Salah memilih alasan"));
        assertThat(letterTo(request, "submission/cancelled"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s dibatalkan", """


                    Permohonan Anda dibatalkan

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda dibatalkan dan tidak diproses lagi.

                      Nomor permohonan : %s
                      Dibatalkan       : 23 November 2026, 09.00 WIB
                      Kantor           : Dinas Dukcapil, Soreang
                      Alasan           : Salah memilih alasan

                    Bila Anda masih memerlukan layanan ini, silakan mengajukan permohonan baru. Bila Anda tidak merasa \
                    membatalkannya, hubungi kami dengan menyebut nomor di atas.
                    """.formatted(
                                name(request), request.number())));
    }

    @Test
    void lapsed() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.returnToApplicant(request.number(), request.version(), SHORTCOMINGS));
        clock.set(Instant.parse("2026-12-07T17:00:00Z"));
        applicantsTime.run();
        assertThat(letterTo(request, "submission/lapsed"))
                .isEqualTo(framed(request, "Permohonan cetak Kartu Keluarga %s gugur", """


                    Permohonan Anda gugur

                    Yth. %s,

                    permohonan cetak Kartu Keluarga Anda tidak dilengkapi dalam waktu yang diberikan, sehingga gugur dan \
                    tidak diproses lagi.

                      Nomor permohonan : %s
                      Gugur            : 8 Desember 2026, 00.00 WIB
                      Kantor           : Dinas Dukcapil, Soreang

                    Gugurnya permohonan bukan penolakan: Anda dapat mengajukan permohonan baru kapan saja dengan dokumen \
                    yang lengkap.
                    """.formatted(
                                name(request), request.number())));
    }

    @Test
    void noLetterNamesAPersonByNumber() {
        SubmissionDetails request = given.submitted();
        as("operator", () -> desk.returnToApplicant(request.number(), request.version(), SHORTCOMINGS));
        assertThat(lettersAbout(request)).hasSize(2).allSatisfy(mail -> {
            Letter letter = letters.write(mail.template(), mail.recipient(), mail.facts());
            assertThat(letter.subject() + letter.text() + letter.html())
                    .doesNotContain(request.applicant().nik().value())
                    .doesNotContain(request.applicant().family().value());
        });
    }

    @Test
    void withoutAnAddressThereIsNoLetterAndTheTrailSaysSo() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET email = NULL WHERE number = ?")
                .param(request.number().value())
                .update();
        as("operator", () -> desk.reject(request.number(), request.version(), REJECTION));
        assertThat(lettersAbout(request)).extracting(MailRequested::template).containsExactly("submission/received");
        assertThat(events.stream(AuditEvent.class)
                        .filter(told -> told.reference().equals(request.number().value()))
                        .filter(told -> told.action().equals("Ditolak"))
                        .flatMap(told -> told.changes().stream()))
                .contains(new AuditEvent.Change("Surat", null, "tidak dikirim, tanpa alamat e-mail"));
    }

    @Test
    void aLetterAboutAJudgementWaitsTenSecondsAndGoesBackWithIt() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails rejected = as("operator", () -> desk.reject(request.number(), request.version(), REJECTION));
        assertThat(stored(request, "submission/rejected").due())
                .isEqualTo(clock.instant().plusSeconds(10));
        assertThat(stored(request, "submission/received").due()).isEqualTo(clock.instant());

        clock.advance(Duration.ofMillis(9_900));
        SubmissionDetails back = as("operator", () -> desk.takeBack(rejected.number(), rejected.version()));
        assertThat(stored(request, "submission/rejected").status()).isEqualTo("CANCELLED");
        assertThat(stored(request, "submission/received").status()).isNotEqualTo("CANCELLED");

        as("operator", () -> desk.reject(back.number(), back.version(), REJECTION));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE reference = ?"
                                + " AND template = 'submission/rejected' AND status <> 'CANCELLED'")
                        .param(request.number().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aJudgementWhoseLetterIsOnItsWayStands() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails rejected = as("operator", () -> desk.reject(request.number(), request.version(), REJECTION));
        jdbc.sql("UPDATE notification_mail SET status = 'SENT' WHERE reference = ? AND template ="
                        + " 'submission/rejected'")
                .param(request.number().value())
                .update();
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> as("operator", () -> desk.takeBack(rejected.number(), rejected.version())))
                .withMessageContaining("suratnya sudah dikirim");
        assertThat(as("kadis", () -> submissions.find(request.number())).status())
                .isEqualTo(SubmissionStatus.REJECTED);
    }

    private Stored stored(SubmissionDetails request, String template) {
        return jdbc.sql("SELECT status, due_at FROM notification_mail WHERE reference = ? AND template = ?")
                .params(request.number().value(), template)
                .query(STORED)
                .single();
    }

    private List<MailRequested> lettersAbout(SubmissionDetails request) {
        return events.stream(MailRequested.class)
                .filter(mail -> mail.reference().equals(request.number().value()))
                .toList();
    }

    /** Subject and text as they are read. */
    private String letterTo(SubmissionDetails request, String template) {
        MailRequested mail = lettersAbout(request).stream()
                .filter(one -> one.template().equals(template))
                .findFirst()
                .orElseThrow();
        assertThat(mail.to()).isEqualTo("pemohon@contoh.id");
        assertThat(mail.person()).isEqualTo(request.applicant().nik());
        Letter letter = letters.write(mail.template(), mail.recipient(), mail.facts());
        return letter.subject() + "\n" + unwrapped(letter.text());
    }

    private static String framed(SubmissionDetails request, String subject, String body) {
        return subject.formatted(request.number()) + "\n" + unwrapped("""
            Pemerintah Kabupaten Bandung
            Dinas Kependudukan dan Pencatatan Sipil
            ----------------------------------------------------------------
            """ + body.strip() + """


            --
            Dinas Kependudukan dan Pencatatan Sipil
            Kompleks Pemerintah Kabupaten Bandung, Soreang
            (022) 0000-0000 · disdukcapil.contoh.go.id · layanan@disdukcapil.contoh.go.id

            Surat ini dikirim secara otomatis. Petugas tidak pernah meminta kata sandi, PIN, atau biaya lewat e-mail.
            """);
    }

    /** Where a line is broken is the business of whoever makes the text. */
    private static String unwrapped(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String name(SubmissionDetails request) {
        return request.applicant().fullName();
    }

    private static String family(SubmissionDetails request) {
        String number = request.applicant().family().value();
        return Masking.identifier(number);
    }

    private String reason(SubmissionDetails request) {
        return jdbc.sql("SELECT COALESCE(description, CONCAT(document, ' – ', kind)) FROM population_request_type"
                        + " WHERE code = ?")
                .param(request.reasonCode())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
    }

    private SubmissionDetails as(String username, Supplier<Optional<SubmissionDetails>> work) {
        return given.asStaff(username, () -> work.get().orElseThrow());
    }
}
