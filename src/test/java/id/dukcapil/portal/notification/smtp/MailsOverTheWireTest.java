package id.dukcapil.portal.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OutsideSystem;
import id.dukcapil.portal.documents.Emblem;
import id.dukcapil.portal.notification.MailId;
import id.dukcapil.portal.notification.MailSettings;
import id.dukcapil.portal.notification.MailWorld;
import id.dukcapil.portal.notification.OutgoingLetter;
import id.dukcapil.portal.notification.ServerAnswer;
import id.dukcapil.portal.notification.letters.Letters;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.staff.Organisation;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a real mail server receives, and what comes back from it. */
class MailsOverTheWireTest {

    private static final Organisation ORGANISATION = new Organisation(
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Pemerintah Kabupaten Bandung",
            "Kabupaten Bandung",
            "3204",
            ZoneId.of("Asia/Jakarta"),
            "Soreang",
            null,
            null,
            "layanan@disdukcapil.contoh.go.id",
            null,
            List.of());
    private static final MailId MAIL = new MailId(UUID.fromString("01981234-aaaa-7bbb-8ccc-123456789abc"));
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final Emblem emblem = new Emblem(new PortalHome(Path.of("target", "no-such-home")));

    private int smtpPort;
    private int imapPort;

    @BeforeEach
    void start() {
        greenMail.start();
        smtpPort = greenMail.getSmtp().getPort();
        imapPort = greenMail.getImap().getPort();
        greenMail.setUser("pental@disdukcapil.contoh.go.id", "pental", "rahasia");
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    private MailSettings settings() {
        return MailWorld.settings(new MailSettings.Bounces(
                "pental@disdukcapil.contoh.go.id", "127.0.0.1", imapPort, "pental", "rahasia", false, "INBOX"));
    }

    private SmtpServer server(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpServer(
                Optional.of(sender), settings(), ORGANISATION, emblem, Clock.fixed(MONDAY, ZoneId.of("UTC")));
    }

    private OutgoingLetter letter(MailAttachment.Content... attachments) {
        MailRequested request = MailWorld.cancellation("siti@contoh.id", "7K3M-9QXD");
        return new OutgoingLetter(
                MAIL,
                MAIL + ".1@disdukcapil.contoh.go.id",
                request.to(),
                "Siti Nurhasanah, S.Pd.",
                MONDAY,
                new Letters(ORGANISATION).write(request.template(), request.recipient(), request.facts()),
                List.of(attachments));
    }

    private MimeMessage received(OutgoingLetter letter) {
        try (var connection = server(smtpPort).connect()) {
            assertThat(connection.send(letter).kind()).isEqualTo(ServerAnswer.Kind.ACCEPTED);
        }
        return greenMail.getReceivedMessages()[0];
    }

    @Test
    void theHeadSaysWhoWritesAndCarriesNothingPersonalInTheSubject() throws Exception {
        MimeMessage message = received(letter());
        assertThat(message.getMessageID()).isEqualTo("<" + MAIL + ".1@disdukcapil.contoh.go.id>");
        assertThat(message.getHeader("Date")).containsExactly("Mon, 23 Nov 2026 09:00:00 +0700");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Return-Path")).containsExactly("<pental+" + MAIL + "@disdukcapil.contoh.go.id>");
        assertThat(message.getFrom()[0].toString())
                .contains("Dinas Kependudukan dan Pencatatan Sipil", "<layanan@disdukcapil.contoh.go.id>");
        assertThat(message.getReplyTo())
                .extracting(Address::toString)
                .containsExactly("tanya@disdukcapil.contoh.go.id");
        assertThat(message.getAllRecipients()[0].toString()).contains("Siti Nurhasanah, S.Pd.", "<siti@contoh.id>");
        assertThat(message.getSubject())
                .isEqualTo("Pemesanan antrean cetak KTP-el pada Senin, 7 Desember 2026 dibatalkan")
                .doesNotContain("Siti");
    }

    @Test
    void textAndHtmlAreAlternativesTheEmblemIsInsideAndTheTicketBehind() throws Exception {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
        var entry = new MailAttachment.Content(
                "jadwal.ics",
                "text/calendar; charset=UTF-8; method=REQUEST",
                "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
        MimeMessage message =
                received(letter(new MailAttachment.Content("tiket-055.pdf", "application/pdf", pdf), entry));
        assertThat(types(message.getContent()))
                .containsExactly(
                        "multipart/alternative",
                        "text/plain",
                        "multipart/related",
                        "text/html",
                        "image/png",
                        "application/pdf",
                        "text/calendar");
        BodyPart ticket = ((Multipart) message.getContent()).getBodyPart(1);
        assertThat(ticket.getFileName()).isEqualTo("tiket-055.pdf");
        assertThat(ticket.getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(((Multipart) message.getContent()).getBodyPart(2).getContentType())
                .as("by which a calendar knows what to do with it")
                .contains("method=REQUEST");
        assertThat(types(received(letter()).getContent())).isNotEmpty();
    }

    private static List<String> types(Object content) throws Exception {
        var types = new ArrayList<String>();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                types.add(part.getContentType().replaceFirst("(?s)[;\\s].*", "").toLowerCase(java.util.Locale.ROOT));
                types.addAll(types(part.getContent()));
            }
        }
        return types;
    }

    @Test
    void theSystemPageLearnsWhetherTheServerAnswers() {
        assertThat(server(smtpPort).probe().state()).isEqualTo(OutsideSystem.State.ANSWERS);
        greenMail.stop();
        assertThat(server(smtpPort).probe()).satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(OutsideSystem.State.SILENT);
            assertThat(answer.explanation()).isEqualTo("Server 127.0.0.1:%d tidak menjawab.".formatted(smtpPort));
        });
        var without = new SmtpServer(Optional.empty(), settings(), ORGANISATION, emblem, Clock.systemUTC());
        assertThat(without.probe().state()).isEqualTo(OutsideSystem.State.NOT_CONFIGURED);
        assertThat(without.description()).isEqualTo("SMTP belum dikonfigurasi; surat disimpan.");
    }

    @Test
    void aReportThatAMailCouldNotBeDeliveredIsRecognisedByItsReturnPath() throws Exception {
        arrives("pental+" + MAIL + "@disdukcapil.contoh.go.id", report("failed", "<lain@contoh.id>"));
        assertThat(bounces()).containsExactly(new BounceReport(MAIL, "5.1.1: smtp; 550 5.1.1 <•••> user unknown"));
        assertThat(inbox()).as("it holds an address").isEmpty();
    }

    @Test
    void orByTheMessageIdOfWhatWasReturned() throws Exception {
        arrives("pental@disdukcapil.contoh.go.id", report("failed", "<" + MAIL + ".1@disdukcapil.contoh.go.id>"));
        assertThat(bounces()).extracting(BounceReport::mail).containsExactly(MAIL);
    }

    @Test
    void aDelayAHolidayNoticeAndALetterAreNoBouncesAndStayForPeople() throws Exception {
        String returnPath = "pental+" + MAIL + "@disdukcapil.contoh.go.id";
        arrives(returnPath, report("delayed", "<" + MAIL + ".1@disdukcapil.contoh.go.id>"));
        arrives(returnPath, "Subject: Sedang cuti\r\nAuto-Submitted: auto-replied\r\n\r\nSaya cuti.\r\n");
        arrives("pental@disdukcapil.contoh.go.id", report("failed", "<orang-lain@contoh.id>"));
        assertThat(bounces()).isEmpty();
        assertThat(inbox()).hasSize(3).allMatch(MailsOverTheWireTest::isSeen);
    }

    private static boolean isSeen(Message message) {
        try {
            return message.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void withoutAMailboxNothingIsRead() {
        var mailbox = new BounceMailbox(
                MailWorld.settings(new MailSettings.Bounces(null, null, 993, null, null, true, "INBOX")));
        assertThat(mailbox.read(report -> {
                    throw new AssertionError("There is no mailbox");
                }))
                .isZero();
    }

    private List<BounceReport> bounces() {
        var reports = new ArrayList<BounceReport>();
        int count = new BounceMailbox(settings()).read(reports::add);
        assertThat(reports).hasSize(count);
        return reports;
    }

    private List<Message> inbox() throws Exception {
        var store = greenMail.getImap().createStore();
        store.connect("pental", "rahasia");
        var folder = store.getFolder("INBOX");
        folder.open(jakarta.mail.Folder.READ_ONLY);
        return List.of(folder.getMessages());
    }

    private void arrives(String to, String source) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(("To: " + to + "\r\n" + source).getBytes(StandardCharsets.UTF_8)));
        greenMail
                .getUserManager()
                .getUserByEmail("pental@disdukcapil.contoh.go.id")
                .deliver(message);
    }

    private static String report(String action, String returnedMessageId) {
        return """
                From: MAILER-DAEMON@mx.contoh.id
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="B"

                --B
                Content-Type: text/plain

                Your mail could not be delivered.
                --B
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.contoh.id
                Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0700

                Final-Recipient: rfc822; siti@contoh.id
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <siti@contoh.id>
                 user unknown

                --B
                Content-Type: text/rfc822-headers

                From: layanan@disdukcapil.contoh.go.id
                Message-ID: %s
                Subject: Pemesanan

                --B--
                """.formatted(action, returnedMessageId).replace("\n", "\r\n");
    }
}
