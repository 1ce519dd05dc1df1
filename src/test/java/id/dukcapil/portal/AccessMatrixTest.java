package id.dukcapil.portal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.signin.SignInStep;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Who may open which view, as one table. A view without a line here fails, so that nobody forgets to decide. */
@IntegrationTest
class AccessMatrixTest extends SpringBrowserlessTest {

    private static final Set<String> EVERYBODY = Set.of(
            "admin",
            "operator",
            "registrasi",
            "perekaman",
            "cetak",
            "verifikator",
            "kadis",
            "perencana",
            "manajer",
            "pdp",
            "ikd");

    /** View: roles. The demonstration account of each role has the role's name. */
    private static final Map<String, Set<String>> MAY_OPEN = table("""
            : everybody
            akun: everybody
            aktivasi-ikd: operator ikd
            antrean-cetak: operator cetak kadis perencana manajer
            bhppk: operator registrasi perekaman kadis manajer
            blangko/kabupaten: operator cetak kadis perencana manajer
            blangko/kiriman: operator cetak kadis perencana manajer
            blangko/penutupan: operator cetak kadis perencana manajer
            blangko: operator cetak kadis perencana manajer
            cari: everybody
            dokumen-bertanda-tangan: kadis manajer
            galeri: admin
            hari-h: perekaman perencana manajer
            hari-libur: admin
            impor-penduduk: admin
            jadwal-sekolah: perekaman kadis perencana manajer
            jejak-audit: admin kadis pdp
            jeda-layanan: registrasi perekaman manajer
            kantor: everybody
            kedatangan: operator cetak
            kiosk: operator
            klien-api: admin
            kotak-masuk: operator verifikator kadis manajer
            kunjungan: perekaman kadis perencana manajer
            kuota: operator cetak kadis perencana manajer
            laporan-berkala: kadis manajer
            laporan-ikd: operator ikd kadis manajer
            laporan-sla/berkas: kadis manajer
            laporan-sla: kadis manajer
            layanan-loket: admin manajer
            loket: operator registrasi perekaman cetak ikd manajer
            mandat: admin manajer kadis
            papan-hari: operator cetak kadis perencana manajer
            pegawai: admin manajer kadis
            pekerjaan-latar: admin
            pelindungan-data/catatan: admin kadis manajer pdp
            pelindungan-data/insiden: admin kadis manajer pdp
            pelindungan-data/retensi: admin kadis manajer pdp
            pelindungan-data: admin kadis manajer pdp
            pemesanan: operator cetak kadis perencana manajer
            pemindahan: operator cetak kadis perencana manajer
            pemusnahan: operator cetak kadis perencana manajer
            penduduk: operator registrasi perekaman verifikator pdp
            pengambilan-dokumen: operator verifikator kadis manajer
            penyerahan: operator cetak
            peran: admin manajer kadis
            perekaman/:nomor: operator registrasi perekaman kadis manajer
            peringatan: admin kadis manajer
            perkiraan: kadis manajer
            perekaman: operator registrasi perekaman kadis manajer
            permohonan-baru: operator
            permohonan/:nomor: operator verifikator kadis manajer
            ruang-tanda-tangan/riwayat/:sesi: kadis manajer
            ruang-tanda-tangan/riwayat: kadis manajer
            ruang-tanda-tangan: kadis manajer
            sekolah/siswa: perekaman kadis perencana manajer
            sekolah: perekaman kadis perencana manajer
            sesi: admin
            sistem: admin
            standar/:slug: everybody
            standar: everybody
            status-pusat: operator registrasi perekaman kadis manajer
            sumber-daya-kunjungan: perekaman kadis perencana manajer
            surat-keluar: admin
            survei-kepuasan: kadis manajer
            unduhan: everybody
            usulan-rencana: perencana manajer
            """);

    private static final Map<String, String> EXAMPLES = Map.of(
            "perekaman/:nomor",
            "perekaman/PRK-TIDAK-ADA",
            "standar/:slug",
            "standar/bandung-28-2024",
            "permohonan/:nomor",
            "permohonan/KK-TIDAK-ADA",
            "ruang-tanda-tangan/riwayat/:sesi",
            "ruang-tanda-tangan/riwayat/tidak-ada");

