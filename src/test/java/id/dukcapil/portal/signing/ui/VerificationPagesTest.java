package id.dukcapil.portal.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.IssuedScenario;
import id.dukcapil.portal.signing.IssuedScenario.Given;
import id.dukcapil.portal.signing.Pdfs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A stranger with a document in their hands, and no account. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class VerificationPagesTest {

    private static final String MARK = "CONTOH – BUKAN DOKUMEN SAH";

    @Autowired
    MockMvc mvc;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DocumentStore store;

    @Autowired
    MeterRegistry meters;

    @Autowired
    SettableClock clock;

    /** Every test comes from a network of its own, so that they do not use up each other's permits. */
    private String address = "";

    private IssuedScenario given;

    @BeforeEach
    void aStranger() {
        given = beans.createBean(IssuedScenario.class);
        var random = ThreadLocalRandom.current();
        address = "100.%d.%d.%d".formatted(random.nextInt(64, 128), random.nextInt(256), random.nextInt(1, 255));
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void whoScansTheCodeReadsWhatTheOfficeHolds() throws Exception {
        Given document = given.signed();
        MockHttpServletResponse reply = look(document.code());
        assertThat(reply.getStatus()).isEqualTo(200);
        assertThat(text(reply))
                .contains(
                        "Tercatat",
                        "Kartu Keluarga",
                        "R••• K•••••",
                        document.reference(),
                        "Dinas Dukcapil, Soreang",
                        IssuedScenario.HEAD,
                        "Kepala Dinas Kependudukan dan Pencatatan Sipil",
                        "23 November 2026, 09.00 WIB",
                        "tidak berubah sejak ditandatangani",
                        "Bandingkan dengan dokumen di tangan Anda",
                        "Yang tidak dapat dikatakan halaman ini")
                .as("who worked on it, and the NIP with its date of birth, are nobody's business")
                .doesNotContain("Neneng Aisyah", "19700817");
    }

    @Test
    void aDocumentOfTheDemonstrationSaysSoBeforeAnythingElse() throws Exception {
        assertThat(text(look(given.signed().code())))
                .containsSubsequence(MARK, "Tercatat, tetapi hanya contoh")
                .doesNotContain("masih berlaku</h2>");
    }

    @Test
    void whatCannotBeFoundGetsOneAndTheSameAnswer() throws Exception {
        String unknown = text(look("AAAAAAAAAAAAAAAAAAAAAAAA"));
        assertThat(unknown).contains("Tidak ditemukan", "bukan berarti palsu");
        for (String code : new String[] {
            given.awaiting().code(),
            given.withdrawn().code(),
            "x",
            "%3Cscript%3Ealert(1)",
            "AAAAAAAAAAAAAAAAAAAAAAAA/lagi",
            "berkas"
        }) {
            MockHttpServletResponse reply = look(code);
            assertThat(reply.getStatus()).isEqualTo(404);
            assertThat(text(reply)).as(code).isEqualTo(unknown);
        }
        assertThat(text(send(post("/verifikasi").param("kode", "bukan kode")))).isEqualTo(unknown);
    }

    @Test
    void aSupersededDocumentSaysSinceWhen() throws Exception {
        String family = IssuedScenario.aFamily();
        Given older = given.signed("DINAS", family);
        clock.advance(Duration.ofHours(2));
        Given newer = given.signed("DINAS", family);
        assertThat(text(look(older.code())))
                .contains("Sudah digantikan", "Digantikan pada", "23 November 2026, 11.00 WIB")
                .as("whoever has the old one is not led to the new one")
                .doesNotContain(newer.reference(), newer.code());
        assertThat(text(look(newer.code()))).contains("Tercatat").doesNotContain("Sudah digantikan");
    }

    @Test
    void aRevokedDocumentSaysSinceWhenAndNotWhy() throws Exception {
        Given document = given.revoked("Nama anak keliru");
        assertThat(text(look(document.code())))
                .contains("Sudah dicabut", "Dicabut pada", "23 November 2026, 10.00 WIB")
                .doesNotContain("Nama anak keliru");
        assertThat(text(upload(document.signed()))).contains("Sudah dicabut", "Dicabut pada");
    }

    @Test
    void theOfficesCopyMayBeUnreadableForAMoment() throws Exception {
        Given document = given.signed();
        store.remove(Objects.requireNonNull(document.details().signature()).digest());
        assertThat(text(look(document.code()))).contains("Tercatat", "sedang tidak dapat dibuka");
        store.put(document.signed());
    }

    @Test
    void theUploadedDocumentIsRecognisedByEveryByte() throws Exception {
        Given document = given.signed();
        assertThat(text(upload(document.signed())))
                .contains("Tercatat", document.reference(), "seluruh berkas", MARK)
                .doesNotContain("Bandingkan dengan dokumen");
    }

    @Test
    void oneChangedByteIsCaughtWhereverItIs() throws Exception {
        Given document = given.signed();
        int length = document.signed().length;
        String bytes = new String(document.signed(), StandardCharsets.ISO_8859_1);
        int title = bytes.indexOf("UJI-");
        int signature = bytes.indexOf("0000000000>") - 20;
        while (bytes.charAt(signature) == '0') {
            signature--;
        }
        for (int at : new int[] {title, document.unsigned().length + 200, signature, length - 20}) {
            byte[] changed = document.signed().clone();
            changed[at] = (byte) (changed[at] == '7' ? '8' : '7');
            assertThat(text(upload(changed)))
                    .as("byte %d of %d", at, length)
                    .doesNotContain("Tercatat", document.reference())
                    .containsAnyOf("Berkas ini sudah diubah", "PDF rusak");
        }
        byte[] changed = document.signed().clone();
        changed[title] = 'X';
        assertThat(text(upload(changed))).contains("Berkas ini sudah diubah", "berubah setelah ditandatangani");
    }

    @Test
    void theUnsignedOriginalIsNeverCalledValid() throws Exception {
        Given document = given.signed();
        assertThat(text(upload(document.unsigned())))
                .contains("Tidak ada tanda tangan elektronik")
                .doesNotContain("Tercatat", document.reference());
    }

    @Test
    void aSecondSignatureMakesItAnotherFileThatTheOfficeDoesNotVouchFor() throws Exception {
        Given document = given.signed();
        assertThat(text(upload(given.signedAgain(document.signed()))))
                .contains(
                        "Tidak tercatat di kantor ini",
                        "Tanda tangan 1 dari 2",
                        "berkas sebelum tanda tangan berikutnya",
                        "Tanda tangan 2 dari 2",
                        MARK)
                .doesNotContain("Tercatat", document.reference());
    }

    @Test
    void whatIsAddedBehindTheSignatureIsSeen() throws Exception {
        byte[] signed = given.signed().signed();
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        Arrays.fill(longer, signed.length, longer.length, (byte) '\n');
        assertThat(text(upload(longer))).contains("Ada isi yang ditambahkan").doesNotContain("Tercatat");
    }

    @Test
    void whatCannotBeExaminedSaysWhy() throws Exception {
        assertThat(text(upload(Pdfs.encrypted()))).contains("PDF terkunci");
        assertThat(text(upload("bukan PDF".getBytes(StandardCharsets.UTF_8)))).contains("Bukan PDF");
        assertThat(text(upload(new byte[0]))).contains("Berkas kosong");
        assertThat(text(upload("%PDF-1.7 putus".getBytes(StandardCharsets.UTF_8))))
                .contains("PDF rusak");
        assertThat(text(send(multipart("/verifikasi/berkas")))).contains("Belum ada berkas");
        assertThat(upload(Pdfs.encrypted()).getStatus()).isEqualTo(422);
    }

    @Test
    void theTypedCodeLeadsToItsAddress() throws Exception {
        for (String typed : new String[] {
            "AAAAAAAAAAAAAAAAAAAAAAAA",
            " AAAAAAAAAAAA AAAAAAAAAAAA\n",
            "https://portal.contoh.go.id/verifikasi/AAAAAAAAAAAAAAAAAAAAAAAA/?utm=x"
        }) {
            MockHttpServletResponse reply = send(post("/verifikasi").param("kode", typed));
            assertThat(reply.getStatus()).isEqualTo(303);
            assertThat(reply.getHeader("Location")).isEqualTo("/verifikasi/AAAAAAAAAAAAAAAAAAAAAAAA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/AAAAAAAAAAAAAAAAAAAAAAAA", "/a/b/c"})
    void nobodyIsFollowedAndNothingIsKept(String path) throws Exception {
        for (var request :
                new AbstractMockHttpServletRequestBuilder<?>[] {get("/verifikasi" + path), head("/verifikasi" + path)
                }) {
            MockHttpServletResponse reply = send(request);
            assertThat(reply.getCookies()).isEmpty();
            assertThat(reply.getHeader("Cache-Control")).contains("no-store");
            assertThat(reply.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
            assertThat(reply.getHeader("Content-Security-Policy"))
                    .startsWith("default-src 'none';")
                    .contains("form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("script-src", "unsafe");
        }
    }

    @Test
    void noSessionIsMadeForAVisitor() throws Exception {
        mvc.perform(get("/verifikasi/AAAAAAAAAAAAAAAAAAAAAAAA"))
                .andExpect(result ->
                        assertThat(result.getRequest().getSession(false)).isNull());
    }

    @Test
    void whoAsksTooOftenIsAskedToWait() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send(multipart("/verifikasi/berkas")).getStatus()).isEqualTo(422);
        }
        MockHttpServletResponse refused = upload("apa saja".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(text(refused)).contains("Terlalu banyak permintaan", "Coba lagi dalam 60 detik.");
        assertThat(look("x").getStatus())
                .as("looking up a code is another matter")
                .isEqualTo(404);
        clock.advance(Duration.ofMinutes(1));
        assertThat(upload("apa saja".getBytes(StandardCharsets.UTF_8)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void guessingCodesEndsForAWholeSubscriberOfIpv6() throws Exception {
        String network = "2001:db8:%x:%x:"
                .formatted(
                        ThreadLocalRandom.current().nextInt(1, 0xFFFF),
                        ThreadLocalRandom.current().nextInt(1, 0xFFFF));
        for (int i = 0; i < 240; i++) {
            address = network + "0:0:0:%x".formatted(i + 1);
            assertThat(look("x").getStatus()).isEqualTo(404);
        }
        address = network + "aaaa:bbbb:cccc:dddd";
        assertThat(look("x").getStatus()).isEqualTo(429);
        assertThat(send(get("/verifikasi")).getStatus())
                .as("the first page costs nothing")
                .isEqualTo(200);
    }

    @Test
    void whatIsTooLargeIsNotEvenRead() throws Exception {
        MockHttpServletResponse reply = send(post("/verifikasi/berkas")
                .contentType("multipart/form-data; boundary=x")
                .content(new byte[6 << 20]));
        assertThat(reply.getStatus()).isEqualTo(413);
        assertThat(text(reply)).contains("Berkas terlalu besar", "5 MB");
    }

    @Test
    void answersAreCountedAndTheCodeStandsInNoLog(CapturedOutput output) throws Exception {
        Given document = given.signed();
        double before = counted("specimen");
        look(document.code());
        assertThat(counted("specimen")).isEqualTo(before + 1);
        store.remove(Objects.requireNonNull(document.details().signature()).digest());
        look(document.code());
        store.put(document.signed());
        look("BBBBBBBBBBBBBBBBBBBBBBBB");
        assertThat(output.getAll()).doesNotContain(document.code(), "BBBBBBBBBBBBBBBBBBBBBBBB", address);
    }

    private double counted(String verdict) {
        return meters.find("portal.verifications").tag("way", "code").tag("verdict", verdict).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private MockHttpServletResponse look(String code) throws Exception {
        return send(get(URI.create("/verifikasi/" + code)));
    }

    private MockHttpServletResponse upload(byte[] file) throws Exception {
        return send(multipart("/verifikasi/berkas")
                .file(new MockMultipartFile("berkas", "dokumen.pdf", "application/pdf", file)));
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                }))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse reply) {
        return new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
