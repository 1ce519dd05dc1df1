package id.dukcapil.portal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleaseMoved;
import id.dukcapil.portal.delivery.Releases.Reissue;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.Letters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What the owner of the document reads, word for word, and what becomes of the letter. */
@IntegrationTest
@RecordApplicationEvents
class ReleaseMailsTest {

    @Autowired
    ReleaseMails mails;

    @Autowired
    Releases releases;

    @Autowired
    Letters letters;

    @Autowired
    List<PersonalDataSource> holdings;

    @Autowired
    DeliveryScenario given;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theLetter() {
        Given release = given.released();
        Letter letter = delivered(mail(release));
        assertThat(letter.subject()).isEqualTo("QR dan PIN untuk mencetak dokumen permohonan " + release.reference());
        assertThat(unwrapped(letter.text()))
                .contains(unwrapped("""
                Dokumen Anda siap dicetak

                Yth. Siti Nurhasanah,

                dokumen Anda sudah ditandatangani secara elektronik oleh pejabat dinas yang berwenang. Cetak sendiri di anjungan ADM \
                terdekat: pindai kode QR, lalu masukkan PIN.

                    Kode QR: %s

                    PIN: %s

                  Dokumen          : Kartu Keluarga
                  Nomor permohonan : %s
                  Kantor           : Dinas Dukcapil, Soreang
                  Berlaku sampai   : 23 Desember 2026, 09.00 WIB

                Perhatikan:

                  * Kode QR dan PIN berlaku untuk satu kali cetak.
                  * Setelah lima kali PIN salah, pencetakan terkunci.
                  * Bila anjungan gagal mencetak, kode QR dan PIN yang sama dapat dipakai sekali lagi.

                  ! Siapa pun yang memegang kode QR dan PIN ini dapat mencetak dokumen Anda. Jangan meneruskan surat \
                ini. Bila hilang atau kedaluwarsa, datanglah ke kantor di atas dengan membawa KTP-el.
                """.formatted(release.qr(), release.pin(), release.reference())));
        assertThat(letter.html()).contains("src=\"cid:qr\"", release.pin()).doesNotContain("href=", "3204374101850001");
        assertThat(letter.qr()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whoLooksAtTheLetterInTheOfficeSeesNeither() {
        MailRequested mail = mail(given.released());
        var facts = new HashMap<>(mail.facts());
        facts.putAll(mails.covered());
        Letter letter = letters.write(mail.template(), mail.recipient(), facts);
        assertThat(letter.hasQr()).isFalse();
        assertThat(letter.text()).contains("PIN: ••••••").doesNotContain("Kode QR:");
    }

    @Test
    void theCopyOfAPersonsDataHoldsTheLetterWithoutEither() {
        Given release = given.released();
        List<String> copied = given.asStaff(
                "pdp",
                () -> holdings.stream()
                        .flatMap(holding -> holding.about(new Nik("3204374101850001")).stream())
                        .flatMap(item -> item.values().values().stream())
                        .toList());
        assertThat(copied)
                .anyMatch(text -> text.contains("PIN: ••••••"))
                .noneMatch(text -> text.contains(release.pin()));
    }

    @Test
    void onceTheLetterHasLeftNobodyCanReadThePairAgain() {
        Given release = given.released();
        MailRequested mail = mail(release);
        ends(mail, MailEnded.End.SENT);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.SENT);
        assertThat(mails.of(mail.facts())).isEmpty();
        ends(mail, MailEnded.End.FAILED);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.SENT);
        ends(mail, MailEnded.End.BOUNCED);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.BOUNCED);
        assertThat(given.now(release.id()).history().getLast().reason()).isEqualTo("550 tidak dikenal");
    }

    @Test
    void aLetterThatWasRefusedCanStillBeSentToABetterAddress() {
        Given release = given.released();
        MailRequested mail = mail(release);
        ends(mail, MailEnded.End.FAILED);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.BOUNCED);
        assertThat(mails.of(mail.facts())).isPresent();
        ends(mail, MailEnded.End.SENT);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.SENT);
    }

    @Test
    void anOldLetterSaysNothingAboutTheNewPair() {
        Given release = given.released();
        MailRequested old = mail(release);
        given.asStaff(
                "operator",
                () -> releases.reissue(
                        release.id(),
                        given.now(release.id()).version(),
                        new Reissue("KTP-el", "Alamat salah", "benar@contoh.id")));
        assertThat(mails.of(old.facts())).isEmpty();
        ends(old, MailEnded.End.BOUNCED);
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.REISSUED);
        assertThat(mailsAbout(release).getLast().to()).isEqualTo("benar@contoh.id");
    }

    @Test
    void whatBecameOfALetterThatForgotItsContentConcernsNobody() {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new MailEnded(ReleaseMails.TEMPLATE, "KK-1", Map.of(), MailEnded.End.BOUNCED, "550")));
        assertThat(events.stream(ReleaseMoved.class)).isEmpty();
    }

    private Letter delivered(MailRequested mail) {
        var facts = new HashMap<>(mail.facts());
        facts.putAll(mails.of(mail.facts()).orElseThrow());
        return letters.write(mail.template(), mail.recipient(), facts);
    }

    private void ends(MailRequested mail, MailEnded.End end) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new MailEnded(mail.template(), mail.reference(), mail.facts(), end, "550 tidak dikenal")));
    }

    private MailRequested mail(Given release) {
        return mailsAbout(release).getFirst();
    }

    private List<MailRequested> mailsAbout(Given release) {
        return events.stream(MailRequested.class)
                .filter(mail -> mail.reference().equals(release.reference()))
                .toList();
    }

    private static String unwrapped(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
