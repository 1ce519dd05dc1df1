package id.dukcapil.portal.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.sun.net.httpserver.HttpServer;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.Forger;
import id.dukcapil.portal.signing.IssuedScenario;
import id.dukcapil.portal.signing.IssuedScenario.Given;
import id.dukcapil.portal.signing.pades.PadesSigning;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Files that are made to pass for documents of the office, and what the citizen reads about each. */
@IntegrationTest
class ForgedDocumentsTest {

    private static final Pattern FINDING = Pattern.compile("<section class=\"card finding (\\w+)\"");
    private static final Pattern HEADLINE = Pattern.compile("<h2 id=\"hasil\">([^<]+)</h2>");

    @Autowired
    MockMvc mvc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    PadesSigning signing;

    @Autowired
    PortalHome home;

    @Autowired
    SettableClock clock;

    private Given genuine;
    private Forger forger;

    @BeforeEach
    void aDocumentOfTheOffice() {
        genuine = beans.createBean(IssuedScenario.class).signed();
        forger = new Forger(signing, home, clock.instant());
    }

    private interface Making {
        byte[] from(byte[] genuine, Forger forger, Instant now) throws Exception;
    }

    enum Forgery {
        FLIPPED_BYTE("Berkas ini sudah diubah", (genuine, forger, now) -> {
            byte[] changed = genuine.clone();
            changed[new String(genuine, StandardCharsets.ISO_8859_1).indexOf("UJI-")] ^= 0x01;
            return changed;
        }),
        APPENDED_NEWLINE(
                "Ada isi yang ditambahkan", (genuine, forger, now) -> Forger.joined(genuine, Forger.bytes("\n"))),
        REPLACED_PAGE("Ada isi yang ditambahkan", (genuine, forger, now) -> Forger.withReplacedPage(genuine)),
        ADDED_ANNOTATION("Ada isi yang ditambahkan", (genuine, forger, now) -> Forger.withAnnotation(genuine)),
        EMPTIED_FORM(
                "Ada isi yang ditambahkan",
                (genuine, forger, now) -> Forger.withEmptiedForm(forger.form(forger.head()))),
        CUT_OFF_SIGNATURE("Tidak ada tanda tangan elektronik", (genuine, forger, now) -> Forger.cutOff(genuine)),
        OVERRIDDEN_BYTE_RANGE("Berkas ini sudah diubah", (genuine, forger, now) -> Forger.withOverriddenRange(genuine)),
        OVERRIDDEN_CONTENTS(
                "Berkas ini sudah diubah",
                (genuine, forger, now) -> Forger.withOverriddenContents(genuine, forger.page(forger.head()))),
        REPEATED_SIGNATURE_OBJECT(
                "Ada isi yang ditambahkan", (genuine, forger, now) -> Forger.withRepeatedSignature(genuine)),
        WRAPPED_SIGNATURE("Berkas ini sudah diubah", (genuine, forger, now) -> Forger.wrapped(genuine)),
        TRANSPLANTED_CMS(
                "Berkas ini sudah diubah",
                (genuine, forger, now) -> Forger.withTransplantedSignature(genuine, forger.page(forger.head()))),
        JUNK_BEFORE_THE_HEADER(
                "Ada isi di depan PDF", (genuine, forger, now) -> Forger.joined(Forger.bytes("\nGIF89a"), genuine)),
        TAIL_OF_ANOTHER_FORMAT(
                "Ada isi yang ditambahkan",
                (genuine, forger, now) -> Forger.joined(genuine, Forger.bytes("PK\5\6" + "\0".repeat(18)))),
        SELF_SIGNED_OF_THE_SAME_NAME(
                "Penerbit sertifikat tidak dikenal", (genuine, forger, now) -> forger.page(forger.selfSigned())),
        FALSE_AUTHORITY_OF_THE_SAME_NAME_AND_NUMBER(
                "Penerbit sertifikat tidak dikenal",
                (genuine, forger, now) -> forger.page(forger.underAFalseAuthority())),
        LEAF_AS_AUTHORITY(
                "Penerbit sertifikat tidak dikenal", (genuine, forger, now) -> forger.page(forger.underALeaf())),
        SECOND_FOREIGN_SIGNATURE(
                "Penerbit sertifikat tidak dikenal",
                (genuine, forger, now) -> forger.alsoSigned(genuine, forger.selfSigned())),
        SECOND_TRUSTED_SIGNATURE_OVER_A_REPLACED_PAGE(
                "Isinya diubah di antara dua tanda tangan",
                (genuine, forger, now) -> forger.alsoSigned(Forger.withReplacedPage(genuine), forger.trusted())),
        SECOND_TRUSTED_SIGNATURE_OVER_AN_ANNOTATION(
                "Isinya diubah di antara dua tanda tangan",
                (genuine, forger, now) -> forger.alsoSigned(Forger.withAnnotation(genuine), forger.trusted())),
        SECOND_TRUSTED_SIGNATURE_OVER_AN_EMPTIED_FORM(
                "Isinya diubah di antara dua tanda tangan",
                (genuine, forger, now) ->
                        forger.alsoSigned(Forger.withEmptiedForm(forger.form(forger.head())), forger.trusted())),
        SECOND_TRUSTED_SIGNATURE(
                "Tidak tercatat di kantor ini", (genuine, forger, now) -> forger.alsoSigned(genuine, forger.trusted())),
        EXPIRED("Sertifikat penanda tangan sudah kedaluwarsa", (genuine, forger, now) -> forger.page(forger.expired())),
        EXPIRED_AND_BACKDATED(
                "Sertifikat penanda tangan sudah kedaluwarsa",
                (genuine, forger, now) -> forger.page(forger.expired(), now.minus(Duration.ofDays(500)))),
        RSA_1024("Tanda tangannya terlalu lemah", (genuine, forger, now) -> forger.page(forger.shortKey())),
        TLS_SERVER(
                "Sertifikatnya bukan untuk tanda tangan dokumen",
                (genuine, forger, now) -> forger.page(forger.ofAWebServer())),
        TLS_SERVER_THAT_MAY_SIGN(
                "Sertifikatnya bukan untuk tanda tangan dokumen",
                (genuine, forger, now) -> forger.page(forger.ofAWebServerThatSigns())),
        OWN_TEXT_BY_A_TRUSTED_KEY("Tidak tercatat di kantor ini", (genuine, forger, now) -> forger.page(forger.head()));