    /** The one view without a lock; whoever is signed in passes through it to the desk. */
    private static final String LOGIN = "login";

    /** Views that the tests of the shell bring with them. */
    private static final String ONLY_IN_TESTS = "uji/";

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private static Map<String, Set<String>> table(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(toMap(
                        cells -> cells[0].strip(),
                        cells -> cells[1].equals("everybody") ? EVERYBODY : Set.of(cells[1].split(" "))));
    }

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void signOut() {
        security.clearContext();
    }

    @Test
    void everyViewHasItsLineInTheTable() {
        var templates = new HashSet<>(MAY_OPEN.keySet());
        templates.add(LOGIN);
        Arrays.stream(SignInStep.values()).map(SignInStep::route).forEach(templates::add);
        assertThat(views().keySet()).isEqualTo(templates);
    }

    static Stream<String> everybody() {
        return EVERYBODY.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void aRoleOpensItsViewsAndNoOthers(String account) {
        signIn(account);
        Set<String> expected = MAY_OPEN.entrySet().stream()
                .filter(line -> line.getValue().contains(account))
                .map(Map.Entry::getKey)
                .collect(toSet());
        assertThat(viewsThatOpen()).isEqualTo(expected);
    }

    @Test
    void theKioskOpensItsPageAndWhatEveryAccountHas() {
        signIn("anjungan");
        assertThat(viewsThatOpen()).containsExactlyInAnyOrder("kiosk", "", "akun", "cari", "unduhan");
    }

    @Test
    void whoeverIsNotSignedInSeesOnlyTheDoor() {
        signOut();
        startOver();
        assertThat(viewsThatOpen()).containsExactly(LOGIN);
    }

    @ParameterizedTest
    @ValueSource(classes = {PreAuthorize.class, RolesAllowed.class})
    void whatAnAnnotationAsksForExists(Class<?> annotation) {
        Set<String> known = Stream.concat(
                        Arrays.stream(Permission.values()).map(Enum::name),
                        Arrays.stream(ApiScope.values()).map(ApiScope::authority))
                .collect(toSet());
        assertThat(askedFor(annotation)).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void whatTheRolesMayDoExists() {
        List<String> granted = jdbc
                .sql("SELECT DISTINCT permission FROM staff_role_permission")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
        assertThat(granted)
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Permission.values()).map(Enum::name).toList());
    }

    private void signIn(String account) {
        var person = accounts.loadUserByUsername(account);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
        security.setContext(context);
        startOver();
    }

    /** A new browser window: the session of the old one belongs to whoever it was opened for. */
    private void startOver() {
        var context = security.getContext();
        cleanVaadinEnvironment();
        security.setContext(context);
        initVaadinEnvironment();
    }

    private Set<String> viewsThatOpen() {
        return views().entrySet().stream()
                .filter(view -> opens(EXAMPLES.getOrDefault(view.getKey(), view.getKey()), view.getValue()))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private boolean opens(String address, Class<? extends Component> view) {
        UI.getCurrent().navigate(address);
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .anyMatch(view::isInstance);
    }

    private static Map<String, Class<? extends Component>> views() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> !route.getTemplate().startsWith(ONLY_IN_TESTS))
                .collect(toMap(RouteData::getTemplate, RouteData::getNavigationTarget));
    }

    private static Set<String> askedFor(Class<?> annotation) {
        JavaClasses portal = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("id.dukcapil.portal");
        return portal.stream()
                .flatMap(type -> Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream()))
                .flatMap(place -> valuesOf(place, annotation))
                .collect(toSet());
    }

    private static Stream<String> valuesOf(HasAnnotations<?> place, Class<?> annotation) {
        return place.tryGetAnnotationOfType(annotation.getName()).flatMap(found -> found.get("value")).stream()
                .flatMap(AccessMatrixTest::values);
    }

    /** The names quoted in an expression, or the names that are listed. */
    private static Stream<String> values(Object value) {
        return value instanceof String expression
                ? QUOTED.matcher(expression).results().map(match -> match.group(1))
                : Arrays.stream((Object[]) value).map(String::valueOf);
    }
}
