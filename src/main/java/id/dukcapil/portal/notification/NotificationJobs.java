package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.notification.smtp.BounceMailbox;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the outbox does regularly, and how long it keeps what it sent. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationJobs {

    private static final int SOME_MAILS = 3;

    /** A mail that still waits is not over, however old it is. */
    private static final String ENDED_MAIL = """
            anonymised_at IS NULL AND status NOT IN ('WAITING', 'IN_DELIVERY')
              AND created_at < :moment AND (finished_at IS NULL OR finished_at < :moment)""";

    @Bean
    RecurringJob deliverDueMails(Delivery delivery) {
        return new RecurringJob(
                "mail-delivery",
                "Mengirim surat elektronik yang menunggu",
                Rhythm.every(Duration.ofSeconds(15)).with("dan segera sesudah diminta"),
                delivery::deliverDue);
    }

    @Bean
    RecurringJob readBounces(BounceMailbox mailbox, MailChanges mails) {
        return new RecurringJob(
                "mail-bounces",
                "Membaca surat yang dipentalkan (bila kotak surat diatur)",
                Rhythm.every(Duration.ofMinutes(5)),
                () -> mailbox.read(report -> mails.bounced(report.mail(), report.explanation())));
    }

    /** Of the last day; what nobody has sent again since. */
    @Bean
    AlertMeasure failingMails(JdbcClient jdbc, Clock clock) {
        return new AlertMeasure(
                "mails-failing",
                "Surat elektronik gagal",
                "surat dalam 24 jam",
                false,
                SOME_MAILS,
                Permission.MAIL_READ,
                Permission.MAIL_READ,
                () -> List.of(failed(jdbc, clock.instant().minus(Duration.ofDays(1)))));
    }

    private static AlertMeasure.Reading failed(JdbcClient jdbc, Instant since) {
        int mails = jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE status IN (:failed) AND created_at > :since")
                .param("failed", List.of(MailStatus.FAILED.name(), MailStatus.BOUNCED.name()))
                .param("since", UtcDateTime.of(since))
                .query(Integer.class)
                .single();
        return new AlertMeasure.Reading(
                null, mails, "%d surat gagal atau dipentalkan dalam 24 jam.".formatted(mails), "surat-keluar");
    }

    /** That a letter of this kind went out stays. */
    @Bean
    Retention mailRetention(JdbcClient jdbc) {
        return new Retention(
                "mail",
                "Surat elektronik yang keluar",
                "alamat, nama, NIK dan isi surat dihapus; jenis, nomor perkara, waktu dan hasil pengiriman tetap",
                "Cukup lama untuk menjawab pertanyaan pemohon dan pengaduan tentang pemberitahuan",
                Period.ofYears(1),
                EndedRows.of(jdbc, "notification_mail", ENDED_MAIL, "created_at")
                        .set("to_address = '', recipient = '', facts = '{}', person_nik = NULL,"
                                + " anonymised_at = :moment"));
    }

    @Bean
    Retention noticeRetention(JdbcClient jdbc) {
        return new Retention(
                "notice",
                "Pemberitahuan kepada pegawai",
                "dihapus seluruhnya; kejadiannya tetap ada pada riwayat berkas dan jejak audit",
                "Pemberitahuan hanya berguna selama pekerjaan berjalan; ia menyebut nomor berkas, bukan orang",
                Period.ofDays(90),
                EndedRows.of(jdbc, "notification_notice", "created_at < :moment", "created_at")
                        .delete());
    }
}