        private final String headline;
        private final Making making;

        Forgery(String headline, Making making) {
            this.headline = headline;
            this.making = making;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNeverTakenForADocumentOfTheOffice(Forgery forgery) throws Exception {
        String page = shown(forgery.making.from(genuine.signed(), forger, clock.instant()));

        assertThat(found(HEADLINE, page)).isEqualTo(forgery.headline);
        assertThat(found(FINDING, page)).as("colour of the heading").isIn("warn", "late");
        assertThat(page).doesNotContain("Yang dicatat kantor ini", genuine.reference());
    }

    @Test
    void theGenuineOneBesideThemIsRecognised() throws Exception {
        assertThat(found(HEADLINE, shown(genuine.signed()))).isEqualTo("Tercatat, tetapi hanya contoh");
    }

    @Test
    void otherFormatsAreNotOpened() throws Exception {
        for (String file : new String[] {
            "PK\3\4" + "\0".repeat(40),
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"
        }) {
            String page = shown(Forger.bytes(file));
            assertThat(found(HEADLINE, page)).isEqualTo("Bukan PDF");
            assertThat(found(FINDING, page)).isEqualTo("warn");
        }
    }

    @Test
    void noAddressInAFileIsAsked() throws Exception {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String address =
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
            String page = shown(forger.page(forger.pointingTo(address)));
            assertThat(found(HEADLINE, page)).isEqualTo("Tidak tercatat di kantor ini");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private String shown(byte[] file) throws Exception {
        var random = ThreadLocalRandom.current();
        String address = "100.%d.%d.%d".formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
        return mvc.perform(multipart("/verifikasi/berkas")
                        .file(new MockMultipartFile("berkas", "dokumen.pdf", "application/pdf", file))
                        .with(from -> {
                            from.setRemoteAddr(address);
                            return from;
                        }))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        return matcher.find() ? matcher.group(1) : "nothing of " + pattern;
    }
}
